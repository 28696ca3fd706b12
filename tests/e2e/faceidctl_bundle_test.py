"""faceidctl bundle: rows of the history as a zip for support, read here by the zip programs that others have."""

import json
import os
import shutil
import stat
import subprocess
import unittest
import zipfile

from support import ID_NUMBER, NAME, NO_OUTPUT, REFUSED, USAGE, CtlTest, main, request

SECRET = "sandbox-secret"
USER = "customer-77"


class BundleTest(CtlTest):
    def issue(self, *args):
        status, answer = self.run_json("issue", *args, "--sandbox")
        self.assertIn(status, (0, 1))
        self.tokens.append(answer["token"])
        return self.history()[0]["id"]

    def setUp(self):
        super().setUp()
        self.tokens = []
        self.out = self.path("b.zip")
        self.ids = [
            self.issue(*request("get_biz_token", "1", biz_no="b-1")),
            self.issue(*request("get_biz_token", "0", biz_no="b-2", uuid=USER)),
            self.issue(*request("get_token", "0", biz_no="b-3", uuid=USER, return_url=f"https://example.com/?who={USER}&n={NAME}",
                                biz_extra_data=f"{NAME} {ID_NUMBER}")),
            self.issue(*request("get_biz_token", "0", biz_no="b-4", uuid=USER + "8"))]

    def bundle(self, *ids):
        status, report = self.run_json("bundle", *ids, "--out", self.out)
        self.assertEqual(status, 0)
        return report

    def files(self):
        with zipfile.ZipFile(self.out) as archive:
            self.assertIsNone(archive.testzip())
            return {name: archive.read(name).decode() for name in archive.namelist()}

    def test_what_others_read(self):
        report = self.bundle(*self.ids)
        self.assertEqual(stat.S_IMODE(os.stat(self.out).st_mode), 0o600)
        files = self.files()
        self.assertEqual(list(files), report["files"])
        everything = "\n".join([*files, *files.values()])
        for planted in (SECRET, NAME, ID_NUMBER, USER, *filter(None, self.tokens), "测*", self.home):
            self.assertNotIn(planted, everything, planted)
        for needed in ("b-1", "b-2", "b-3", "sha256", '"qt"', '"tls"', '"os"', '"phases"'):
            self.assertIn(needed, everything)
        requests = [json.loads(files[f"request-{number}/request.json"]) for number in (1, 2, 3, 4)]
        self.assertEqual([one["id"] for one in requests], self.ids)
        parts = [{part["name"]: part["value"] for part in one["parts"]} for one in requests]
        self.assertEqual(parts[1]["uuid"], parts[2]["uuid"])
        self.assertNotEqual(parts[1]["uuid"], parts[3]["uuid"])
        self.assertEqual(parts[2]["return_url"].split("who=")[1].split("&")[0], parts[2]["uuid"])
        # What the sign said, without its HMAC; the PC API has none.
        sign = requests[0]["sign_without_hmac"]
        self.assertEqual(sorted(sign), ["a", "b", "c", "d"])
        self.assertGreater(int(sign["b"]), int(sign["c"]))
        self.assertNotIn("sandbox-key", everything)
        self.assertIsNone(requests[2]["sign_without_hmac"])
        for one in report["replacements"]:
            texts = [text for name, text in files.items() if name != "bundle.json"]
            self.assertEqual(sum(text.count(one["pseudonym"]) for text in texts), one["times"], one)

    @unittest.skipUnless(shutil.which("unzip"), "no unzip")
    def test_unzip(self):
        self.bundle(self.ids[0])
        done = subprocess.run(["unzip", "-t", self.out], capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_read_again(self):
        report = self.bundle(*self.ids)
        status, again = self.run_json("bundle", "show", self.out)
        self.assertEqual(status, 0)
        self.assertEqual(again["replacements"], report["replacements"])
        self.assertEqual({one["name"]: one["text"] for one in again["files"]}, self.files())
        status, out, err = self.run_ctl("bundle", "show", self.out)
        self.assertEqual((status, err), (0, ""))
        self.assertIn("== request-1/request.json\n", out)
        self.assertIn('"value": "[name 1]"', out)
        # A program of somebody else may have made it.
        with zipfile.ZipFile(self.out, "w") as archive:
            archive.writestr("bundle.json", json.dumps({"format": "faceid-console support bundle", "replacements": [
                {"pseudonym": "[x]", "kind": "\x1b[31m", "times": 1}, 7, {"pseudonym": ""}]}))
            archive.writestr("../evil\x1b", "\x1b]0;title\x07")
        status, out, _ = self.run_ctl("bundle", "show", self.out)
        self.assertEqual(status, 0)
        self.assertNotIn("\x1b", out)
        self.assertFalse(os.path.exists(os.path.join(os.path.dirname(self.home), "evil\x1b")))

    def test_noted(self):
        self.bundle(*self.ids[:2])
        entry = json.loads(self.run_ctl("history", "audit", "--format", "json")[1].splitlines()[-1])
        self.assertEqual((entry["deed"], entry["detail"]), ("export", "2 rows as a support bundle"))
        self.assertIn("[name 1]  x ", self.run_ctl("bundle", self.ids[0], "--out", self.out)[1])

    def test_what_cannot_be(self):
        row = self.ids[0]
        for args in (("bundle",), ("bundle", row), ("bundle", "7", "--out", self.out), ("bundle", "show"),
                     ("bundle", *[row] * 41, "--out", self.out)):
            self.assertEqual(self.run_ctl(*args)[0], USAGE, args)
        self.assertEqual(self.run_ctl("bundle", "00000000-0000-4000-8000-000000000001", "--out", self.out)[0], REFUSED)
        self.assertFalse(os.path.exists(self.out))
        self.assertEqual(self.run_ctl("bundle", row, "--out", self.path("no/b.zip"))[0], NO_OUTPUT)
        for content in (b"", b"PK", b"{}"):
            status, out, err = self.run_ctl("bundle", "show", self.file("c.zip", content))
            self.assertEqual((status, out), (REFUSED, ""))
            self.assertTrue(err)


if __name__ == "__main__":
    main()

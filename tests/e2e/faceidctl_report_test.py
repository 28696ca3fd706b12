"""faceidctl history report: a page to print, in two languages, without anybody's data."""

import os
import stat
import subprocess

from support import ID_NUMBER, ISSUED, NAME, NO_OUTPUT, USAGE, CtlTest, main, request


class ReportTest(CtlTest):
    def report(self, *options, **environment):
        path = self.path("report.pdf")
        process = self.start("history", "report", "--out", path, *options, **environment)
        out, err = process.communicate(timeout=120)
        self.assertEqual((process.returncode, out), (0, b""), err)
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        with open(path, "rb") as file:
            self.assertTrue(file.read(5).startswith(b"%PDF-"))
        run = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, timeout=60)
        return run.stdout.decode()

    def test_figures(self):
        for number in range(2):
            status, answer = self.run_json(
                "issue", *request("get_biz_token", "1", biz_no=f"b-{number}", uuid="u-planted"), "--sandbox")
            self.assertEqual(status, ISSUED)
        self.run_ctl("issue", *request("get_token", "-1", biz_no="b-3"), "--sandbox")
        text = self.report()
        self.assertRegex(text, r"Sandbox +Sandbox +get_biz_token +2 +– +– +– +– +2\n")
        self.assertRegex(text, r"Sandbox +Sandbox +get_token +1 +– +– +– +– +1\n")
        self.assertRegex(text, r"Together +3 +– +– +– +– +3\n")
        self.assertRegex(text, r"Token can still be used +3\n")
        self.assertIn("Page 1 of 1", text)
        for planted in (NAME, ID_NUMBER, "测", "u-planted", answer["token"], answer["request_id"], "b-1"):
            self.assertNotIn(planted, text)
        chinese = self.report(LC_ALL="zh_CN.UTF-8")
        self.assertRegex(chinese, r"沙盒 +get_biz_token +2 ")

    def test_refusals_by_reason(self):
        _, url = self.sandbox("--scenario", "NO_FACE_FOUND:image_ref1")
        for _ in range(3):
            self.run_ctl("issue", *request("get_biz_token", "0"), "--base-url", url, "--api-key", "sandbox-key",
                         secret="sandbox-secret")
        self.assertRegex(self.report(), r"NO_FACE_FOUND:image_ref1 +No face was found in the photo\. +get_biz_token +3\n")

    def test_stretch_of_time(self):
        self.run_ctl("issue", *request("get_token", "-1"), "--sandbox")
        self.assertRegex(self.report("--since", "2001-01-01"), r"get_token +1 ")
        self.assertIn("Nothing was sent", self.report("--since", "2001-01-01", "--until", "2001-02-01T08:00"))

    def test_what_cannot_be_done(self):
        out = self.path("out.pdf")
        for arguments in ([], ["--out", out, "--since", "yesterday"], ["--out", out, "--until", "2001-01-01"],
                          ["--out", out, "x"]):
            self.assertEqual(self.run_ctl("history", "report", *arguments)[0], USAGE, arguments)
        self.assertEqual(self.run_ctl("history", "report", "--out", self.path("no/such/folder.pdf"))[0], NO_OUTPUT)
        self.assertFalse(os.path.exists(out))


if __name__ == "__main__":
    main()

"""faceidctl har: rows of the history as an HTTP archive, and token requests in the archives of other programs."""

import json

from support import ID_NUMBER, NAME, REFUSED, USAGE, CtlTest, main, request

# What HAR 1.2 asks of every object, by where it stands.
NEEDED = {
    "log": {"version", "creator", "entries"},
    "entry": {"startedDateTime", "time", "request", "response", "cache", "timings"},
    "request": {"method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize", "bodySize"},
    "response": {"status", "statusText", "httpVersion", "cookies", "headers", "content", "redirectURL", "headersSize", "bodySize"},
    "content": {"size", "mimeType"},
    "timings": {"send", "wait", "receive"},
}


def entry(url, params, status, answer):
    """One of an archive as a browser writes it."""
    return {"startedDateTime": "2026-01-02T03:04:05.678Z", "time": 12, "cache": {}, "timings": {"send": 1, "wait": 2, "receive": 3},
            "request": {"method": "POST", "url": url, "httpVersion": "h2", "cookies": [], "headers": [], "queryString": [],
                        "headersSize": -1, "bodySize": -1, "postData": params},
            "response": {"status": status, "statusText": "", "httpVersion": "h2", "cookies": [], "headers": [], "redirectURL": "",
                         "headersSize": -1, "bodySize": -1, "content": {"size": 1, "mimeType": "application/json", "text": answer}}}


class HarTest(CtlTest):
    def archive(self, *entries):
        return self.file("a.har", json.dumps({"log": {"version": "1.2", "creator": {"name": "x", "version": "1"},
                                                      "entries": list(entries)}}).encode())

    def test_rows_become_an_archive(self):
        _, issued = self.run_json("issue", *request("get_biz_token", "1", biz_no="b-1"), "--sandbox")
        self.run_json("issue", *request("get_token", "0", biz_no="b-2"), "--sandbox", "--timeout", "30")
        ids = [row["id"] for row in self.history()]
        status, out, err = self.run_ctl("har", "export", *ids)
        self.assertEqual((status, err), (0, ""))
        log = json.loads(out)["log"]
        self.assertEqual((log["version"], len(log["entries"])), ("1.2", 2))
        for found in log["entries"]:
            for where, needed in NEEDED.items():
                place = {"log": log, "entry": found, "content": found["response"]["content"]}.get(where, found.get(where))
                self.assertLessEqual(needed, set(place), where)
            self.assertLessEqual(0, min(found["timings"][name] for name in NEEDED["timings"]))
        for secret in (issued["token"], ID_NUMBER, NAME, "sandbox-secret", "测*", "1…"):
            self.assertNotIn(secret, out)
        self.assertIn("[name 1]", out)
        photo = [part for part in log["entries"][0]["request"]["postData"]["params"] if part["name"] == "image_ref1"]
        self.assertIn("sha256", photo[0]["value"])

        with open(self.path("own.har"), "w", encoding="utf-8") as file:
            file.write(out)
        status, entries = self.run_json("har", "import", self.path("own.har"))
        self.assertEqual((status, [found["biz_no"] for found in entries]), (0, ["b-2", "b-1"]))
        self.assertEqual(entries[1]["outcome"], "Issued")
        # Photos and pseudonyms cannot be taken over, but nothing was missing from what was sent.
        self.assertEqual([found["problems"] for found in entries], [[], []])
        self.assertIn("    Does not fit: ", self.run_ctl("har", "import", self.path("own.har"))[1])

    def test_personal_data_is_asked_for(self):
        self.run_json("issue", *request("get_biz_token", "1", biz_no="b-1"), "--sandbox")
        status, out, err = self.run_ctl("har", "export", self.history()[0]["id"], "--with-personal")
        self.assertEqual((status, err), (0, ""))
        self.assertIn("测*", out)
        for secret in (ID_NUMBER, NAME, "sandbox-secret"):
            self.assertNotIn(secret, out)
        entries = [json.loads(line) for line in self.run_ctl("history", "audit", "--format", "json")[1].splitlines()]
        self.assertEqual((entries[-1]["deed"], entries[-1]["detail"]), ("export", "1 rows as HAR, with personal columns"))

    def test_archives_of_others(self):
        path = self.archive(
            entry("https://elsewhere.example/page", {}, 200, ""),
            entry("https://api.megvii.com/faceid/liveness/v2/get_token",
                  {"mimeType": "application/x-www-form-urlencoded",
                   "text": f"api_key=k&api_secret=very-secret&comparison_type=1&idcard_number={ID_NUMBER}&biz_no=a+b%2Bc&verbose=1"},
                  400, '{"error_message":"MISSING_ARGUMENTS:return_url","request_id":"r-1","time_used":1}'))
        status, out, err = self.run_ctl("har", "import", path, "--json")
        self.assertEqual(status, 0)
        self.assertIn("1 other request", err)
        self.assertNotIn("very-secret", out)
        self.assertNotIn(ID_NUMBER, out)
        found, = json.loads(out)
        self.assertEqual((found["endpoint"], found["outcome"], found["biz_no"], found["request_id"]),
                         ("get_token", "Refused", "a b+c", "r-1"))
        self.assertIn("verbose", found["left_out"])
        self.assertIn("MISSING_ARGUMENTS:return_url", found["problems"])

    def test_what_is_no_archive(self):
        for content in (b"", b"{}", b'{"log":1}', b"\xff\xfe"):
            status, out, err = self.run_ctl("har", "import", self.file("b.har", content))
            self.assertEqual((status, out), (REFUSED, ""))
            self.assertIn("no HTTP archive", err)
        with open(self.path("large.har"), "wb") as file:
            file.truncate(300 * 1024 * 1024)  # takes no room on the disk
        for name, words in (("none.har", "none.har cannot be read"), ("large.har", "larger than 256 MiB"), (".", "cannot be read")):
            status, out, err = self.run_ctl("har", "import", self.path(name))
            self.assertEqual((status, out), (REFUSED, ""))
            self.assertIn(words, err)

    def test_ids(self):
        self.assertEqual(self.run_ctl("har", "export")[0], USAGE)
        self.assertEqual(self.run_ctl("har", "export", "7")[0], USAGE)
        self.assertEqual(self.run_ctl("har", "export", "00000000-0000-4000-8000-000000000001")[0], REFUSED)


if __name__ == "__main__":
    main()

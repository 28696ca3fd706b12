"""faceidctl history verify and audit: the chain as anybody can follow it."""

import csv
import hashlib
import io
import json
import os
import sqlite3

from support import REFUSED, USAGE, CtlTest, main, request


class AuditTest(CtlTest):
    @property
    def file(self):
        return os.path.join(self.environment["XDG_DATA_HOME"], "faceid-console", "history.sqlite")

    def export(self):
        """Whatever leaves the history is an entry."""
        self.assertEqual(self.run_ctl("history", "report", "--out", self.path("report.pdf"))[0], 0)

    def entries(self):
        status, out, err = self.run_ctl("history", "audit", "--format", "json")
        self.assertEqual((status, err), (0, ""))
        return [json.loads(line) for line in out.splitlines()]

    def test_empty(self):
        status, verdict = self.run_json("history", "verify")
        self.assertEqual((status, verdict), (0, {"whole": True, "entries": 0, "head": None, "first_broken": None,
                                                 "reason": None}))

    def test_chain_followed_by_another_program(self):
        for _ in range(3):
            self.export()
        entries = self.entries()
        self.assertEqual([entry["deed"] for entry in entries], ["export"] * 3)
        before = ""
        for number, entry in enumerate(entries, 1):
            self.assertEqual(entry["number"], number)
            fields = [entry[name] for name in ("number", "at", "who", "deed", "subject", "detail")]
            text = before + "\n" + json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
            before = hashlib.sha256(text.encode()).hexdigest()
            self.assertEqual(entry["hash"], before)
        status, verdict = self.run_json("history", "verify", "--anchor", entries[1]["hash"])
        self.assertEqual((status, verdict["entries"], verdict["head"]), (0, 3, before))
        status, out, _ = self.run_ctl("history", "audit", "--format", "csv")
        self.assertEqual([row["hash"] for row in csv.DictReader(io.StringIO(out))],
                         [entry["hash"] for entry in entries])

    def test_broken_entry_is_named(self):
        for _ in range(3):
            self.export()
        head = self.entries()[-1]["hash"]
        with sqlite3.connect(self.file) as database:
            database.execute("DROP TRIGGER audit_no_update")
            database.execute("UPDATE audit SET detail = 'nothing' WHERE number = 2")
        status, out, _ = self.run_ctl("history", "verify")
        self.assertEqual(status, REFUSED)
        self.assertIn("Entry 2 ", out)
        status, verdict = self.run_json("history", "verify", "--anchor", head)
        self.assertEqual((status, verdict["first_broken"]), (REFUSED, 2))

    def test_every_deed_of_the_terminal(self):
        """What shows, takes out, erases or changes something is written down; what only looks is not."""
        _, answer = self.run_json("issue", *request("get_token", "-1", biz_no="b-1"), "--sandbox")
        row = self.history()[0]["id"]
        profile = self.run_json("profile", "add", "Mine", "--api-key", "K", "--no-secret")[1]["id"]
        expected = [("profile", profile)]
        for deed, subject, words in (
                (None, "", ["profile", "list"]), (None, "", ["profile", "show", "Mine"]),
                (None, "", ["history", "list"]), (None, "", ["history", "show", row]),
                (None, "", ["history", "search", "b-1"]), (None, "", ["token", "read", answer["token"]]),
                ("reveal", "", ["history", "list", "--show-token"]),
                ("reveal", "", ["history", "search", "b-1", "--show-token"]),
                ("reveal", row, ["history", "show", "--show-token", row]),
                (None, "", ["history", "search", "nothing", "--show-token"]),
                ("export", "", ["history", "export", "--format", "csv"]),
                ("export", "", ["history", "export", "--format", "json", "--with-personal"]),
                ("export", "", ["history", "report", "--out", self.path("shift.pdf")]),
                ("purge", "", ["history", "purge", "--before", "2001-01-01"]),
                ("profile", profile, ["profile", "remove", "Mine"])):
            self.assertEqual(self.run_ctl(*words)[0], 0, words)
            if deed:
                expected.append((deed, subject))
        entries = self.entries()
        self.assertEqual([(entry["deed"], entry["subject"]) for entry in entries], expected)
        self.assertNotIn(answer["token"], json.dumps(entries))
        self.assertEqual(self.run_json("history", "verify")[1]["entries"], len(expected))

    def test_usage(self):
        for arguments in (["verify", "x"], ["audit"], ["audit", "--format", "xml"]):
            self.assertEqual(self.run_ctl("history", *arguments)[0], USAGE)


if __name__ == "__main__":
    main()

"""faceidctl history verify and audit: the chain as anybody can follow it."""

import csv
import hashlib
import io
import json
import os
import sqlite3

from support import REFUSED, USAGE, CtlTest, main


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

    def test_usage(self):
        for arguments in (["verify", "x"], ["audit"], ["audit", "--format", "xml"]):
            self.assertEqual(self.run_ctl("history", *arguments)[0], USAGE)


if __name__ == "__main__":
    main()

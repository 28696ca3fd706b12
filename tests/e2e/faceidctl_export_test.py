"""faceidctl history export: rows for other programs, without what is personal unless it is asked for."""

import csv
import io
import json
import os
import stat

from support import ISSUED, NO_OUTPUT, USAGE, CtlTest, main, request


class ExportTest(CtlTest):
    def setUp(self):
        super().setUp()
        self.tokens = []
        for number in range(3):
            status, answer = self.run_json("issue", *request("get_biz_token", "1", biz_no=f"b-{number}"), "--sandbox")
            self.assertEqual(status, ISSUED)
            self.tokens.append(answer["token"])
        self.run_ctl("history", "note", self.history()[0]["id"], "=HYPERLINK(\"x\"), 客户")

    def export(self, *options):
        status, out, err = self.run_ctl("history", "export", *options)
        self.assertEqual((status, err), (0, ""))
        return out

    def test_csv(self):
        rows = list(csv.DictReader(io.StringIO(self.export("--format", "csv"), newline="")))
        self.assertEqual([row["biz_no"] for row in rows], ["b-2", "b-1", "b-0"])
        self.assertNotIn("person", rows[0])
        self.assertNotIn("note", rows[0])
        self.assertEqual(rows[0]["outcome"], "Issued")
        self.assertNotIn(self.tokens[2], str(rows))
        text = self.export("--format", "csv", "--with-personal", "--bom")
        self.assertTrue(text.startswith("\ufeffid,"))
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        self.assertEqual(rows[0]["note"], "'=HYPERLINK(\"x\"), 客户")
        self.assertTrue(rows[0]["person"].startswith("测*"))

    def test_json(self):
        rows = json.loads(self.export("--format", "json"))
        listed = [{name: value for name, value in row.items() if name in rows[0]} for row in self.history()]
        self.assertEqual(rows, listed)
        self.assertNotIn("person", rows[0])
        rows = json.loads(self.export("--format", "json", "--with-personal"))
        self.assertEqual(rows[0]["note"], "=HYPERLINK(\"x\"), 客户")

    def test_filters(self):
        self.assertEqual(json.loads(self.export("--format", "json", "--until", "2001-01-01")), [])
        self.assertEqual(json.loads(self.export("--format", "json", "--outcome", "Refused")), [])
        self.assertEqual(len(json.loads(self.export("--format", "json", "--since", "2001-01-01", "--outcome",
                                                    "Issued", "--outcome", "Refused"))), 3)

    def test_file(self):
        path = self.path("rows.csv")
        self.assertEqual(self.export("--format", "csv", "--out", path), "")
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        with open(path, newline="", encoding="utf-8") as file:
            self.assertEqual(len(list(csv.DictReader(file))), 3)
        self.assertEqual(self.run_ctl("history", "export", "--format", "csv", "--out", self.path("no/rows.csv"))[0],
                         NO_OUTPUT)

    def test_every_export_is_noted(self):
        self.export("--format", "csv", "--with-personal")
        out = self.run_ctl("history", "audit", "--format", "json")[1]
        entry = json.loads(out.splitlines()[-1])
        self.assertEqual((entry["deed"], entry["detail"]), ("export", "3 rows as CSV, with personal columns"))

    def test_usage(self):
        for options in ([], ["--format", "xml"], ["--format", "json", "--bom"], ["--format", "csv", "x"],
                        ["--format", "csv", "--since", "soon"], ["--format", "csv", "--outcome", "Good"]):
            self.assertEqual(self.run_ctl("history", "export", *options)[0], USAGE, options)


if __name__ == "__main__":
    main()

"""faceidctl diff: two rows of the history side by side."""

import json

from support import ID_NUMBER, NAME, USAGE, CtlTest, main, png, request

TROUBLE = 2


class DiffTest(CtlTest):
    def issue(self, endpoint, comparison, *options, **changes):
        status, answer = self.run_json("issue", *request(endpoint, comparison, **changes), "--sandbox", *options)
        self.tokens.append(answer["token"])
        return self.history()[0]["id"]

    def setUp(self):
        super().setUp()
        self.tokens = []

    def diff(self, *ids):
        status, report = self.run_json("diff", *ids)
        return status, report, {(row["section"], row["name"]): row for row in report["rows"]}

    def test_the_same_request_again(self):
        ids = [self.issue("get_biz_token", "0", biz_no=f"b-{number}") for number in range(2)]
        status, report, rows = self.diff(*ids)
        self.assertEqual((status, report["same"]), (0, True))
        self.assertEqual(rows["request", "biz_no"],
                         {"section": "request", "name": "biz_no", "left": "b-0", "right": "b-1", "difference": "each-time"})
        self.assertEqual(rows["answer", "$.biz_token"]["difference"], "each-time")
        self.assertEqual(rows["request", "image_ref1"]["difference"], "none")
        self.assertIn("sha256", rows["request", "image_ref1"]["left"])
        self.assertIn(("timings", "total_ms"), rows)
        status, out, err = self.run_ctl("diff", *ids)
        self.assertEqual((status, err), (0, ""))
        self.assertIn("~ biz_no\n    < b-0\n    > b-1\n", out)
        self.assertNotIn("!", out)
        self.assertNotIn("image_ref1", out)
        self.assertIn("  image_ref1\n    = ", self.run_ctl("diff", "--all", *ids)[1])

    def test_what_differs(self):
        small = self.file("small.png", png(8, 8))
        first = self.issue("get_biz_token", "0")
        second = self.issue("get_biz_token", "0", image_ref1=small)
        status, report, rows = self.diff(first, second)
        self.assertEqual((status, report["same"]), (1, False))
        self.assertEqual(rows["request", "image_ref1"]["difference"], "real")
        self.assertEqual((rows["facts", "outcome"]["left"], rows["facts", "outcome"]["right"]), ("Issued", "Refused"))
        self.assertEqual(rows["answer", "$.biz_token"]["right"], None)
        self.assertEqual(rows["answer", "$.error"]["left"], None)
        status, out, _ = self.run_ctl("diff", first, second)
        self.assertEqual(status, 1)
        self.assertIn("! outcome\n    < Issued\n    > Refused\n", out)

    def test_what_is_masked_stays_masked(self):
        ids = [self.issue("get_biz_token", "1", biz_no=f"b-{number}") for number in range(2)]
        for out in (self.run_ctl("diff", "--all", *ids)[1], self.run_ctl("diff", "--json", *ids)[1]):
            for secret in (*self.tokens, NAME, ID_NUMBER, "sandbox-secret"):
                self.assertNotIn(secret, out)
        _, _, rows = self.diff(*ids)
        # Without a keychain nobody can say whether it is the same person.
        self.assertEqual(rows["request", "idcard_name"]["difference"], "unclear")

    def test_usage(self):
        row = self.issue("get_biz_token", "0")
        for ids in ((), (row,), (row, row, row), (row, "7")):
            self.assertEqual(self.run_ctl("diff", *ids)[0], USAGE, ids)
        status, out, err = self.run_ctl("diff", row, "00000000-0000-4000-8000-000000000001")
        self.assertEqual((status, out), (TROUBLE, ""))
        self.assertIn("no row", err)
        self.assertEqual(json.loads(self.run_ctl("diff", row, row, "--json")[1])["same"], True)
        self.assertEqual(self.run_ctl("diff", row, row), (0, "Nothing differs.\n", ""))


if __name__ == "__main__":
    main()

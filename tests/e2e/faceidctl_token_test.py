"""faceidctl token read: when a token was issued, and how long it is good for."""

import time
import uuid

from support import ISSUED, REFUSED, USAGE, CtlTest, main, request


class TokenTest(CtlTest):
    def test_fresh_biz_token_with_its_row(self):
        _, answer = self.run_json("issue", *request("get_biz_token", "0", biz_no="b-1"), "--sandbox")
        status, facts = self.run_json("token", "read", answer["token"])
        self.assertEqual(status, 0)
        self.assertEqual((facts["kind"], facts["usable"], facts["queryable"]), ("biz_token", True, True))
        self.assertEqual(facts["row"]["biz_no"], "b-1")
        self.assertNotIn(answer["token"], str(facts["row"]))
        status, by_id = self.run_json("token", "read", answer["request_id"])
        self.assertEqual((by_id["kind"], by_id["row"]["id"]), ("request_id", facts["row"]["id"]))

    def test_page_token_has_its_times_from_the_history(self):
        status, answer = self.run_json("issue", *request("get_token", "-1", biz_no="b-1"), "--sandbox")
        self.assertEqual(status, ISSUED)
        status, facts = self.run_json("token", "read", f"https://example.com/do?token={answer['token']}")
        self.assertEqual((facts["kind"], facts["usable"], facts["queryable"]), ("token", True, None))
        self.assertEqual(facts["usable_until"], answer["expires_at"])

    def test_windows_of_a_stranger(self):
        now = int(time.time())
        for age, usable, queryable in ((60, True, True), (2 * 3600, False, True), (25 * 3600, False, False)):
            status, facts = self.run_json("token", "read", f"{now - age},{uuid.uuid4()}")
            self.assertEqual((status, facts["usable"], facts["queryable"], facts["row"]), (0, usable, queryable, None))

    def test_text_for_people(self):
        status, out, err = self.run_ctl("token", "read", "1532412036,c26a7243-d47c-440f-ade1-6c09dd9cba46")
        self.assertEqual((status, err), (0, ""))
        self.assertIn("Issued: 2018-07-24T06:00:36Z\n", out)
        self.assertIn("In the SDK: over since 2018-07-24T07:00:36Z\n", out)
        self.assertIn("For get_result: over since 2018-07-25T06:00:36Z\n", out)

    def test_as_the_list_shows_it(self):
        self.run_json("issue", *request("get_biz_token", "0"), "--sandbox")
        masked = self.history()[0]["token"]
        for verb, expected in ((("token", "read"), REFUSED), (("result",), USAGE)):
            status, _, err = self.run_ctl(*verb, masked)
            self.assertEqual(status, expected)
            self.assertIn("--show-token", err)

    def test_no_token(self):
        status, facts = self.run_json("token", "read", "hello")
        self.assertEqual((status, facts["kind"]), (REFUSED, None))
        self.assertEqual(self.run_ctl("token", "read")[0], USAGE)


if __name__ == "__main__":
    main()

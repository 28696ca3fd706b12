"""`faceidctl result`: from the token to the three verdicts, for both APIs, against the sandbox."""

import json
import urllib.parse
import urllib.request

from support import REFUSED, NOT_SENT, USAGE, PHOTO, CtlTest, main, request

KEY, SECRET = "sandbox-key", "sandbox-secret"
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class ResultTest(CtlTest):
    def setUp(self):
        super().setUp()
        _, self.url = self.sandbox("--faces", "one")
        self.target = ("--base-url", self.url, "--api-key", KEY)

    def issue(self, *arguments):
        status, answer = self.run_json("issue", *arguments, *self.target, secret=SECRET)
        self.assertEqual(status, 0, answer)
        return answer["token"]

    def complete(self, token, outcome):
        status, _, err = self.run_ctl("sandbox", "complete", token, "--outcome", outcome, "--base-url", self.url)
        self.assertEqual(status, 0, err)

    def result(self, *arguments):
        return self.run_json("result", *arguments, *self.target, secret=SECRET)

    def verdicts(self, answer):
        return tuple(answer["verdicts"][name] for name in ("flow", "liveness", "comparison"))

    def test_every_outcome_of_the_sdk(self):
        for outcome, status, verdicts in (("pass", 0, ("passed", "passed", "passed")),
                                          ("wrong-person", REFUSED, ("passed", "passed", "failed")),
                                          ("attack", REFUSED, ("passed", "failed", "not-done")),
                                          ("cancelled", REFUSED, ("failed", "not-done", "not-done"))):
            with self.subTest(outcome=outcome):
                token = self.issue(*request("get_biz_token", "0"))
                self.complete(token, outcome)
                got, answer = self.result(token)
                self.assertEqual((got, self.verdicts(answer)), (status, verdicts), answer)
                self.assertEqual(answer["security_level"], 2)

    def test_the_row_keeps_all_three_verdicts(self):
        token = self.issue(*request("get_biz_token", "0", security_level="3"))
        status, answer = self.result(token)
        self.assertEqual((status, answer["result"]), (REFUSED, "LIVING_NOT_START"))
        self.complete(token, "pass")
        status, answer = self.result(token)
        self.assertEqual((status, answer["security_level"], answer["calls"]), (0, 3, 2))
        self.assertTrue(answer["queryable_until"])
        self.assertEqual([image["format"] for image in answer["images"]], ["JPEG"])
        row = self.history()[0]
        self.assertEqual(answer["row"], row["id"])
        status, out, _ = self.run_ctl("history", "show", row["id"])
        self.assertIn("result: Flow passed, liveness passed, comparison passed", out)
        self.assertNotIn(token, out)
        status, out, _ = self.run_ctl("history", "show", row["id"], "--json")
        kept = json.loads(out)["result"]
        self.assertEqual([kept[name] for name in ("flow", "liveness", "comparison")], ["passed"] * 3)
        self.assertIn("SHA-256", kept["answer"]["images"]["image_best"])
        self.assertNotIn(token, out)
        self.assertNotIn("base64", out)

    def test_scores_are_read_against_the_level_wanted(self):
        token = self.issue(*request("get_biz_token", "0"))
        self.complete(token, "wrong-person")
        for level in "1234":
            status, answer = self.result(token, "--level", level)
            self.assertEqual((status, answer["comparisons"][0]["passes"]), (REFUSED, False))
        status, out, _ = self.run_ctl("result", token, *self.target, secret=SECRET)
        self.assertIn("[1e-4 69 -]", out)
        self.assertIn("Flow passed, liveness passed, comparison failed", out)

    def test_pc_by_the_biz_id_of_the_page(self):
        token = self.issue(*request("get_token", "0"))
        page = f"{self.url}/faceid/liveness/v2/do"
        with OPENER.open(page + "?token=" + token, timeout=60):
            pass
        with OPENER.open(page, urllib.parse.urlencode({"token": token, "outcome": "pass"}).encode(),
                         timeout=60) as answer:
            html = answer.read().decode()
        data = html.split('name="data" value="')[1].split('"')[0]
        biz_id = json.loads(data.replace("&quot;", '"'))["biz_id"]
        status, answer = self.result("--biz-id", biz_id)
        self.assertEqual((status, self.verdicts(answer)), (0, ("passed", "passed", "passed")), answer)
        self.assertIsNone(answer["comparisons"][0]["thresholds"]["1e-6"])
        status, again = self.result(token)  # the row remembers the biz_id
        self.assertEqual((status, again["id"], again["calls"]), (0, biz_id, 2))
        status, answer = self.result(token, "--level", "4")
        self.assertEqual((status, self.verdicts(answer)[2]), (REFUSED, "unclear"))

    def test_of_an_address_without_a_profile(self):
        token = self.issue(*request("get_biz_token", "0"))
        status, out, err = self.run_ctl("result", token)
        self.assertEqual((status, out), (USAGE, ""))
        self.assertIn(f"--base-url {self.url}", err)
        self.assertNotIn("no profile", err)

    def test_of_a_profile_that_is_named_like_an_address(self):
        name = "https://shop.example.com"
        status, _, err = self.run_ctl("profile", "add", name, "--api-key", KEY, "--base-url", self.url, "--no-secret")
        self.assertEqual(status, 0, err)
        self.target = ("--profile", name)
        token = self.issue(*request("get_biz_token", "0"))
        self.complete(token, "pass")
        status, answer = self.run_json("result", token, secret=SECRET)  # the row says which profile
        self.assertEqual((status, self.verdicts(answer)), (0, ("passed", "passed", "passed")), answer)

    def test_no_result(self):
        status, answer = self.result("1532412036,c26a7243-d47c-440f-ade1-6c09dd9cba46")
        self.assertEqual((status, answer["found"], answer["error"]), (NOT_SENT, False, "RESULT_NOT_FOUND"))
        self.assertIn("no result of that id", answer["problem"])
        status, out, _ = self.run_ctl("result", "1532412036,c26a7243-d47c-440f-ade1-6c09dd9cba46", *self.target,
                                      secret="wrong")
        self.assertEqual(status, NOT_SENT)
        self.assertIn("RESULT_NOT_FOUND" if "RESULT" in out else "SIGN", out)

    def test_usage(self):
        token = "34fb21937e47ae719f11cbc719615687"
        for arguments, words in (((), "token"), (("x",), "no token"), ((token,), "--biz-id"),
                                 (("--biz-id", "1,2", "--level", "5"), "1 to 4")):
            with self.subTest(arguments=arguments):
                status, _, err = self.run_ctl("result", *arguments, "--sandbox")
                self.assertEqual(status, USAGE, err)
                self.assertIn(words, err)


if __name__ == "__main__":
    main()

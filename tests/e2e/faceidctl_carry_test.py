"""faceidctl carry: a request of one API as one of the other, and what changes. The differences are typed from the documents."""

import json

from support import ID_NUMBER, NAME, NOT_SENT, USAGE, CtlTest, main, request

NO_ROW = "00000000-0000-4000-8000-000000000001"
MASKED = "1…8"


class CarryTest(CtlTest):
    def carry(self, *args):
        status, report = self.run_json("carry", *args)
        report["changes"] = [(change["name"], change["kind"], change["value"]) for change in report["changes"]]
        report["wanted"] = [problem["code"] for problem in report["wanted"]]
        report["parts"] = {part["name"]: part["value"] for part in report["parts"]}
        return status, report

    def test_from_sdk_to_pc(self):
        status, report = self.carry(*request("get_biz_token", "0", security_level="3", biz_no="b-1"))
        self.assertEqual((status, report["from"], report["endpoint"]), (NOT_SENT, "get_biz_token", "get_token"))
        photo = report["parts"].pop("image_ref1")
        self.assertIn("sha256", photo)
        self.assertEqual(report["parts"], {"comparison_type": "0", "uuid": "u-1", "biz_no": "b-1",
                                           "multi_oriented_detection": "1"})
        self.assertEqual(report["changes"], [("security_level", "no-field", None),
                                             ("multi_oriented_detection", "said-outright", "1")])
        self.assertEqual(report["wanted"], ["MISSING_ARGUMENTS:return_url", "MISSING_ARGUMENTS:notify_url"])

    def test_from_pc_to_sdk(self):
        status, report = self.carry(*request("get_token", "1", biz_no="b-1"))
        self.assertEqual((status, report["endpoint"], report["wanted"]), (0, "get_biz_token", []))
        self.assertEqual(report["parts"]["comparison_type"], "1")
        self.assertEqual(report["parts"]["multi_oriented_detection"], "0")
        self.assertLessEqual({("return_url", "no-field", None), ("notify_url", "no-field", None),
                              ("multi_oriented_detection", "said-outright", "0")}, set(report["changes"]))

    def test_the_same_for_people(self):
        status, out, err = self.run_ctl("carry", *request("get_biz_token", "1", security_level="3"))
        self.assertEqual((status, err), (NOT_SENT, ""))
        first, *lines = out.splitlines()
        self.assertEqual(first, "get_token")
        self.assertIn("    comparison_type = 1", lines)
        self.assertEqual([line for line in lines if not line.startswith(" ")],
                         ["Said in another way:", "No counterpart:", "Still wanted by get_token:"])
        self.assertIn("    security_level: get_token has no such field.", lines)
        self.assertIn("MISSING_ARGUMENTS:return_url", out)
        for secret in (NAME, ID_NUMBER):
            self.assertNotIn(secret, out)

    def test_there_and_back(self):
        _, there = self.carry("get_biz_token", "-f", "comparison_type=0", "-f", "uuid=u-1")
        fields = [word for name, value in there["parts"].items() for word in ("-f", f"{name}={value}")]
        _, back = self.carry("get_token", *fields)
        self.assertEqual(back["parts"]["uuid"], "u-1")
        self.assertEqual(back["parts"]["multi_oriented_detection"], "1")
        self.assertEqual(back["wanted"], ["MISSING_ARGUMENTS:image_ref1"])

    def test_a_row_of_the_history(self):
        _, answer = self.run_json("issue", *request("get_token", "1", biz_no="b-1"), "--sandbox")
        row = self.history()[0]["id"]
        status, report = self.carry(row)
        self.assertEqual((status, report["from"], report["endpoint"], report["wanted"]),
                         (0, "get_token", "get_biz_token", []))
        self.assertEqual(report["parts"]["biz_no"], "b-1")
        self.assertEqual(report["parts"]["idcard_number"], MASKED)
        status, out, err = self.run_ctl("carry", row)
        self.assertEqual(status, 0)
        self.assertIn("idcard_name, idcard_number", err)  # masked: nobody can judge them
        for secret in (NAME, ID_NUMBER, answer["token"], "sandbox-secret"):
            self.assertNotIn(secret, out + err)
        self.assertEqual(len(self.history()), 1)  # nothing was sent

    def test_a_photo_of_the_history_is_not_judged(self):
        self.run_json("issue", *request("get_biz_token", "0"), "--sandbox")
        status, report = self.carry(self.history()[0]["id"])
        self.assertEqual(status, NOT_SENT)
        self.assertIn("sha256", report["parts"]["image_ref1"])
        self.assertEqual(report["wanted"], ["MISSING_ARGUMENTS:return_url", "MISSING_ARGUMENTS:notify_url"])

    def test_usage(self):
        for args in ((), ("get_it",), (NO_ROW, NO_ROW), ("get_token", "get_token"), (NO_ROW, "-f", "uuid=u-1"),
                     ("get_token", "-f", "api_secret=x"), ("get_biz_token", "-f", "return_url=x")):
            self.assertEqual(self.run_ctl("carry", *args)[0], USAGE, args)
        self.assertIn("id of a row", self.run_ctl("carry", "abc")[2])
        status, out, err = self.run_ctl("carry", NO_ROW)
        self.assertEqual((status, out), (1, ""))
        self.assertIn("no row", err)
        self.assertEqual(json.loads(self.run_ctl("carry", "get_token", "--json")[1])["from"], "get_token")


if __name__ == "__main__":
    main()

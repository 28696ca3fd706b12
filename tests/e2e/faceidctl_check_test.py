"""`faceidctl check`: each field of both documents, missing and bad, in the service's own code.

The rows are typed by hand from the two documents, not made from the program's tables.
"""

import os

from support import ID_NUMBER, NAME, NOT_SENT, PHOTO, USAGE, CtlTest, main, png, request

CHINESE_50 = "张" * 50  # 150 bytes

# endpoint, comparison_type, field that is left out, the code
MISSING = [
    # liveness_type is always the same value, so the program adds it and it cannot be missing.
    ("get_biz_token", "0", "comparison_type", "MISSING_ARGUMENTS:comparison_type"),
    ("get_biz_token", "1", "idcard_name", "MISSING_ARGUMENTS:idcard_name"),
    ("get_biz_token", "1", "idcard_number", "MISSING_ARGUMENTS:idcard_number"),
    ("get_biz_token", "0", "image_ref1", "MISSING_ARGUMENTS:image_ref1"),
    ("get_biz_token", "0", "uuid", "MISSING_ARGUMENTS:uuid"),
    ("get_token", "0", "comparison_type", "MISSING_ARGUMENTS:comparison_type"),
    ("get_token", "1", "idcard_name", "MISSING_ARGUMENTS:idcard_name"),
    ("get_token", "1", "idcard_number", "MISSING_ARGUMENTS:idcard_number"),
    ("get_token", "0", "uuid", "MISSING_ARGUMENTS:uuid"),
    ("get_token", "0", "image_ref1", "MISSING_ARGUMENTS:image_ref1"),
    ("get_token", "-1", "return_url", "MISSING_ARGUMENTS:return_url"),
    ("get_token", "-1", "notify_url", "MISSING_ARGUMENTS:notify_url"),
    ("get_token", "-1", "biz_no", "MISSING_ARGUMENTS:biz_no"),
]

# endpoint, comparison_type, field, value, the code; None: accepted
VALUES = [
    ("get_biz_token", "0", "liveness_type", "flash", "BAD_ARGUMENTS:liveness_type"),
    ("get_biz_token", "0", "liveness_type", "meglive", None),
    ("get_biz_token", "0", "comparison_type", "2", "BAD_ARGUMENTS:comparison_type"),
    ("get_biz_token", "0", "comparison_type", "-1", "BAD_ARGUMENTS:comparison_type"),
    ("get_biz_token", "0", "comparison_type", "zero", "BAD_ARGUMENTS:comparison_type"),
    ("get_biz_token", "1", "idcard_name", NAME.encode("gbk"), "BAD_ARGUMENTS:idcard_name"),
    ("get_biz_token", "1", "idcard_number", "11010119900307003", "BAD_ARGUMENTS:idcard_number"),
    ("get_biz_token", "1", "idcard_number", "11010119900307003Y", "BAD_ARGUMENTS:idcard_number"),
    ("get_biz_token", "0", "uuid", "u" * 128, None),
    ("get_biz_token", "0", "uuid", "u" * 129, "BAD_ARGUMENTS:uuid"),
    ("get_biz_token", "0", "uuid", CHINESE_50, "BAD_ARGUMENTS:uuid"),
    ("get_biz_token", "0", "biz_no", "b" * 128, None),
    ("get_biz_token", "0", "biz_no", "b" * 129, "BAD_ARGUMENTS:biz_no"),
    ("get_biz_token", "0", "liveness_timeout", "4", "BAD_ARGUMENTS:liveness_timeout"),
    ("get_biz_token", "0", "liveness_timeout", "5", None),
    ("get_biz_token", "0", "liveness_timeout", "60", None),
    ("get_biz_token", "0", "liveness_timeout", "61", "BAD_ARGUMENTS:liveness_timeout"),
    ("get_biz_token", "0", "liveness_timeout", "abc", "BAD_ARGUMENTS:liveness_timeout"),
    ("get_biz_token", "0", "liveness_timeout", "30.5", "BAD_ARGUMENTS:liveness_timeout"),
    ("get_biz_token", "0", "liveness_action_count", "0", "BAD_ARGUMENTS:liveness_action_count"),
    ("get_biz_token", "0", "liveness_action_count", "1", None),
    ("get_biz_token", "0", "liveness_action_count", "3", None),
    ("get_biz_token", "0", "liveness_action_count", "4", "BAD_ARGUMENTS:liveness_action_count"),
    ("get_biz_token", "0", "security_level", "0", "BAD_ARGUMENTS:security_level"),
    ("get_biz_token", "0", "security_level", "4", None),
    ("get_biz_token", "0", "security_level", "5", "BAD_ARGUMENTS:security_level"),
    ("get_biz_token", "0", "force_compare", "2", "BAD_ARGUMENTS:force_compare"),
    ("get_biz_token", "0", "force_compare", "1", None),
    ("get_biz_token", "0", "multi_oriented_detection", "2", "BAD_ARGUMENTS:multi_oriented_detection"),
    ("get_biz_token", "0", "multi_oriented_detection", "0", None),
    ("get_token", "0", "comparison_type", "2", "BAD_ARGUMENTS:comparison_type"),
    ("get_token", "1", "idcard_name", "名" * 32, None),
    ("get_token", "1", "idcard_name", "名" * 33, "INVALID_NAME_FORMAT"),
    ("get_token", "1", "idcard_name", NAME.encode("gbk"), "INVALID_NAME_FORMAT"),
    ("get_token", "1", "idcard_number", "11010119900307003", "INVALID_IDCARD_NUMBER"),
    ("get_token", "1", "idcard_number", "1101011990030700380", "INVALID_IDCARD_NUMBER"),
    ("get_token", "1", "idcard_number", "X10101199003070038", "INVALID_IDCARD_NUMBER"),
    ("get_token", "0", "uuid", "u" * 512, None),
    ("get_token", "0", "uuid", "u" * 513, "BAD_ARGUMENTS:uuid"),
    ("get_token", "0", "uuid", CHINESE_50, None),
    ("get_token", "-1", "return_url", "example.com/return", "BAD_ARGUMENTS:return_url"),
    ("get_token", "-1", "notify_url", "ftp://example.com/notify", "BAD_ARGUMENTS:notify_url"),
    ("get_token", "-1", "biz_no", "b" * 129, "BAD_ARGUMENTS:biz_no"),
    ("get_token", "-1", "biz_no", "号" * 43, "BAD_ARGUMENTS:biz_no"),
    ("get_token", "-1", "biz_extra_data", "x" * 4096, None),
    ("get_token", "-1", "biz_extra_data", "x" * 4097, "BAD_ARGUMENTS:biz_extra_data"),
    ("get_token", "-1", "scene_id", b"\xff\xfe", "BAD_ARGUMENTS:scene_id"),
    ("get_token", "-1", "screen_replay", "2", "BAD_ARGUMENTS:screen_replay"),
    ("get_token", "-1", "screen_replay", "1", None),
    ("get_token", "-1", "multi_oriented_detection", "yes", "BAD_ARGUMENTS:multi_oriented_detection"),
    ("get_token", "-1", "multi_oriented_detection", "1", None),
]


class CheckTest(CtlTest):
    def check(self, endpoint, comparison, **changes):
        """The codes that `check` names; its exit status must go with them."""
        if endpoint == "get_token":
            changes.setdefault("biz_no", "b-1")
        status, answer = self.run_json("check", *request(endpoint, comparison, **changes))
        self.assertEqual(status, NOT_SENT if answer["problems"] else 0)
        for problem in answer["problems"]:
            self.assertEqual(sorted(problem), ["code", "field", "message"])
            self.assertTrue(problem["message"])
        return [problem["code"] for problem in answer["problems"]]

    def test_complete_requests_pass(self):
        for endpoint, comparison in (("get_biz_token", "0"), ("get_biz_token", "1"), ("get_token", "0"),
                                     ("get_token", "1"), ("get_token", "-1")):
            with self.subTest(endpoint=endpoint, comparison=comparison):
                self.assertEqual(self.check(endpoint, comparison), [])

    def test_each_missing_field_is_named(self):
        for endpoint, comparison, field, code in MISSING:
            with self.subTest(endpoint=endpoint, field=field):
                self.assertEqual(self.check(endpoint, comparison, **{field: None}), [code])
                if not field.startswith("image_ref"):  # an empty value counts as left out
                    self.assertEqual(self.check(endpoint, comparison, **{field: ""}), [code])

    def test_each_bad_value_is_named(self):
        for endpoint, comparison, field, value, code in VALUES:
            with self.subTest(endpoint=endpoint, field=field, value=value):
                self.assertEqual(self.check(endpoint, comparison, **{field: value}), [code] if code else [])

    def test_each_bad_photo_is_named(self):
        text = self.file("text.jpg", b"no picture at all")
        for endpoint, count in (("get_biz_token", 2), ("get_token", 3)):
            for number in range(1, count + 1):
                field = f"image_ref{number}"
                with self.subTest(endpoint=endpoint, field=field):
                    self.assertEqual(self.check(endpoint, "0", **{field: text}),
                                     [f"IMAGE_ERROR_UNSUPPORTED_FORMAT:{field}"])

    def test_photos_that_are_no_usable_picture(self):
        with open(PHOTO, "rb") as file:
            photo = file.read()
        bad = {
            "cut.png": photo[:len(photo) // 2],
            "vector.jpg": b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
            "empty.png": b"",
        }
        paths = [self.file(name, content) for name, content in bad.items()]
        os.mkfifo(self.path("pipe.png"))
        paths += [self.path("pipe.png"), self.path("vanished.png"), self.home]
        for path in paths:
            with self.subTest(path=os.path.basename(path)):
                self.assertEqual(self.check("get_biz_token", "0", image_ref1=path),
                                 ["IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref1"])

    def test_unreadable_photo_is_explained(self):
        status, answer = self.run_json("check", *request("get_biz_token", "0", image_ref1=self.path("gone.png")))
        self.assertEqual(status, NOT_SENT)
        self.assertEqual(len(answer["problems"]), 1)
        self.assertEqual(answer["problems"][0]["field"], "image_ref1")
        self.assertNotIn("empty", answer["problems"][0]["message"])
        self.assertIn("gone.png", answer["problems"][0]["message"])

    def test_only_one_document_limits_the_side(self):
        for size in ((4097, 1), (1, 4097)):
            large = self.file("large.png", png(*size))
            self.assertEqual(self.check("get_biz_token", "0", image_ref2=large), ["INVALID_IMAGE_SIZE:image_ref2"])
            self.assertEqual(self.check("get_token", "0", image_ref2=large), [])
        self.assertEqual(self.check("get_biz_token", "0", image_ref2=self.file("just.png", png(4096, 1))), [])

    def test_only_one_document_limits_the_request(self):
        heavy = self.file("heavy.png", png(2000, 1800, level=0))  # two of them are over the limit, one is not
        self.assertGreater(2 * os.path.getsize(heavy), 20 * 1024 * 1024)
        self.assertEqual(self.check("get_biz_token", "0", image_ref1=heavy), [])
        self.assertEqual(self.check("get_biz_token", "0", image_ref1=heavy, image_ref2=heavy),
                         ["Request Entity Too Large"])
        self.assertEqual(self.check("get_token", "0", image_ref1=heavy, image_ref2=heavy), [])

    def test_file_larger_than_any_service_takes(self):
        with open(self.path("huge.jpg"), "wb") as file:
            file.truncate(65 * 1024 * 1024)
        huge = self.path("huge.jpg")
        self.assertEqual(self.check("get_biz_token", "0", image_ref1=huge), ["Request Entity Too Large"])
        self.assertEqual(self.check("get_token", "0", image_ref1=huge), ["IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref1"])

    def test_problems_come_in_the_documents_order(self):
        fields = dict(uuid="u" * 129, image_ref1=self.file("text.jpg", b"x"), security_level="9", biz_no="b" * 129)
        self.assertEqual(self.check("get_biz_token", "0", **fields),
                         ["IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref1", "BAD_ARGUMENTS:uuid", "BAD_ARGUMENTS:biz_no",
                          "BAD_ARGUMENTS:security_level"])
        self.assertEqual(self.check("get_token", "0", uuid=None, image_ref1=None, notify_url=None, biz_no=None),
                         ["MISSING_ARGUMENTS:uuid", "MISSING_ARGUMENTS:image_ref1", "MISSING_ARGUMENTS:notify_url",
                          "MISSING_ARGUMENTS:biz_no"])

    def test_a_required_photo_of_the_pc_may_have_any_number(self):
        self.assertEqual(self.check("get_token", "0", image_ref1=None, image_ref3=PHOTO), [])
        self.assertEqual(self.check("get_biz_token", "0", image_ref1=None, image_ref2=PHOTO),
                         ["MISSING_ARGUMENTS:image_ref1"])

    def test_check_digit_is_a_warning_only(self):
        wrong = ID_NUMBER[:-1] + "9"
        status, answer = self.run_json("check", *request("get_token", "1", idcard_number=wrong, biz_no="b"))
        self.assertEqual((status, answer["problems"]), (0, []))
        self.assertEqual([warning["field"] for warning in answer["warnings"]], ["idcard_number"])

    def test_what_the_comparison_does_not_have_is_left_out(self):
        status, out, err = self.run_ctl("check", *request("get_biz_token", "0", idcard_name=NAME), "--json")
        self.assertEqual((status, out), (0, '{"problems":[],"warnings":[]}\n'))
        self.assertIn("idcard_name", err)
        self.assertNotIn(NAME, err)

    def test_lines_for_people(self):
        status, out, err = self.run_ctl("check", *request("get_biz_token", "0", uuid=CHINESE_50, biz_no="b" * 129))
        self.assertEqual((status, err), (NOT_SENT, ""))
        self.assertEqual(out, "uuid: 150 of at most 128 bytes (BAD_ARGUMENTS:uuid)\n"
                              "biz_no: 129 of at most 128 bytes (BAD_ARGUMENTS:biz_no)\n")
        status, out, err = self.run_ctl("check", *request("get_biz_token", "0"))
        self.assertEqual((status, out, err), (0, "Nothing to refuse.\n", ""))

    def test_options_may_stand_in_front(self):
        endpoint, *options = request("get_biz_token", "0")
        status, out, _ = self.run_ctl("check", "--json", *options, endpoint)
        self.assertEqual((status, out), (0, '{"problems":[],"warnings":[]}\n'))

    def test_writes_nothing(self):
        self.check("get_biz_token", "1")
        files = [name for _, _, names in os.walk(self.home) for name in names]
        self.assertEqual(files, [])

    def test_credentials_are_refused(self):
        for endpoint, field in (("get_biz_token", "sign"), ("get_biz_token", "sign_version"),
                                ("get_token", "api_key"), ("get_token", "api_secret")):
            with self.subTest(field=field):
                status, out, err = self.run_ctl("check", endpoint, "-f", field + "=planted-value")
                self.assertEqual((status, out), (USAGE, ""))
                self.assertIn(field, err)
                self.assertNotIn("planted-value", err)


if __name__ == "__main__":
    main()

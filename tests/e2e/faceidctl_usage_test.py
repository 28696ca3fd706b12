"""The command line of faceidctl: help, and what is refused before anything is done."""

import os

from support import ISSUED, NOT_SENT, PHOTO, USAGE, CtlTest, main, request

SDK = ["get_biz_token", "-f", "comparison_type=0"]
HERE = ["--base-url", "http://127.0.0.1:9", "--api-key", "k"]

# arguments, what the message must hold
WRONG = [
    ([], "issue"),
    (["--json", "issue"], "issue"),
    (["isue"], "issue"),
    (["sign"], "sign make"),
    (["history"], "history list"),
    (["issue", "--sandbox"], "get_biz_token"),
    (["issue", "get_biz_tokn", "--sandbox"], "get_biz_token"),
    (["issue", *SDK, "get_token", "--sandbox"], "get_token"),
    (["issue", *SDK], "--sandbox"),
    (["issue", *SDK], "--profile"),
    (["issue", *SDK], "--base-url"),
    (["issue", *SDK, "--sandbox", *HERE], "exactly one"),
    (["issue", *SDK, "--profile", "Production"], "Production"),
    (["issue", *SDK, "--base-url", "http://127.0.0.1:9"], "--api-key"),
    (["issue", *SDK, *HERE], "FACEID_API_SECRET"),
    (["issue", *SDK, "--sandbox", "--api-key", "k"], "--api-key"),
    (["issue", *SDK, "--base-url", "nonsense", "--api-key", "k"], "https://"),
    (["issue", *SDK, "--base-url", "ftp://127.0.0.1/", "--api-key", "k"], "https://"),
    (["issue", *SDK, "--base-url", "https://name:word@127.0.0.1", "--api-key", "k"], "secrets never"),
    (["issue", *SDK, "--sandbox", "--timeout", "0"], "--timeout"),
    (["issue", *SDK, "--sandbox", "--timeout", "soon"], "--timeout"),
    (["issue", *SDK, "--sandbox", "--timeout", "nan"], "--timeout"),
    (["issue", *SDK, "--sandbox", "--frobnicate"], "frobnicate"),
    (["issue", *SDK, "--sandbox", "-f"], "f"),
    (["issue", *SDK, "--sandbox", "-f", "uuid"], "NAME=VALUE"),
    (["issue", *SDK, "--sandbox", "-f", "uiud=1"], "'uuid'"),
    (["issue", *SDK, "--sandbox", "-f", "uuid=1", "-f", "uuid=2"], "twice"),
    (["issue", *SDK, "--sandbox", "-f", "image_ref1=x.jpg"], "-i image_ref1"),
    (["issue", *SDK, "--sandbox", "-i", "uuid=x.jpg"], "image_ref1, image_ref2"),
    (["issue", *SDK, "--sandbox", "-i", "image_ref3=x.jpg"], "image_ref2"),
    (["issue", *SDK, "--sandbox", "-i", "image_ref1="], "image_ref1"),
    (["issue", *SDK, "--sandbox", "-f", "api_secret=planted"], "api_secret"),
    (["issue", *SDK, "--sandbox", "-f", "sign=planted"], "credential"),
    (["isue", *SDK], "Did you mean 'issue'?"),
    (["history", "sow"], "Did you mean 'history show'?"),
    (["check"], "get_token"),
    (["check", *SDK, "--sandbox"], "sandbox"),
    (["sandbox", "extra"], "extra"),
    (["sign", "make"], "--api-key"),
    (["sign", "make", "--api-key", "k"], "FACEID_API_SECRET"),
    (["sign", "make", "--api-key", "k", "--valid", "-5"], "--valid"),
    (["sign", "make", "--api-key", "k", "--valid", "x"], "--valid"),
    (["sign", "explain"], "sign"),
    (["sign", "explain", "a", "b"], "'b'"),
    (["history", "list", "extra"], "extra"),
    (["history", "list", "--limit", "0"], "--limit"),
]


class UsageTest(CtlTest):
    def test_wrong_command_lines(self):
        for args, words in WRONG:
            with self.subTest(args=args):
                status, out, err = self.run_ctl(*args)
                self.assertEqual((status, out), (USAGE, ""))
                self.assertIn(words, err)
                self.assertIn("--help", err)
                self.assertNotIn("planted", err)

    def test_help(self):
        for args in (["--help"], ["-h"], ["help"], ["issue", "--help"], ["issue", "-h"], ["check", "--help"],
                     ["sandbox", "--help"], ["sign", "make", "--help"], ["sign", "explain", "--help"],
                     ["history", "list", "--help"], ["result", "--help"], ["batch", "--help"],
                     ["callback", "listen", "--help"], ["callback", "send", "--help"], ["issue", "get_biz_token", "--help"]):
            with self.subTest(args=args):
                status, out, err = self.run_ctl(*args)
                self.assertEqual((status, err), (0, ""))
                self.assertIn("faceidctl " + " ".join(word for word in args if word in
                                                      ("issue", "check", "sandbox", "sign", "make", "explain",
                                                       "history", "list")), out)
                self.assertTrue(all(len(line) <= 120 for line in out.splitlines()), out)

    def test_help_of_verbs_of_two_words(self):
        for group in ("profile", "sign", "history", "token", "callback", "curl", "har"):
            with self.subTest(group=group):
                for option in ("--help", "-h"):
                    status, out, err = self.run_ctl(group, option)
                    self.assertEqual((status, err), (0, ""))
                    lines = [line for line in out.splitlines() if line.startswith("  faceidctl ")]
                    self.assertTrue(lines and all(line.startswith(f"  faceidctl {group} ") for line in lines), out)
                    self.assertIn(f"  faceidctl {group} VERB --help", out)
        self.assertIn("history purge", self.run_ctl("history", "--help")[1])
        self.assertEqual(self.run_ctl("frobnicate", "--help")[0], USAGE)

    def test_help_tells_exit_statuses_and_environment(self):
        _, out, _ = self.run_ctl("issue", "--help")
        for words in ("FACEID_API_SECRET", "SSL_CERT_FILE", "Unknown", " 4 ", "64", "--timeout", "--profile"):
            self.assertIn(words, out)

    def test_version(self):
        status, out, err = self.run_ctl("--version")
        self.assertEqual((status, err), (0, ""))
        self.assertRegex(out, r"^faceidctl [0-9]+\.[0-9]+\.[0-9]+\n$")

    def test_authorities_that_are_none(self):
        none = self.file("none.pem", b"no certificate")
        for option, environment in ((["--ca", none], {}), (["--ca", self.path("gone.pem")], {}),
                                    (["--base-url", "https://localhost:1"], {"SSL_CERT_FILE": none})):
            with self.subTest(option=option):
                status, out, err = self.run_ctl("issue", *SDK, *HERE, *option, secret="planted", **environment)
                self.assertEqual((status, out), (USAGE, ""))
                self.assertIn(".pem", err)

    def test_values_are_literal(self):
        """No @FILE, and = belongs to the value."""
        status, answer = self.run_json("issue", *request("get_biz_token", "0", uuid="@" + PHOTO, biz_no="a=b=c"),
                                       "--sandbox")
        self.assertEqual((status, answer["biz_no"]), (ISSUED, "a=b=c"))

    def test_any_locale(self):
        for locale in ({"LC_ALL": "C"}, {"LC_ALL": "", "LANG": "POSIX"}, {"LC_ALL": "C.UTF-8"},
                       {"LC_ALL": "zh_CN.GBK"}):
            with self.subTest(locale=locale):
                status, out, err = self.run_ctl("check", *request("get_token", "1", biz_no="流水号" * 14 + "xx"),
                                                **locale)
                self.assertEqual((status, err), (0, ""))
                status, out, _ = self.run_ctl("check", *request("get_token", "1", biz_no="流水号" * 15), **locale)
                self.assertEqual(status, NOT_SENT)
                self.assertIn("135", out)

    def test_language_follows_the_environment(self):
        def has_chinese(**locale):
            _, out, _ = self.run_ctl("issue", "--help", **locale)
            return any("\u4e00" <= letter <= "\u9fff" for letter in out)

        self.assertTrue(has_chinese(LC_ALL="zh_CN.UTF-8"))
        self.assertTrue(has_chinese(LC_ALL="", LANG="zh_CN.UTF-8"))
        self.assertFalse(has_chinese(LC_ALL="C", LANGUAGE="zh_CN", LANG="zh_CN.UTF-8"))
        self.assertFalse(has_chinese(LC_ALL="en_US.UTF-8"))
        _, out, _ = self.run_ctl("check", "get_token", "--json", LC_ALL="zh_CN.UTF-8")
        self.assertIn('"code":"MISSING_ARGUMENTS:comparison_type"', out)  # codes are the service's, in any language

    def test_nothing_is_written_for_a_wrong_command_line(self):
        self.run_ctl("issue", *SDK)
        self.assertEqual([name for _, _, names in os.walk(self.home) for name in names], [])


if __name__ == "__main__":
    main()

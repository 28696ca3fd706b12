"""What an administrator's policy file does to faceidctl: what it refuses, and that nothing is sent then."""

import os

from support import ISSUED, USAGE, CtlTest, main, request

FORBIDDEN = 77


class PolicyTest(CtlTest):
    def policy(self, text):
        folder = os.path.join(self.home, "system", "faceid-console")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "policy.ini"), "w", encoding="utf-8") as file:
            file.write(text)
        self.environment["XDG_CONFIG_DIRS"] = os.path.dirname(folder)

    def refused(self, *args, said, **keywords):
        status, out, err = self.run_ctl(*args, **keywords)
        self.assertEqual((status, out), (FORBIDDEN, ""), err)
        self.assertIn(said, err)

    def test_switched_off(self):
        self.policy("[features]\nbatch=false\ncallbacks=false\nexport=false\nsandbox=false\n")
        for args in (["batch", "x.csv", "--check"], ["callback", "listen"], ["callback", "doctor", "https://example.com"],
                     ["history", "export", "--format", "csv"], ["history", "report", "--out", "x.pdf"],
                     ["har", "export", "1"], ["sandbox"], ["sandbox", "complete", "t"],
                     ["issue", *request("get_token", "1"), "--sandbox"]):
            self.refused(*args, said="administrator")
        status, _, err = self.run_ctl("history", "list")
        self.assertEqual(status, 0, err)

    def test_sdk_only(self):
        self.policy("[tokens]\nsdkOnly=true\n")
        self.refused("issue", *request("get_token", "1"), "--sandbox", said="SDK tokens only")
        self.refused("issue", "get_token", "--sandbox", said="SDK tokens only")  # first of all that is wrong with it
        with open(self.path("people.csv"), "w", encoding="utf-8") as file:
            file.write("return_url,notify_url\nhttps://example.com/r,https://example.com/n\n")
        self.refused("batch", self.path("people.csv"), "--out", self.path("out.csv"), "-f", "comparison_type=-1", "--sandbox",
                     said="SDK tokens only")
        self.assertEqual(self.history(), [])
        status, answer = self.run_json("issue", *request("get_biz_token", "1"), "--sandbox")
        self.assertEqual(status, ISSUED, answer)

    def test_no_secret_is_taken(self):
        self.policy("[secrets]\nentry=false\n")
        self.refused("issue", *request("get_token", "1"), "--base-url", "http://127.0.0.1:9", "--api-key", "k",
                     secret="planted-secret", said="api_secret")
        self.refused("sign", "make", "--api-key", "k", secret="planted-secret", said="api_secret")
        self.refused("profile", "add", "Mine", "--api-key", "k", said="api_secret")
        status, _, err = self.run_ctl("profile", "add", "Mine", "--api-key", "k", "--no-secret")
        self.assertEqual(status, 0, err)

    def test_fixed_addresses(self):
        self.policy("[addresses]\nget_biz_token=https://verify.example.com\n")
        self.refused("issue", *request("get_biz_token", "1"), "--base-url", "https://other.example.com",
                     "--api-key", "k", secret="s", said="https://verify.example.com")
        self.refused("profile", "add", "Mine", "--api-key", "k", "--no-secret", "--base-url",
                     "https://other.example.com", said="https://verify.example.com")
        self.run_ctl("profile", "add", "Mine", "--api-key", "k", "--no-secret")
        status, profile = self.run_json("profile", "show", "Mine")
        self.assertEqual(status, 0)
        self.assertIn("https://verify.example.com", str(profile))

    def test_masking(self):
        self.policy("[privacy]\nmasking=true\n")
        self.refused("history", "list", "--show-token", said="--show-token")
        self.refused("history", "export", "--format", "csv", "--with-personal", said="--with-personal")
        self.run_json("issue", *request("get_biz_token", "1"), "--sandbox")
        row = self.history()[0]["id"]
        self.refused("har", "export", row, "--with-personal", said="--with-personal")
        status, out, err = self.run_ctl("har", "export", row)
        self.assertEqual(status, 0, err)
        self.assertIn("[name 1]", out)
        self.assertNotIn("测*", out)

    def test_a_broken_file_stops_everything(self):
        self.policy("[tokens]\nsdk-only=true\n")
        for args in (["history", "list"], ["issue", *request("get_biz_token", "1"), "--sandbox"], ["sign", "explain", "x"]):
            self.refused(*args, said="tokens/sdk-only")
        self.policy("[history]\npersonalDays=a week\n")
        self.refused("history", "list", said="history/personalDays takes 1, 2, 3, …")
        for args in (["--help"], ["--version"]):
            self.assertEqual(self.run_ctl(*args)[0], 0)
        self.assertEqual(self.run_ctl("nonsense")[0], USAGE)


if __name__ == "__main__":
    main()

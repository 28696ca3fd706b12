"""faceidctl doctor: what it says of this computer, when it is bad, and whom the program may contact."""

import os

from support import CtlTest, main


class DoctorTest(CtlTest):
    def test_good(self):
        status, out, err = self.run_ctl("doctor")
        self.assertEqual(status, 0, out + err)
        status, report = self.run_json("doctor")
        self.assertTrue(report["good"])
        states = {check["id"]: check["state"] for check in report["checks"]}
        self.assertEqual(states["sandbox"], "good", report)
        self.assertEqual(states["keychain"], "warning")  # there is no desktop here
        for check in report["checks"]:
            self.assertEqual(bool(check["advice"]), check["state"] != "good", check)

    def test_damaged_history(self):
        folder = os.path.join(self.environment["XDG_DATA_HOME"], "faceid-console")
        os.makedirs(folder)
        with open(os.path.join(folder, "history.sqlite"), "wb") as file:
            file.write(b"no database" * 1000)
        status, report = self.run_json("doctor")
        self.assertEqual(status, 1)
        self.assertEqual([c["id"] for c in report["checks"] if c["state"] == "bad"], ["history"])

    def test_broken_policy_is_what_it_names(self):
        folder = os.path.join(self.home, "system", "faceid-console")
        os.makedirs(folder)
        with open(os.path.join(folder, "policy.ini"), "w", encoding="utf-8") as file:
            file.write("[tokens]\nsdk=1\n")
        self.environment["XDG_CONFIG_DIRS"] = os.path.dirname(folder)
        status, report = self.run_json("doctor")
        self.assertEqual(status, 1)
        self.assertIn("tokens/sdk", [c["text"] for c in report["checks"] if c["id"] == "policy"][0])

    def test_contacts(self):
        status, _, err = self.run_ctl("profile", "add", "Mine", "--api-key", "k", "--no-secret", "--base-url",
                                      "https://verify.example.com", "--proxy", "proxy.example.com:3128")
        self.assertEqual(status, 0, err)
        status, contacts = self.run_json("doctor", "contacts")
        self.assertEqual(status, 0)
        hosts = [contact["host"] for contact in contacts]
        self.assertIn("verify.example.com:443", hosts)
        self.assertIn("proxy.example.com:3128", hosts)
        self.assertNotIn("api.megvii.com:443", [c["host"] for c in contacts if "page" not in c["purpose"]])


if __name__ == "__main__":
    main()

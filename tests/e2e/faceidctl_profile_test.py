"""`faceidctl issue --profile`: settings shared with the window, the secret from a real keyring."""

import json
import subprocess

from support import FACEIDCTL, ISSUED, NOT_SENT, USAGE, Certificates, CtlTest, Server, main, request

SETTINGS = r"""[profiles]
p1\name={name}
p1\environment=test
p1\apiKey={key}
p1\caFile={authorities}
p1\address\get_biz_token={address}
p1\address\get_token={address}
"""

# Opens a keyring of its own, keeps the secret as QtKeychain would, and runs what follows.
KEYRING = """
printf %s password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
printf %s "$KEPT" | secret-tool store --label=test user faceid-console/p1 server faceid-console type plaintext
unset KEPT
exec "$@"
"""


class ProfileTest(CtlTest):
    def save(self, address, name="Mine", key="sandbox-key", authorities=""):
        folder = self.environment["XDG_CONFIG_HOME"] + "/faceid-console"
        subprocess.run(["mkdir", "-p", folder], check=True)
        with open(folder + "/faceid-console.ini", "w", encoding="utf-8") as file:
            file.write(SETTINGS.format(name=name, key=key, address=address, authorities=authorities))

    def issue(self, name="Mine", endpoint="get_biz_token", **keywords):
        return self.run_json("issue", *request(endpoint, "0"), "--profile", name, **keywords)

    def test_secret_from_the_environment_comes_first(self):
        _, url = self.sandbox()
        self.save(url)
        for endpoint in ("get_biz_token", "get_token"):
            status, answer = self.issue(endpoint=endpoint, secret="sandbox-secret")
            self.assertEqual((status, answer["outcome"]), (ISSUED, "Issued"))
        self.assertEqual([row["profile"] for row in self.history()], ["Mine", "Mine"])

    def test_secret_from_the_keyring(self):
        _, url = self.sandbox()
        self.save(url)
        environment = {**self.environment, "KEPT": "sandbox-secret"}
        run = subprocess.run(
            ["dbus-run-session", "--", "bash", "-c", KEYRING, "_", FACEIDCTL, "issue",
             *request("get_biz_token", "0"), "--profile", "Mine", "--json"],
            env=environment, capture_output=True, timeout=120)
        self.assertEqual(run.returncode, ISSUED, run.stdout + run.stderr)
        self.assertEqual(json.loads(run.stdout)["outcome"], "Issued")

    def test_without_a_keychain_nothing_is_sent(self):
        server = Server(self)
        self.save(server.url)
        status, answer = self.issue()
        self.assertEqual((status, answer["outcome"], answer["posts"], server.connections), (NOT_SENT, "NotSent", 0, 0))
        self.assertEqual([problem["code"] for problem in answer["problems"]], [""])
        self.assertIn("keychain", answer["problems"][0]["message"])

    def test_authorities_of_the_profile(self):
        certificates = Certificates(self.home)
        server = Server(self, None, certificates)
        self.save(server.url, authorities=certificates.authority)
        _, answer = self.issue(secret="planted")
        self.assertEqual((answer["outcome"], server.posts), ("Unknown", 1))

    def test_unknown_profile_names_the_saved_ones(self):
        self.save("https://example.com", name="Mine")
        status, out, err = self.run_ctl("issue", "get_token", "--profile", "Yours")
        self.assertEqual((status, out), (USAGE, ""))
        self.assertIn("Mine", err)
        self.assertIn("Yours", err)
        self.assertIn("--sandbox", err)

    def test_settings_are_not_changed(self):
        self.save("http://127.0.0.1:9")
        path = self.environment["XDG_CONFIG_HOME"] + "/faceid-console/faceid-console.ini"
        with open(path, "rb") as file:
            before = file.read()
        self.issue(secret="planted")
        with open(path, "rb") as file:
            self.assertEqual(file.read(), before)


if __name__ == "__main__":
    main()

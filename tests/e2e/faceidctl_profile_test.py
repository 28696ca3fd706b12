"""`faceidctl profile` and `issue --profile`: settings shared with the window, the secret in a real keyring."""

import hashlib
import json
import os
import subprocess

from support import FACEIDCTL, ISSUED, NOT_SENT, REFUSED, USAGE, Certificates, CtlTest, Server, main, request

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


# The same without a secret in it; what is run sees the caller's standard input.
EMPTY_KEYRING = """
printf %s password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
exec "$@"
"""
PLANTED = "planted-secret-密-8472"


class ProfileVerbTest(CtlTest):
    """One keyring for a whole story, which a shell script tells."""

    def story(self, script, secret=PLANTED, **environment):
        """Runs bash lines in which `ctl` is faceidctl; (status, stdout, stderr)."""
        run = subprocess.run(
            ["dbus-run-session", "--", "bash", "-c", EMPTY_KEYRING, "_", "bash", "-c",
             'ctl() { "$CTL" "$@"; }\n' + script],
            env={**self.environment, "CTL": FACEIDCTL, **environment}, input=secret.encode(), cwd=self.home,
            capture_output=True, timeout=120)
        return run.returncode, run.stdout.decode(), run.stderr.decode()

    def nothing_planted_on_disk(self):
        for folder, _, names in os.walk(self.home):
            for name in names:
                path = os.path.join(folder, name)
                if os.path.isfile(path):  # and no socket of the keyring
                    with open(path, "rb") as file:
                        self.assertNotIn(PLANTED.encode(), file.read(), name)

    def test_from_add_to_remove(self):
        status, out, err = self.story("""
            ctl profile add Mine --api-key KEY --environment production --base-url https://eu.example.com:444 \\
                --address get_token=http://127.0.0.1:9 --proxy proxy.example.com:3128 --proxy-user me --valid 60 --json || exit 1
            ctl profile list --json && ctl profile show Mine --json && ctl profile show Mine && ctl profile list
            ctl profile remove Mine && ctl profile list --json
            ctl profile show Mine; echo "status $?"
            """)
        self.assertEqual(status, 0, out + err)
        lines = out.splitlines()
        added, listed, shown = json.loads(lines[0]), json.loads(lines[1]), json.loads(lines[2])
        self.assertEqual(listed, [added])
        self.assertEqual(added["addresses"],
                         {"get_biz_token": "https://eu.example.com:444", "get_token": "http://127.0.0.1:9"})
        self.assertEqual((added["environment"], added["api_key"], added["sign_validity_seconds"], added["proxy"]),
                         ("production", "KEY", 60, "me@proxy.example.com:3128"))
        secret = shown["secret"]
        self.assertEqual((secret["state"], secret["keychain"], secret["collection"]),
                         ("InKeychain", "GNOME Keyring", "Login"))
        self.assertEqual(secret["fingerprint"], hashlib.sha256(PLANTED.encode()).hexdigest()[:8])
        self.assertIn("GNOME Keyring, collection Login", out)
        self.assertEqual(lines[-2:], ["[]", f"status {USAGE}"])
        self.assertNotIn(PLANTED, out + err)
        self.nothing_planted_on_disk()

    def test_the_secret_comes_from_a_line_or_the_environment(self):
        _, url = self.sandbox()
        words = [w.decode() if isinstance(w, bytes) else w for w in request("get_biz_token", "0")]
        issue = " ".join("'" + w + "'" for w in words)
        for given in ({"secret": "sandbox-secret\r\nand more\n"}, {"FACEID_API_SECRET": "sandbox-secret"}):
            status, out, err = self.story(f"""
                ctl profile add Mine --api-key sandbox-key --base-url {url} && ctl issue {issue} --profile Mine
                result=$?; ctl profile remove Mine || exit 99; exit $result""", **given)
            self.assertEqual(status, ISSUED, out + err)

    def test_without_a_keychain_nothing_is_saved(self):
        for given in (["--no-secret"], []):
            status, out, err = self.run_ctl("profile", "add", "Mine", "--api-key", "K", *given, secret=PLANTED)
            self.assertEqual(status, 0 if given else REFUSED, err)
            self.assertEqual("--no-secret" in err, not given)
            self.assertEqual(len(self.run_json("profile", "list")[1]), 1 if given else 0)
            if given:
                self.assertEqual(self.run_ctl("profile", "remove", "Mine")[0], 0)
        self.nothing_planted_on_disk()

    def test_a_secret_that_stays_keeps_the_profile(self):
        self.assertEqual(self.story("ctl profile add Mine --api-key K")[0], 0)
        status, _, err = self.run_ctl("profile", "remove", "Mine")  # no keychain now
        self.assertEqual(status, REFUSED)
        self.assertIn("--leave-secret", err)
        self.assertEqual(len(self.run_json("profile", "list")[1]), 1)
        self.assertEqual(self.run_ctl("profile", "remove", "Mine", "--leave-secret")[0], 0)
        self.assertEqual(self.run_json("profile", "list")[1], [])

    def test_what_is_wrong_is_said_before_anything_is_done(self):
        for words, expected in (
                (["Mine"], "--api-key"), (["--api-key", "K"], "profile"),
                (["Mine", "--api-key", "K", "--base-url", "http://api.example.com"], "https://"),
                (["Mine", "--api-key", "K", "--address", "nothing=https://x.example.com"], "get_biz_token=URL"),
                (["Mine", "--api-key", "K", "--environment", "sandbox"], "production"),
                (["Mine", "--api-key", "K", "--proxy", "u:p@proxy:1"], "HOST:PORT"),
                (["Mine", "--api-key", "K", "--page", "https://x.example.com/do"], "{token}"),
                (["sandbox", "--api-key", "K"], "built in"),
                (["Mine", "--api-key", "K"], "--no-secret")):  # standard input is empty
            status, out, err = self.run_ctl("profile", "add", *words)
            self.assertEqual((status, out), (USAGE, ""), words)
            self.assertIn(expected, err)
        self.assertEqual(self.run_json("profile", "list")[1], [])

    def test_test_names_the_step(self):
        process, url = self.sandbox()
        self.run_ctl("profile", "add", "Mine", "--api-key", "K", "--base-url", url, "--no-secret")
        status, reports = self.run_json("profile", "test", "Mine")
        self.assertEqual((status, [report["good"] for report in reports]), (0, [True]), reports)
        process.kill()
        process.wait()
        status, reports = self.run_json("profile", "test", "Mine")
        self.assertEqual((status, reports[0]["failed"]), (REFUSED, "connect"))
        status, out, _ = self.run_ctl("profile", "test", "Mine", "--timeout", "5")
        self.assertEqual(status, REFUSED)
        self.assertRegex(out, r"connect +failed")
        self.assertEqual(self.history(), [])  # nothing was issued, nothing written down


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

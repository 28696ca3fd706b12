"""`faceidctl sandbox` as curl and other clients see it, and `faceidctl sign`."""

import base64
import hashlib
import hmac
import json
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

from support import ID_NUMBER, NAME, NO_OUTPUT, PHOTO, REFUSED, USAGE, CALLBACKS, CtlTest, main

SDK = "/face/v1.2/sdk/get_biz_token"
PC = "/faceid/liveness/v2/get_token"
KEY, SECRET = "sandbox-key", "sandbox-secret"

# Published on the service's own pages, see contract/README.md section 2.
VECTOR_SECRET = "UjYGdN9CBZKsDBLB5-5v3DykPXY6dw3q"
VECTOR = ("SPzLRbDBgTGC2A8YdDaa7Jrny+5hPUlDVnZDX3hVczYxNzdXRXR5VU53SUg4SjZOZkd1NTB0JmI9MTUzMDc2MjIxOCZjPTE1MzA3"
          "NjIxMTgmZD0wNzk5Njg3MDY2")


def made_sign(key, secret, expires, made, number="1234567890"):
    """A sign from the document's words, without the program under test."""
    raw = f"a={key}&b={expires}&c={made}&d={number}".encode()
    return base64.b64encode(hmac.new(secret.encode(), raw, hashlib.sha1).digest() + raw).decode()


class SignTest(CtlTest):
    def test_made_sign_is_what_the_document_asks_for(self):
        before = int(time.time())
        status, out, err = self.run_ctl("sign", "make", "--api-key", "my-key", "--valid", "100", secret="my-secret")
        after = int(time.time())
        self.assertEqual((status, err), (0, ""))
        content = base64.b64decode(out.rstrip("\n"), validate=True)
        digest, raw = content[:20], content[20:]
        self.assertEqual(digest, hmac.new(b"my-secret", raw, hashlib.sha1).digest())
        self.assertRegex(raw.decode(), r"^a=my-key&b=[0-9]{10}&c=[0-9]{10}&d=[0-9]{1,10}$")
        claims = dict(pair.split("=") for pair in raw.decode().split("&"))
        self.assertTrue(before <= int(claims["c"]) <= after)
        self.assertEqual(int(claims["b"]) - int(claims["c"]), 100)

    def test_single_use_sign(self):
        _, out, _ = self.run_ctl("sign", "make", "--api-key", "k", "--valid", "0", secret="s")
        self.assertIn(b"&b=0&", base64.b64decode(out))

    def test_published_vector_is_taken_apart(self):
        status, answer = self.run_json("sign", "explain", VECTOR, secret=VECTOR_SECRET)
        self.assertEqual(status, 0)
        self.assertEqual({name: answer[name] for name in "abcd"},
                         {"a": "ICVvC_xUs6177WEtyUNwIH8J6NfGu50t", "b": 1530762218, "c": 1530762118, "d": "0799687066"})
        self.assertEqual(answer["digest"], "48fccb45b0c1813182d80f1874369aec9ae7cbee")
        self.assertEqual((answer["matches"], answer["readable"], answer["expired"], answer["flaws"]),
                         (True, True, True, []))
        self.assertEqual((answer["issued_at"], answer["expires_at"]), ("2018-07-05T03:41:58Z", "2018-07-05T03:43:38Z"))

    def test_wrong_secret_does_not_match(self):
        status, answer = self.run_json("sign", "explain", VECTOR, secret="wrong")
        self.assertEqual((status, answer["matches"]), (REFUSED, False))

    def test_without_a_secret_a_readable_sign_is_enough(self):
        status, answer = self.run_json("sign", "explain", VECTOR)
        self.assertEqual((status, answer["matches"]), (0, None))

    def test_flaws_are_named(self):
        now = int(time.time())
        for sign, words in ((made_sign("k", "s", now * 1000, now * 1000), "milliseconds"),
                            (made_sign("k", "s", now, now), "b equals c"),
                            (VECTOR.replace("+", " "), "%2B"),
                            (VECTOR + "\n", "line breaks"),
                            (VECTOR.replace("+", "-"), "URL-safe")):
            with self.subTest(words=words):
                status, out, _ = self.run_ctl("sign", "explain", "--", sign)
                self.assertEqual(status, 0)
                self.assertIn(words, out)

    def test_nonsense_is_no_sign(self):
        status, answer = self.run_json("sign", "explain", "nonsense!")
        self.assertEqual((status, answer["readable"], answer["a"]), (REFUSED, False, None))
        self.assertTrue(answer["flaws"])


class SandboxTest(CtlTest):
    def setUp(self):
        super().setUp()
        self.process, self.url = self.sandbox()
        self.assertIsNotNone(shutil.which("curl"), "install curl")

    def sign(self):
        _, out, _ = self.run_ctl("sign", "make", "--api-key", KEY, secret=SECRET)
        return out.strip()

    def curl(self, path, *fields):
        """(HTTP status, body) of a multipart POST by curl."""
        options = [text for field in fields for text in ("--form", field)]
        run = subprocess.run(["curl", "--silent", "--show-error", "--noproxy", "*", "--write-out", "\n%{http_code}",
                              *options, self.url + path], capture_output=True, timeout=120)
        self.assertEqual(run.returncode, 0, run.stderr)
        body, status = run.stdout.decode().rsplit("\n", 1)
        return int(status), body

    def sdk(self, sign, *fields):
        return self.curl(SDK, "sign=" + sign, "sign_version=hmac_sha1", "liveness_type=meglive", *fields)

    UPLOADED = ("comparison_type=0", "uuid=u-1", f"image_ref1=@{PHOTO}")

    def test_curl_gets_a_token(self):
        status, body = self.sdk(self.sign(), *self.UPLOADED)
        self.assertEqual(status, 200, body)
        self.assertRegex(json.loads(body)["biz_token"], r"^[0-9]{10},[0-9a-f-]{36}$")

    def test_pc_by_urlencoded_form(self):
        fields = {"api_key": KEY, "api_secret": SECRET, "comparison_type": "1", "idcard_name": NAME,
                  "idcard_number": ID_NUMBER, "biz_no": "b-1", **CALLBACKS}
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(self.url + PC, urllib.parse.urlencode(fields).encode(), timeout=60) as answer:
            self.assertEqual(answer.status, 200)
            self.assertRegex(json.load(answer)["token"], r"^[0-9a-f]{32}$")
        fields["api_secret"] = "wrong"
        with self.assertRaises(urllib.error.HTTPError) as caught:
            opener.open(self.url + PC, urllib.parse.urlencode(fields).encode(), timeout=60)
        with caught.exception as answer:
            self.assertEqual((answer.code, json.load(answer)["error_message"]), (403, "AUTHENTICATION_ERROR"))

    def test_wrong_secret(self):
        _, out, _ = self.run_ctl("sign", "make", "--api-key", KEY, secret="wrong")
        status, body = self.sdk(out.strip(), *self.UPLOADED)
        self.assertEqual(status, 403, body)
        self.assertIn("error", json.loads(body))

    def test_expired_sign(self):
        now = int(time.time())
        status, body = self.sdk(made_sign(KEY, SECRET, now - 3600, now - 7200), *self.UPLOADED)
        self.assertEqual((status, json.loads(body)["error"]), (403, "AUTHORIZATION_ERROR:EXPIRED_SIGN"))

    def test_missing_field(self):
        status, body = self.sdk(self.sign(), "comparison_type=0", f"image_ref1=@{PHOTO}")
        self.assertEqual((status, json.loads(body)["error"]), (400, "MISSING_ARGUMENTS:uuid"))

    def test_request_over_20_mb(self):
        with open(self.path("heavy.jpg"), "wb") as file:
            file.truncate(21 * 1024 * 1024)
        status, body = self.sdk(self.sign(), "comparison_type=0", "uuid=u-1",
                                f"image_ref1=@{self.path('heavy.jpg')};type=image/jpeg")
        self.assertEqual((status, body.strip()), (413, "Request Entity Too Large"))

    def test_signals_end_it(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            process, _ = self.sandbox()
            process.send_signal(number)
            out, err = process.communicate(timeout=60)
            self.assertEqual((process.returncode, out), (0, b""))

    def test_key_is_told_on_stderr(self):
        self.process.send_signal(signal.SIGTERM)
        _, err = self.process.communicate(timeout=60)
        self.assertIn(KEY, err.decode())

    def test_a_port_that_is_taken(self):
        port = self.url.rsplit(":", 1)[1]
        status, out, err = self.run_ctl("sandbox", "--listen", "127.0.0.1:" + port)
        self.assertEqual((status, out), (REFUSED, ""))
        self.assertIn(port, err)

    def test_other_machines_are_kept_out(self):
        for address in ("0.0.0.0:0", "192.0.2.1:80", ":80", "80", "127.0.0.1:x", "127.0.0.1:65536", "[::]:80"):
            with self.subTest(address=address):
                status, out, err = self.run_ctl("sandbox", "--listen", address)
                self.assertEqual((status, out), (USAGE, ""))
                self.assertIn("127.0.0.1:PORT", err)

    def test_other_machines_are_let_in_by_a_flag_and_with_a_warning(self):
        process = self.start("sandbox", "--listen", "0.0.0.0:0", "--allow-remote")
        self.assertRegex(process.stdout.readline().decode(), r"^listening on http://0\.0\.0\.0:[0-9]+\n$")
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=60)
        self.assertEqual((process.returncode, err.decode().count("WARNING")), (0, 2), err)

    def test_ipv6(self):
        process = self.start("sandbox", "--listen", "[::1]:0")
        self.assertRegex(process.stdout.readline().decode(), r"^listening on http://\[::1\]:[0-9]+\n$")

    def test_a_log_on_a_full_disk_is_told_once_and_stops_nothing(self):
        process, self.url = self.sandbox("--log", "/dev/full")
        for _ in range(3):
            self.assertEqual(self.sdk(self.sign(), *self.UPLOADED)[0], 200)
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=60)
        told = err.decode().count("--log /dev/full: No space left on device")
        self.assertEqual((process.returncode, told), (0, 1), err)

    def test_nobody_reads_the_first_line(self):
        with open("/dev/full", "wb") as full:
            run = subprocess.run([self.process.args[0], "sandbox"], stdout=full, stderr=subprocess.PIPE, timeout=60,
                                 env=self.environment)
        self.assertEqual(run.returncode, NO_OUTPUT)


class TlsTest(CtlTest):
    def start_tls(self, *options):
        """Address of a sandbox with TLS, and the certificate that it says to trust."""
        process, url = self.sandbox(*options)
        self.assertTrue(url.startswith("https://"), url)
        while b"--cacert" not in (line := process.stderr.readline()):
            self.assertTrue(line, "no certificate was told")
        return url, line.decode().split("--cacert ", 1)[1].strip(), line.decode().split()[2].rstrip(".")

    def health(self, url, *options):
        """(status of curl, body)"""
        run = subprocess.run(["curl", "--silent", "--noproxy", "*", *options, url + "/healthz"], capture_output=True,
                             timeout=60)
        return run.returncode, run.stdout.decode()

    def test_certificate_is_made_kept_and_told(self):
        url, path, fingerprint = self.start_tls("--tls")
        self.assertEqual(self.health(url, "--cacert", path), (0, '{"status":"ok"}'))
        self.assertEqual(self.health(url)[0], 60)  # curl's word for a certificate that it does not know
        self.assertEqual(self.health(url.replace("127.0.0.1", "localhost"), "--cacert", path)[0], 0)
        told = subprocess.run(["openssl", "x509", "-in", path, "-noout", "-fingerprint", "-sha256"], capture_output=True,
                              check=True, text=True)
        self.assertEqual(told.stdout.strip().split("=")[1], fingerprint)
        self.assertEqual(self.start_tls("--tls")[2], fingerprint)

    def test_complete_trusts_it(self):
        url, path, _ = self.start_tls("--tls", "--faces", "one")
        _, sign, _ = self.run_ctl("sign", "make", "--api-key", KEY, secret=SECRET)
        fields = ("sign=" + sign.strip(), "sign_version=hmac_sha1", "liveness_type=meglive", "comparison_type=0", "uuid=u-1",
                  f"image_ref1=@{PHOTO}")
        run = subprocess.run(["curl", "--silent", "--noproxy", "*", "--cacert", path, url + SDK,
                              *(text for field in fields for text in ("--form", field))], capture_output=True, timeout=60)
        token = json.loads(run.stdout)["biz_token"]
        self.assertEqual(self.run_ctl("sandbox", "complete", token, "--outcome", "pass", "--base-url", url),
                         (0, "pass\n", ""))

    def test_flaw(self):
        url, path, _ = self.start_tls("--tls-flaw", "expired")
        self.assertEqual(self.health(url, "--cacert", path)[0], 60)
        status, _, err = self.run_ctl("sandbox", "--tls-flaw", "nonsense")
        self.assertEqual(status, USAGE)
        self.assertIn("missing-intermediate", err)


class ScenarioTest(CtlTest):
    FIELDS = {"api_key": KEY, "api_secret": SECRET, "comparison_type": "-1", "biz_no": "b-1", **CALLBACKS}

    def serve(self, *orders, seed=None):
        """Starts a sandbox with these scenarios."""
        options = [text for order in orders for text in ("--scenario", order)]
        self.process, self.url = self.sandbox(*options, *(["--seed", str(seed)] if seed is not None else []))

    def post(self, **changes):
        """(HTTP status, error_message) of a request that is issued when nothing interferes."""
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        body = urllib.parse.urlencode({**self.FIELDS, **changes}).encode()
        try:
            with opener.open(self.url + PC, body, timeout=60) as answer:
                return answer.status, json.load(answer).get("error_message")
        except urllib.error.HTTPError as error:
            with error as answer:
                return answer.code, json.load(answer).get("error_message")

    def test_codes_come_as_often_as_they_are_asked_for(self):
        self.serve("CONCURRENCY_LIMIT_EXCEEDED:2", "MISSING_ARGUMENTS:return_url:1")
        self.assertEqual([self.post() for _ in range(4)],
                         [(403, "CONCURRENCY_LIMIT_EXCEEDED")] * 2 + [(400, "MISSING_ARGUMENTS:return_url"), (200, None)])

    def test_codes_for_the_value_of_a_field(self):
        self.serve("INTERNAL_ERROR@biz_no=b-7")
        self.assertEqual([self.post(), self.post(biz_no="b-7"), self.post(biz_no="b-7")],
                         [(200, None), (500, "INTERNAL_ERROR"), (500, "INTERNAL_ERROR")])

    def test_a_broken_connection(self):
        self.serve("reset:1")
        with self.assertRaises(ConnectionResetError):
            self.post()
        self.assertEqual(self.post(), (200, None))

    def test_an_answer_that_is_late(self):
        self.serve("delay=500:1")
        began = time.monotonic()
        self.assertEqual(self.post(), (200, None))
        self.assertGreaterEqual(time.monotonic() - began, 0.5)

    def test_a_seed_repeats_what_chance_did(self):
        def run(seed):
            self.serve("INTERNAL_ERROR:50%", seed=seed)
            return [self.post()[0] for _ in range(30)]

        first = run(11)
        self.assertEqual(set(first), {200, 500})
        self.assertEqual(run(11), first)
        self.assertNotEqual(run(12), first)

    def test_all_are_listed(self):
        status, out, err = self.run_ctl("sandbox", "--list-scenarios")
        self.assertEqual((status, err), (0, ""))
        rows = dict(line.split("  ", 1) for line in out.splitlines())
        self.assertTrue({"NO_FACE_FOUND:PHOTO", "INTERNAL_ERROR", "reset", "delay=3000", "--tls-flaw=expired"} <= set(rows), out)
        self.assertTrue(all(text.strip().rstrip(")").endswith((".", "only")) for text in rows.values()), out)

    def test_every_listed_one_is_taken(self):
        _, out, _ = self.run_ctl("sandbox", "--list-scenarios")
        orders = [line.split("  ", 1)[0].replace(":KEY", ":biz_no").replace(":PHOTO", ":image_ref2") + ":1"
                  for line in out.splitlines() if not line.startswith("--")]
        self.assertGreater(len(orders), 60)
        orders.remove("close-at-connect:1")  # which would come before the first of them, a code
        self.serve(*orders)
        self.assertEqual(self.post(), (400, "MISSING_ARGUMENTS:biz_no"))

    def test_a_file_of_them(self):
        self.process, self.url = self.sandbox("--scenario-file", self.file(
            "scenarios", b"# twice\nINTERNAL_ERROR:2\n\n  MISSING_ARGUMENTS: return_url:1  \n"))
        self.assertEqual([self.post() for _ in range(4)],
                         [(500, "INTERNAL_ERROR")] * 2 + [(400, "MISSING_ARGUMENTS: return_url"), (200, None)])
        for content, words in ((b"reset:1\nnonsense\n", "Line 2: There is no scenario 'nonsense'."), (None, "gone")):
            path = self.file("bad", content) if content else self.path("gone")
            status, _, err = self.run_ctl("sandbox", "--scenario-file", path)
            self.assertEqual(status, USAGE)
            self.assertIn(words, err)

    def test_what_is_no_scenario(self):
        for order, words in (("nonsense", "no scenario 'nonsense'"), ("reset:0", "count"), ("delay=x", "600000"),
                             ("early-413@uuid=1", "before a field is read")):
            with self.subTest(order=order):
                status, out, err = self.run_ctl("sandbox", "--scenario", order)
                self.assertEqual((status, out), (USAGE, ""))
                self.assertIn(words, err)
                self.assertIn("--list-scenarios", err)
        status, _, err = self.run_ctl("sandbox", "--seed", "-1")
        self.assertEqual(status, USAGE, err)


if __name__ == "__main__":
    main()

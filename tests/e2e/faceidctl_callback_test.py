"""`faceidctl callback`: receiving, checking, sending and replaying callbacks, and the whole circle of a PC token.

Also needs FACEID_CHROMEDRIVER.
"""

import hashlib
import hmac
import json
import os
import signal
import stat
import urllib.error
import urllib.parse
import urllib.request

from browser import Browser
from support import REFUSED, NOT_SENT, USAGE, CtlTest, main, request

KEY, SECRET = "sandbox-key", "sandbox-secret"
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))

# Published on the service's own pages, see contract/README.md section 4.
VECTOR = '{"biz_id":"1462259748,52b13fb5-8dfb-4537-a62b-a641d5e929f1","biz_no":"b1"}'
VECTOR_SIGN = "cba999be38e8c865a25cc70d04b71fee54628aea"


class CallbackTest(CtlTest):
    def listen(self, *options, secret=SECRET, **environment):
        """Starts a listener; its process and address. `arrived()` reads what it says of the next callback."""
        self.listener = self.start("callback", "listen", "--json", *options, secret=secret, **environment)
        line = self.listener.stdout.readline().decode()
        self.assertRegex(line, r"^listening on http://127\.0\.0\.1:[0-9]+\n$")
        return line.split()[-1]

    def arrived(self):
        return json.loads(self.listener.stdout.readline())

    def post(self, url, fields):
        try:
            with OPENER.open(url, urllib.parse.urlencode(fields).encode(), timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, answer.read().decode()

    def send(self, url, *options, secret=SECRET):
        return self.run_json("callback", "send", url, *options, secret=secret)


class AnswerTest(CallbackTest):
    def test_an_answer_is_shown_without_its_line_break(self):
        url = self.listen()
        status, out, err = self.run_ctl("callback", "send", url + "/notify", "--outcome", "pass", secret=SECRET)
        self.assertEqual((status, err), (0, ""))
        self.assertRegex(out, r"^HTTP 200 after [0-9]+ ms\nok\n$")


class VerifyTest(CallbackTest):
    def verify(self, data, sign, secret="demo_secret"):
        path = self.file("data", data.encode())
        return self.run_json("callback", "verify", "--data", path, "--sign", sign, secret=secret)

    def test_published_vector(self):
        status, answer = self.verify(VECTOR, VECTOR_SIGN)
        self.assertEqual((status, answer["check"], answer["flaw"]), (0, "matches", None))

    def test_mistakes_are_named(self):
        keyed = hmac.new(b"demo_secret", VECTOR.encode(), hashlib.sha1).hexdigest()
        behind = hashlib.sha1(VECTOR.encode() + b"demo_secret").hexdigest()
        for data, sign, words in ((VECTOR, VECTOR_SIGN.upper(), "capitals"), (VECTOR + "\n", VECTOR_SIGN, "line break"),
                                  (urllib.parse.quote(VECTOR), VECTOR_SIGN, "url-decoding"), (VECTOR, keyed, "HMAC"),
                                  (VECTOR, behind, "behind"), (VECTOR, "x", "40 hexadecimal"),
                                  (json.dumps(json.loads(VECTOR)), VECTOR_SIGN, "written anew")):
            with self.subTest(words=words):
                status, answer = self.verify(data, sign)
                self.assertEqual((status, answer["check"]), (REFUSED, "differs"))
                self.assertIn(words, answer["flaw"])

    def test_another_secret(self):
        status, answer = self.verify(VECTOR, VECTOR_SIGN, secret="other")
        self.assertEqual((status, answer["check"], answer["flaw"]), (REFUSED, "differs", None))

    def test_usage(self):
        path = self.file("data", VECTOR.encode())
        self.assertEqual(self.run_ctl("callback", "verify", "--data", path, "--sign", "x")[0], USAGE)
        self.assertEqual(self.run_ctl("callback", "verify", "--data", "nowhere", "--sign", "x", secret="s")[0], USAGE)


class ListenTest(CallbackTest):
    def test_every_outcome_is_received_and_checked(self):
        url = self.listen()
        for outcome, verdicts in (("pass", ("passed", "passed", "passed")),
                                  ("wrong-person", ("passed", "passed", "failed")),
                                  ("attack", ("passed", "failed", "passed")),
                                  ("time-out", ("failed", "not-done", "not-done")),
                                  ("cancelled", ("failed", "not-done", "not-done")),
                                  ("no-camera", ("failed", "not-done", "not-done"))):
            with self.subTest(outcome=outcome):
                status, sent = self.send(url + "/notify", "--outcome", outcome, "--biz-no", "序号 1")
                self.assertEqual((status, sent["http_status"], sent["body"]), (0, 200, "ok\n"))
                self.assertEqual(sent["sign"], hashlib.sha1((SECRET + sent["data"]).encode()).hexdigest())
                seen = self.arrived()
                self.assertEqual((seen["check"], seen["path"], seen["data"], seen["row"]),
                                 ("matches", "/notify", sent["data"], None))
                self.assertEqual(tuple(seen["result"]["verdicts"][name] for name in ("flow", "liveness", "comparison")),
                                 verdicts)
                self.assertEqual(seen["result"]["biz_no"], "序号 1")

    def test_what_is_not_genuine_is_told(self):
        url = self.listen()
        self.assertEqual(self.send(url, "--outcome", "pass", "--wrong-sign")[0], 0)
        self.assertEqual(self.arrived()["check"], "differs")
        self.post(url, {"data": "no json", "sign": "x"})
        seen = self.arrived()
        self.assertEqual((seen["check"], seen["result"]), ("differs", None))
        self.assertIn("no JSON", seen["oddity"])
        self.post(url, {"other": "1"})
        self.assertIn("no form", self.arrived()["oddity"])

    def test_without_a_secret_nothing_is_checked(self):
        url = self.listen(secret=None)
        self.send(url, "--outcome", "pass")
        self.assertEqual(self.arrived()["check"], "unchecked")

    def test_answers_as_chosen(self):
        url = self.listen("--answer", "500")
        self.assertEqual(self.send(url, "--outcome", "pass")[1]["http_status"], 500)
        self.arrived()
        url = self.listen("--answer", "slow", "--slow-seconds", "1")
        status, sent = self.send(url, "--outcome", "pass")
        self.assertEqual((status, sent["http_status"]), (0, 200))
        self.assertGreaterEqual(sent["milliseconds"], 1000)
        self.arrived()
        url = self.listen("--answer", "none")
        sender = self.start("callback", "send", url, "--outcome", "pass", "--json", secret=SECRET)
        self.arrived()
        self.assertIsNone(sender.poll())
        self.listener.send_signal(signal.SIGTERM)
        self.assertEqual(self.listener.wait(timeout=60), 0)
        out, _ = sender.communicate(timeout=60)
        self.assertEqual((sender.returncode, json.loads(out)["http_status"]), (NOT_SENT, 0))

    def test_the_browser_gets_a_page(self):
        url = self.listen()
        status, page = self.post(url + "/return", {"data": VECTOR, "sign": VECTOR_SIGN})
        self.assertEqual(status, 200)
        self.assertIn("return_url", page)
        self.arrived()
        with self.assertRaises(urllib.error.HTTPError) as caught:
            OPENER.open(url + "/notify", timeout=60)
        with caught.exception as answer:
            self.assertEqual(answer.code, 405)

    def test_a_log_is_replayed_byte_for_byte(self):
        log = self.path("callbacks.jsonl")
        url = self.listen("--log", log)
        for number in ("a", "b"):
            self.send(url, "--outcome", "pass", "--biz-no", number, "--extra", '"é\n+%41')
        first, second = self.arrived(), self.arrived()
        self.assertEqual(stat.S_IMODE(os.stat(log).st_mode), 0o600)
        for options, original in (((), second), (("--number", "1"), first)):
            status, _ = self.run_json("callback", "replay", url, "--log", log, *options)
            self.assertEqual(status, 0)
            seen = self.arrived()
            self.assertEqual((seen["check"], seen["data"], seen["sign"]),
                             ("matches", original["data"], original["sign"]))
        status, _, err = self.run_ctl("callback", "replay", "https://example.com/n", "--log", log)
        self.assertEqual(status, USAGE)
        self.assertIn("this machine only", err)
        self.assertEqual(self.run_ctl("callback", "replay", url, "--log", log, "--number", "9")[0], USAGE)
        self.post(url, {"other": "1"})
        self.arrived()
        status, _, err = self.run_ctl("callback", "replay", url, "--log", log)
        self.assertEqual(status, USAGE)
        self.assertIn("no form", err)

    def test_other_machines_only_by_choice(self):
        status, _, err = self.run_ctl("callback", "listen", "--listen", "0.0.0.0:0", secret=SECRET)
        self.assertEqual(status, USAGE)
        self.assertIn("--allow-remote", err)
        listener = self.start("callback", "listen", "--listen", "0.0.0.0:0", "--allow-remote", "--count", "1", secret=SECRET)
        port = listener.stdout.readline().decode().rsplit(":", 1)[1].strip()
        self.assertEqual(self.send(f"http://127.0.0.1:{port}/", "--outcome", "pass")[0], 0)
        _, err = listener.communicate(timeout=60)
        self.assertEqual(listener.returncode, 0)
        self.assertIn("WARNING", err.decode())

    def test_a_taken_port(self):
        port = self.listen().rsplit(":", 1)[1]
        status, _, err = self.run_ctl("callback", "listen", "--listen", f"127.0.0.1:{port}", secret=SECRET)
        self.assertEqual(status, REFUSED)
        self.assertIn(port, err)

    def test_send_usage(self):
        for arguments, words in (((), "address"), (("http://127.0.0.1:1",), "--outcome"),
                                 (("http://127.0.0.1:1", "--outcome", "x"), "pass"),
                                 (("ftp://127.0.0.1", "--outcome", "pass"), "https://"),
                                 (("http://127.0.0.1:1", "--outcome", "pass", "--comparison-type", "2"), "-1")):
            with self.subTest(arguments=arguments):
                status, _, err = self.run_ctl("callback", "send", *arguments, secret=SECRET)
                self.assertEqual(status, USAGE)
                self.assertIn(words, err)


class DoctorTest(CallbackTest):
    def doctor(self, url):
        status, findings = self.run_json("callback", "doctor", url)
        words, details = (" ".join(finding[key] for finding in findings) for key in ("message", "detail"))
        return status, {finding["weight"] for finding in findings}, words, details

    def test_an_address_of_this_machine(self):
        url = self.listen()
        status, weights, words, details = self.doctor(url + "/notify")
        self.assertEqual(status, REFUSED)
        for part in ("plain HTTP", "The port is none of those", "private network", "in good time"):
            self.assertIn(part, words)
        port = url.rsplit(":", 1)[1]
        self.assertIn(f"{port}, not one of 443, 5000, 16003, 8883, 8028", details)
        self.assertEqual(weights, {"good", "warning", "bad"})
        _, out, _ = self.run_ctl("callback", "doctor", url + "/notify")
        self.assertRegex(out, r"(?m)^BAD: The host .*\n    Give the receiver a public name")

    def test_nobody_there(self):
        url = self.listen()
        self.listener.send_signal(signal.SIGTERM)
        self.listener.wait(timeout=60)
        self.assertIn("Nobody accepts", self.doctor(url)[2])

    def test_no_web_address(self):
        self.assertIn("no web address", self.doctor("ftp://example.com/x")[2])


class CircleTest(CallbackTest):
    """Issue a PC token, finish the page in a browser, receive the callback, look up the result: offline."""

    def test_the_row_shows_all_three_verdicts(self):
        _, sandbox = self.sandbox("--faces", "one")
        url = self.listen()
        target = ("--base-url", sandbox, "--api-key", KEY)
        status, issued = self.run_json("issue", *request("get_token", "0", return_url=url + "/return",
                                                         notify_url=url + "/notify"), *target, secret=SECRET)
        self.assertEqual(status, 0, issued)
        browser = Browser(self)
        browser.call("/url", {"url": f"{sandbox}/faceid/liveness/v2/do?token={issued['token']}"})
        browser.click("button[value=wrong-person]")
        seen = {answer["path"]: answer for answer in (self.arrived(), self.arrived())}
        self.assertEqual(sorted(seen), ["/notify", "/return"])
        row = self.history()[0]["id"]
        for answer in seen.values():
            self.assertEqual((answer["check"], answer["row"]), ("matches", row))
        verdicts = ["passed", "passed", "failed"]
        self.assertEqual(self.kept(row), (verdicts, 0))
        status, result = self.run_json("result", issued["token"], *target, secret=SECRET)
        self.assertEqual((status, result["id"], result["row"]), (REFUSED, seen["/notify"]["result"]["id"], row))
        self.assertEqual(self.kept(row), (verdicts, 1))

    def kept(self, row):
        status, out, err = self.run_ctl("history", "show", row, "--json")
        self.assertEqual(status, 0, err)
        kept = json.loads(out)["result"]
        return [kept[name] for name in ("flow", "liveness", "comparison")], kept["calls"]


if __name__ == "__main__":
    main()

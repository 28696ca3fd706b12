"""After the token: the end user's page in a real browser, both callbacks, get_result of both APIs.

What arrives is checked with nothing but the contract's words and Python's hashlib. Also needs FACEID_CHROMEDRIVER.
"""

import base64
import hashlib
import hmac
import http.server
import json
import os
import queue
import re
import socket
import threading
import time
import unittest
import urllib.error
import urllib.parse
import urllib.request

from browser import Browser
from support import ID_NUMBER, NAME, REFUSED, USAGE, CtlTest, main

PATIENCE = 60
KEY, SECRET = "sandbox-key", "sandbox-secret"
PC = "/faceid/liveness/v2/"
SDK = "/face/v1.2/sdk/"
OUTCOMES = ["pass", "wrong-person", "attack", "time-out", "cancelled", "no-camera"]

opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def fetch(url, fields=None):
    """(HTTP status, headers, text); a POST when there are fields."""
    body = None if fields is None else urllib.parse.urlencode(fields).encode()
    try:
        with opener.open(url, body, timeout=PATIENCE) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code, answer.headers, answer.read().decode()


class Receiver(http.server.ThreadingHTTPServer):
    """An integrator's server: keeps what is POSTed, answers with the next status wanted, 200 in the end."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.posts = queue.Queue()
        self.statuses = queue.SimpleQueue()
        self.url = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    def next(self):
        """(path, content type, fields) of the next POST."""
        return self.posts.get(timeout=PATIENCE)


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        fields = dict(urllib.parse.parse_qsl(body, strict_parsing=True))
        try:
            status = self.server.statuses.get_nowait()
        except queue.Empty:
            status = 200
        page = "<title>shop</title>经已收到".encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)
        self.server.posts.put((self.path, self.headers["Content-Type"], fields))

    def log_message(self, *args):
        pass


class FlowTest(CtlTest):
    def setUp(self):
        super().setUp()
        self.receiver = Receiver()
        self.addCleanup(self.receiver.server_close)
        self.addCleanup(self.receiver.shutdown)
        self.number = 0

    def start_sandbox(self, *options):
        self.process, self.url = self.sandbox(*options)

    def pc_token(self, comparison="1", **changes):
        self.number += 1
        fields = {"api_key": KEY, "api_secret": SECRET, "comparison_type": comparison, "idcard_name": NAME,
                  "idcard_number": ID_NUMBER, "biz_no": f"序号-{self.number}", "biz_extra_data": 'a"b<c>&d\n',
                  "return_url": self.receiver.url + "/return?x=1", "notify_url": self.receiver.url + "/notify", **changes}
        status, _, body = fetch(self.url + PC + "get_token", fields)
        self.assertEqual(status, 200, body)
        return json.loads(body)["token"]

    def sdk_sign(self):
        now = int(time.time())
        raw = f"a={KEY}&b={now + 100}&c={now}&d=1234567890".encode()
        return base64.b64encode(hmac.new(SECRET.encode(), raw, hashlib.sha1).digest() + raw).decode()

    def sdk_token(self, **changes):
        fields = {"sign": self.sdk_sign(), "sign_version": "hmac_sha1", "liveness_type": "meglive", "comparison_type": "1",
                  "idcard_name": NAME, "idcard_number": ID_NUMBER, **changes}
        status, _, body = fetch(self.url + SDK + "get_biz_token", fields)
        self.assertEqual(status, 200, body)
        return json.loads(body)["biz_token"]

    def page(self, token):
        return self.url + PC + "do?token=" + token

    def result(self, path, **fields):
        status, _, body = fetch(self.url + path + "get_result?" + urllib.parse.urlencode(fields))
        return status, json.loads(body)

    def pc_result(self, biz_id, **fields):
        return self.result(PC, api_key=KEY, api_secret=SECRET, biz_id=biz_id, **fields)

    def sdk_result(self, token, **fields):
        return self.result(SDK, sign=self.sdk_sign(), sign_version="hmac_sha1", biz_token=token, **fields)

    def check_callback(self, post, path, right=True):
        """The data of a callback whose sign has been checked as the contract says."""
        self.assertEqual(post[:2], (path, "application/x-www-form-urlencoded"))
        fields = post[2]
        self.assertEqual(sorted(fields), ["data", "sign"])
        expected = hashlib.sha1((SECRET + fields["data"]).encode()).hexdigest()
        (self.assertEqual if right else self.assertNotEqual)(fields["sign"], expected)
        return json.loads(fields["data"])

    def choose(self, token, outcome):
        """What a browser does, without one: opens the page, presses a button; the form it is sent on with."""
        status, headers, page = fetch(self.page(token))
        self.assertEqual(status, 200, page)
        self.assertIn('value="' + outcome + '"', page)
        status, headers, page = fetch(self.page(token), {"token": token, "outcome": outcome})
        self.assertEqual((status, headers["X-Sandbox"]), (200, "simulated"))
        return page


class BrowserTest(FlowTest):
    def test_from_the_token_to_both_callbacks(self):
        self.start_sandbox()
        token = self.pc_token()
        browser = Browser(self)
        browser.call("/window/rect", {"width": 360, "height": 640})
        browser.call("/url", {"url": self.page(token)})
        self.assertLessEqual(browser.script("return document.documentElement.scrollWidth - window.innerWidth"), 0)
        text = browser.script("return document.body.innerText")
        for words in ("模拟", "Simulated", "通过", "Pass", "序号-1"):
            self.assertIn(words, text)
        self.assertEqual(browser.script("return performance.getEntriesByType('resource').map(r => r.name)"
                                        ".filter(n => !n.endsWith('/favicon.ico'))"), [])
        shot = os.environ.get("FACEID_SCREENSHOT")
        if shot:
            with open(shot, "wb") as file:
                file.write(base64.b64decode(browser.call("/screenshot")))
        browser.click("button[value=pass]")

        posts = {post[0]: post for post in (self.receiver.next(), self.receiver.next())}
        notified = self.check_callback(posts["/notify"], "/notify")
        returned = self.check_callback(posts["/return?x=1"], "/return?x=1")
        for data in (notified, returned):
            self.assertEqual((data["biz_no"], data["biz_extra_data"]), ("序号-1", 'a"b<c>&d\n'))
            self.assertEqual(data["liveness_result"]["result"], "success")
            self.assertNotIn("images", data)
        self.assertEqual(notified["biz_id"], returned["biz_id"])
        end = time.monotonic() + PATIENCE
        while browser.call("/title") != "shop":  # the browser is the shop's again
            self.assertLess(time.monotonic(), end)
            time.sleep(0.05)
        status, answer = self.pc_result(notified["biz_id"], get_image_type=1)
        self.assertEqual(status, 200, answer)
        self.assertEqual(answer["verify_result"]["result_faceid"], notified["verify_result"]["result_faceid"])
        self.assertTrue(answer["images"]["image_best"].startswith("data:image/jpeg;base64,"))


class PageTest(FlowTest):
    def test_a_pc_token_works_once(self):
        self.start_sandbox()
        token = self.pc_token()
        self.assertEqual(fetch(self.page(token))[0], 200)
        status, _, page = fetch(self.page(token))
        self.assertEqual(status, 410)
        self.assertIn("works once", page)
        self.assertEqual(fetch(self.page("0" * 32))[0], 404)
        self.assertEqual(fetch(self.page(""))[0], 404)
        self.assertEqual(fetch(self.page(token), {"token": token, "outcome": "pass"})[0], 200)
        self.assertEqual(fetch(self.page(token), {"token": token, "outcome": "pass"})[0], 410)
        self.assertEqual(fetch(self.url + "/faceid/lite/do?token=" + self.pc_token())[0], 200)

    def test_outcomes_of_the_pc_api(self):
        self.start_sandbox()
        reasons = {"time-out": "timeout", "cancelled": "interrupt_in_action_state", "no-camera": "no_input_frame"}
        for outcome in OUTCOMES:
            with self.subTest(outcome=outcome):
                self.choose(self.pc_token(), outcome)
                data = self.check_callback(self.receiver.next(), "/notify")
                status, answer = self.pc_result(data["biz_id"])
                self.assertEqual((status, "images" in answer), (200, False))
                self.assertEqual({name: answer[name] for name in data if name not in ("request_id", "time_used")},
                                 {name: data[name] for name in data if name not in ("request_id", "time_used")})
                alive, verify = answer["liveness_result"], answer["verify_result"]
                self.assertEqual(alive["log"], "simulated")
                self.assertEqual((alive["result"], alive["failure_reason"]),
                                 ("failure", reasons[outcome]) if outcome in reasons else ("success", None))
                self.assertEqual(verify is None, outcome in reasons)
                if verify:
                    score = verify["result_faceid"]
                    passes = [score["confidence"] > limit for limit in score["thresholds"].values()]
                    self.assertEqual(passes, [outcome != "wrong-person"] * 3)
                    face = verify["face_genuineness"]
                    self.assertEqual(face["synthetic_face_confidence"] > face["synthetic_face_threshold"],
                                     outcome == "attack")

    def test_without_a_comparison_there_is_none(self):
        self.start_sandbox()
        for outcome, result in (("pass", "success"), ("attack", "failure")):
            self.choose(self.pc_token("-1"), outcome)
            data = self.check_callback(self.receiver.next(), "/notify")
            self.assertEqual((data["liveness_result"]["result"], data["verify_result"]), (result, None))

    def test_form_of_the_browser_is_escaped(self):
        self.start_sandbox()
        page = self.choose(self.pc_token(biz_extra_data='"><script>alert(1)</script>'), "pass")
        self.assertEqual(page.count("<script"), 1)
        self.assertIn(f'action="{self.receiver.url}/return?x=1"', page)

    def test_results_that_are_not_there(self):
        self.start_sandbox()
        self.assertEqual(self.pc_result("1,2")[1]["error_message"], "RESULT_NOT_FOUND")
        status, answer = self.sdk_result("1,2")
        self.assertEqual((status, answer["error"]), (400, "RESULT_NOT_FOUND"))
        self.assertEqual(self.result(PC, api_key=KEY, biz_id="1")[1]["error_message"], "MISSING_ARGUMENTS:api_secret")
        self.assertEqual(self.result(PC, api_key=KEY, api_secret="x", biz_id="1")[1]["error_message"], "AUTHENTICATION_ERROR")
        self.assertEqual(self.result(SDK, biz_token="1")[1]["error"], "MISSING_ARGUMENTS:sign")
        self.assertEqual(self.result(SDK, sign="x", sign_version="hmac_sha1", biz_token="1")[1]["error"], "INVALID_SIGN")


class CallbackTest(FlowTest):
    def test_twice(self):
        self.start_sandbox("--callback", "twice")
        self.choose(self.pc_token(), "pass")
        first, second = self.receiver.next(), self.receiver.next()
        self.assertEqual(first, second)

    def test_wrong_sign(self):
        self.start_sandbox("--callback", "wrong-sign")
        page = self.choose(self.pc_token(), "pass")
        self.check_callback(self.receiver.next(), "/notify", right=False)
        sign = re.search('name="sign" value="([0-9a-f]{40})"', page)[1]
        data = re.search('name="data" value="([^"]*)"', page)[1].replace("&quot;", '"').replace("&lt;", "<")
        data = data.replace("&gt;", ">").replace("&amp;", "&")
        self.assertNotEqual(sign, hashlib.sha1((SECRET + data).encode()).hexdigest())

    def test_again_after_a_500(self):
        self.start_sandbox("--callback", "retries=2")
        for status in (500, 503, 200):
            self.receiver.statuses.put(status)
        self.choose(self.pc_token(), "pass")
        posts = [self.receiver.next() for _ in range(3)]
        self.assertEqual(posts[0], posts[1])
        self.assertEqual(posts[0], posts[2])

    def test_late_comes_after_the_return(self):
        self.start_sandbox("--callback", "late=1")
        token = self.pc_token()
        self.choose(token, "pass")
        fetch(self.receiver.url + "/return", {"data": "x"})  # as the browser would now
        self.assertEqual(self.receiver.next()[0], "/return")
        self.check_callback(self.receiver.next(), "/notify")

    def test_receiver_that_is_not_there_holds_nothing_up(self):
        self.start_sandbox()
        with socket.socket() as closed:
            closed.bind(("127.0.0.1", 0))
            nowhere = f"http://127.0.0.1:{closed.getsockname()[1]}/"
            self.choose(self.pc_token(notify_url=nowhere), "pass")
            self.choose(self.pc_token(), "pass")
            self.check_callback(self.receiver.next(), "/notify")

    def test_options_that_make_no_sense(self):
        for option in (["--callback", "thrice"], ["--callback", "late"], ["--callback", "late=0"], ["--faces", "two"]):
            self.assertEqual(self.run_ctl("sandbox", *option)[0], USAGE)


class CompleteTest(FlowTest):
    def complete(self, token, outcome="pass", url=None):
        return self.run_ctl("sandbox", "complete", token, "--outcome", outcome, "--base-url", url or self.url)

    def test_sdk_from_not_started_to_done(self):
        self.start_sandbox()
        codes = {"pass": (1000, "SUCCESS"), "wrong-person": (2000, "PASS_LIVING_NOT_THE_SAME"),
                 "attack": (4100, "FAIL_LIVING_FACE_ATTACK"), "time-out": (4200, "USER_TIMEOUT"),
                 "cancelled": (4200, "USER_CANCELLATION"), "no-camera": (4200, "MOBILE_PHONE_NO_AUTHORITY")}
        for outcome, (code, message) in codes.items():
            with self.subTest(outcome=outcome):
                token = self.sdk_token()
                status, answer = self.sdk_result(token)
                self.assertEqual((status, answer["result_code"], answer["result_message"]), (200, 9000, "LIVING_NOT_START"))
                self.assertEqual(self.complete(token, outcome)[:2], (0, outcome + "\n"))
                status, answer = self.sdk_result(token)
                self.assertEqual((status, answer["result_code"], answer["result_message"]), (200, code, message))
                self.assertEqual("verification" in answer, outcome in ("pass", "wrong-person"))
                if "verification" in answer:
                    score = answer["verification"]["idcard"]
                    self.assertEqual([score["confidence"] > limit for limit in score["thresholds"].values()],
                                     [outcome == "pass"] * 4)
        self.assertIn("images", self.sdk_result(self.finished())[1])
        self.assertNotIn("images", self.sdk_result(self.finished(), verbose=0)[1])

    def finished(self):
        token = self.sdk_token()
        self.assertEqual(self.complete(token)[0], 0)
        return token

    def test_attack_is_compared_when_asked_for(self):
        self.start_sandbox()
        token = self.sdk_token(force_compare="1")
        self.complete(token, "attack")
        answer = self.sdk_result(token)[1]
        self.assertEqual((answer["result_code"], "verification" in answer), (4100, True))

    def test_pc_token_gets_its_notification(self):
        self.start_sandbox()
        self.assertEqual(self.complete(self.pc_token(), "cancelled")[0], 0)
        data = self.check_callback(self.receiver.next(), "/notify")
        self.assertEqual(data["liveness_result"]["failure_reason"], "interrupt_in_action_state")

    def test_refusals(self):
        self.start_sandbox()
        token = self.finished()
        self.assertEqual(self.complete(token)[0], REFUSED)
        self.assertEqual(self.complete("nothing")[0], REFUSED)
        self.assertEqual(self.complete(token, "perhaps")[0], USAGE)
        with socket.socket() as closed:
            closed.bind(("127.0.0.1", 0))
            status, _, err = self.complete(token, url=f"http://127.0.0.1:{closed.getsockname()[1]}")
            self.assertEqual(status, REFUSED)
            self.assertIn("No answer", err)


if __name__ == "__main__":
    main()

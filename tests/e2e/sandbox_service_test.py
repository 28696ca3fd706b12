"""`faceidctl sandbox` as a service in a pipeline: keys from a file, scenarios while it runs, its log, what it says of itself."""

import base64
import hashlib
import hmac
import http.client
import json
import os
import stat
import time
import urllib.error
import urllib.parse
import urllib.request

from support import ID_NUMBER, NAME, USAGE, CALLBACKS, CtlTest, main

PC = "/faceid/liveness/v2/get_token"
SDK = "/face/v1.2/sdk/get_biz_token"
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def fetch(url, fields=None, method=None):
    """(HTTP status, headers, text)"""
    body = None if fields is None else urllib.parse.urlencode(fields).encode()
    try:
        with opener.open(urllib.request.Request(url, body, method=method), timeout=60) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code, answer.headers, answer.read().decode()


class ServiceTest(CtlTest):
    def token(self, key="sandbox-key", secret="sandbox-secret", **changes):
        """(HTTP status, answer) of get_token"""
        fields = {"api_key": key, "api_secret": secret, "comparison_type": "1", "idcard_name": NAME,
                  "idcard_number": ID_NUMBER, "biz_no": "b-1", **CALLBACKS, **changes}
        status, _, body = fetch(self.url + PC, fields)
        return status, json.loads(body)

    def error(self, *args, **changes):
        return self.token(*args, **changes)[1].get("error_message")

    def test_keys_from_a_file(self):
        keys = [{"api_key": "a", "api_secret": "s-a"},
                {"api_key": "gone", "api_secret": "s", "discontinued": True},
                {"api_key": "far", "api_secret": "s", "networks": ["10.0.0.0/8"]},
                {"api_key": "near", "api_secret": "s", "networks": ["127.0.0.0/8"]},
                {"api_key": "few", "api_secret": "s", "attempts": 1},
                {"api_key": "poor", "api_secret": "s", "balance": 0}]
        _, self.url = self.sandbox("--keys", self.file("keys.json", json.dumps(keys).encode()), "--spaced-codes",
                                   "--unique-biz-no")
        self.assertEqual(self.token("a", "s-a")[0], 200)
        self.assertEqual(self.error("a", "s-a"), "BAD_ARGUMENTS: biz_no")
        self.assertEqual(self.error("sandbox-key", "sandbox-secret"), "AUTHENTICATION_ERROR")
        self.assertEqual(self.error("gone", "s"), "AUTHORIZATION_ERROR: API_KEY_BE_DISCONTINUED")
        self.assertEqual(self.error("far", "s"), "AUTHORIZATION_ERROR: IP_NOT_ALLOWED")
        self.assertIsNone(self.error("near", "s"))
        self.assertIsNone(self.error("few", "s", biz_no="b-2"))
        self.assertEqual(self.error("few", "s", biz_no="b-3"), "AUTHORIZATION_ERROR: MORE_RETRY_TIMES")

        self.assertEqual(self.error("poor", "s", biz_no="b-4"), "AUTHORIZATION_ERROR: BALANCE_NOT_ENOUGH")

    def test_state_outlives_a_kill(self):
        state = self.path("state.jsonl")
        process, self.url = self.sandbox("--state", state)
        token = self.token()[1]["token"]
        page = "/faceid/liveness/v2/do?token=" + token
        self.assertEqual(self.run_ctl("sandbox", "--state", state)[0], USAGE)  # it is in use
        process.kill()
        process.communicate()
        for expected in (200, 410):  # a PC token opens the page once
            process, self.url = self.sandbox("--state", state)
            self.assertEqual(fetch(self.url + page)[0], expected)
            process.kill()
            process.communicate()
        with open(state, encoding="utf-8") as file:
            text = file.read()
        self.assertIn(token, text)
        for planted in ("sandbox-secret", NAME, ID_NUMBER):
            self.assertNotIn(planted, text)
        self.assertEqual(stat.S_IMODE(os.stat(state).st_mode), 0o600)
        self.assertEqual(self.run_ctl("sandbox", "--state", self.file("notes.txt", b"mine\n"))[0], USAGE)

    def test_signs_by_switch(self):
        for options, late, wrong in (((), "AUTHORIZATION_ERROR:EXPIRED_SIGN", "INVALID_SIGN"),
                                     (("--clock-tolerance", "600", "--sign-as-reason"), None,
                                      "AUTHORIZATION_ERROR:INVALID_SIGN")):
            _, self.url = self.sandbox(*options)
            for secret, valid, expected in (("sandbox-secret", -60, late), ("wrong", 60, wrong)):
                made = int(time.time()) - 3600
                raw = f"a=sandbox-key&b={made + 3600 + valid}&c={made}&d=1".encode()
                sign = base64.b64encode(hmac.new(secret.encode(), raw, hashlib.sha1).digest() + raw).decode()
                fields = {"sign": sign, "sign_version": "hmac_sha1", "liveness_type": "meglive", "comparison_type": "1",
                          "idcard_name": NAME, "idcard_number": ID_NUMBER}
                self.assertEqual(json.loads(fetch(self.url + SDK, fields)[2]).get("error"), expected)

    def test_too_many_at_one_time(self):
        keys = self.file("keys.json", b'[{"api_key": "a", "api_secret": "s", "concurrency": 1}]')
        _, self.url = self.sandbox("--keys", keys, "--scenario", "delay=60000@biz_no=slow")
        connection = http.client.HTTPConnection(urllib.parse.urlsplit(self.url).netloc, timeout=60)
        self.addCleanup(connection.close)
        fields = {"api_key": "a", "api_secret": "s", "comparison_type": "-1", "biz_no": "slow", **CALLBACKS}
        connection.request("POST", PC, urllib.parse.urlencode(fields))
        end = time.monotonic() + 60
        while self.error("a", "s") != "CONCURRENCY_LIMIT_EXCEEDED":  # until the first is in
            self.assertLess(time.monotonic(), end)

    def test_keys_that_cannot_be_read(self):
        for content in (b"", b"{}", b'[{"api_key": "a"}]', b'[{"api_key": "a", "api_secret": "s", "typo": 1}]'):
            self.assertEqual(self.run_ctl("sandbox", "--keys", self.file("keys.json", content))[0], USAGE)
        self.assertEqual(self.run_ctl("sandbox", "--keys", self.path("gone.json"))[0], USAGE)

    def test_scenarios_while_it_runs(self):
        _, self.url = self.sandbox()
        control = self.url + "/sandbox/scenarios"
        orders = ["INTERNAL_ERROR:1", "NO_FACE_FOUND:image_ref1:20%"]
        status, _, body = fetch(control, [("scenario", order) for order in orders])
        self.assertEqual((status, json.loads(body)), (200, {"scenarios": orders}))
        self.assertEqual(self.error(), "INTERNAL_ERROR")
        self.assertEqual(json.loads(fetch(control)[2]), {"scenarios": orders[1:]})
        status, _, body = fetch(control, [("scenario", "reset:1"), ("scenario", "nonsense")])
        self.assertEqual((status, "nonsense" in json.loads(body)["error"]), (400, True))
        self.assertEqual(json.loads(fetch(control)[2]), {"scenarios": orders[1:]})  # all or none
        self.assertEqual(json.loads(fetch(control, method="DELETE")[2]), {"scenarios": []})

    def await_lines(self, path, count):
        end = time.monotonic() + 60
        while True:
            with open(path, encoding="utf-8") as file:
                text = file.read()
            if text.count("\n") == count:
                return text
            self.assertLess(time.monotonic(), end, text)
            time.sleep(0.02)

    def test_log(self):
        log = self.path("requests.jsonl")
        _, self.url = self.sandbox("--log", log, "--scenario", "INTERNAL_ERROR@biz_no=b-x")
        result = PC.replace("get_token", "get_result") + "?api_key=sandbox-key&api_secret=sandbox-secret&biz_id=1"
        token = self.token()[1]["token"]
        # A line is written after the answer has gone, so the next request may overtake it.
        self.await_lines(log, 1)
        for count, ask in enumerate((lambda: self.error(idcard_number="1"), lambda: self.error(biz_no="b-x"),
                                     lambda: fetch(self.url + "/faceid/liveness/v2/do?token=" + token),
                                     lambda: fetch(self.url + result)), 2):
            ask()
            text = self.await_lines(log, count)
        for planted in (NAME, ID_NUMBER, "sandbox-secret", token):
            self.assertNotIn(planted, text)
        self.assertEqual(stat.S_IMODE(os.stat(log).st_mode), 0o600)
        rows = [json.loads(line) for line in text.splitlines()]
        self.assertEqual([(row["status"], row.get("error"), row.get("scenario")) for row in rows],
                         [(200, None, None), (400, "INVALID_IDCARD_NUMBER", None), (500, "INTERNAL_ERROR", "INTERNAL_ERROR"),
                          (200, None, None), (400, None, None)])
        self.assertEqual([row.get("api") for row in rows], ["get_token"] * 3 + [None] * 2)
        self.assertIn({"name": "biz_no", "value": "b-1"}, rows[0]["parts"])

    def test_says_what_it_is(self):
        _, self.url = self.sandbox()
        status, headers, body = fetch(self.url + "/healthz")
        self.assertEqual((status, json.loads(body), headers["X-Sandbox"]), (200, {"status": "ok"}, "simulated"))
        status, headers, page = fetch(self.url + "/")
        self.assertEqual((status, headers["Content-Type"]), (200, "text/html; charset=utf-8"))
        for words in (SDK, PC, "multi_oriented_detection", "MULTIPLE_FACES", "liveness_timeout", "delay=3000", "no-camera",
                      "--clock-tolerance", "curl -F sign=$SIGN"):
            self.assertIn(words, page)

    def test_openapi(self):
        _, self.url = self.sandbox()
        api = json.loads(fetch(self.url + "/openapi.json")[2])
        self.assertEqual(api["openapi"], "3.0.3")
        self.assertEqual(set(api["paths"]), {PC, SDK, PC.replace("get_token", "get_result"),
                                             SDK.replace("get_biz_token", "get_result")})
        operation = api["paths"][PC]["post"]
        self.assertEqual(set(operation["responses"]), {"200", "400", "403", "404", "500"})
        self.assertIn("413", api["paths"][SDK]["post"]["responses"])
        for kind in ("multipart/form-data", "application/x-www-form-urlencoded"):
            schema = operation["requestBody"]["content"][kind]["schema"]
            self.assertEqual(set(schema["required"]),
                             {"api_key", "api_secret", "comparison_type", "return_url", "notify_url", "biz_no"})
            self.assertEqual(schema["properties"]["comparison_type"]["enum"], ["0", "1", "-1"])
            self.assertEqual(schema["properties"]["image_ref3"]["format"], "binary")
            self.assertEqual(schema["properties"]["multi_oriented_detection"]["default"], "0")
        timeout = api["paths"][SDK]["post"]["requestBody"]["content"]["multipart/form-data"]["schema"]["properties"]
        self.assertEqual({name: timeout["liveness_timeout"][name] for name in ("type", "minimum", "maximum", "default")},
                         {"type": "integer", "minimum": 5, "maximum": 60, "default": 60})


if __name__ == "__main__":
    main()

"""`faceidctl issue`: from photo to token on the sandbox, and the honest outcome against servers that misbehave."""

import json
import os
import shutil
import signal
import socket
import tempfile
import time
from datetime import datetime, timezone

from support import (CUT_OFF, ISSUED, NOT_SENT, PHOTO, REFUSED, SERVER_ERROR, UNKNOWN, Certificates, CtlTest, Server,
                     main, png, request)

KEYS = ["biz_no", "body", "detail", "error", "expires_at", "http_status", "outcome", "posts", "problems",
        "request_id", "time_used_ms", "timing_ms", "token"]
UUID4 = r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"


def reply(status, body, *headers):
    """An `answer` with a well-framed response."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(content)}", "Content-Type: application/json", *headers]
    return lambda connection: connection.sendall("\r\n".join(head).encode() + b"\r\n\r\n" + content)


class IssueTest(CtlTest):
    def issue(self, *args, **keywords):
        status, answer = self.run_json("issue", *args, **keywords)
        self.assertEqual(sorted(answer), KEYS)
        return status, answer

    def issue_at(self, url, *args, **keywords):
        """Issues a request at a server of ours; plain http goes to 127.0.0.1."""
        args = args or request("get_biz_token", "0")
        return self.issue(*args, "--base-url", url, "--api-key", "k", secret="planted", **keywords)


class SandboxIssueTest(IssueTest):
    def test_every_kind_of_request_is_issued(self):
        for endpoint, comparison, shape in (("get_biz_token", "0", rf"^[0-9]{{10}},{UUID4}$"),
                                            ("get_biz_token", "1", rf"^[0-9]{{10}},{UUID4}$"),
                                            ("get_token", "0", r"^[0-9a-f]{32}$"),
                                            ("get_token", "1", r"^[0-9a-f]{32}$"),
                                            ("get_token", "-1", r"^[0-9a-f]{32}$")):
            with self.subTest(endpoint=endpoint, comparison=comparison):
                status, answer = self.issue(*request(endpoint, comparison), "--sandbox")
                self.assertEqual((status, answer["outcome"], answer["http_status"]), (ISSUED, "Issued", 200))
                self.assertRegex(answer["token"], shape)
                self.assertRegex(answer["request_id"], rf"^[0-9]{{10}},{UUID4}$")
                key = "biz_token" if endpoint == "get_biz_token" else "token"
                self.assertEqual(answer["token"], answer["body"][key])
                self.assertEqual((answer["posts"], answer["problems"], answer["error"]), (1, [], None))
                self.assertGreaterEqual(answer["time_used_ms"], 0)
                expiry = datetime.strptime(answer["expires_at"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)
                self.assertGreater(expiry, datetime.now(timezone.utc))
                self.assertRegex(answer["biz_no"], r"^[0-9]{8}-[0-9]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$")

    def test_sdk_token_is_good_for_an_hour(self):
        _, answer = self.issue(*request("get_biz_token", "0"), "--sandbox")
        issued = int(answer["token"].split(",")[0])
        expiry = datetime.strptime(answer["expires_at"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)
        self.assertEqual(expiry.timestamp() - issued, 3600)

    def test_lines_for_people(self):
        status, out, err = self.run_ctl("issue", *request("get_biz_token", "0", biz_no="b-7"), "--sandbox")
        self.assertEqual((status, err), (ISSUED, ""))
        self.assertRegex(out, rf"^Issued\ntoken +[0-9]{{10}},{UUID4}\nexpires .*\nrequest_id .*\nbiz_no +b-7\n$")

    def test_refusal_for_people(self):
        _, url = self.sandbox()
        status, out, err = self.run_ctl("issue", *request("get_token", "-1", biz_no="b-8"), "--base-url", url,
                                        "--api-key", "sandbox-key", secret="wrong")
        self.assertEqual((status, err), (REFUSED, ""))
        lines = out.splitlines()
        self.assertEqual(lines[0], "The service refused the request.")
        self.assertRegex(lines[1], "^error +AUTHENTICATION_ERROR$")
        self.assertIn("api_key and api_secret", lines[2])
        self.assertTrue(lines[3].startswith("Who can put it right: "), out)
        self.assertRegex(out, r"request_id +[0-9]{10},")

    def test_problems_are_not_sent(self):
        status, answer = self.issue(*request("get_token", "0", uuid=None, return_url="x"), "--sandbox")
        self.assertEqual((status, answer["outcome"], answer["posts"], answer["token"]), (NOT_SENT, "NotSent", 0, None))
        self.assertEqual([problem["code"] for problem in answer["problems"]],
                         ["MISSING_ARGUMENTS:uuid", "BAD_ARGUMENTS:return_url"])

    def test_unreadable_photo_is_not_sent(self):
        empty = self.file("empty.png", b"")
        for path in (empty, self.path("vanished.png"), self.home):
            with self.subTest(path=path):
                status, answer = self.issue(*request("get_biz_token", "0", image_ref1=path), "--sandbox")
                self.assertEqual((status, answer["outcome"], answer["posts"]), (NOT_SENT, "NotSent", 0))
                self.assertIsNone(answer["detail"])
                self.assertEqual([(problem["code"], problem["field"]) for problem in answer["problems"]],
                                 [("IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref1", "image_ref1")])

    def test_a_used_biz_no_is_not_sent_again(self):
        process, url = self.sandbox()
        first = request("get_biz_token", "0", biz_no="b-once")
        where = ["--base-url", url, "--api-key", "sandbox-key"]
        self.assertEqual(self.issue(*first, *where, secret="sandbox-secret")[0], ISSUED)
        status, answer = self.issue(*first, *where, secret="sandbox-secret")
        self.assertEqual((status, answer["outcome"], answer["posts"]), (NOT_SENT, "NotSent", 0))
        self.assertEqual([problem["field"] for problem in answer["problems"]], ["biz_no"])
        self.assertTrue(answer["detail"])

    def test_generated_biz_no_is_new_each_time(self):
        numbers = {self.issue(*request("get_token", "-1"), "--sandbox")[1]["biz_no"] for _ in range(3)}
        self.assertEqual(len(numbers), 3)

    def test_wrong_secret_is_refused(self):
        _, url = self.sandbox()
        for endpoint, code in (("get_biz_token", None), ("get_token", "AUTHENTICATION_ERROR")):
            with self.subTest(endpoint=endpoint):
                status, answer = self.issue(*request(endpoint, "0"), "--base-url", url, "--api-key", "sandbox-key",
                                            secret="wrong")
                self.assertEqual((status, answer["outcome"], answer["http_status"]), (REFUSED, "Refused", 403))
                self.assertEqual(sorted(answer["error"]), ["code", "field", "meaning"])
                self.assertTrue(answer["error"]["meaning"])
                if code:
                    self.assertEqual(answer["error"]["code"], code)


class AddressTest(IssueTest):
    def test_nobody_listens(self):
        with socket.create_server(("127.0.0.1", 0)) as placeholder:
            port = placeholder.getsockname()[1]
        status, answer = self.issue_at(f"http://127.0.0.1:{port}")
        self.assertEqual((status, answer["outcome"], answer["posts"], answer["problems"]),
                         (NOT_SENT, "NotSent", 0, []))
        self.assertTrue(answer["detail"])
        self.assertIsNone(answer["http_status"])

    def test_plain_http_leaves_the_machine_never(self):
        status, answer = self.issue_at("http://192.0.2.1:9")
        self.assertEqual((status, answer["outcome"], answer["posts"]), (NOT_SENT, "NotSent", 0))
        self.assertEqual(len(answer["problems"]), 1)

    def test_proxy_variables_are_ignored(self):
        proxy = Server(self)
        server = Server(self, reply("200 OK", {"biz_token": "1532412036,c26a7243-d47c-440f-ade1-6c09dd9cba46",
                                               "request_id": "1532412036,5df6bb83-d4ab-407d-9eb2-b12dd9f6ca55",
                                               "time_used": 5}))
        variables = {name: proxy.url for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY")}
        status, answer = self.issue_at(server.url, **variables)
        self.assertEqual((status, server.posts, proxy.connections), (ISSUED, 1, 0))

    def test_secret_is_gone_from_the_environment_of_the_process(self):
        server = Server(self)
        server.answer = server.stall
        process = self.start("issue", *request("get_biz_token", "0"), "--base-url", server.url, "--api-key", "k",
                             secret="planted-secret-1")
        self.assertTrue(server.body_taken.wait(60))
        with open(f"/proc/{process.pid}/environ", "rb") as file:
            self.assertNotIn(b"planted-secret-1", file.read())


class BadServerTest(IssueTest):
    """Each over http and https: at most one POST, and the outcome that the facts allow."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="faceidctl-test-")
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.certificates = Certificates(cls.folder)

    def both(self, answer):
        """[(server, exit status, JSON)] over http and over https."""
        results = []
        for certificates in (None, self.certificates):
            server = Server(self, answer, certificates)
            results.append((server, *self.issue_at(server.url, *request("get_biz_token", "0"), "--ca",
                                                   self.certificates.authority)))
        self.assertEqual([server.url.split(":")[0] for server, _, _ in results], ["http", "https"])
        return results

    def test_takes_the_body_and_closes(self):
        for server, status, answer in self.both(None):
            with self.subTest(url=server.url):
                self.assertEqual((status, answer["outcome"], answer["posts"]), (UNKNOWN, "Unknown", 1))
                self.assertEqual(server.posts, 1)
                self.assertEqual((answer["token"], answer["http_status"], answer["body"]), (None, None, None))
                self.assertTrue(answer["detail"])

    def test_answers_garbage(self):
        for server, status, answer in self.both(lambda connection: connection.sendall(b"\x16\x03 nonsense\r\n\r\n")):
            with self.subTest(url=server.url):
                self.assertEqual((status, server.posts, answer["posts"]), (UNKNOWN, 1, 1))

    def test_answers_half_a_status_line(self):
        for server, status, _ in self.both(lambda connection: connection.sendall(b"HTTP/1.1 20")):
            with self.subTest(url=server.url):
                self.assertEqual((status, server.posts), (UNKNOWN, 1))

    def test_redirects(self):
        other = Server(self, reply("200 OK", {"biz_token": "stolen"}))
        for server, status, answer in self.both(reply("307 Temporary Redirect", b"", "Location: " + other.url)):
            with self.subTest(url=server.url):
                self.assertEqual((status, answer["outcome"], answer["token"]), (UNKNOWN, "Unknown", None))
                self.assertEqual((server.posts, other.connections), (1, 0))

    def test_never_answers(self):
        for certificates in (None, self.certificates):
            server = Server(self, None, certificates)
            server.answer = server.stall
            with self.subTest(url=server.url):
                started = time.monotonic()
                status, answer = self.issue_at(server.url, *request("get_biz_token", "0"), "--timeout", "1.5", "--ca",
                                               self.certificates.authority)
                self.assertLess(time.monotonic() - started, 10)
                self.assertEqual((status, answer["posts"], server.posts), (UNKNOWN, 1, 1))

    def test_refuses(self):
        body = {"error": "NO_FACE_FOUND: image_ref1", "request_id": "r-1", "time_used": 7}
        for server, status, answer in self.both(reply("400 Bad Request", body)):
            with self.subTest(url=server.url):
                self.assertEqual((status, answer["outcome"], answer["http_status"]), (REFUSED, "Refused", 400))
                self.assertEqual((answer["error"]["code"], answer["error"]["field"]),
                                 ("NO_FACE_FOUND:image_ref1", "image_ref1"))
                self.assertEqual((answer["body"], answer["request_id"], answer["time_used_ms"]), (body, "r-1", 7))

    def test_request_too_large(self):
        for server, status, answer in self.both(reply("413 Request Entity Too Large", b"Request Entity Too Large")):
            with self.subTest(url=server.url):
                self.assertEqual((status, answer["outcome"], answer["http_status"]), (REFUSED, "Refused", 413))
                self.assertEqual(answer["body"], "Request Entity Too Large")
                self.assertEqual(answer["error"]["code"], "Request Entity Too Large")

    def test_fails(self):
        for server, status, answer in self.both(reply("500 Internal Server Error", {"error": "INTERNAL_ERROR"})):
            with self.subTest(url=server.url):
                self.assertEqual((status, answer["outcome"], server.posts), (SERVER_ERROR, "ServerError", 1))

    def test_is_not_trusted(self):
        server = Server(self, None, self.certificates)
        status, answer = self.issue_at(server.url)
        self.assertEqual((status, answer["outcome"], answer["posts"], server.posts), (NOT_SENT, "NotSent", 0, 0))
        self.assertTrue(answer["detail"])

    def test_authority_from_the_environment(self):
        server = Server(self, None, self.certificates)
        status, _ = self.issue_at(server.url, SSL_CERT_FILE=self.certificates.authority)
        self.assertEqual((status, server.posts), (UNKNOWN, 1))

    def test_control_characters_of_a_server_do_not_reach_the_terminal(self):
        server = Server(self, reply("400 Bad Request", {"error": "EVIL\u001b[2J\u202e", "request_id": "r\u0007"}))
        status, out, _ = self.run_ctl("issue", *request("get_biz_token", "0"), "--base-url", server.url, "--api-key",
                                      "k", secret="planted")
        self.assertEqual(status, REFUSED)
        self.assertFalse(any(c in out for c in "\u001b\u202e\u0007"), out)


class InterruptTest(IssueTest):
    def interrupted(self, server, event, number, photo):
        process = self.start("issue", *request("get_biz_token", "0", image_ref1=photo), "--base-url", server.url,
                             "--api-key", "k", "--json", secret="planted")
        self.assertTrue(event.wait(60))
        process.send_signal(number)
        out, _ = process.communicate(timeout=20)  # less than any time-out of the client's own
        answer = json.loads(out)
        self.assertIn("cancelled", answer["detail"])
        return process.returncode, answer

    def test_after_the_body_the_outcome_is_unknown(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(signal=number):
                server = Server(self)
                server.answer = server.stall
                status, answer = self.interrupted(server, server.body_taken, number, PHOTO)
                self.assertEqual((status, answer["outcome"], answer["posts"]), (UNKNOWN, "Unknown", 1))

    def test_in_the_middle_of_the_body_it_is_cut_off(self):
        server = Server(self, reads_body=False)
        heavy = self.file("heavy.png", png(2600, 2600, level=0))
        self.assertGreater(os.path.getsize(heavy), 19 * 1024 * 1024)
        status, answer = self.interrupted(server, server.head_taken, signal.SIGINT, heavy)
        self.assertEqual((status, answer["outcome"], answer["posts"]), (CUT_OFF, "CutOff", 0))


if __name__ == "__main__":
    main()

"""What faceidctl leaves behind: rows that survive a kill, and nothing secret in any file."""

import json
import os
import signal
import subprocess
import urllib.parse

from support import (FACEIDCTL, ID_NUMBER, ISSUED, NAME, NO_OUTPUT, NOT_SENT, PHOTO, REFUSED, UNKNOWN, USAGE,
                     CtlTest, Server, main, png, request)


class HistoryTest(CtlTest):
    def test_empty(self):
        self.assertEqual(self.history(), [])

    def test_rows_are_listed_newest_first(self):
        tokens = []
        for number in range(3):
            status, answer = self.run_json("issue", *request("get_token", "-1", biz_no=f"b-{number}"), "--sandbox")
            self.assertEqual(status, ISSUED)
            tokens.append(answer["token"])
        rows = self.history()
        self.assertEqual([row["biz_no"] for row in rows], ["b-2", "b-1", "b-0"])
        self.assertEqual([row["biz_no"] for row in self.history("--limit", "2")], ["b-2", "b-1"])
        row = rows[-1]
        self.assertEqual((row["outcome"], row["endpoint"], row["comparison_type"], row["environment"],
                          row["http_status"]), ("Issued", "get_token", "-1", "sandbox", 200))
        self.assertNotIn(tokens[0], json.dumps(rows))
        self.assertTrue(row["token"].startswith(tokens[0][:4]))
        self.assertEqual([row["token"] for row in self.history("--show-token")], tokens[::-1])

    def test_search_and_show(self):
        for number in range(3):
            status, answer = self.run_json("issue", *request("get_token", "-1", biz_no=f"order-{number}"), "--sandbox")
            self.assertEqual(status, ISSUED)

        def found(*words):
            status, out, err = self.run_ctl("history", "search", "--json", *words)
            self.assertEqual((status, err), (0, ""))
            return [row["biz_no"] for row in json.loads(out)]

        self.assertEqual(found("rdEr-1"), ["order-1"])
        self.assertEqual(found("er"), ["order-2", "order-1", "order-0"])
        self.assertEqual(found(answer["token"][5:20]), ["order-2"])
        self.assertEqual(found("order", "--outcome", "Unknown"), [])
        self.assertEqual(found("order", "--since", "2999-01-01"), [])
        self.assertEqual(found("order", "--until", "2001-01-01"), [])
        row = self.history("--limit", "1")[0]
        self.run_ctl("history", "note", row["id"], "客户已回电")
        self.assertEqual(found("回电"), ["order-2"])

        status, out, _ = self.run_ctl("history", "show", row["id"], "--json")
        self.assertEqual(status, 0)
        shown = json.loads(out)
        self.assertEqual((shown["biz_no"], shown["http_status"]), ("order-2", 200))
        self.assertIn({"name": "biz_no", "value": "order-2", "file": None}, shown["request"])
        self.assertIn("request_id", shown["body"])
        self.assertNotIn(answer["token"], out)
        self.assertIn(answer["token"], self.run_ctl("history", "show", "--show-token", row["id"], "--json")[1])
        status, out, _ = self.run_ctl("history", "show", row["id"])
        lines = out.splitlines()
        self.assertEqual((status, lines[0]), (0, "id: " + row["id"]))
        for line in ("outcome: Issued", "http_status: 200", "biz_no: order-2", "  biz_no: order-2"):
            self.assertIn(line, lines)
        self.assertNotIn(answer["token"], out)
        self.assertIn(answer["token"], self.run_ctl("history", "show", "--show-token", row["id"])[1])
        self.assertEqual(self.run_ctl("history", "show", "00000000-0000-4000-8000-000000000000")[0], REFUSED)
        status, _, err = self.run_ctl("history", "show", row["id"][:8])
        self.assertEqual(status, USAGE)
        self.assertIn(f"'{row['id'][:8]}' is no id. faceidctl history list", err)
        self.assertEqual(self.run_ctl("history", "search")[0], USAGE)
        self.assertEqual(self.run_ctl("history", "list", "--outcome", "Lost")[0], USAGE)
        for words in (["history"], ["history", "lsit"]):
            status, _, err = self.run_ctl(*words)
            self.assertEqual(status, USAGE)
            self.assertIn("Known: history list, ", err)
            self.assertNotIn("profile", err)

    def test_table_for_people(self):
        _, answer = self.run_json("issue", *request("get_biz_token", "0", biz_no="b-1"), "--sandbox")
        status, out, err = self.run_ctl("history", "list")
        self.assertEqual((status, err), (0, ""))
        head, row = out.splitlines()
        self.assertEqual(head.split(), ["started_at", "outcome", "endpoint", "profile", "biz_no", "token",
                                        "request_id", "expires_at", "id"])
        self.assertEqual(self.run_ctl("history", "show", row.split()[-1])[0], 0)
        status, out, _ = self.run_ctl("history", "note", row.split()[-1], "called back")
        self.assertEqual((status, out.splitlines()[0].split()[-2:]), (0, ["note", "id"]))
        self.assertIn("  called back  ", out)
        self.assertIn("  called back  ", self.run_ctl("history", "list")[1])
        self.assertIn(" Issued ", row)
        self.assertIn(answer["request_id"], row)
        self.assertNotIn(answer["token"], row)
        self.assertEqual(head.index("biz_no"), row.index("b-1"))

    def test_killed_request_is_unknown(self):
        server = Server(self)
        server.answer = server.stall
        process = self.start("issue", *request("get_biz_token", "0", biz_no="b-killed"), "--base-url", server.url,
                             "--api-key", "k", secret="planted")
        self.assertTrue(server.body_taken.wait(60))
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=60)
        status, out, err = self.run_ctl("history", "list", "--json")
        self.assertEqual(status, 0)
        self.assertEqual([(row["biz_no"], row["outcome"]) for row in json.loads(out)], [("b-killed", "Unknown")])
        self.assertIn("1", err)  # says that one never ended

    def test_killed_request_that_was_not_sent_whole_is_cut_off(self):
        server = Server(self, reads_body=False)
        photo = self.path("large.png")
        with open(photo, "wb") as file:  # more than the buffers on the way take
            file.write(png(1800, 1500, level=0))
        words = request("get_biz_token", "0", biz_no="b-cut", image_ref1=photo)
        process = self.start("issue", *words, "--base-url", server.url, "--api-key", "k", secret="planted")
        self.assertTrue(server.head_taken.wait(60))
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=60)
        status, out, err = self.run_ctl("history", "list", "--json")
        self.assertEqual(status, 0)
        self.assertEqual([(row["biz_no"], row["outcome"]) for row in json.loads(out)], [("b-cut", "CutOff")])
        self.assertEqual(err, "")  # there is no token that anybody would have to look for

    def test_request_under_way_is_not_taken_for_a_dead_one(self):
        server = Server(self)
        server.answer = server.stall
        process = self.start("issue", *request("get_biz_token", "0", biz_no="b-live"), "--base-url", server.url,
                             "--api-key", "k", "--json", secret="planted")
        self.assertTrue(server.body_taken.wait(60))
        self.assertEqual([row["outcome"] for row in self.history()], ["Pending"])
        server.released.set()
        out, _ = process.communicate(timeout=60)
        self.assertEqual(json.loads(out)["outcome"], "Unknown")

    def test_unknown_request_is_resolved(self):
        server = Server(self)  # takes everything and closes
        arguments = (*request("get_biz_token", "0", biz_no="b-1"), "--base-url", server.url, "--api-key", "k")
        self.run_ctl("issue", *arguments, secret="planted")
        row = self.history()[0]
        self.assertEqual((row["outcome"], row["resolution"]), ("Unknown", None))
        self.assertEqual(self.run_ctl("issue", *arguments, secret="planted")[0], NOT_SENT)  # the number is taken

        status, marked = self.run_json("history", "resolve", row["id"], "not-issued", "--note", "ticket 7")
        self.assertEqual(status, 0)
        self.assertEqual((marked["id"], marked["resolution"], marked["note"]), (row["id"], "not-issued", "ticket 7"))
        self.assertTrue(marked["resolved_at"])
        self.assertEqual(self.history()[0], marked)
        self.assertEqual(self.run_ctl("issue", *arguments, secret="planted")[0], UNKNOWN)  # free, so it was sent

        status, opened = self.run_json("history", "resolve", row["id"], "open")
        self.assertEqual((status, opened["resolution"], opened["resolved_at"]), (0, None, None))

    def test_only_open_rows_are_resolved(self):
        _, answer = self.run_json("issue", *request("get_token", "-1", biz_no="b-1"), "--sandbox")
        row = self.history()[0]
        status, out, err = self.run_ctl("history", "resolve", row["id"], "issued")
        self.assertEqual((status, out), (REFUSED, ""))
        self.assertTrue(err)
        self.assertEqual(self.history()[0], row)
        for arguments in (["history", "resolve", row["id"]], ["history", "resolve", "7", "issued"],
                          ["history", "resolve", row["id"], "perhaps"], ["history", "resolve", row["id"], ""],
                          ["history", "note", row["id"]]):
            self.assertEqual(self.run_ctl(*arguments)[0], USAGE, arguments)

    def test_note(self):
        self.run_json("issue", *request("get_token", "-1", biz_no="b-1"), "--sandbox")
        row = self.history()[0]
        status, noted = self.run_json("history", "note", row["id"], "客户 T-1001")
        self.assertEqual((status, noted["note"]), (0, "客户 T-1001"))
        self.assertEqual(self.run_json("history", "note", row["id"], "")[1]["note"], None)
        self.assertEqual(self.run_ctl("history", "note", "00000000-0000-4000-8000-000000000000", "x")[0], REFUSED)

    def test_result_that_cannot_be_written(self):
        with open("/dev/full", "wb") as full:
            run = subprocess.run([FACEIDCTL, "history", "list"], stdout=full, stderr=subprocess.PIPE, timeout=60,
                                 env=self.environment)
        self.assertEqual(run.returncode, NO_OUTPUT)
        self.assertTrue(run.stderr)

    def test_reader_that_has_gone(self):
        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "wb") as gone:
            run = subprocess.run([FACEIDCTL, "history", "list"], stdout=gone, stderr=subprocess.PIPE, timeout=60,
                                 env=self.environment)
        self.assertEqual(run.returncode, NO_OUTPUT)

    def test_history_that_cannot_be_opened(self):
        self.run_json("history", "list")
        files = [os.path.join(folder, name) for folder, _, names in os.walk(self.home) for name in names
                 if name.endswith(".sqlite")]
        self.assertEqual(len(files), 1)
        with open(files[0], "wb") as file:
            file.write(b"this is no database" * 1000)
        status, out, err = self.run_ctl("history", "list", "--json")
        self.assertEqual((status, out), (REFUSED, ""))
        self.assertTrue(err)
        status, answer = self.run_json("issue", *request("get_biz_token", "0"), "--sandbox")
        self.assertEqual((answer["outcome"], answer["posts"]), ("NotSent", 0))


class PrivacyTest(CtlTest):
    SECRET = "planted-secret-7f3a"

    def assert_nothing_leaked(self, planted):
        count = 0
        for folder, _, names in os.walk(self.home):
            for name in names:
                with open(os.path.join(folder, name), "rb") as file:
                    content = file.read()
                count += 1
                for what in planted:
                    self.assertNotIn(what, content, f"{name} holds {what!r}")
        self.assertGreater(count, 0)  # the history at least

    def test_no_file_holds_what_is_secret_or_personal(self):
        with open(PHOTO, "rb") as file:
            photo = file.read()
        planted = []
        for text in (self.SECRET, "sandbox-secret", NAME, ID_NUMBER):
            planted += [text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be"),
                        urllib.parse.quote(text).encode(), json.dumps(text).strip('"').encode()]
        planted += [photo[start:start + 64] for start in range(200, len(photo) - 64, len(photo) // 7)]
        _, url = self.sandbox()
        echo = Server(self)
        echo.answer = lambda connection: connection.sendall(  # a server that says the form back
            b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"
            + json.dumps({"error": "BAD_ARGUMENTS:idcard_name", "echo": [NAME, ID_NUMBER, self.SECRET]}).encode())
        runs = [
            (["--sandbox"], None),
            (["--base-url", url, "--api-key", "sandbox-key"], "sandbox-secret"),
            (["--base-url", url, "--api-key", "sandbox-key"], self.SECRET),
            (["--base-url", echo.url, "--api-key", "k"], self.SECRET),
        ]
        for endpoint in ("get_biz_token", "get_token"):
            for where, secret in runs:
                status, out, err = self.run_ctl(
                    "issue", *request(endpoint, "1", image_ref1=PHOTO), *where, secret=secret)
                self.assertIn(status, (ISSUED, REFUSED))
                for text in (self.SECRET, NAME, ID_NUMBER):
                    self.assertNotIn(text, out + err)
        self.run_ctl("sign", "make", "--api-key", "k", secret=self.SECRET)
        self.assertEqual(len(self.history()), 2 * len(runs))
        self.assert_nothing_leaked(planted)


if __name__ == "__main__":
    main()

"""`faceidctl batch`: a sheet of people, one request for each row, through crashes, refusals and busy services.

FACEID_BATCH_ROWS and FACEID_BATCH_KILLS make the test of crashes longer.
"""

import collections
import csv
import json
import os
import random
import shutil
import stat
import subprocess
import time
import unittest

from support import ID_NUMBER, NAME, NOT_SENT, PHOTO, REFUSED, UNKNOWN, USAGE, CtlTest, main, png

ROWS = int(os.environ.get("FACEID_BATCH_ROWS", "40"))
KILLS = int(os.environ.get("FACEID_BATCH_KILLS", "8"))
KEY, SECRET = "sandbox-key", "sandbox-secret"


class BatchTest(CtlTest):
    def sheet(self, header, *rows, name="people.csv"):
        with open(self.path(name), "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([header, *rows])
        return self.path(name)

    def photo(self, name="face.png"):
        return self.file(name, png(200, 200))

    def start_sandbox(self, *options):
        self.log = self.path("sandbox.jsonl")
        _, self.url = self.sandbox("--faces", "one", "--log", self.log, *options)

    def batch(self, *arguments, **keywords):
        return self.run_json("batch", *arguments, "--base-url", self.url, "--api-key", KEY, secret=SECRET, **keywords)

    def results(self, name="out.csv"):
        with open(self.path(name), newline="", encoding="utf-8-sig") as file:
            return list(csv.DictReader(file))

    def requests(self):
        """How many requests for tokens the service got whole, by biz_no."""
        counts = collections.Counter()
        with open(self.log, encoding="utf-8") as file:
            for line in file:
                record = json.loads(line)
                for part in record.get("parts", []):
                    if part["name"] == "biz_no":
                        counts[part["value"]] += 1
        return counts

    def all_history(self):
        return self.history("--limit", "100000")


class SheetTest(BatchTest):
    def test_photos_and_texts(self):
        self.start_sandbox()
        self.photo()
        people = self.sheet(["uuid", "image_ref1", "#memo", "comparison_type"],
                            *[[f"u-{i}", "face.png", "张三 the boss", "0"] for i in range(12)])
        out = self.path("out.csv")
        status, summary = self.batch(people, "--out", out, "--qr", self.path("codes"))
        self.assertEqual((status, summary["issued"], summary["rows"]), (0, 12, 12), summary)
        rows = self.results()
        self.assertEqual([row["row"] for row in rows], [str(i) for i in range(2, 14)])
        self.assertEqual([row["uuid"] for row in rows], [f"u-{i}" for i in range(12)])
        self.assertEqual({row["outcome"] for row in rows}, {"Issued"})
        self.assertEqual(len({row["token"] for row in rows}), 12)
        with open(out, encoding="utf-8-sig") as file:
            text = file.read()
        for word in ("memo", "张三", "face.png", "image_ref1"):
            self.assertNotIn(word, text)
        self.assertEqual(stat.S_IMODE(os.stat(out).st_mode), 0o600)
        self.assertEqual(set(self.requests().values()), {1})
        history = {row["biz_no"]: row for row in self.all_history()}
        for row in rows:
            self.assertEqual(history[row["serial_number"]]["id"], row["history_id"])
            code = subprocess.run(["zbarimg", "--quiet", "--raw", self.path(f"codes/{int(row['row']):05}.png")],
                                  capture_output=True, check=True).stdout.decode().strip()
            self.assertEqual(code, row["token"])

    def test_personal_columns_are_left_out(self):
        self.start_sandbox()
        people = self.sheet(["idcard_name", "idcard_number", "biz_no"], [NAME, ID_NUMBER, "b-1"])
        status, summary = self.batch(people, "--out", self.path("out.csv"), "-f", "comparison_type=1",
                                     "-f", "return_url=https://example.com/r", "-f", "notify_url=https://example.com/n")
        self.assertEqual(status, 0, summary)
        with open(self.path("out.csv"), encoding="utf-8-sig") as file:
            text = file.read()
        self.assertNotIn(NAME, text)
        self.assertNotIn(ID_NUMBER, text)
        row = self.results()[0]
        self.assertEqual((row["biz_no"], row["outcome"]), ("b-1", "Issued"))
        self.assertTrue(row["link"].endswith("token=" + row["token"]), row)
        self.assertTrue(row["expires_at"])
        with open(people + ".batch") as file:
            self.assertNotIn(NAME, file.read())

    def test_nothing_is_sent_when_a_row_is_wrong(self):
        self.start_sandbox()
        people = self.sheet(["idcard_name", "idcard_number"], [NAME, ID_NUMBER], [NAME, "110"], ["", ID_NUMBER])
        out = self.path("out.csv")
        status, answer = self.batch(people, "--out", out, "-f", "comparison_type=1")
        self.assertEqual((status, answer["refused_rows"]), (NOT_SENT, 2))
        self.assertEqual([(p["row"], p["column"]) for p in answer["problems"]], [(3, "idcard_number"), (4, "idcard_name")])
        self.assertFalse(os.path.exists(out) or os.path.exists(people + ".batch"))
        self.assertEqual(self.history(), [])
        status, out, _ = self.run_ctl("batch", people, "--check", "-f", "comparison_type=1")
        self.assertEqual(status, NOT_SENT)
        self.assertIn("row 3, idcard_number", out)

    def test_refused_rows_are_final(self):
        self.start_sandbox("--scenario", "NO_FACE_FOUND:image_ref1@uuid=u-1")
        self.photo()
        people = self.sheet(["uuid", "image_ref1"], ["u-0", "face.png"], ["u-1", "face.png"], ["u-2", "face.png"])
        options = ("--out", self.path("out.csv"), "-f", "comparison_type=0")
        for resume in ((), ("--resume",)):
            status, summary = self.batch(people, *options, *resume)
            self.assertEqual((status, summary["issued"], summary["refused"]), (REFUSED, 2, 1), summary)
            row = self.results()[1]
            self.assertEqual((row["outcome"], row["error"], row["token"]), ("Refused", "NO_FACE_FOUND:image_ref1", ""))
            self.assertIn("No face", row["message"])
            self.assertEqual(len(self.all_history()), 3)

    def test_unknown_rows_are_never_sent_again(self):
        self.start_sandbox("--scenario", "close@uuid=u-1")
        self.photo()
        people = self.sheet(["uuid", "image_ref1"], ["u-0", "face.png"], ["u-1", "face.png"])
        options = ("--out", self.path("out.csv"), "-f", "comparison_type=0")
        for resume in ((), ("--resume",)):
            status, summary = self.batch(people, *options, *resume)
            self.assertEqual((status, summary["issued"], summary["unknown"]), (UNKNOWN, 1, 1), summary)
            self.assertEqual(self.results()[1]["outcome"], "Unknown")
        self.assertEqual(len(self.all_history()), 2)
        row = self.results()[1]
        self.assertEqual(self.run_ctl("history", "resolve", row["history_id"], "not-issued")[0], 0)
        self.sandbox_forgives()
        status, summary = self.batch(people, *options, "--resume")
        self.assertEqual((status, summary["issued"]), (0, 2), summary)

    def sandbox_forgives(self):
        import urllib.request
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        opener.open(urllib.request.Request(self.url + "/sandbox/scenarios", method="DELETE"), timeout=60).close()

    def test_a_busy_service_is_waited_for(self):
        self.start_sandbox("--scenario", "TOO_MANY_REQUESTS:3")
        self.photo()
        people = self.sheet(["uuid", "image_ref1"], *[[f"u-{i}", "face.png"] for i in range(6)])
        status, summary = self.batch(people, "--out", self.path("out.csv"), "-f", "comparison_type=0", "--parallel", "2")
        self.assertEqual((status, summary["issued"]), (0, 6), summary)
        self.assertEqual(sum(self.requests().values()), 9)

    def test_a_wrong_key_stops_it(self):
        self.start_sandbox()
        self.photo()
        people = self.sheet(["uuid", "image_ref1"], *[[f"u-{i}", "face.png"] for i in range(30)])
        options = ("batch", people, "--out", self.path("out.csv"), "-f", "comparison_type=0", "--parallel", "1",
                   "--base-url", self.url, "--api-key", KEY)
        status, summary = self.run_json(*options, secret="wrong")
        self.assertEqual((status, summary["refused"], summary["waiting"]), (REFUSED, 3, 27), summary)
        self.assertIn("INVALID_SIGN", summary["why"])
        self.assertEqual({row["outcome"] for row in self.results()}, {"Refused", "Waiting"})
        status, summary = self.run_json(*options, "--resume", secret=SECRET)
        self.assertEqual((status, summary["issued"]), (0, 30), summary)

    def test_nobody_there_stops_it(self):
        self.photo()
        people = self.sheet(["uuid", "image_ref1"], *[[f"u-{i}", "face.png"] for i in range(9)])
        self.url = "http://127.0.0.1:1"
        status, summary = self.batch(people, "--out", self.path("out.csv"), "-f", "comparison_type=0")
        self.assertEqual(status, REFUSED)
        self.assertGreater(summary["waiting"], 0)
        self.assertIn("127.0.0.1:1", summary["why"])

    def test_no_clear_answer_stops_it(self):
        self.start_sandbox("--scenario", "close")
        self.photo()
        people = self.sheet(["uuid", "image_ref1"], *[[f"u-{i}", "face.png"] for i in range(30)])
        options = ("--out", self.path("out.csv"), "-f", "comparison_type=0", "--parallel", "1")
        status, summary = self.batch(people, *options)
        self.assertEqual((status, summary["unknown"], summary["waiting"]), (UNKNOWN, 4, 26), summary)
        self.assertIn("no clear answer", summary["why"])
        self.sandbox_forgives()
        status, summary = self.batch(people, *options, "--resume")
        self.assertEqual((status, summary["issued"], summary["unknown"]), (UNKNOWN, 26, 4), summary)

    def test_a_sheet_is_begun_once(self):
        self.start_sandbox()
        self.photo()
        people = self.sheet(["uuid", "image_ref1"], ["u-0", "face.png"])
        options = (people, "--out", self.path("out.csv"), "-f", "comparison_type=0",
                   "--base-url", self.url, "--api-key", KEY)
        self.assertEqual(self.run_ctl("batch", *options, "--resume", secret=SECRET)[0], USAGE)
        self.assertEqual(self.run_ctl("batch", *options, secret=SECRET)[0], 0)
        status, _, err = self.run_ctl("batch", *options, secret=SECRET)
        self.assertEqual(status, USAGE)
        self.assertIn("--resume", err)
        open(people + ".batch.lock", "w", encoding="ascii").close()  # as a kill between its making and its words left it
        self.assertEqual(self.run_ctl("batch", *options, "--resume", secret=SECRET)[0], 0)
        self.sheet(["uuid", "image_ref1"], ["u-1", "face.png"])
        status, _, err = self.run_ctl("batch", *options, "--resume", secret=SECRET)
        self.assertEqual(status, USAGE)
        self.assertIn("changed", err)
        self.assertEqual(set(self.requests().values()), {1})

    def test_going_on_takes_the_fields_of_the_plan(self):
        self.start_sandbox()
        people = self.sheet(["idcard_name", "idcard_number"], [NAME, ID_NUMBER])
        options = (people, "--out", self.path("out.csv"), "--base-url", self.url, "--api-key", KEY)
        fields = ("-f", "comparison_type=1", "-f", "return_url=https://example.com/r", "-f", "notify_url=https://example.com/n")
        self.assertEqual(self.run_ctl("batch", *options, *fields, secret=SECRET)[0], 0)
        for given in ((), fields):  # only the fields make it a sheet of the PC API
            status, _, err = self.run_ctl("batch", *options, *given, "--resume", secret=SECRET)
            self.assertEqual((status, err), (0, ""))
        self.assertEqual(self.run_ctl("batch", people, "--check", "--resume")[0], 0)
        for given in ("comparison_type=0", "security_level=1"):
            status, _, err = self.run_ctl("batch", *options, "-f", given, "--resume", secret=SECRET)
            self.assertEqual(status, USAGE)
            self.assertIn(given.split("=", maxsplit=1)[0], err)
        self.assertEqual(set(self.requests().values()), {1})

    def test_usage(self):
        people = self.sheet(["uuid"], ["u-0"])
        for arguments, words in (((), "sheet"), ((people,), "--out"), ((people, "--check", "-f", "api_key=x"), "all rows"),
                                 ((people, "--check", "-f", "idcard_name=x"), "all rows"),
                                 ((people, "--check", "--endpoint", "x"), "get_token"),
                                 ((people, "--check", "--parallel", "99"), "--parallel")):
            with self.subTest(arguments=arguments):
                status, _, err = self.run_ctl("batch", *arguments)
                self.assertEqual(status, USAGE, err)
                self.assertIn(words, err)


class CrashTest(BatchTest):
    """Killed at any moment and resumed, every row has one request."""

    def test_one_request_for_each_row(self):
        parallel, longest = 2, 0.5
        # Slow enough for all kills: what they cut off on its way is lost, half of the rows at worst.
        delay = round(1000 * parallel * KILLS * longest * 1.2 / ROWS)
        self.start_sandbox("--scenario", f"delay={delay}")
        shutil.copy(PHOTO, self.path("face.png"))
        people = self.sheet(["uuid", "image_ref1"], *[[f"u-{i}", "face.png"] for i in range(ROWS)])
        options = ("batch", people, "--out", self.path("out.csv"), "-f", "comparison_type=0", "--parallel",
                   str(parallel), "--json", "--base-url", self.url, "--api-key", KEY)
        chance = random.Random(os.environ.get("FACEID_SEED", "1"))
        kills = 0
        while kills < KILLS:
            resume = ("--resume",) if os.path.exists(people + ".batch") else ()
            process = self.start(*options, *resume, secret=SECRET)
            try:
                process.wait(timeout=chance.uniform(0.02, longest))
                self.fail(f"done after {kills} kills")
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                kills += 1
        resume = ("--resume",) if os.path.exists(people + ".batch") else ()
        status, out, err = self.run_ctl(*options, *resume, secret=SECRET)
        self.assertTrue(out, err)
        summary = json.loads(out)
        # What had left whole when the program was killed may have arrived, and is not sent again; all else is.
        self.assertEqual(status, UNKNOWN if summary["unknown"] else 0, summary)
        self.assertEqual(summary["issued"] + summary["unknown"], ROWS, summary)
        rows = self.results()
        self.assertEqual(len({row["serial_number"] for row in rows}), ROWS)
        history = self.all_history()
        kept = collections.Counter(row["biz_no"] for row in history if row["outcome"] not in ("NotSent", "CutOff"))
        self.assertEqual(set(kept), {row["serial_number"] for row in rows})
        self.assertEqual(set(kept.values()), {1}, "a row has more than one request")
        got = self.requests()
        self.assertLessEqual(max(got.values()), 1, "the service got a row twice")
        for row in rows:
            if row["outcome"] == "Issued":
                self.assertEqual(got[row["serial_number"]], 1)
        cut = sum(row["outcome"] == "CutOff" for row in history)
        print(f"{kills} kills, {summary['issued']} issued, {summary['unknown']} unknown, {cut} cut off and sent again, "
              f"{sum(got.values())} requests at the service")


if __name__ == "__main__":
    main()

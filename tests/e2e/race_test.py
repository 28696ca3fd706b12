"""Two windows and one faceidctl on one history, all with the same serial number at the same moment: one request goes out.

FACEID_RACES says how many times (6 unless it is set); what is printed at the end says who won how often.
"""

import collections
import json
import os
import random
import re
import subprocess
import time
import uuid

from desktop import PATIENCE, DesktopTest, main
from support import Server

RACES = int(os.environ.get("FACEID_RACES", "6"))
PACE = 1.0  # seconds; a window takes a second press within twice the double-click interval for the first one
NOT_SENT = 2


class Racer:
    """What a race needs of a window, held on to: looking for it takes longer than a race."""

    def __init__(self, console):
        self.console = console
        console.click("PC · get_token")
        console.click("Liveness only -1")
        self.number = console.await_node(re.compile("biz_no"), "text").node
        self.button = console.await_node("Issue token", "push button").node
        self.pressed_at = 0.0

    def load(self, number):
        time.sleep(max(0.0, self.pressed_at + PACE - time.monotonic()))
        self.number.queryEditableText().setTextContents(number)
        self.console.await_true("the serial number", lambda: self.text == number)

    def press(self):
        self.pressed_at = time.monotonic()
        self.button.queryAction().doAction(0)

    @property
    def text(self):
        return self.number.queryText().getText(0, -1)


class RaceTest(DesktopTest):
    def answer(self, connection):
        body = json.dumps({"token": uuid.uuid4().hex, "expired_time": int(time.time()) + 600, "time_used": 9,
                           "request_id": f"{int(time.time())},{uuid.uuid4()}"})
        connection.sendall(f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode())

    def start_in_a_session_of_its_own(self, name):
        """Two windows of one session are one program; those of two sessions share the history."""
        self.environment["XDG_RUNTIME_DIR"] = self.path(name)
        os.mkdir(self.path(name), 0o700)
        return Racer(self.start())

    def start_faceidctl(self, number):
        fields = {"comparison_type": "-1", "return_url": "https://example.com/r", "notify_url": "https://example.com/n",
                  "biz_no": number}
        words = [word for name, value in fields.items() for word in ("-f", f"{name}={value}")]
        return subprocess.Popen([os.environ["FACEIDCTL"], "issue", "get_token", *words, "--profile", "Mine", "--json"],
                                env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE)

    def test_one_request_each(self):
        server = Server(self, self.answer)
        preset = {"comparison_type": "-1", "return_url": "https://example.com/r", "notify_url": "https://example.com/n"}
        self.profile(server.url, more={"presetDefaults/p1/get_token": "Usual",
                                       "presets/get_token": json.dumps(json.dumps({"Usual": preset}))})
        windows = [self.start_in_a_session_of_its_own(name) for name in ("first", "second")]
        wins = collections.Counter()
        expected = []
        for window in windows:  # each can issue
            expected.append(f"alone-{window.console.process.pid}")
            window.load(expected[-1])
            window.press()
            window.console.await_true("another number", lambda window=window: window.text != expected[-1])
        for race in range(RACES):
            number = f"race-{race}-of-{RACES}"
            expected.append(number)
            for window in windows:
                window.load(number)
            random.shuffle(windows)
            # faceidctl takes a while to start, and a press to be one; it comes first, in the middle or last.
            head_start = random.uniform(-0.15, 0.05)
            if head_start > 0:
                ctl = self.start_faceidctl(number)
                time.sleep(head_start)
            for window in windows:
                window.press()
            if head_start <= 0:
                time.sleep(-head_start)
                ctl = self.start_faceidctl(number)
            ctl.communicate(timeout=PATIENCE)
            if ctl.returncode == 0:
                wins["faceidctl"] += 1
                continue
            self.assertEqual(ctl.returncode, NOT_SENT, number)
            # Who has a token proposes another number.
            winner = windows[0].console.await_true(f"a winner of {number}", lambda number=number: next(
                (window for window in windows if window.text != number), None))
            wins["window"] += 1
            wins[winner.console.process.pid] += 1
        for window in windows:
            window.load("the end")  # whatever they still had to do, they have done
        numbers = [re.search(rb'name="biz_no"\r\n(?:[^\r]+\r\n)*\r\n([^\r]*)', body)[1].decode() for body in server.bodies]
        self.assertEqual(sorted(numbers), sorted(expected))
        done = subprocess.run([os.environ["FACEIDCTL"], "history", "list", "--json", "--limit", str(2 * RACES + 9)],
                              env=self.environment, capture_output=True, text=True, check=True)
        rows = json.loads(done.stdout)
        self.assertEqual(sorted(row["biz_no"] for row in rows), sorted(expected))
        self.assertEqual({row["outcome"] for row in rows}, {"Issued"})
        print(f"{RACES} races, {server.posts} requests, won by: {dict(wins)}")


if __name__ == "__main__":
    main()

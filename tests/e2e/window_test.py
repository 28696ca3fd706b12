"""The real window under a real X server and window manager, driven by real keys: from a photo to a token.

Run by ctest; starts packaging/with-desktop.sh around itself. The environment names what is tested: FACEID_CONSOLE,
FACEIDCTL, FACEID_PHOTO and FACEID_DESKTOP (with-desktop.sh). Standard library and xdotool only.
"""

import json
import os
import subprocess
import sys
import time
import unittest

PATIENCE = 30  # seconds until a window or an answer counts as never coming


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], capture_output=True, text=True, check=False).stdout.strip()


def history():
    done = subprocess.run([os.environ["FACEIDCTL"], "history", "list", "--json"], capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout)
    return answer["rows"] if isinstance(answer, dict) else answer


class WindowTest(unittest.TestCase):
    def setUp(self):
        self.console = subprocess.Popen([os.environ["FACEID_CONSOLE"]])
        self.addCleanup(self.end)
        self.await_window("FaceID Console")

    def end(self):
        if self.console.poll() is None:
            self.console.kill()
        self.console.wait()

    def await_true(self, what, condition):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            value = condition()
            if value:
                return value
            self.assertIsNone(self.console.poll(), "the console has ended")
            time.sleep(0.1)
        self.fail(f"never came: {what}")

    def await_window(self, title):
        """Waits until a window of that title has the keyboard; its id. The window manager gives it to new ones."""

        def active():
            window = xdotool("getactivewindow")
            return window if window and xdotool("getwindowname", window) == title else ""

        return self.await_true(f"an active window {title}", active)

    def type_photo(self):
        # A fresh form puts the keyboard on the first thing that is missing: the photo.
        xdotool("key", "Return")
        self.await_window("Choose a photo")
        xdotool("type", "--delay", "5", os.environ["FACEID_PHOTO"])
        xdotool("key", "Return")
        self.await_window("FaceID Console")

    def test_from_photo_to_token_by_keys_alone(self):
        before = len(history())
        self.type_photo()

        def issued():
            # The photo may still be being read, when the key does nothing: it is pressed until a request has gone out.
            if len(history()) == before:
                xdotool("key", "ctrl+Return")
                time.sleep(0.5)
            return len(history()) > before and history()[0]["outcome"] != "Pending"

        self.await_true("a request", issued)
        rows = history()
        self.assertEqual(len(rows), before + 1)
        self.assertEqual(rows[0]["outcome"], "Issued")
        self.assertEqual(rows[0]["endpoint"], "get_biz_token")

        xdotool("key", "ctrl+q")
        self.console.wait(timeout=PATIENCE)
        self.assertEqual(self.console.returncode, 0)

    def test_a_press_of_issue_without_a_photo_sends_nothing(self):
        before = len(history())
        xdotool("key", "ctrl+Return")
        time.sleep(1)
        self.assertEqual(len(history()), before)
        self.assertIsNone(self.console.poll())


if __name__ == "__main__":
    if "FACEID_INSIDE" not in os.environ:
        os.environ["FACEID_INSIDE"] = "1"
        os.environ.pop("QT_QPA_PLATFORM", None)
        os.environ["LC_ALL"] = "C.UTF-8"
        os.execvp("bash", ["bash", os.environ["FACEID_DESKTOP"], sys.executable, *sys.argv])
    unittest.main()

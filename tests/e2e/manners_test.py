"""Manners of the real program as a process: one window for each user, what a kill leaves behind, what --measure prints,
and that nothing wakes up when nothing happens.

Run by ctest; starts packaging/with-desktop.sh around itself. The environment is that of window_test.py.
"""

import glob
import json
import os
import signal
import subprocess
import sys
import time
import unittest

PATIENCE = 30  # seconds until a window or an answer counts as never coming
CONSOLE = os.environ["FACEID_CONSOLE"]


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], capture_output=True, text=True, check=False).stdout.strip()


def windows(process):
    return xdotool("search", "--all", "--onlyvisible", "--pid", process.pid, "--name", "^FaceID Console$").split()


def switches(pid):
    total = 0
    for path in glob.glob(f"/proc/{pid}/task/*/status"):
        with open(path, encoding="ascii", errors="replace") as status:
            total += next(int(line.split()[1]) for line in status if line.startswith("voluntary_ctxt_switches"))
    return total


class MannersTest(unittest.TestCase):
    def start(self, *arguments):
        process = subprocess.Popen([CONSOLE, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(self.end, process)
        return process

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.kill()
        process.communicate()

    def await_true(self, what, condition):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            value = condition()
            if value:
                return value
            time.sleep(0.1)
        self.fail(f"never came: {what}")

    def await_window(self, process):
        return self.await_true("the window", lambda: windows(process))[0]

    def test_a_second_start_raises_the_first_and_ends(self):
        first = self.start()
        window = self.await_window(first)
        xdotool("windowminimize", window)
        self.await_true("the window minimised", lambda: not windows(first))

        second = self.start(os.environ["FACEID_PHOTO"])
        self.assertEqual(second.wait(timeout=PATIENCE), 0)
        self.assertEqual(windows(second), [])
        self.assertEqual(self.await_window(first), window)
        self.await_true("the keyboard", lambda: xdotool("getactivewindow") == window)
        self.assertIsNone(first.poll())

    def test_a_kill_stops_nobody(self):
        killed = self.start()
        self.await_window(killed)
        killed.kill()
        killed.wait()
        self.await_window(self.start())

    def test_measure_prints_two_lines(self):
        out, _ = self.start("--measure", "--exit-when-usable").communicate(timeout=PATIENCE)
        first, last = map(json.loads, out.splitlines())
        self.assertEqual(sorted(first), ["first_usable_ms", "rss_kb"])
        self.assertGreater(first["first_usable_ms"], 0)
        self.assertGreater(first["rss_kb"], 1000)
        self.assertEqual(list(last), ["longest_gap_ms"])

    def test_measure_sees_how_long_the_window_was_held_up(self):
        process = self.start("--measure")
        window = self.await_window(process)
        self.await_true("the keyboard", lambda: xdotool("getactivewindow") == window)
        process.stdout.readline()
        process.send_signal(signal.SIGSTOP)  # as if one event took half a second
        time.sleep(0.5)
        process.send_signal(signal.SIGCONT)
        time.sleep(0.2)
        xdotool("key", "ctrl+q")
        gap = json.loads(process.stdout.readline())["longest_gap_ms"]
        self.assertGreater(gap, 450)

    def test_without_measure_nothing_is_printed_and_nothing_wakes_up(self):
        process = self.start()
        self.await_window(process)

        def quiet():
            # The cursor blinks for ten seconds after the window came up.
            before = switches(process.pid)
            time.sleep(3)
            return switches(process.pid) == before

        self.await_true("three seconds without a wake-up", quiet)
        process.terminate()
        self.assertEqual(process.communicate()[0], "")


if __name__ == "__main__":
    if "FACEID_INSIDE" not in os.environ:
        os.environ["FACEID_INSIDE"] = "1"
        os.environ.pop("QT_QPA_PLATFORM", None)
        os.environ["LC_ALL"] = "C.UTF-8"
        os.execvp("bash", ["bash", os.environ["FACEID_DESKTOP"], sys.executable, *sys.argv])
    unittest.main()

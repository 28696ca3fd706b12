"""Manners of the real program as a process: one window for each user, what a kill leaves behind, what --measure prints,
and that nothing wakes up when nothing happens.
"""

import glob
import json
import os
import signal
import subprocess
import time

from desktop import MAIN_WINDOW, PATIENCE, DesktopTest, main, xdotool

CONSOLE = os.environ["FACEID_CONSOLE"]


def switches(pid):
    """Voluntary context switches of all threads: each is a wake-up that was over."""
    total = 0
    for path in glob.glob(f"/proc/{pid}/task/*/status"):
        with open(path, encoding="ascii", errors="replace") as status:
            total += next(int(line.split()[1]) for line in status if line.startswith("voluntary_ctxt_switches"))
    return total


class OneWindowTest(DesktopTest):
    def test_a_second_start_raises_the_first_and_ends(self):
        first = self.start()
        xdotool("windowminimize", first.window)
        first.await_true("the window minimised", lambda: xdotool("getactivewindow") != first.window)
        second = subprocess.run([CONSOLE], env=self.environment, timeout=PATIENCE, check=False)
        self.assertEqual(second.returncode, 0)
        self.assertEqual(first.await_window(MAIN_WINDOW), first.window)
        first.quit()

    def test_a_kill_stops_nobody(self):
        self.start().kill()
        self.start().quit()


class MeasureTest(DesktopTest):
    def run_console(self, *arguments):
        process = subprocess.Popen([CONSOLE, *arguments], env=self.environment, stdout=subprocess.PIPE, text=True)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def test_two_lines_and_the_end(self):
        out, _ = self.run_console("--measure", "--exit-when-usable").communicate(timeout=PATIENCE)
        first, last = map(json.loads, out.splitlines())
        self.assertEqual(sorted(first), ["first_usable_ms", "rss_kb"])
        self.assertGreater(first["first_usable_ms"], 0)
        self.assertGreater(first["rss_kb"], 1000)
        self.assertEqual(list(last), ["longest_gap_ms"])

    def test_sees_how_long_the_window_was_held_up(self):
        console = self.start()
        # Its first line comes when it can be used; a pause before that counts as start, and the tree is there earlier.
        console.measured.update(json.loads(console.process.stdout.readline()))
        console.process.send_signal(signal.SIGSTOP)  # as if one event took half a second
        time.sleep(0.5)
        console.process.send_signal(signal.SIGCONT)
        console.quit()
        self.assertGreater(console.measured["longest_gap_ms"], 450)

    def test_without_it_nothing_is_printed_and_nothing_wakes_up(self):
        process = self.run_console()

        def quiet():
            # The cursor blinks for ten seconds after the window came up.
            before = switches(process.pid)
            time.sleep(2)
            return switches(process.pid) == before and xdotool("search", "--onlyvisible", "--pid", process.pid)

        until = time.monotonic() + PATIENCE
        while not quiet():
            self.assertLess(time.monotonic(), until, "something wakes up again and again")
        process.terminate()
        self.assertEqual(process.communicate(timeout=PATIENCE)[0], "")


if __name__ == "__main__":
    main()

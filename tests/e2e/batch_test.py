"""A sheet in the real window: a bad cell, then its rows with pause and resume, and the result sheet, by clicks."""

import csv
import os
import re
import shutil
import urllib.parse
import urllib.request

from desktop import MAIN_WINDOW, PHOTO, DesktopTest, key, main

ROWS = 8
SHEET = "Sheet, a CSV file"


class BatchWindowTest(DesktopTest):
    def write(self, photos):
        with open(self.path("people.csv"), "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([["uuid", "image_ref1", "#memo"], *([f"u-{i}", photo, "张三"] for i, photo in enumerate(photos))])

    def slow_down(self, console, milliseconds):
        """The sandbox takes its time from now on; 0: no longer."""
        key("F7")
        base = console.await_node("Base address of the sandbox", "text", lambda node: node.text.startswith("http")).text
        key("Escape")
        console.await_window(MAIN_WINDOW)
        body = urllib.parse.urlencode({"scenario": f"delay={milliseconds}"}).encode() if milliseconds else None
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        opener.open(urllib.request.Request(base + "/sandbox/scenarios", body, method="POST" if body else "DELETE"), timeout=60).close()

    def results(self):
        with open(self.path("people-tokens.csv"), newline="", encoding="utf-8-sig") as file:
            return list(csv.DictReader(file))

    def test_a_sheet_from_a_bad_cell_to_its_results(self):
        shutil.copy(PHOTO, self.path("face.png"))
        self.write(["face.png"] * (ROWS - 1) + ["gone.png"])
        console = self.start()
        self.slow_down(console, 1500)
        key("ctrl+b")
        console.await_window("Tokens for a sheet")
        console.await_focus(SHEET)
        console.type(self.path("people.csv"), SHEET)
        key("Return")
        console.await_node(re.compile(f"^{ROWS} rows, 1 of them would be refused"))
        console.await_node("gone.png")
        self.assertEqual(self.history(), [])

        self.write(["face.png"] * ROWS)
        console.click(SHEET)
        key("Return")
        console.await_node(re.compile(f"^{ROWS} rows, and nothing speaks against"))
        console.click(re.compile(f"^Issue {ROWS} token"), "push button")
        console.click("Pause", "push button")
        console.await_node(re.compile("^Paused"))
        console.await_true("the end of what was under way", lambda: self.history() and all(
            row["outcome"] != "Pending" for row in self.history()))
        paused = len(self.history())
        self.assertLess(paused, ROWS)
        console.click("Go on", "push button")
        console.await_node(re.compile("^Every row has its token"))
        rows = self.results()
        self.assertEqual([row["row"] for row in rows], [str(i) for i in range(2, ROWS + 2)])
        self.assertEqual({row["outcome"] for row in rows}, {"Issued"})
        self.assertEqual(len({row["token"] for row in rows}), ROWS)
        history = self.await_rows(console, ROWS)
        self.assertEqual({row["id"] for row in history}, {row["history_id"] for row in rows})

        # The same sheet once more: gone on with, and nothing is sent twice.
        console.click(SHEET)
        key("Return")
        console.await_node(re.compile("^This batch was begun before"))
        os.remove(self.path("people-tokens.csv"))
        console.click("Go on", "push button")
        console.await_node(re.compile(f"{ROWS} of them by an earlier run"))
        console.await_node(re.compile("^Every row has its token"))
        self.assertEqual(self.results(), rows)
        self.assertEqual(len(self.history()), ROWS)
        console.click("Close", "push button")
        console.quit()

    def test_quitting_in_the_middle_asks_and_keeps_what_is_done(self):
        shutil.copy(PHOTO, self.path("face.png"))
        self.write(["face.png"] * ROWS)
        console = self.start()
        self.slow_down(console, 1500)
        key("ctrl+b")
        console.await_focus(SHEET)
        console.type(self.path("people.csv"), SHEET)
        key("Return")
        console.click(re.compile(f"^Issue {ROWS} token"), "push button")
        console.await_node("Pause", "push button")
        key("Escape")
        console.await_window("Stop the batch?")
        key("Escape")
        console.await_window("Tokens for a sheet")
        console.await_node("Pause", "push button")
        console.click("Close", "push button")
        console.await_window("Stop the batch?")
        console.click("Stop and close", "push button")
        console.await_window(MAIN_WINDOW)
        rows = self.results()
        self.assertEqual(len(rows), ROWS)
        self.assertEqual({row["outcome"] for row in rows}, {"Issued", "Waiting"})
        console.quit()


if __name__ == "__main__":
    main()

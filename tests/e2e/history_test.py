"""The list of the history in the real window: what a crash left is found and resolved, and what other programs do to the file is
seen.
"""

import os
import re
import subprocess

from desktop import PATIENCE, PHOTO, DesktopTest, key, main
from support import Server, request


class HistoryTest(DesktopTest):
    def ctl(self, *arguments):
        done = subprocess.run([os.environ["FACEIDCTL"], *arguments], env=self.environment, capture_output=True, text=True,
                              timeout=PATIENCE, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_what_a_crash_left_is_listed_and_resolved(self):
        server = Server(self, lambda connection: server.released.wait(PATIENCE))
        self.profile(server.url)
        console = self.start(PHOTO)
        console.await_photo("image_ref1")
        key("ctrl+Return")
        self.assertTrue(server.body_taken.wait(PATIENCE))
        console.kill()
        server.released.set()
        console = self.start()
        console.await_node(re.compile("^1 attempt has an unknown outcome"))
        console.click("Show them", "push button")
        console.await_node(re.compile("1 row found"))
        console.click("Mark the chosen row: Not issued", "push button")
        console.await_node(re.compile("^No attempt has an unknown outcome any more"))
        self.assertEqual(self.history()[0]["resolution"], "not-issued")
        console.click("Show all rows", "push button")
        console.quit()

    def test_what_faceidctl_does_is_seen(self):
        console = self.start()
        for number in ("b-1", "b-2"):
            self.ctl("issue", *request("get_token", "-1", biz_no=number), "--sandbox")
        console.await_node(re.compile("^2 rows$"))
        first = self.history()[-1]["id"]
        self.ctl("history", "note", first, "seen from afar")
        console.await_node(re.compile("Note: seen from afar"))
        self.ctl("history", "purge", "--before", "2100-01-01", "--rows")
        console.await_node(re.compile("^0 rows$"))
        console.quit()

    def test_a_row_is_deleted_by_keys_and_brought_back(self):
        console = self.start(PHOTO)
        console.await_photo("image_ref1")
        key("ctrl+Return")
        number = self.await_rows(console, 1)[0]["biz_no"]
        cell = re.compile("^biz_no: " + re.escape(number))
        console.click(cell)
        key("Delete")
        console.await_node(re.compile("^The row is deleted"))
        console.await_true("an empty list", lambda: not console.find(cell))
        console.click("Undo")
        console.await_node(cell)
        self.assertEqual(len(self.history()), 1)
        console.quit()


if __name__ == "__main__":
    main()

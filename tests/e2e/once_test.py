"""One wish is one request: pressing twice, clicking twice, starting the program twice; with a server that counts, and with the
sandbox, which answers within the double click.
"""

import os
import subprocess

from desktop import MAIN_WINDOW, PATIENCE, PHOTO, DesktopTest, key, main, xdotool
from support import Server


class OnceTest(DesktopTest):
    def start_with_photo(self):
        console = self.start(PHOTO)
        console.await_photo("image_ref1")
        return console

    def silent_server(self):
        server = Server(self, lambda connection: server.released.wait(PATIENCE))
        self.profile(server.url)
        return server

    def await_end(self, console, server):
        """The answer never comes: one request went out, and nobody knows its outcome."""
        server.released.set()
        row = self.await_rows(console, 1)[0]
        self.assertEqual((row["outcome"], server.posts), ("Unknown", 1))
        console.quit()

    def await_one_token(self, console):
        self.assertEqual(self.await_rows(console, 1)[0]["outcome"], "Issued")
        console.quit()  # a second request would have been under way by now
        self.assertEqual(len(self.history()), 1)

    def test_ctrl_return_twice(self):
        server = self.silent_server()
        console = self.start_with_photo()
        key("ctrl+Return", "ctrl+Return")
        self.assertTrue(server.body_taken.wait(PATIENCE))
        key("ctrl+Return")
        self.await_end(console, server)

    def test_double_click(self):
        server = self.silent_server()
        console = self.start_with_photo()
        console.click("Issue token", "push button", times=2)
        self.assertTrue(server.body_taken.wait(PATIENCE))
        self.await_end(console, server)

    def test_a_second_start_in_the_middle(self):
        server = self.silent_server()
        console = self.start_with_photo()
        key("ctrl+Return")
        self.assertTrue(server.body_taken.wait(PATIENCE))
        second = subprocess.run([os.environ["FACEID_CONSOLE"]], env=self.environment, timeout=PATIENCE, check=False)
        self.assertEqual(second.returncode, 0)
        console.await_window(MAIN_WINDOW)
        key("ctrl+Return")
        self.await_end(console, server)

    def test_ctrl_return_twice_on_the_sandbox(self):
        console = self.start_with_photo()
        key("ctrl+Return", "ctrl+Return")
        self.await_one_token(console)

    def test_ctrl_return_held_down_on_the_sandbox(self):
        console = self.start_with_photo()
        xdotool("keydown", "ctrl", "keydown", "Return", "sleep", 1.5, "keyup", "Return", "keyup", "ctrl")
        self.await_one_token(console)

    def test_double_click_on_the_sandbox(self):
        console = self.start_with_photo()
        console.click("Issue token", "push button", times=2)
        self.await_one_token(console)


if __name__ == "__main__":
    main()

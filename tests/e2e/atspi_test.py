"""What a screen reader sees of the real program, over AT-SPI: every control has a name and a role.

Run by ctest; starts packaging/with-desktop.sh around itself. The environment is that of window_test.py. Needs python3-pyatspi
and at-spi2-core.
"""

import os
import subprocess
import sys
import time
import unittest

PATIENCE = 30  # seconds

# What is in a table is content: an empty cell has no name.
CONTENT = {"table cell", "table row", "column header", "row header", "list item", "tree item"}
# Takes no keyboard; its view has the name.
SCROLL_BAR = "scroll bar"
NO_ROLE = {"unknown", "invalid", "unspecified"}


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], capture_output=True, text=True, check=False).stdout.strip()


class AtspiTest(unittest.TestCase):
    def setUp(self):
        self.console = subprocess.Popen([os.environ["FACEID_CONSOLE"]])
        self.addCleanup(self.end)
        self.await_window("FaceID Console")
        self.application = self.await_true("the program on the bus", self.find_application)

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
        def active():
            window = xdotool("getactivewindow")
            return window and xdotool("getwindowname", window) == title

        self.await_true(f"an active window {title}", active)

    def find_application(self):
        for child in pyatspi.Registry.getDesktop(0):
            if child is not None and child.get_process_id() == self.console.pid:
                return child
        return None

    def controls(self):
        """Every node on screen that takes the keyboard or can be acted on."""
        found = []

        def walk(node, path):
            try:
                states, role, name = node.getState(), node.getRoleName(), node.name
            except LookupError:  # gone in the meantime
                return
            if path and not states.contains(pyatspi.STATE_SHOWING) and role not in ("dialog", "frame"):
                return
            path = f"{path} / {role} “{name}”"
            acts = "Action" in pyatspi.listInterfaces(node) and node.queryAction().nActions > 0
            focusable = states.contains(pyatspi.STATE_FOCUSABLE)
            if (focusable or acts) and role not in CONTENT and (focusable or role != SCROLL_BAR):
                found.append((role, name, path))
            for child in node:
                if child is not None:
                    walk(child, path)

        for window in self.application:
            walk(window, "")
        return found

    def assert_named(self, least):
        controls = self.await_true(f"{least} controls", lambda: len(self.controls()) >= least and self.controls())
        bad = [path for role, name, path in controls if not name.strip() or role in NO_ROLE]
        self.assertEqual(bad, [])
        return controls

    def test_every_control_of_the_window_has_a_name_and_a_role(self):
        controls = self.assert_named(20)
        # On Linux Qt names a box of choices by what is chosen.
        names = {name for _, name, _ in controls}
        for name in ("Sandbox", "Menu", "Search the history", "History"):
            self.assertIn(name, names)

    def test_every_control_of_the_pc_form_has_a_name_and_a_role(self):
        self.command("get_token")
        self.assert_named(20)

    def test_dialogs_are_named(self):
        for key, title, least in (("ctrl+k", "Find a command", 1), ("ctrl+slash", "Keyboard shortcuts", 2)):
            with self.subTest(title):
                xdotool("key", key)
                self.await_window(title)
                self.assert_named(least)
                xdotool("key", "Escape")
                self.await_window("FaceID Console")
        for command, title in (("about", "About FaceID Console"), ("profiles", "Profiles")):
            with self.subTest(title):
                self.command(command)
                self.await_window(title)
                self.assert_named(4)
                xdotool("key", "Escape")
                self.await_window("FaceID Console")

    def command(self, words):
        xdotool("key", "ctrl+k")
        self.await_window("Find a command")
        xdotool("type", words)
        xdotool("key", "Return")


if __name__ == "__main__":
    if "FACEID_INSIDE" not in os.environ:
        os.environ["FACEID_INSIDE"] = "1"
        os.environ.pop("QT_QPA_PLATFORM", None)
        os.environ["LC_ALL"] = "C.UTF-8"
        os.environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        os.execvp("bash", ["bash", os.environ["FACEID_DESKTOP"], sys.executable, *sys.argv])
    import pyatspi  # asks for the bus when it is imported

    unittest.main()

"""What a screen reader sees of the real program, over AT-SPI: every control of the window in its states and of every dialog has a
name and a role, and the parts of the window can be told apart.
"""

import re
import subprocess

from desktop import MAIN_WINDOW, PHOTO, DesktopTest, key, main

# What is in a table is content: an empty cell has no name.
CONTENT = {"table cell", "table row", "column header", "row header", "list item", "tree item"}
# Takes no keyboard; its view has the name.
SCROLL_BAR = "scroll bar"
NO_ROLE = {"unknown", "invalid", "unspecified"}


def is_control(node):
    """Takes the keyboard or can be acted on."""
    focusable = node.is_focusable
    acts = "Action" in node.interfaces and node.node.queryAction().nActions > 0
    return (focusable or acts) and node.role not in CONTENT and (focusable or node.role != SCROLL_BAR)


class AtspiTest(DesktopTest):
    def assert_named(self, console, least):
        """At least so many controls are on the screen, and each of them has a name and a role."""
        controls = console.await_true(f"{least} controls", lambda: len(
            found := [node for node in console.nodes() if is_control(node)]) >= least and found)
        self.assertEqual([str(node) for node in controls if not node.name.strip() or node.role in NO_ROLE], [])
        return controls

    def test_the_window_in_its_states(self):
        console = self.start()
        names = {node.name for node in self.assert_named(console, 20)}
        # On Linux Qt names a box of choices by what is chosen.
        for name in ("Sandbox", "Menu", "Search the history", "History"):
            self.assertIn(name, names)
        self.assertTrue(console.find("SDK · get_biz_token", "radio button").checked)
        self.assertFalse(console.find("PC · get_token", "radio button").checked)
        for part in ("Profile, API and tools", "Form for get_biz_token", "Help on the field", "Issue"):
            console.await_node(part)
        subprocess.run([console.process.args[0], PHOTO], env=self.environment, timeout=60, check=True)
        console.await_photo("image_ref1")
        console.command("get_token")
        console.await_node("Form for get_token")
        console.await_node("PC · get_token", "radio button", lambda node: node.checked)
        node = console.find("Liveness only -1", "radio button").node.queryAction()
        node.doAction([node.getName(i) for i in range(node.nActions)].index("Press"))  # as a screen reader presses
        console.await_node("Liveness only -1", "radio button", lambda node: node.checked)
        console.click("Uploaded photo 0")
        console.click("Options: all at default")
        console.await_node("Options: all at default", None, lambda node: node.description == "unfolded")
        self.assert_named(console, 28)
        key("ctrl+Return")
        self.await_rows(console, 1)
        console.await_node("Copy Token", "push button")
        self.assert_named(console, 34)
        console.quit()

    def dialog(self, console, title, least):
        console.await_window(title)
        self.assert_named(console, least)
        key("Escape")
        console.await_window(MAIN_WINDOW)

    def test_dialogs(self):
        console = self.start(PHOTO)
        console.await_photo("image_ref1")
        key("ctrl+Return")
        self.await_rows(console, 1)
        for keys, title, least in (("ctrl+k", "Find a command", 1), ("ctrl+slash", "Keyboard shortcuts", 2),
                                   ("ctrl+comma", "Profiles", 10), ("ctrl+7", "QR code", 3),
                                   ("F9", "身份验证", 2), ("ctrl+t", "Read a token", 2), ("F7", "Sandbox", 8)):
            with self.subTest(title):
                key(keys)
                self.dialog(console, title, least)
        for command, title, least in (("about", "About FaceID Console", 4), ("report", "Shift report", 3),
                                      ("export", "Export the history", 3), ("privacy", "Personal data", 5)):
            with self.subTest(title):
                console.command(command)
                self.dialog(console, title, least)
        with self.subTest("photo"):
            console.click("Photo image_ref1")
            self.dialog(console, re.compile("^image_ref1 "), 3)
        with self.subTest("file"):
            console.click("Photo image_ref2")
            self.dialog(console, "Choose a photo", 3)
        with self.subTest("messages"):
            console.click("Message", "push button")
            key("Up", "Return")  # the last of its menu
            self.dialog(console, "Messages", 4)
        console.quit()


if __name__ == "__main__":
    main()

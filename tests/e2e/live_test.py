"""The real window changes its language and its theme while it runs, and what was typed survives kill -9."""

import json
import os
import re
import subprocess

from desktop import MAIN_WINDOW, PHOTO, DesktopTest, key, main

RETURN_URL, NOTIFY_URL = "https://example.net/r", "https://example.net/n"  # none that the sandbox proposes


class LanguageAndThemeTest(DesktopTest):
    def brightness(self, console):
        """Of the whole window, 0 to 1."""
        done = subprocess.run(["import", "-silent", "-window", console.window, "-resize", "1x1!", "-colorspace", "gray",
                               "-format", "%[fx:u]", "info:-"], capture_output=True, text=True, check=True)
        return float(done.stdout)

    def test_language(self):
        console = self.start(PHOTO)
        console.await_photo("image_ref1")
        console.command("zh_CN")
        console.await_node("签发 token", "push button")
        console.await_node(re.compile("^照片 image_ref1"), None, lambda node: "512 × 512" in node.description)
        console.await_node("搜索历史")
        self.assertIsNone(console.find(re.compile("Issue|History|Photo")))
        console.command("window/language/en")
        console.await_node("Issue token", "push button")
        self.assertIsNone(console.find(re.compile("[\u4e00-\u9fff]")))
        console.quit()

    def test_theme(self):
        console = self.start()
        console.await_true("a light window", lambda: self.brightness(console) > 0.7)  # it may not be painted yet
        for words, dark in (("theme dark", True), ("theme light", False), ("contrast dark", True),
                            ("contrast light", False)):
            with self.subTest(words):
                console.command(words)
                console.await_window(MAIN_WINDOW)
                console.await_true("another brightness", lambda dark=dark: (self.brightness(console) < 0.3) == dark)
        console.quit()


class DraftTest(DesktopTest):
    FIELDS = {"Name (idcard_name)": "Zhang San", "ID number (idcard_number)": "110101199003070038",
              "Return address (return_url)": RETURN_URL, "Notify address (notify_url)": NOTIFY_URL}

    def await_saved(self, console):
        """Until the draft has what was typed last, in the open; the rest is encrypted, written at the same time."""

        def saved():
            if not os.path.exists(self.data("draft.json")):
                return None
            with open(self.data("draft.json"), encoding="utf-8") as file:
                draft = json.load(file)
            return draft if draft.get("sealed") and NOTIFY_URL in json.dumps(draft) else None

        return console.await_true("a saved draft", saved)

    def test_survives_a_kill(self):
        console = self.start(PHOTO)
        console.await_photo("image_ref1")
        console.click("PC · get_token")
        console.click("Identity source 1")
        for name, text in self.FIELDS.items():
            console.click(name)
            console.await_focus(name)
            key("ctrl+a")  # the sandbox proposes addresses
            console.type(text, name)
        draft = self.await_saved(console)
        self.assertNotRegex(json.dumps(draft), "Zhang|1101011990|astronaut")
        console.kill()

        again = self.start()
        self.assertTrue(again.await_node("Identity source 1").checked)
        for name, text in self.FIELDS.items():
            again.await_node(name, None, lambda node, text=text: node.text == text)
        again.await_photo("image_ref1", "512 × 512")
        self.assertEqual(self.history(), [])
        again.await_window(MAIN_WINDOW)
        key("ctrl+Return")
        row = self.await_rows(again, 1)[0]
        self.assertEqual((row["outcome"], row["endpoint"], row["comparison_type"]), ("Issued", "get_token", "1"))
        again.quit()


if __name__ == "__main__":
    main()

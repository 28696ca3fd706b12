"""Issuing with the real window: both APIs, each comparison_type, by clicks and by keys alone; never twice."""

import re

from desktop import PHOTO, DesktopTest, key, main

ID_NUMBER = "110101199003070038"  # of nobody; the check digit fits
RETURN_URL, NOTIFY_URL = "https://example.com/return", "https://example.com/notify"

API = {"get_biz_token": "SDK · get_biz_token", "get_token": "PC · get_token"}
COMPARISON = {"0": "Uploaded photo 0", "1": "Identity source 1", "-1": "Liveness only -1"}


class IssueTest(DesktopTest):
    def fill(self, console, field, text):
        console.click(field)
        console.await_focus(field)
        key("ctrl+a")  # the sandbox's preset may stand there
        console.type(text, field)

    def issue_by_clicks(self, endpoint, comparison):
        console = self.start(PHOTO) if comparison == "0" else self.start()
        if comparison == "0":
            console.await_photo("image_ref1")
        console.click(API[endpoint])
        console.click(COMPARISON[comparison])
        if comparison == "1":
            self.fill(console, "Name (idcard_name)", "Zhang San")
            self.fill(console, "ID number (idcard_number)", ID_NUMBER)
        if endpoint == "get_token":
            self.fill(console, "Return address (return_url)", RETURN_URL)
            self.fill(console, "Notify address (notify_url)", NOTIFY_URL)
        console.click("Issue token", "push button")
        row = self.await_rows(console, 1)[0]
        self.assertEqual((row["outcome"], row["endpoint"], row["comparison_type"]), ("Issued", endpoint, comparison))
        console.await_node(re.compile("^Issued"))
        console.quit()

    def test_sdk_uploaded_photo(self):
        self.issue_by_clicks("get_biz_token", "0")

    def test_sdk_identity_source(self):
        self.issue_by_clicks("get_biz_token", "1")

    def test_pc_uploaded_photo(self):
        self.issue_by_clicks("get_token", "0")

    def test_pc_identity_source(self):
        self.issue_by_clicks("get_token", "1")

    def test_pc_liveness_only(self):
        self.issue_by_clicks("get_token", "-1")

    def test_pc_by_keys_alone(self):
        """From a cold start to the token in somebody's hands."""
        console = self.start()
        console.command("get_token")
        console.await_focus("Photo image_ref1")
        console.choose_photo()
        console.await_photo("image_ref1")
        for field, text in (("Return address (return_url)", RETURN_URL), ("Notify address (notify_url)", NOTIFY_URL)):
            console.tab_to(field)
            console.type(text, field)
        key("ctrl+Return")
        row = self.await_rows(console, 1)[0]
        self.assertEqual((row["outcome"], row["endpoint"]), ("Issued", "get_token"))
        token = console.await_node("Token", "text", lambda node: re.fullmatch("[0-9a-f]{32}", node.text)).text
        key("ctrl+1")  # copies it
        key("ctrl+f")
        console.await_focus("Search the history")
        key("ctrl+v")
        console.await_node("Search the history", "text", lambda node: node.text == token)
        console.quit()

    def test_what_is_missing_gets_the_keyboard_and_nothing_is_sent(self):
        console = self.start()
        console.click("User ID (uuid)")
        console.await_focus("User ID (uuid)")
        key("ctrl+Return")
        console.await_focus("Photo image_ref1")
        self.assertEqual(self.history(), [])
        console.quit()


if __name__ == "__main__":
    main()

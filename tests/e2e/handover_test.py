"""From a cold start to a PC token in the customer's hands: how many clicks and keys that takes once the photo is chosen."""

import json
import re
import time

from desktop import MAIN_WINDOW, DesktopTest, key, main
from support import Server

MOST = 6  # clicks and keys, the goal of the window's design
TOKEN = "0123456789abcdef0123456789abcdef"


class Hands:
    """Counts what they do."""

    def __init__(self, console):
        self.console, self.done = console, []

    def press(self, keys):
        key(keys)
        self.done.append(keys)

    def click(self, name, role=None):
        self.console.click(name, role)
        self.done.append(name)


class HandOverTest(DesktopTest):
    def start_with_chosen_photo(self):
        console = self.start()
        console.await_focus("Photo image_ref1")  # where a cold start puts the keyboard
        console.choose_photo()
        console.await_photo("image_ref1")
        return console, Hands(console)

    def assert_handed_over(self, console, hands, token):
        """The token is in the clipboard and the history knows when it left."""
        console.await_true("when the token left", lambda: self.history()[0]["copied_at"])
        key("ctrl+f", "ctrl+v")
        console.await_node("Search the history", "text", lambda node: node.text == token)
        print("done:", ", ".join(hands.done))
        self.assertLessEqual(len(hands.done), MOST)

    def test_on_the_sandbox(self):
        console, hands = self.start_with_chosen_photo()
        hands.click("PC · get_token")
        hands.press("ctrl+Return")
        self.await_rows(console, 1)
        token = console.await_node("Token", "text", lambda node: re.fullmatch("[0-9a-f]{32}", node.text)).text
        hands.press("ctrl+1")
        self.assert_handed_over(console, hands, token)
        console.quit()

    def test_in_production(self):
        """With the addresses kept as the profile's preset, and with the question that production asks."""
        body = json.dumps({"token": TOKEN, "expired_time": int(time.time()) + 600, "request_id": "1,2", "time_used": 9})
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}"
        server = Server(self, lambda connection: connection.sendall(answer.encode()))
        addresses = {"comparison_type": "0", "return_url": "https://example.com/r", "notify_url": "https://example.com/n"}
        self.profile(server.url, more={
            "profiles/p1/environment": "production", "presetDefaults/p1/get_token": "Usual",
            "presets/get_token": json.dumps(json.dumps({"Usual": addresses}))})
        console, hands = self.start_with_chosen_photo()
        hands.click("PC · get_token")
        hands.press("ctrl+Return")
        console.await_window("Issue in production?")
        hands.click("Issue", "push button")
        console.await_window(MAIN_WINDOW)
        console.await_node("Token", "text", lambda node: node.text == TOKEN)
        hands.press("ctrl+1")
        self.assert_handed_over(console, hands, TOKEN)
        self.assertEqual(server.posts, 1)
        console.quit()


if __name__ == "__main__":
    main()

"""Pictures of the real program, to be looked at. Run by packaging/screenshots.sh, which names in FACEID_PICTURES where they go.

A run is one language, theme, scale and size; its pictures are called language_theme_scale_size_state.png. That each state comes
up is checked; how it looks is for eyes. What a machine can see (cut texts, contrast, translations) has tests of its own.
"""

import itertools
import json
import os
import re
import subprocess
import time

from desktop import MAIN_WINDOW, PHOTO, DesktopTest, key, main, xdotool
from support import Server

PICTURES = os.environ["FACEID_PICTURES"]
REQUEST_ID = "1532412036,c26ac9b4-2d14-4f8a-9a7a-8f8a2f6f0001"
ADDRESS = "https://verify.example.com/a-rather-long-path/for-the-customers-of-one-branch/with-many-words/"
LONG_CODE = ("A_CODE_THAT_STANDS_IN_NO_TABLE: a service may say whatever it likes, and what it says has to be read to its end, "
             "however long it is, because support will ask for it")
COMMAND = (f"curl -k https://api.megvii.com/faceid/liveness/v2/get_token -F api_key=k -F api_secret=s -F comparison_type=0 "
           f"-F uuid=customer-7 -F bizno=1 -F biz_no=$ID -F image_ref1=@{PHOTO} -F image_ref2=@C:/photos/second.jpg")
LANDMARK = re.compile(r"\(biz_no\)$")  # the field has its parameter's name in every language


class Picture(DesktopTest):
    """One start of the console, of which pictures are taken. `answer` is what the service of profile “example” says."""

    def begin(self, language, theme, scale, size):
        self.prefix = f"{language}_{theme}_{scale}x_{size[0]}x{size[1]}"
        self.SETTINGS = {"window/language": language, "window/theme": theme}
        self.answer = b""
        server = Server(self, lambda connection: connection.sendall(self.answer))
        self.profile(server.url, name="example", chosen=False)
        self.environment["QT_SCALE_FACTOR"] = str(scale)
        self.console = self.start()
        xdotool("windowsize", "--sync", self.console.window, *(side * scale for side in size))
        self.console.await_node(LANDMARK)
        return self.console

    def refuse(self, code, key_of_error):
        body = json.dumps({"request_id": REQUEST_ID, "time_used": 9, key_of_error: code}).encode()
        self.answer = (b"HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nConnection: close\r\n"
                       b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def add_photo(self, path=PHOTO, slot="image_ref1", size="512 × 512"):
        """A second start hands its photo over to the first."""
        subprocess.run([os.environ["FACEID_CONSOLE"], path], env=self.environment, timeout=60, check=True)
        self.console.await_node(re.compile(slot + "$"), None, lambda node: size in node.description)

    def fill(self, field, text):
        name = re.compile(rf"\({field}\)$")
        self.console.tab_to(name)  # at 2x Qt 6.4 tells AT-SPI places at which nothing can be clicked
        key("ctrl+a")
        self.console.type(text)
        self.console.await_node(name, None, lambda node: node.text == text)

    def issue(self, count, outcome):
        time.sleep(1)  # a press that comes sooner after an answer counts as the second half of a double click
        key("ctrl+Return")
        self.assertEqual(self.await_rows(self.console, count)[0]["outcome"], outcome)

    def grab(self, path, window, area=None):
        crop = ["-crop", "{2}x{3}+{0}+{1}".format(*area), "+repage"] if area else []
        subprocess.run(["import", "-silent", "-window", window, *crop, "-define", "png:exclude-chunks=date,time", path],
                       check=True)
        with open(path, "rb") as file:
            return file.read()

    def take(self, state, window=None, area=None):
        """Until two in a row are the same, so that nothing is caught half painted; a countdown may go on."""
        xdotool("mousemove", 3899, 2259)  # away from what changes under it
        path, before = os.path.join(PICTURES, f"{self.prefix}_{state}.png"), b""
        for _ in range(4):
            now = self.grab(path, window or self.console.window, area)
            if now == before:
                return
            before = now


class States(Picture):
    def run_states(self, *run):
        console = self.begin(*run)
        self.take("first")
        self.add_photo()
        self.issue(1, "Issued")
        self.take("issued")
        console.command("profile/p1")
        self.refuse("NO_FACE_FOUND:image_ref1", "error")
        self.issue(2, "Refused")
        self.take("refused")
        self.answer = b"HTTP/1.1 200 OK\r\n\r\n"
        self.issue(3, "Unknown")
        self.take("unknown")
        console.command("api/get_token")
        self.fill("uuid", "customer-with-a-rather-long-name-" * 12)
        self.fill("return_url", ADDRESS + "return?" + "parameter=value&" * 8)
        self.fill("notify_url", ADDRESS + "notify?" + "parameter=value&" * 8)
        self.refuse(LONG_CODE, "error_message")
        self.issue(4, "Refused")
        self.take("long-answer")
        self.fill("biz_no", "20260101-serial-number-" * 7)
        key("ctrl+Return")
        self.take("long-verdicts")


class Dialogs(Picture):
    def other_window(self):
        """The id of what has come up over the window and has the keyboard."""
        window = xdotool("getactivewindow")
        return window if window not in ("", self.console.window) and xdotool("getwindowname", window) else ""

    def take_dialog(self, state):
        self.take("dialog-" + state, self.console.await_true("another window", self.other_window))

    def close_dialog(self):
        key("Escape")
        self.console.await_true("the window again", lambda: xdotool("getactivewindow") == self.console.window)

    def dialog(self, state, *keys):
        key(*keys)
        self.take_dialog(state)
        self.close_dialog()

    def menu(self, state, button):
        """A menu is no window to the window manager, and on the bus of nobody: the window is taken as the screen shows it."""
        left, top, width, height = self.console.find(MAIN_WINDOW).area
        area = left, top, width + 200, height  # the menu at the right edge needs more
        path = self.path("before.png")
        before = self.grab(path, "root", area)
        self.console.click(button, re.compile("button"))
        self.console.await_true("a menu", lambda: self.grab(path, "root", area) != before)
        self.take("dialog-" + state, "root", area)
        key("Escape")

    def entry_of_two_rows(self, ups):
        """Chooses an entry of the menu of the two newest rows, counted from the menu's end."""
        self.console.tab_to(re.compile("^(History|历史记录|历史)$"))
        key("ctrl+Home", "shift+Down", "shift+F10")
        time.sleep(1)
        key("End", *["Up"] * ups, "Return")

    def run_batch_window(self):
        """Bad cells, a sheet that can be sent, and its end."""
        people = self.path("people.csv")

        def write(photo):
            with open(people, "w", encoding="utf-8") as file:
                file.write(f"uuid,image_ref1\nu-1,{PHOTO}\nu-2,{photo}\n")

        write("photos/of-somebody-who-has-left.jpg")
        key("ctrl+b")
        self.console.await_focus(re.compile("^(Sheet, a CSV file|表格（CSV 文件）)$"))
        self.console.type(people)
        key("Return")
        self.console.await_node(re.compile("photos/of-somebody"))
        self.take_dialog("batch-problems")
        write(PHOTO)
        key("Return")
        self.console.await_node(re.compile("2 (token|个 token)"), "push button")
        self.take_dialog("batch-ready")
        self.console.click(re.compile("2 (token|个 token)"), "push button")
        self.console.await_node(re.compile("^(Every row |每一行都已)"))
        self.take_dialog("batch-ended")
        self.close_dialog()

    def archive(self):
        """The history as an archive in a file; its path."""
        ctl = [os.environ["FACEIDCTL"]]
        listed = subprocess.run([*ctl, "history", "list", "--json"], env=self.environment, capture_output=True, check=True)
        ids = [row["id"] for row in json.loads(listed.stdout)]
        path = self.path("day.har")
        with open(path, "wb") as file:
            subprocess.run([*ctl, "har", "export", *ids, "--with-personal"], env=self.environment, stdout=file, check=True)
        return path

    def run_dialogs(self, *run):
        console = self.begin(*run)
        self.add_photo()
        self.issue(1, "Issued")
        self.menu("message", re.compile("^(Message|消息)"))
        for state, keys in (("commands", "ctrl+k"), ("shortcuts", "ctrl+slash"), ("profiles", "ctrl+comma"),
                            ("code", "ctrl+7"), ("customer", "F9"), ("token", "ctrl+t"), ("sandbox", "F7"), ("callbacks", "F6"), ("help", "F1")):
            self.dialog(state, keys)
        for state, command in (("about", "about"), ("diagnosis", "diagnosis"), ("report", "report"), ("export", "export"), ("carry", "carryOver"), ("privacy", "privacy")):
            console.command(command)
            self.take_dialog(state)
            self.close_dialog()
        console.command("readCurl")
        console.type(COMMAND)
        self.take_dialog("curl")
        self.close_dialog()
        self.refuse("NO_FACE_FOUND:image_ref1", "error")
        console.command("profile/p1")
        self.issue(2, "Refused")
        for state, ups in (("compare", 4), ("bundle", 3)):
            self.entry_of_two_rows(ups)
            self.take_dialog(state)
            self.close_dialog()
        console.command("readArchive")
        console.await_true("a file dialog", self.other_window)
        console.type(self.archive())
        key("Return")
        console.await_node(re.compile("^(Token requests in the archive|归档中的 token 请求)$"))
        self.take_dialog("har")
        self.close_dialog()
        for state, tab in (("inspector-request", "^(Request|请求)$"), ("inspector-timeline", "^(Timeline|时间线)$"),
                           ("inspector-code", "^(Code|代码)$"), ("inspector-sign", "^(Sign|签名)$")):
            console.click(re.compile(tab), "page tab")
            if state == "inspector-sign":
                console.click(re.compile("^(Make one|生成)$"), re.compile("button"))
            self.take("dialog-" + state)
        self.run_batch_window()
        self.menu("menu", re.compile("^(Menu|菜单)$"))
        self.menu("presets", re.compile("^(Presets|预设)$"))
        large = self.path("large.jpg")
        subprocess.run(["convert", PHOTO, "-resize", "4400x4400", large], check=True)
        self.add_photo(large, "image_ref2", "4400 × 4400")
        console.click(re.compile("image_ref2$"), "push button")
        self.take_dialog("photo")
        console.click(re.compile("^(Repair|修复)$"))
        console.await_node(re.compile("^(Use the repaired photo|使用修复后的照片|使用修好的照片)$"))
        self.take_dialog("repair")
        self.close_dialog()
        self.take("dialog-none")
        key("F8")
        console.await_node(re.compile("F8"), None, lambda node: node.checked)
        self.take("dialog-presentation")


class Readme(Picture):
    """The pictures of the README, to be copied into resources/screenshots: a day's work, the newest a token in hand."""

    def run_readme(self, *run):
        console = self.begin(*run)
        self.add_photo()
        console.command("profile/p1")
        self.refuse("NO_FACE_FOUND:image_ref1", "error")
        self.issue(1, "Refused")
        self.answer = b"HTTP/1.1 200 OK\r\n\r\n"
        self.issue(2, "Unknown")
        console.command("profile/sandbox")
        console.command("api/get_token")
        self.issue(3, "Issued")
        console.command("api/get_biz_token")
        self.issue(4, "Issued")
        self.take("readme")


def name(language, theme, scale, size):
    return f"{language}_{theme}_{scale}x_{size[0]}x{size[1]}"


for case in itertools.product(("en", "zh_CN"), ("light", "dark"), (1, 2), ((1024, 640), (1920, 1080))):
    setattr(States, "test_" + name(*case), lambda self, case=case: self.run_states(*case))
for case in itertools.product(("en", "zh_CN"), ("light", "dark"), (1,), ((1280, 820),)):
    setattr(Dialogs, "test_dialogs_" + name(*case), lambda self, case=case: self.run_dialogs(*case))

for case in (("en", "light", 1, (1280, 820)), ("zh_CN", "dark", 1, (1280, 820))):
    setattr(Readme, "test_readme_" + name(*case), lambda self, case=case: self.run_readme(*case))

if __name__ == "__main__":
    main()

"""A day's work with a planted secret, name and ID number: requests with every outcome, searches, notes, exports, a report, a
draft, two crashes; and at its end none of the three stands in any file, in any spelling.
"""

import base64
import json
import os
import re
import resource
import signal
import subprocess
import time
import urllib.parse
import uuid

from desktop import MAIN_WINDOW, PATIENCE, PHOTO, DesktopTest, key, main
from support import Server, png

SECRET = "pl4nted-密-secret-8472"
NAME = "欧阳测试丁"
NUMBER = "110101199003070038"  # nobody's
NEXT_NAME, NEXT_NUMBER = "司徒下午客", "110101199003070011"  # nobody's either
NOTIFY_URL = "https://example.net/day"
PACE = 1.5  # seconds
CALLBACKS = {"return_url": "https://example.net/r", "notify_url": NOTIFY_URL}


def spellings(text):
    """Everything a file could hold in place of a text."""
    raws = {text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be"), text.encode("gb18030")}
    found = set(raws)
    for raw in raws:
        found |= {raw.hex().encode(), raw.hex().upper().encode()}
        for shift in range(3):  # where the text does not begin with a group, its first and last letters are others'
            letters = base64.b64encode(b"\0" * shift + raw)
            found.add(letters[(shift * 8 + 5) // 6:(shift + len(raw)) * 8 // 6])
    found |= {urllib.parse.quote(text).encode(), json.dumps(text)[1:-1].encode()}
    return {one for one in found if len(one) >= 6}


class DayTest(DesktopTest):
    def setUp(self):
        super().setUp()
        for variable, folder in (("XDG_STATE_HOME", "state"), ("TMPDIR", "tmp"), ("XDG_RUNTIME_DIR", "run")):
            os.mkdir(self.path(folder), 0o700)
            self.environment[variable] = self.path(folder)
        os.mkdir(self.path("cwd"))
        self.environment["QT_LOGGING_RULES"] = "*.debug=true;qt.accessibility*=false"  # all that the libraries say
        self.log = open(self.path("cwd", "log"), "wb")
        self.addCleanup(self.log.close)
        self.answers = []

    def start(self, *arguments):
        """As a developer would who hunts a crash: with a log, and core dumps allowed."""
        before = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (before[1], before[1]))
        here, err = os.getcwd(), os.dup(2)
        os.chdir(self.path("cwd"))
        os.dup2(self.log.fileno(), 2)
        try:
            return super().start(*arguments)
        finally:
            os.dup2(err, 2)
            os.close(err)
            os.chdir(here)
            resource.setrlimit(resource.RLIMIT_CORE, before)

    def ctl(self, *words, typed=None, statuses=(0,)):
        done = subprocess.run([os.environ["FACEIDCTL"], *words], env=self.environment, cwd=self.path("cwd"),
                              input=typed or b"", capture_output=True, timeout=PATIENCE)
        self.assertIn(done.returncode, statuses, done.stderr.decode())
        self.log.write(done.stderr)
        return done.stdout.decode()

    def issue(self, profile, *statuses):
        fields = {"comparison_type": "1", "idcard_name": NAME, "idcard_number": NUMBER, **CALLBACKS}
        words = [word for name, value in fields.items() for word in ("-f", f"{name}={value}")]
        self.ctl("issue", "get_token", *words, "-i", "image_ref1=" + self.path("cwd", "large.png"), "--profile", profile,
                 "--json", statuses=statuses)

    def serve(self, connection):
        """The next answer; each says back what it was sent, as debugging proxies do."""
        status, fields = self.answers.pop(0) if self.answers else (None, {})
        if status is None:
            return
        body = json.dumps({**fields, "echo": [SECRET, NAME, NUMBER], "request_id": f"{int(time.time())},{uuid.uuid4()}",
                           "time_used": 3})
        connection.sendall(f"HTTP/1.1 {status} X\r\nX-Echo: {SECRET}\r\nContent-Length: {len(body.encode())}\r\n\r\n{body}"
                           .encode())

    def press_until(self, console, condition):
        """A press that follows too soon on another one is taken for its echo, and starts that time anew."""
        console.await_window(MAIN_WINDOW)
        pressed_at = 0.0

        def done():
            nonlocal pressed_at
            if time.monotonic() - pressed_at > PACE:
                key("ctrl+Return")
                pressed_at = time.monotonic()
            return condition()

        console.await_true("a request", done)

    def press(self, console, status, fields, outcome):
        """Issues from the window and waits for the row."""
        self.answers.append((status, fields))
        count = len(self.history())
        self.press_until(console, lambda: len(self.history()) > count)
        console.await_true(outcome, lambda: self.history()[0]["outcome"] == outcome)
        console.await_node("Issue token", "push button")

    def fill_in(self, console, person, number):
        notify_url = f"{NOTIFY_URL}/{uuid.uuid4()}"  # comes last, so that a draft with it has all
        console.click("PC · get_token")
        console.click("Identity source 1")
        for name, text in (("idcard_name", person), ("idcard_number", number), ("return_url", CALLBACKS["return_url"]),
                           ("notify_url", notify_url)):
            console.await_node(re.compile(rf"\({name}\)"), "text").node.queryEditableText().setTextContents(text)
            console.await_node(re.compile(rf"\({name}\)"), "text", lambda node, text=text: node.text == text)

        def saved():
            if not os.path.exists(self.data("draft.json")):
                return False
            with open(self.data("draft.json"), encoding="utf-8") as file:
                draft = json.load(file)
            return draft.get("sealed") and notify_url in json.dumps(draft)

        console.await_true("a saved draft", saved)

    def abort(self, console):
        console.process.send_signal(signal.SIGABRT)
        _, status = os.waitpid(console.process.pid, 0)
        console.process.returncode = -os.WTERMSIG(status)
        self.assertEqual(os.WTERMSIG(status), signal.SIGABRT)
        self.assertFalse(os.WCOREDUMP(status), "it has written a core dump")

    def search(self, console, text):
        console.await_node("Search the history", "text").node.queryEditableText().setTextContents(text)
        console.await_node("Search the history", "text", lambda node: node.text == text)

    def test_nothing_stands_anywhere(self):
        server = Server(self, self.serve)
        self.ctl("profile", "add", "Mine", "--api-key", "key", "--base-url", server.url, typed=SECRET.encode() + b"\n")
        self.ctl("profile", "add", "Closed", "--api-key", "key", "--base-url", "http://127.0.0.1:9",
                 typed=SECRET.encode() + b"\n")
        self.from_the_terminal(server)
        token = self.from_the_window(server)
        self.papers(token)
        self.assertEqual({row["outcome"] for row in self.history()},
                         {"Issued", "Refused", "ServerError", "Unknown", "NotSent", "CutOff"})
        for planted in (SECRET, NAME, NUMBER, NEXT_NAME, NEXT_NUMBER):  # they were really in it
            self.assertTrue(any(planted.encode() in body for body in server.bodies), planted)
        self.assert_nothing_left()

    def from_the_terminal(self, server):
        with open(self.path("cwd", "large.png"), "wb") as file:
            file.write(png(1800, 1500, level=0))
        self.issue("Closed", 2)
        server.reads_body = False  # closed in the middle of the upload
        server.released.set()
        self.issue("Mine", 3)
        server.reads_body = True
        server.released.clear()
        self.ctl("profile", "test", "Closed", statuses=(1,))

    def from_the_window(self, server):
        """A morning that ends in a crash, an afternoon after it."""
        profile = json.loads(self.ctl("profile", "show", "Mine", "--json"))["id"]
        self.ctl_settings({"window/profile": profile})
        console = self.start(PHOTO)
        console.await_photo("image_ref1")
        self.fill_in(console, NAME, NUMBER)
        self.press(console, 400, {"error_message": f"BAD_ARGUMENTS:{NAME}"}, "Refused")
        self.press(console, 500, {"error_message": "INTERNAL_ERROR"}, "ServerError")
        self.press(console, None, {}, "Unknown")
        token = uuid.uuid4().hex
        self.press(console, 200, {"token": token, "expired_time": int(time.time()) + 600}, "Issued")
        self.search(console, NUMBER)
        self.fill_in(console, NEXT_NAME, NEXT_NUMBER)  # of one who has a token no draft is kept any more
        server.answer = server.stall
        server.body_taken.clear()
        self.press_until(console, server.body_taken.is_set)
        console.kill()
        server.answer = self.serve
        again = self.start()
        again.await_node(re.compile(r"\(idcard_number\)"), "text", lambda node: node.text == NEXT_NUMBER)
        self.abort(again)
        last = self.start()
        self.search(last, NAME)
        last.quit()
        return token

    def ctl_settings(self, values):
        """Adds to the settings file, which faceidctl has written."""
        path = self.path("config_home", "faceid-console", "faceid-console.ini")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for name, value in values.items():
            group, _, rest = name.partition("/")
            head = f"[{group}]\n"
            text = text.replace(head, head + f"{rest}={value}\n", 1) if head in text else text + head + f"{rest}={value}\n"
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def papers(self, token):
        """What an office does with its rows."""
        rows = {row["outcome"]: row["id"] for row in self.history()}
        self.ctl("history", "note", rows["Issued"], "called back")
        self.ctl("history", "resolve", rows["Unknown"], "gave-up", "--note", "nobody knows")
        for words in (["search", "called"], ["search", NAME], ["search", NUMBER], ["list", "--show-token"],
                      ["show", rows["Refused"]], ["verify"], ["audit", "--format", "json"]):
            self.ctl("history", *words)
        found = json.loads(self.ctl("history", "search", "--person", "--json", typed=NUMBER.encode() + b"\n"))
        self.assertIn(rows["Issued"], [row["id"] for row in found])
        self.ctl("token", "read", token)
        for form in ("csv", "json"):
            self.ctl("history", "export", "--format", form, "--out", self.path("cwd", "rows." + form))
        self.ctl("history", "report", "--out", self.path("cwd", "shift.pdf"))
        with open(self.path("cwd", "shift.txt"), "wb") as text:  # the text of a PDF is packed
            subprocess.run(["pdftotext", self.path("cwd", "shift.pdf"), "-"], stdout=text, check=True)

    def assert_nothing_left(self):
        planted = {one for text in (SECRET, NAME, NAME[2:], NUMBER, NUMBER[1:17], NEXT_NAME, NEXT_NUMBER) for one in spellings(text)}
        files = 0
        for root in (self.home, os.path.dirname(os.environ["HOME"])):  # of the test, and of the whole desktop
            for folder, _, names in os.walk(root):
                for name in names:
                    path = os.path.join(folder, name)
                    if not os.path.isfile(path):
                        continue
                    files += 1
                    with open(path, "rb") as file:
                        content = file.read()
                    for what in planted:
                        self.assertNotIn(what, content, path)
                    self.assertNotIn("core", name.split("."), path)
        with open(self.path("cwd", "probe"), "wb") as file:  # the search finds what is there
            file.write(b"x" + base64.b64encode(b"ab" + NAME.encode()))
        with open(self.path("cwd", "probe"), "rb") as file:
            content = file.read()
        self.assertTrue(any(what in content for what in planted))
        print(f"{files} files, {len(planted)} spellings, nothing found")
        self.assertGreater(files, 10)


if __name__ == "__main__":
    main()

"""What the tests of the real window share: a desktop, a console with settings and data of its own, real keys and clicks, and
what is on the screen, as a screen reader sees it (AT-SPI).

Run by ctest; main() starts packaging/with-desktop.sh around the test. The environment names what is tested: FACEID_CONSOLE,
FACEIDCTL, FACEID_PHOTO and FACEID_DESKTOP (with-desktop.sh). Needs xdotool, xprop, at-spi2-core and python3-pyatspi.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

PATIENCE = 60  # seconds until a window or an answer counts as never coming
PHOTO = os.environ["FACEID_PHOTO"]
MAIN_WINDOW = re.compile("^FaceID (Console|控制台)$")

if "FACEID_INSIDE" in os.environ:
    import pyatspi  # starts the accessibility bus, for which Qt looks only once; so before any console
    from gi.repository import GLib

    GONE = (LookupError, RuntimeError, GLib.GError)  # a node that has left the screen in the meantime


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], capture_output=True, text=True, check=False).stdout.strip()


def key(*keys):
    xdotool("key", "--clearmodifiers", *keys)


def fits(pattern, text):
    """A compiled pattern is searched for; a string is the whole text."""
    return bool(pattern.search(text)) if isinstance(pattern, re.Pattern) else pattern == text


class Node:
    """One thing on the screen at one moment."""

    def __init__(self, node, path):
        self.node, self.path = node, path
        self.role, self.name = node.getRoleName(), node.name
        self.states = node.getState()
        self.interfaces = pyatspi.listInterfaces(node)

    def has(self, state):
        return self.states.contains(state)

    @property
    def description(self):
        return self.node.description

    @property
    def text(self):
        return self.node.queryText().getText(0, -1) if "Text" in self.interfaces else ""

    @property
    def is_focusable(self):
        return self.has(pyatspi.STATE_FOCUSABLE)

    @property
    def focused(self):
        # Qt says so of the chosen tab, whoever has the keyboard.
        return self.has(pyatspi.STATE_FOCUSED) and self.role != "page tab"

    @property
    def checked(self):
        return self.has(pyatspi.STATE_CHECKED)

    @property
    def area(self):
        extents = self.node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        return extents.x, extents.y, extents.width, extents.height

    @property
    def middle(self):
        x, y, width, height = self.area
        return x + width // 2, y + height // 2

    def pane_that_hides(self, x, y):
        """The area of the innermost thing around this one that ends before that point."""
        around = self.node.parent
        while around is not None and around.getRoleName() != "application":
            area = Node(around, "").area
            if not (area[0] <= x < area[0] + area[2] and area[1] <= y < area[1] + area[3]):
                return area
            around = around.parent
        return None

    def __str__(self):
        return f"{self.path} / {self.role} “{self.name}”"


class Console:
    """The program, started with arguments, in the home of a test."""

    def __init__(self, test, *arguments):
        self.test = test
        self.measured = {}
        self.window = None
        self.process = subprocess.Popen([os.environ["FACEID_CONSOLE"], "--measure", *arguments], env=test.environment,
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        test.addCleanup(self.kill)

    @property
    def alive(self):
        return self.process.poll() is None

    def kill(self):
        """As a crash: it can do nothing about it."""
        if self.alive:
            self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def ended(self):
        """Waits for its end and reads what it has measured."""
        out, _ = self.process.communicate(timeout=PATIENCE)
        for line in out.splitlines():
            self.measured.update(json.loads(line))
        return self.process.returncode

    def quit(self):
        """Ctrl+Q, an end without an error, and how long the window was held up at most."""
        self.await_window(MAIN_WINDOW)
        key("ctrl+q")
        self.test.assertEqual(self.ended(), 0)
        gap = self.measured.get("longest_gap_ms")
        self.test.assertIsInstance(gap, (int, float))
        print(f"longest gap of the event loop: {gap} ms, first usable after {self.measured['first_usable_ms']} ms")

    def await_true(self, what, condition):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                value = condition()
            except GONE:
                value = None
            if value:
                return value
            self.test.assertTrue(self.alive, "the console has ended")
            time.sleep(0.05)
        self.test.fail(f"never came: {what}; on the screen:\n" + self.picture())

    def await_window(self, title):
        """Waits until a window of that title has the keyboard; its id. The window manager gives it to new ones."""

        def active():
            window = xdotool("getactivewindow")
            return window if window and fits(title, xdotool("getwindowname", window)) else ""

        return self.await_true(f"an active window {title}", active)

    def ready(self):
        """Waits until the window has the keyboard and tells a screen reader about itself."""
        self.window = self.await_window(MAIN_WINDOW)
        self.await_true("the program on the bus", self.application)
        return self

    def application(self):
        for child in pyatspi.Registry.getDesktop(0):
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def nodes(self):
        """What is showing, in all windows, from the outside in."""

        def walk(node, path):
            if node is None:
                return
            here = Node(node, path)
            if path and not here.has(pyatspi.STATE_SHOWING) and here.role not in ("dialog", "frame"):
                return
            yield here
            for child in node:
                yield from walk(child, str(here))

        application = self.application()
        for window in application or ():
            yield from walk(window, "")

    def picture(self):
        try:
            return "\n".join(f"{node.role} “{node.name}” {node.description!r} {node.text!r}{' *' if node.focused else ''}"
                             for node in self.nodes())
        except GONE as gone:
            return str(gone)

    def find(self, name, role=None):
        for node in self.nodes():
            if fits(name, node.name) and (role is None or fits(role, node.role)):
                return node
        return None

    def await_node(self, name, role=None, condition=lambda node: True):
        def found():
            node = self.find(name, role)
            return node if node and condition(node) else None

        return self.await_true(f"{role or 'something'} called {name}", found)

    def await_focus(self, name):
        return self.await_true(f"the keyboard at {name}", lambda: self.focus(name))

    def focus(self, name):
        return next((node for node in self.nodes() if node.focused and fits(name, node.name)), None)

    def place(self, name, role=None):
        """Where to point at it. Turns the wheel until it is there, when it has been scrolled away."""

        def place():
            node = self.find(name, role)
            if not node or not node.area[2]:
                return None
            x, y = node.middle
            pane = node.pane_that_hides(x, y)
            if not pane:
                return x, y
            left, top, width, height = pane
            xdotool("mousemove", "--sync", left + width // 2, top + height // 2, "click", 5 if y > top else 4)
            return None

        return self.await_true(f"{role or 'something'} called {name}", place)

    def click(self, name, role=None, times=1):
        xdotool("mousemove", "--sync", *self.place(name, role), "click", "--repeat", times, "--delay", 100, 1)

    def tab_to(self, name):
        """Presses Tab until that has the keyboard, as somebody without a mouse would."""
        for _ in range(60):
            before = next((str(node) for node in self.nodes() if node.focused), "")
            if self.focus(name):
                return
            key("Tab")
            self.await_true("the keyboard elsewhere", lambda before=before: next(
                (node for node in self.nodes() if node.focused and str(node) != before), None))
        self.test.fail(f"Tab never came to {name}")

    def type(self, text, name=None):
        """Types; with a name, until the field of that name has the text."""
        xdotool("type", "--clearmodifiers", "--delay", 8, text)
        if name:
            self.await_node(name, None, lambda node: node.text == text)

    def command(self, words):
        """By the command palette."""
        key("ctrl+k")
        self.await_window(re.compile("^(Find a command|查找命令)"))
        self.type(words)
        self.await_true("the words in the search line", lambda: any(
            node.focused and node.text == words for node in self.nodes()))
        key("Return")

    def await_photo(self, part, state=" × "):
        self.await_node(f"Photo {part}", None, lambda node: state in node.description)

    def choose_photo(self, path=PHOTO):
        """By keys, when the keyboard is at an empty photo."""
        key("Return")
        self.await_window(re.compile("^(Choose a photo|选择照片)"))
        self.type(path)
        key("Return")
        self.await_window(MAIN_WINDOW)


class DesktopTest(unittest.TestCase):
    """Each test has settings and data of its own, so that no draft of one comes up in the next."""

    SETTINGS = {"window/language": "en", "window/theme": "light"}

    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="faceid-test-")
        self.addCleanup(shutil.rmtree, self.home, True)
        self.environment = {**os.environ, "QT_LOGGING_RULES": "qt.gui.imageio=false"}  # the photo's colour profile
        for kind in ("CONFIG_HOME", "DATA_HOME", "CACHE_HOME"):
            self.environment["XDG_" + kind] = self.path(kind.lower())
            os.mkdir(self.path(kind.lower()), 0o700)
        self.settings(self.SETTINGS)

    def path(self, *names):
        return os.path.join(self.home, *names)

    def data(self, name):
        return self.path("data_home", "faceid-console", name)

    def settings(self, values):
        """Writes the settings file; keys are group/key, and what comes after the first slash may have more."""
        groups = {}
        for name, value in values.items():
            group, _, rest = name.partition("/")
            groups.setdefault(group, []).append(rest.replace("/", "\\") + "=" + str(value))
        os.makedirs(self.path("config_home", "faceid-console"), exist_ok=True)
        with open(self.path("config_home", "faceid-console", "faceid-console.ini"), "w", encoding="utf-8") as file:
            for group, lines in groups.items():
                file.write("\n".join([f"[{group}]", *lines, ""]))

    def profile(self, address, secret="planted", name="Mine", chosen=True, more=None):
        """A test profile of that name with that base address, its secret in the session's keyring; `more` settings."""
        self.settings({**self.SETTINGS, "window/profile": "p1" if chosen else "sandbox", "profiles/p1/name": name,
                       "profiles/p1/apiKey": "key", "profiles/p1/address/get_biz_token": address,
                       "profiles/p1/address/get_token": address, **(more or {})})
        subprocess.run(["secret-tool", "store", "--label=test", "user", "faceid-console/p1", "server", "faceid-console",
                        "type", "plaintext"], input=secret, text=True, check=True, env=self.environment)

    def start(self, *arguments):
        return Console(self, *arguments).ready()

    def history(self):
        """The newest first; what a request of the past had as its outcome does not count before it has ended."""
        done = subprocess.run([os.environ["FACEIDCTL"], "history", "list", "--json"], env=self.environment,
                              capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def await_rows(self, console, count):
        """Waits until so many requests have come to an end; there must never be more."""

        def ended():
            rows = self.history()
            self.assertLessEqual(len(rows), count)
            return len(rows) == count and all(row["outcome"] != "Pending" for row in rows) and rows

        return console.await_true(f"{count} requests in the history", ended)


def wake_accessibility():
    """Brings up the accessibility bus and its registry: a program looks for them once, at its start, and two that start
    them at the same moment may find neither. The bus must be that of this display, which a session around this one has not.
    """

    def ask(*command):
        return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=PATIENCE).stdout.strip()

    reply = ["dbus-send", "--print-reply=literal"]
    address = ask(*reply, "--session", "--dest=org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")
    ask(*reply, f"--bus={address}", "--dest=org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root",
        "org.freedesktop.DBus.Properties.Get", "string:org.a11y.atspi.Accessible", "string:ChildCount")
    shown = ask("xprop", "-root", "AT_SPI_BUS")
    if f'"{address}"' not in shown:
        sys.exit(f"The accessibility bus {address} is not that of {os.environ['DISPLAY']}: {shown}")


def main():
    if "FACEID_INSIDE" not in os.environ:
        os.environ["FACEID_INSIDE"] = "1"
        os.environ["LC_ALL"] = "C.UTF-8"
        os.environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        os.execvp("bash", ["bash", os.environ["FACEID_DESKTOP"], sys.executable, "-W", "ignore::DeprecationWarning", "-B",
                           *sys.argv])
    wake_accessibility()
    unittest.main(verbosity=2)

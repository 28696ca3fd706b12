"""What shells offer on faceidctl's command line: the program's answers, and bash, zsh and fish on a terminal."""

import os
import pty
import re
import select
import shlex
import shutil
import time

from support import FACEIDCTL, CtlTest, main

SCRIPTS = os.environ["FACEID_COMPLETION"]

# Stands in for faceidctl behind a shell: completes like it, and prints the command line it would have run.
STAND_IN = """#!/bin/sh
[ "$1" != --complete ] || exec {program} "$@"
printf 'ran'; printf '<%s>' "$@"; printf '\\n'
"""

SHELLS = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--private", "-i"],
}
SETUP = {
    "bash": "source /usr/share/bash-completion/bash_completion; source {scripts}/faceidctl.bash",
    "zsh": "fpath=({scripts} $fpath); autoload -Uz compinit; compinit -u -D",
    "fish": "source {scripts}/faceidctl.fish",
}

# what is typed up to the Tab, what faceidctl gets
TYPED = [
    ("his\tlis\t", ["history", "list"]),
    ("issue get_b\t", ["issue", "get_biz_token"]),
    ("issue get_token --sandb\t", ["issue", "get_token", "--sandbox"]),
    ("issue get_token -f comp\t-1", ["issue", "get_token", "-f", "comparison_type=-1"]),
    ("issue get_token --ca uni\t", ["issue", "get_token", "--ca", "unique.pem"]),
    ("issue get_biz_token -i image_ref1=uni\t", ["issue", "get_biz_token", "-i", "image_ref1=unique.pem"]),
]


class AnswerTest(CtlTest):
    def words(self, *typed):
        status, out, err = self.run_ctl("--complete", *typed)
        self.assertEqual((status, err), (0, ""))
        return [line.split("\t")[0] for line in out.splitlines()]

    def test_every_verb_and_every_option_of_its_help(self):
        _, out, _ = self.run_ctl("--help")
        names = re.findall(r"^  faceidctl ((?:[a-z]+ )+?)(?=[^a-z\s]|get_|csv|issued)", out, re.M)
        self.assertGreater(len(names), 30)
        for name in names:
            words = name.split()
            with self.subTest(verb=name):
                for i, word in enumerate(words):
                    self.assertIn(word, self.words(*words[:i], word[:2]))
                _, text, _ = self.run_ctl(*words, "--help")
                options = re.findall(r"^  (?:-h, )?(--?[a-z-]+)", text, re.M)
                self.assertIn("--help", options)
                self.assertEqual(set(options), set(self.words(*words, "-")))

    def test_values(self):
        for typed, expected in (
                ([""], "issue"), (["sandbox", ""], "complete"), (["callback", "listen", "--answer", ""], "slow"),
                (["code", ""], "python"), (["code", "python", ""], "get_token"), (["issue", ""], "get_biz_token"),
                (["carry", ""], "get_token"),
                (["history", "list", "--outcome", ""], "Unknown"), (["callback", "send", "http://h", "--outcome", ""], "attack"),
                (["sandbox", "--scenario", "BAD_"], "BAD_ARGUMENTS:KEY"), (["sandbox", "--tls-flaw", ""], "expired"),
                (["issue", "get_token", "-f", ""], "return_url="), (["issue", "get_token", "-f", "comparison_type="], "comparison_type=-1"),
                (["issue", "get_token", "-i", ""], "image_ref3="), (["issue", "get_token", "--ca", ""], ":files"),
                (["issue", "get_token", "-i", "image_ref1=x"], ":files image_ref1="), (["batch", ""], ":files"),
                (["history", "export", "--format=c"], "--format=csv"), (["history", "resolve", "ID", ""], "not-issued")):
            with self.subTest(typed=typed):
                self.assertIn(expected, self.words(*typed))

    def test_what_cannot_be_is_not_offered(self):
        self.assertEqual(self.words("issue", "get_biz_token", "-f", "return"), [])  # of the other API
        self.assertNotIn("image_ref3=", self.words("issue", "get_biz_token", "-i", ""))
        for name in ("api_secret=", "sign="):
            self.assertNotIn(name, self.words("issue", "-f", ""))
        self.assertEqual(self.words("no", "such", "v"), [])

    def test_names_of_profiles(self):
        os.mkdir(self.path("config_home/faceid-console"))
        self.file("config_home/faceid-console/faceid-console.ini", b"[profiles]\np1\\name=Shop at home\n")
        self.assertEqual(self.words("issue", "get_token", "--profile", ""), ["Shop at home"])

    def test_asking_leaves_nothing_behind(self):
        self.words("issue", "get_token", "--profile", "")
        self.assertEqual([name for _, _, names in os.walk(self.home) for name in names], [])


class ShellTest(CtlTest):
    """Keys on a terminal."""

    def setUp(self):
        super().setUp()
        self.file("unique.pem", b"")
        with open(self.path("faceidctl"), "w", encoding="utf-8") as file:
            file.write(STAND_IN.format(program=shlex.quote(FACEIDCTL)))
        os.chmod(self.path("faceidctl"), 0o755)

    def start_shell(self, shell):
        """Its terminal, once it listens."""
        pid, terminal = pty.fork()
        if pid == 0:
            os.chdir(self.home)
            os.execvpe(SHELLS[shell][0], SHELLS[shell], {
                **self.environment, "PATH": self.home + ":" + os.environ["PATH"], "TERM": "dumb", "LC_ALL": "C.UTF-8"})
        self.addCleanup(os.waitpid, pid, 0)
        self.addCleanup(os.close, terminal)  # hangs up, so that it ends
        setup = SETUP[shell].format(scripts=shlex.quote(SCRIPTS)) + "; printf 'rea%s\\n' dy\r"
        self.expect(terminal, setup, "ready")
        return terminal

    def expect(self, terminal, keys, pattern):
        os.write(terminal, keys.encode())
        seen, end = "", time.monotonic() + 60
        while not re.search(pattern, seen):
            ready, _, _ = select.select([terminal], [], [], max(0, end - time.monotonic()))
            self.assertTrue(ready, f"no {pattern!r} within a minute in {seen!r}")
            seen += os.read(terminal, 65536).decode(errors="replace")
        return seen

    def check(self, shell):
        if not shutil.which(shell):
            self.skipTest(shell + " is not installed")
        terminal = self.start_shell(shell)
        for typed, arguments in TYPED:
            with self.subTest(typed=typed):
                seen = self.expect(terminal, f"faceidctl {typed}\r", "ran<.*>\r?\n")
                self.assertEqual(re.findall("<(.*?)>", re.search("ran(<.*>)", seen).group(1)), arguments)
        os.write(terminal, b"exit\r")

    def test_bash(self):
        self.check("bash")

    def test_zsh(self):
        self.check("zsh")

    def test_fish(self):
        # Where this is missing, fish makes completions of all manual pages, and goes on after the test has ended.
        os.makedirs(self.path("data_home/fish/generated_completions"))
        self.check("fish")


if __name__ == "__main__":
    main()

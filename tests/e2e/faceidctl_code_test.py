"""`faceidctl code`: every program that can be run here issues a token from the sandbox, whatever the values are.

A language whose interpreter is not installed is skipped by its name, see packaging/deps.sh for those that a run of all tests
has. PowerShell and cmd.exe are not in Debian: what curl would read from them is read here by hand.
"""

import json
import re
import shutil
import subprocess
import time

from support import PHOTO, USAGE, CtlTest, arguments, main, request

KEY, SECRET = "sandbox-key", "sandbox-secret"
# What shells, languages and curl read as something else: all of it is sent as it stands.
HOSTILE = ["@/etc/hostname", "</etc/hostname;type=text/html", "a\"b'c`d\\e\\\\\"f", "$HOME ${HOME} $(id) %PATH% !x! ^&|<>()",
           "\\u0041 \\n \\x41 #{1} {0} {{1}}", "'\\''; \u2018ps\u2019 \u201atypographic\u201b", "测试,；= &+%2B \U0001f600", "line\nline\n"]
# How a program is run, by language; where there are several ways, the first that is installed.
RUN = {"curl": [["bash"]], "python": [["/usr/bin/python3", "-B"]], "java": [["java"]], "go": [["go", "run"]],
       "node": [["node"]], "php": [["php"]],
       "csharp": [["mcs", "-r:System.Net.Http.dll", "-out:token.exe"]]}
RUN_AFTER = {"csharp": ["mono", "token.exe"]}  # what the command of RUN has only compiled
NAMES = {"java": "FaceidToken.java", "go": "token.go", "node": "token.js"}
SCREEN = 64  # lines of a program for a photo and six texts: what a tall editor shows at once


class CodeTest(CtlTest):
    def setUp(self):
        super().setUp()
        self.log = self.path("log.jsonl")
        self.read = 0

    def write(self, language, *args):
        status, code, err = self.run_ctl("code", language, *args)
        self.assertEqual((status, err), (0, ""))
        self.assertNotIn(SECRET, code)
        with open(self.path(NAMES.get(language, "token." + language)), "w", encoding="utf-8") as file:
            file.write(code)
        return file.name, code

    def interpreter(self, language):
        for command in RUN[language]:
            if shutil.which(command[0]):
                return command
        return None

    def run_code(self, command, path, base, then=None):
        environment = {**self.environment, "FACEID_API_KEY": KEY, "FACEID_API_SECRET": SECRET, "FACEID_BASE_URL": base,
                       "GOCACHE": self.path("go-cache"), "GO111MODULE": "off", "LC_ALL": "C.UTF-8"}
        for step in filter(None, ([*command, path], then)):
            run = subprocess.run(step, env=environment, cwd=self.home, timeout=120, capture_output=True, check=False)
            if run.returncode != 0:
                break
        return run.returncode, run.stdout.decode(), run.stderr.decode()

    def next_seen(self):
        """The next request in the sandbox's log, which is written when the answer is on its way: waits for it."""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            with open(self.log, encoding="utf-8") as file:
                lines = [line for line in file if line.endswith("\n") and "get_" in line]
            if len(lines) > self.read:
                self.read += 1
                return {part["name"]: part["value"] for part in json.loads(lines[self.read - 1])["parts"]}
            time.sleep(0.01)
        return self.fail("the sandbox wrote no line")

    def check_language(self, language):
        command = self.interpreter(language)
        if not command:
            self.skipTest(language + " is not installed")
        _, base = self.sandbox("--log", self.log)
        for endpoint, comparison, token in (("get_biz_token", "0", "biz_token"), ("get_token", "0", "token")):
            for hostile in self.hostile_for(language):
                with self.subTest(endpoint=endpoint, value=hostile):
                    path, code = self.write(language, *request(endpoint, comparison, uuid=hostile))
                    self.assertLess(len(code.splitlines()), SCREEN)
                    status, out, err = self.run_code(command, path, base, RUN_AFTER.get(language))
                    self.assertEqual(status, 0, out + err)
                    self.assertTrue(json.loads(out)[token])
                    self.assertEqual(self.newlines(language, self.next_seen()["uuid"]), hostile)

    def hostile_for(self, language):
        """Starting a compiler for each value takes long: as many in one as fit into the SDK's uuid."""
        if language not in ("go", "java", "csharp"):
            return HOSTILE
        packed = [""]
        for value in HOSTILE:
            if len((packed[-1] + value).encode()) > 128:
                packed.append("")
            packed[-1] += value
        return packed

    @staticmethod
    def newlines(language, text):
        return text.replace("\r\n", "\n") if language == "node" else text  # FormData sends CR LF

    def test_refusal_is_printed_and_told(self):
        _, base = self.sandbox()
        _, code = self.write("python", *request("get_token", "-1", biz_no="b-1"))
        self.assertIn('"comparison_type", (None, "-1")', code)
        broken = self.file("broken.py", code.replace('"comparison_type", (None, "-1")', '"comparison_type", (None, "7")').encode())
        status, out, _ = self.run_code(RUN["python"][0], broken, base)
        self.assertEqual(status, 1)
        self.assertIn("BAD_ARGUMENTS", out)

    def test_what_would_be_refused_is_said(self):
        status, code, err = self.run_ctl("code", "python", "get_biz_token", *arguments({"comparison_type": "0", "@image_ref1": PHOTO}))
        self.assertEqual(status, 0)
        self.assertIn("MISSING_ARGUMENTS:uuid", err)
        self.assertIn("image_ref1", code)

    def test_unknown_language(self):
        status, out, err = self.run_ctl("code", "cobol", *request("get_token", "-1"))
        self.assertEqual((status, out), (USAGE, ""))
        self.assertIn("curl-powershell", err)

    def test_powershell_hands_curl_what_was_meant(self):
        """Reads the here-list as PowerShell does, and gives curl the result."""
        _, base = self.sandbox("--log", self.log)
        for hostile in HOSTILE:
            with self.subTest(value=hostile):
                _, code = self.write("curl-powershell", *request("get_token", "0", uuid=hostile))
                listed = code[code.index("@(") + 2:code.index("\n) | curl.exe")]
                texts = re.findall(r"^  ('(?:[^'\u2018-\u201b]|['\u2018-\u201b]{2})*'|\"(?:[^\"]|\"\")*\")", listed, re.M)
                config = []
                for text in texts:
                    inside = re.sub("(['\u2018-\u201b])\\1", "\\1", text[1:-1]) if text[0] == "'" else text[1:-1].replace('""', '"')
                    for name, value in (("$base", base), ("$($env:FACEID_API_KEY)", KEY), ("$($env:FACEID_API_SECRET)", SECRET)):
                        inside = inside.replace(name, value) if text[0] == '"' else inside
                    config.append(inside)
                self.assertGreaterEqual(len(config), 8)
                config += ["silent", "show-error"]
                run = subprocess.run(["curl", "--config", "-"], input="\n".join(config).encode(), capture_output=True,
                                     timeout=60, check=False)
                self.assertTrue(json.loads(run.stdout)["token"], run.stderr)
                self.assertEqual(self.next_seen()["uuid"], hostile)

    def test_cmd_hands_curl_what_was_meant(self):
        """Reads the command as cmd.exe and Microsoft's C library do."""
        for hostile in HOSTILE:
            with self.subTest(value=hostile):
                _, code = self.write("curl-cmd", *request("get_token", "0", uuid=hostile))
                command = code[code.index("curl --silent"):]
                arguments_ = c_arguments(cmd_line(command))
                self.assertIn("uuid=" + hostile, arguments_)
                self.assertIn("%FACEID_BASE_URL%/faceid/liveness/v2/get_token", arguments_)


def cmd_line(text):
    """What is left when cmd.exe has read a command: carets taken away, doubled percent signs made one."""
    result, quoted, i = "", False, 0
    while i < len(text):
        c = text[i]
        if c == "^" and not quoted:
            if text[i + 1:i + 3] == "\n\n":
                result, i = result + "\n", i + 3
            elif text[i + 1] == "\n":
                result, i = result + " ", i + 2
            else:
                result, i = result + text[i + 1], i + 2
            continue
        if c == '"':
            quoted = not quoted
        if c == "%" and text[i + 1] == "%":
            i += 1
        result, i = result + c, i + 1
    return result


def c_arguments(line):
    """The arguments in a command line by the rules of Microsoft's C library."""
    arguments_, current, quoted, i = [], None, False, 0
    while i < len(line):
        run = len(line[i:]) - len(line[i:].lstrip("\\"))
        if run and line[i + run:i + run + 1] == '"':
            current = (current or "") + "\\" * (run // 2) + ('"' if run % 2 else "")
            i += run + run % 2
            continue
        c = line[i]
        if line[i:i + 2] == '""' and quoted:
            current, i = current + '"', i + 2
            continue
        if c == '"':
            quoted, current = not quoted, current or ""
        elif c in " \t\n" and not quoted:
            if current is not None:
                arguments_.append(current)
            current = None
        else:
            current = (current or "") + c
        i += 1
    return arguments_ + ([current] if current is not None else [])


for language in RUN:
    setattr(CodeTest, "test_" + language, lambda self, language=language: self.check_language(language))

if __name__ == "__main__":
    main()

"""Programs in other languages get tokens of both APIs from `faceidctl sandbox`: see clients/README.md. Each whose interpreter
is not here is skipped by name."""

import json
import os
import shutil
import subprocess
import sys
import unittest

from support import PHOTO, CtlTest, main

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "clients")
PATIENCE = 240  # seconds; two of them are compiled first


def works(program, *check):
    """Whether `program` is here and does what `check` asks it for."""
    return shutil.which(program) is not None and (
        not check or subprocess.run([program, *check], capture_output=True, timeout=PATIENCE).returncode == 0)


def needs(program, *check):
    """Skips a test where that does not work."""
    return unittest.skipUnless(works(program, *check), f"{' '.join((program, *check))}: not here")


# Debian's package is for Debian's Python, which need not be the one that runs the tests.
REQUESTS = ("-c", "import requests")
PYTHON = next((python for python in (sys.executable, "/usr/bin/python3") if works(python, *REQUESTS)), sys.executable)


class ClientsTest(CtlTest):
    def check(self, *command, **environment):
        _, url = self.sandbox()
        _, sign, _ = self.run_ctl("sign", "make", "--api-key", "sandbox-key", secret="sandbox-secret")
        run = subprocess.run([*command, url, sign.strip(), PHOTO], capture_output=True, timeout=PATIENCE, cwd=self.home,
                             env={**self.environment, **environment})
        self.assertEqual(run.returncode, 0, run.stderr.decode())
        answers = [line.split(" ", 1) for line in run.stdout.decode().splitlines()]
        self.assertEqual([status for status, _ in answers], ["200"] * 4, run.stdout.decode())
        bodies = [json.loads(body) for _, body in answers]
        for body in bodies[:2]:
            self.assertRegex(body["biz_token"], r"^[0-9]{10},[0-9a-f-]{36}$")
        for body in bodies[2:]:
            self.assertRegex(body["token"], r"^[0-9a-f]{32}$")

    @needs("curl")
    def test_curl(self):
        self.check("sh", os.path.join(FOLDER, "curl.sh"))

    @needs(PYTHON, *REQUESTS)
    def test_python_requests(self):
        self.check(PYTHON, os.path.join(FOLDER, "requests_client.py"))

    @needs("node", "-e", "new FormData(), fetch")
    def test_node_fetch(self):
        self.check("node", os.path.join(FOLDER, "fetch.mjs"))

    @needs("java", "--version")
    def test_java_http_client(self):
        self.check("java", os.path.join(FOLDER, "Client.java"))

    @needs("php", "-r", "curl_init();")
    def test_php_curl(self):
        self.check("php", os.path.join(FOLDER, "client.php"))

    @needs("go", "version")
    def test_go_net_http(self):
        self.check("go", "run", os.path.join(FOLDER, "client.go"), GOCACHE=self.path("go-cache"), GOFLAGS="-mod=mod",
                   GO111MODULE="off", GOTOOLCHAIN="local")


if __name__ == "__main__":
    main()

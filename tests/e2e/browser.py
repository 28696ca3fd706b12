"""A real browser for the end user's page. FACEID_CHROMEDRIVER names Chromium's WebDriver."""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

PATIENCE = 60

opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Browser:
    """Chromium by its WebDriver, in as few lines as the test needs."""

    def __init__(self, case):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        profile = tempfile.mkdtemp(prefix="faceid-browser-")
        case.addCleanup(shutil.rmtree, profile, ignore_errors=True)
        driver = subprocess.Popen([os.environ["FACEID_CHROMEDRIVER"], f"--port={port}"], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL, env={**os.environ, "HOME": profile})
        case.addCleanup(driver.wait)
        case.addCleanup(driver.terminate)
        self.url = f"http://127.0.0.1:{port}/session"
        options = {"args": ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                            "--disable-background-networking", "--disable-component-update", "--disable-sync",
                            "--disable-dev-shm-usage", "--no-proxy-server", "--user-data-dir=" + profile]}
        end = time.monotonic() + PATIENCE
        while True:
            try:
                session = self.call("", {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}})
                break
            except urllib.error.URLError:  # the driver is not up yet
                case.assertLess(time.monotonic(), end)
                time.sleep(0.1)
        self.url += "/" + session["sessionId"]
        case.addCleanup(self.quit)

    def call(self, path, fields=None, method=None):
        request = urllib.request.Request(self.url + path, None if fields is None else json.dumps(fields).encode(),
                                         {"Content-Type": "application/json"}, method=method)
        with opener.open(request, timeout=PATIENCE) as answer:
            return json.load(answer)["value"]

    def quit(self):
        self.call("", method="DELETE")

    def click(self, selector):
        found = self.call("/element", {"using": "css selector", "value": selector})
        self.call("/element/" + next(iter(found.values())) + "/click", {})

    def script(self, text):
        return self.call("/execute/sync", {"script": text, "args": []})

"""What the tests of faceidctl share: a home of its own for each test, made pictures, servers that misbehave.

The environment names what is tested: FACEIDCTL, the built program, and FACEID_PHOTO, a photograph with one face.
Standard library only.
"""

import json
import os
import shutil
import socket
import ssl
import struct
import subprocess
import tempfile
import threading
import unittest
import zlib

FACEIDCTL = os.environ["FACEIDCTL"]
PHOTO = os.environ["FACEID_PHOTO"]

ISSUED, REFUSED, NOT_SENT, CUT_OFF, UNKNOWN, SERVER_ERROR, USAGE, NO_OUTPUT = 0, 1, 2, 3, 4, 5, 64, 74

# A person who does not exist; the check digit fits.
NAME = "测试一"
ID_NUMBER = "110101199003070038"
CALLBACKS = {"return_url": "https://example.com/return", "notify_url": "https://example.com/notify"}

# Everything that a request must have, by endpoint and comparison_type, photos as "@" in front.
COMPLETE = {
    ("get_biz_token", "0"): {"uuid": "u-1", "@image_ref1": PHOTO},
    ("get_biz_token", "1"): {"idcard_name": NAME, "idcard_number": ID_NUMBER},
    ("get_token", "0"): {"uuid": "u-1", "@image_ref1": PHOTO, **CALLBACKS},
    ("get_token", "1"): {"idcard_name": NAME, "idcard_number": ID_NUMBER, **CALLBACKS},
    ("get_token", "-1"): dict(CALLBACKS),
}


def arguments(fields):
    """-f and -i for a dict; a value of None leaves the field out, bytes go as they are."""
    result = []
    for name, value in fields.items():
        if value is None:
            continue
        option, name = ("-i", name[1:]) if name.startswith("@") else ("-f", name)
        result += [option, name.encode() + b"=" + (value if isinstance(value, bytes) else str(value).encode())]
    return result


def request(endpoint, comparison, **changes):
    """The arguments of a complete request; photos in `changes` are named image_ref1 and so on."""
    fields = {"comparison_type": comparison, **COMPLETE[endpoint, comparison]}
    for name, value in changes.items():
        fields["@" + name if name.startswith("image_ref") else name] = value
    return [endpoint] + arguments(fields)


class CtlTest(unittest.TestCase):
    """Runs faceidctl in a home of its own."""

    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="faceidctl-test-")
        self.addCleanup(shutil.rmtree, self.home)
        self.environment = {"PATH": os.environ["PATH"], "HOME": self.home, "LC_ALL": "C"}
        for kind in ("CONFIG_HOME", "DATA_HOME", "CACHE_HOME", "STATE_HOME", "RUNTIME_DIR"):
            path = os.path.join(self.home, kind.lower())
            os.mkdir(path, 0o700)
            self.environment["XDG_" + kind] = path
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "GCOV_ERROR_FILE"):
            if name in os.environ:
                self.environment[name] = os.environ[name]

    def path(self, name):
        return os.path.join(self.home, name)

    def file(self, name, content):
        with open(self.path(name), "wb") as file:
            file.write(content)
        return self.path(name)

    def start(self, *args, secret=None, **environment):
        """Starts faceidctl; the caller ends it."""
        env = {**self.environment, **environment}
        if secret is not None:
            env["FACEID_API_SECRET"] = secret
        process = subprocess.Popen([FACEIDCTL, *args], env=env, cwd=self.home, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(self.end, process)
        return process

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.kill()
        process.communicate()

    def run_ctl(self, *args, **keywords):
        """(exit status, stdout, stderr) of a run to its end."""
        process = self.start(*args, **keywords)
        out, err = process.communicate(timeout=120)
        return process.returncode, out.decode(), err.decode()

    def run_json(self, *args, **keywords):
        """(exit status, the JSON on stdout)"""
        status, out, err = self.run_ctl(*args, "--json", **keywords)
        try:
            return status, json.loads(out)
        except ValueError:
            self.fail(f"no JSON on stdout: status {status}, stdout {out!r}, stderr {err!r}")

    def history(self, *args):
        status, rows = self.run_json("history", "list", *args)
        self.assertEqual(status, 0)
        return rows

    def sandbox(self, *options):
        """Starts `faceidctl sandbox`; returns its process and address."""
        process = self.start("sandbox", *options)
        line = process.stdout.readline().decode()
        self.assertRegex(line, r"^listening on https?://127\.0\.0\.1:[0-9]+\n$")
        return process, line.split()[-1]


def png(width, height, level=9):
    """A made picture; level 0 leaves it uncompressed."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x80\x90\xa0" * width) * height
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows, level)) + chunk(b"IEND", b""))


class Certificates:
    """A certificate authority of our own, and a certificate of this machine, made with openssl."""

    def __init__(self, folder):
        self.authority = os.path.join(folder, "authority.pem")
        self.chain = os.path.join(folder, "server.pem")
        self.key = os.path.join(folder, "server.key")
        authority_key = os.path.join(folder, "authority.key")
        key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
        self._openssl("req", "-x509", *key, "-subj", "/CN=faceidctl test authority", "-keyout", authority_key,
                      "-out", self.authority)
        self._openssl("req", "-x509", *key, "-subj", "/CN=localhost", "-keyout", self.key, "-out", self.chain,
                      "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
                      "-addext", "basicConstraints=critical,CA:FALSE",
                      "-CA", self.authority, "-CAkey", authority_key)

    @staticmethod
    def _openssl(*args):
        subprocess.run(["openssl", *args], check=True, capture_output=True)


class Server:
    """An HTTP server on a raw socket that reads a request and then does what `answer(connection)` does.

    `posts` counts whole bodies received, `connections` what was accepted. `body_taken` is set with the first
    whole body, `head_taken` with the first head. With `reads_body` False the body is left on the wire.
    """

    def __init__(self, test, answer=None, certificates=None, reads_body=True):
        self.answer, self.reads_body = answer, reads_body
        self.posts = self.connections = 0
        self.bodies = []
        self.head_taken, self.body_taken, self.released = (threading.Event() for _ in range(3))
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.context = None
        if certificates:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(certificates.chain, certificates.key)
        self.url = "{}://localhost:{}".format("https" if certificates else "http", self.socket.getsockname()[1])
        self.thread = threading.Thread(target=self._serve)
        self.thread.start()
        test.addCleanup(self.close)

    def close(self):
        self.released.set()
        self.socket.shutdown(socket.SHUT_RDWR)
        self.thread.join()
        self.socket.close()

    def _serve(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._talk, args=(connection,)).start()

    def _talk(self, connection):
        try:
            connection.settimeout(60)
            if self.context:
                connection = self.context.wrap_socket(connection, server_side=True)
            with connection:
                self._read_request(connection)
                if self.answer:
                    self.answer(connection)
        except OSError:
            pass  # the client went away, which some tests are about

    def _read_request(self, connection):
        data = b""
        while b"\r\n\r\n" not in data:
            data += self._receive(connection)
        head, body = data.split(b"\r\n\r\n", 1)
        self.head_taken.set()
        length = next(int(line.split(b":")[1]) for line in head.split(b"\r\n")
                      if line.lower().startswith(b"content-length:"))
        if not self.reads_body:
            self.released.wait(60)
            return
        while len(body) < length:
            body += self._receive(connection)
        self.posts += 1
        self.bodies.append(body)
        self.body_taken.set()

    @staticmethod
    def _receive(connection):
        data = connection.recv(65536)
        if not data:
            raise ConnectionError("closed in the middle of a request")
        return data

    def stall(self, _connection):
        """An `answer` that never comes."""
        self.released.wait(60)


def main():
    unittest.main(verbosity=2)

"""What the benches of faceidctl share: a folder of their own, signs, pictures, and the table with the goals.

Only a run that breaks makes a bench fail, because figures depend on the machine, whose load is printed with them. The
environment names what is measured: FACEIDCTL.
"""

import base64
import hashlib
import hmac
import os
import random
import shutil
import struct
import subprocess
import tempfile
import time
import zlib

FACEIDCTL = os.environ["FACEIDCTL"]
SDK = "/face/v1.2/sdk/get_biz_token"
KEY, SECRET = "sandbox-key", "sandbox-secret"


def sign():
    now = int(time.time())
    raw = f"a={KEY}&b={now + 36000}&c={now}&d={random.randrange(10**10)}".encode()
    return base64.b64encode(hmac.new(SECRET.encode(), raw, hashlib.sha1).digest() + raw).decode()


def sdk_fields():
    """What a request for an SDK token has, beside its photo."""
    return {"sign": sign(), "sign_version": "hmac_sha1", "liveness_type": "meglive", "comparison_type": "0", "uuid": "u-1"}


def png(size):
    """A picture whose file has about `size` bytes: noise does not compress."""
    side = max(1, int((size / 3) ** 0.5))
    rows = b"".join(b"\0" + random.randbytes(3 * side) for _ in range(side))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b""))


class Folder:
    """For what a bench writes, and the programs that run beside it."""

    def __init__(self, peers):
        self.peers = os.path.abspath(peers)
        self.folder = tempfile.mkdtemp(prefix="faceid-bench-")
        self.environment = {**os.environ, "HOME": self.folder, "LC_ALL": "C.UTF-8"}
        for kind in ("DATA_HOME", "CONFIG_HOME", "CACHE_HOME"):
            self.environment["XDG_" + kind] = self.path(kind.lower())
        self.running = []

    def close(self):
        for process in reversed(self.running):
            process.terminate()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self.folder)

    def path(self, name, content=None):
        """Of the file of that name, which `content` is written to."""
        path = os.path.join(self.folder, name)
        if content is not None:
            with open(path, "wb") as file:
                file.write(content if isinstance(content, bytes) else content.encode())
        return path

    def peer(self, name):
        return os.path.join(self.peers, "node_modules/.bin", name)

    def start(self, *command, **keywords):
        process = subprocess.Popen(command, cwd=self.folder, stderr=subprocess.DEVNULL, env=self.environment, **keywords)
        self.running.append(process)
        return process

    def sandbox(self, *options):
        """A sandbox of ours, and its address."""
        process = self.start(FACEIDCTL, "sandbox", *options, stdout=subprocess.PIPE)
        return process, process.stdout.readline().decode().split()[-1]


def row(what, figure, goal, met):
    print(f"| {what} | {figure} | {goal} | {'yes' if met else 'NO'} |", flush=True)


def status_mb(pid, name):
    """A figure of /proc/PID/status; 0 where the process has ended and nobody has waited for it."""
    with open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as status:
        return next((int(line.split()[1]) / 1024 for line in status if line.startswith(name)), 0)


def measure(parts, only, peers, make_bench):
    """Installs what peers.sh is told to, and prints the table: `parts` by name, each with a bench of its own."""
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "peers.sh")
    subprocess.run(["bash", script, *peers], check=True)
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
    print("| what | figure | goal | met |\n| --- | --- | --- | --- |")
    for name, part in parts.items():
        if only not in (None, name):
            continue
        bench = make_bench()
        try:
            part(bench)
        finally:
            bench.close()
    print(f"\nload {os.getloadavg()[0]:.1f}")

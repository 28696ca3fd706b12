"""engineer.py --peers FOLDER [--repeat N] [--rows N] [--many N] [--only PART]: the engineer's bench in figures.

Measures faceidctl against curl, newman and bru (see peers.sh), each in the same run and against the same server: `faceidctl
sandbox` on loopback, which answers whoever asks at the same cost. Prints a table with the goals, see measuring.py. Linux only;
curl is Debian's.
"""

import argparse
import contextlib
import csv
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from measuring import FACEIDCTL, KEY, SDK, SECRET, Folder, measure, png, row, sdk_fields, status_mb

PHOTO_BYTES = 20_000
LARGE_BYTES = 19 * 1024 * 1024
PARALLEL = 32  # the most that faceidctl takes; curl takes 50 when it is not told


class Bench(Folder):
    def __init__(self, options):
        super().__init__(options.peers)
        self.options = options
        self.environment["FACEID_API_SECRET"] = SECRET
        self.url = self.sandbox("--faces", "one")[1]

    def run(self, *command, watched=False, **keywords):
        """Its seconds, its largest resident set in MB where it is watched, and what it wrote; it must end well."""
        peak = 0
        with tempfile.TemporaryFile() as out:
            start = time.monotonic()
            process = subprocess.Popen(command, env=self.environment, stdout=out, stderr=subprocess.STDOUT, **keywords)
            while watched and process.poll() is None:
                # What wait4() tells is no less than what this program had when it forked.
                with contextlib.suppress(OSError):
                    peak = status_mb(process.pid, "VmHWM") or peak
                time.sleep(0.001)
            process.wait()
            seconds = time.monotonic() - start
            out.seek(0)
            text = out.read().decode(errors="replace")
        if process.returncode != 0:
            raise SystemExit(f"{command} ended with {process.returncode}: {text[-2000:]}")
        return seconds, peak, text

    def forget(self):
        shutil.rmtree(self.path("data_home"), ignore_errors=True)


def compare(what, ours, peers):
    """`ours` and the peers' seconds; `peers`: name, seconds, the factor that is the goal, whether it is the most allowed."""
    row(what, f"{ours * 1000:,.0f} ms", "", True)
    for name, seconds, factor, is_most in peers:
        times = ours / seconds if is_most else seconds / ours
        words = f"{times:.2f} times its time" if is_most else f"{times:.1f} times faster"
        goal = f"at most {factor} times" if is_most else f"{factor} times faster"
        row(f"... {name} takes {seconds * 1000:,.0f} ms", words, goal, times <= factor if is_most else times >= factor)


def form_of_postman(fields):
    return [{"key": name, "type": "file", "src": value[1:]} if value.startswith("@")
            else {"key": name, "type": "text", "value": value} for name, value in fields]


def newman_collection(bench, fields):
    return bench.path("collection.json", json.dumps({
        "info": {"name": "bench", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
        "item": [{"name": "issue", "request": {
            "method": "POST", "url": bench.url + SDK, "body": {"mode": "formdata", "formdata": form_of_postman(fields)}}}]}))


def newman_command(bench, fields):
    return [bench.peer("newman"), "run", newman_collection(bench, fields), "--reporters", "json", "--reporter-json-export",
            os.devnull]


def bru_collection(bench, fields):
    folder = bench.path("bru")
    os.makedirs(folder, exist_ok=True)
    bench.path("bru/bruno.json", json.dumps({"version": "1", "name": "bench", "type": "collection"}))
    lines = "\n".join(f"  {name}: " + (f"@file({value[1:]})" if value.startswith("@") else value) for name, value in fields)
    bench.path("bru/issue.bru", f"meta {{\n  name: issue\n  type: http\n  seq: 1\n}}\n\npost {{\n  url: {bench.url + SDK}\n"
               f"  body: multipartForm\n  auth: none\n}}\n\nbody:multipart-form {{\n{lines}\n}}\n")
    return folder


def fields_with(photo, uuid):
    """Of an SDK request, as curl's -F takes them."""
    return list({**sdk_fields(), "uuid": uuid, "image_ref1": "@" + photo}.items())


def to_the_sandbox(bench):
    return ["--base-url", bench.url, "--api-key", KEY, "-f", "comparison_type=0", "--json"]


def issue_command(bench, photo):
    return [FACEIDCTL, "issue", "get_biz_token", *to_the_sandbox(bench), "-f", "uuid=u-1", "-i", f"image_ref1={photo}"]


def one_token(bench):
    """A whole process that issues one token."""
    photo = bench.path("face.png", png(PHOTO_BYTES))
    fields = fields_with(photo, "u-1")
    curl = ["curl", "-s", "--fail", *(word for name, value in fields for word in ("-F", f"{name}={value}")), bench.url + SDK]
    ours = issue_command(bench, photo)
    newman = newman_command(bench, fields)
    commands = {"ours": ours, "curl": curl}
    taken = {name: [] for name in commands}
    for command in commands.values():
        bench.run(*command)  # once to have the files in memory
    for _ in range(bench.options.repeat):
        for name, command in commands.items():
            taken[name].append(bench.run(*command)[0])
    times = {name: statistics.median(all_times) for name, all_times in taken.items()}
    node = min(bench.run(*newman)[0] for _ in range(3))
    compare("faceidctl issue of one token, whole process", times["ours"],
            [("curl -F", times["curl"], 4, True), ("newman", node, 20, False)])


def batch_command(bench, people):
    return [FACEIDCTL, "batch", people, "--out", bench.path("out.csv"), *to_the_sandbox(bench), "--parallel", str(PARALLEL)]


def sheet(bench, rows, photo):
    people = bench.path("people.csv")
    with open(people, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["uuid", "image_ref1"], *([f"u-{i}", photo] for i in range(rows))])
    return people


def run_batch(bench, rows, photo, watched=False):
    people = sheet(bench, rows, photo)
    for suffix in (".batch", ".batch.lock"):
        if os.path.exists(people + suffix):
            os.remove(people + suffix)
    seconds, megabytes, text = bench.run(*batch_command(bench, people), watched=watched)
    summary = json.loads(text[text.index("{"):])
    if summary["issued"] != rows:
        raise SystemExit(f"not every row was issued: {summary}")
    return seconds, megabytes


def batch(bench):
    """A sheet, each row with a photo and a durable history row, against programs that keep nothing."""
    rows, photo = bench.options.rows, bench.path("face.png", png(PHOTO_BYTES))
    fields = fields_with(photo, "{{uuid}}")
    with open(bench.path("curl.conf"), "w", encoding="utf-8") as config:
        for i in range(rows):
            config.write(("next\n" if i else "") + f'url = "{bench.url + SDK}"\nsilent\nfail\noutput = "{os.devnull}"\n')
            for name, value in fields_with(photo, f"u-{i}"):
                config.write(f'form = "{name}={value}"\n')
    with open(bench.path("data.csv"), "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["uuid"], *([f"u-{i}"] for i in range(rows))])
    curl = ["curl", "--parallel", "--config", bench.path("curl.conf")]
    ours, curls = [], []
    for _ in range(3):  # in turns: what else runs here disturbs both
        bench.forget()
        ours.append(run_batch(bench, rows, photo)[0])
        curls.append(bench.run(*curl)[0])
    newman = bench.run(*newman_command(bench, fields), "-d", bench.path("data.csv"))[0]
    bru = bench.run(bench.peer("bru"), "run", "issue.bru", "--csv-file-path", bench.path("data.csv"),
                    cwd=bru_collection(bench, fields))[0]
    compare(f"batch of {rows} rows with a photo and a durable history row each", min(ours),
            [("curl --parallel", min(curls), 4, True), ("newman", newman, 30, False), ("bru", bru, 20, False)])


def timing(text):
    """Milliseconds from the wish to send to the end of the answer."""
    times = json.loads(text)["timing_ms"]
    return times["finished"] - times["prepared"]


def large_photo(bench):
    """19 MB: the request by itself, from the connection to the answer, as curl measures it."""
    photo = bench.path("large.png", png(LARGE_BYTES))
    small = bench.path("face.png", png(PHOTO_BYTES))
    curl = ["curl", "-s", "--fail", "-o", os.devnull, "-w", "%{time_total}",
            *(word for name, value in fields_with(photo, "u-1") for word in ("-F", f"{name}={value}")), bench.url + SDK]
    idle = min(bench.run(*issue_command(bench, small), watched=True)[1] for _ in range(3))
    ours, curls, whole, memory = [], [], [], []
    for _ in range(bench.options.repeat):
        seconds, _, text = bench.run(*issue_command(bench, photo))
        ours.append(timing(text) / 1000)
        whole.append(seconds)
        memory.append(bench.run(*issue_command(bench, photo), watched=True)[1])
        curls.append(float(bench.run(*curl)[2]))
    compare("one request with a photo of 19 MB", statistics.median(ours), [("curl", statistics.median(curls), 1.2, True)])
    row("... the whole process of faceidctl, which also looks at the photo", f"{statistics.median(whole) * 1000:,.0f} ms",
        "", True)
    over = statistics.median(memory) - idle
    row(f"... memory over {idle:.0f} MB with a small photo", f"+{over:.1f} MB", "+19 MB +25 MB",
        over <= LARGE_BYTES / 2**20 + 25)


def memory(bench):
    """Of a long batch and one half as long: up to some 10,000 rows the database's own caches fill, whatever the batch does."""
    many, photo = bench.options.many, bench.path("face.png", png(PHOTO_BYTES))
    peaks = []
    for rows in (many // 2, many):
        bench.forget()
        peaks.append(run_batch(bench, rows, photo, watched=True)[1])
    row(f"memory of a batch of {many:,} rows ({many // 2:,} rows: {peaks[0]:.1f} MB)", f"{peaks[1]:.1f} MB", "not growing: +2 MB",
        peaks[1] - peaks[0] <= 2)


PARTS = {"one": one_token, "batch": batch, "large": large_photo, "memory": memory}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--peers", required=True)
    parser.add_argument("--repeat", type=int, default=15)
    parser.add_argument("--rows", type=int, default=500)
    parser.add_argument("--many", type=int, default=20000)
    parser.add_argument("--only", choices=PARTS)
    options = parser.parse_args()
    measure(PARTS, options.only, [options.peers, "clients"], lambda: Bench(options))


if __name__ == "__main__":
    sys.exit(main())

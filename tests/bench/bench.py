"""bench.py [--repeat N] [--rows N] [--idle SECONDS] [--settle SECONDS]: how the console compares with a bare Qt window.

Measures both in turns in the same run, in a desktop of its own (packaging/with-desktop.sh), with the sandbox up and a
history of --rows requests written by the real store. Prints a table with the goals; only a run that breaks makes it fail,
because times depend on the machine. The environment names what is measured: FACEID_CONSOLE, FACEID_BARE, FACEID_FILL,
FACEID_THUMBNAIL, FACEID_PHOTO and FACEID_DESKTOP. Linux only; djpeg is of Debian's libjpeg-turbo-progs.
"""

import argparse
import glob
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

PATIENCE = 120  # seconds


def lines(command):
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=PATIENCE)
    return done.stdout.splitlines()


def measured(program):
    """What one start prints: first_usable_ms, rss_kb, longest_gap_ms."""
    result = {}
    for line in lines([program, "--measure", "--exit-when-usable"]):
        result.update(json.loads(line))
    return result


def switches(pid):
    """Voluntary context switches of all threads: each is a wake-up that was over."""
    total = 0
    for path in glob.glob(f"/proc/{pid}/task/*/status"):
        with open(path, encoding="ascii", errors="replace") as status:
            total += next(int(line.split()[1]) for line in status if line.startswith("voluntary_ctxt_switches"))
    return total


def memory_kb(pid):
    """Private and proportionally shared memory, and the resident set."""
    found = {}
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as rollup:
        for line in rollup:
            name, _, value = line.partition(":")
            if name in ("Pss", "Rss"):
                found[name] = int(value.split()[0])
    return found


def idle(program, settle, seconds):
    """Memory, and wake-ups a second, of a program that is left alone. Without --measure, whose clock would tick."""
    process = subprocess.Popen([program])
    try:
        time.sleep(settle)
        before = switches(process.pid)
        time.sleep(seconds)
        wakes = (switches(process.pid) - before) / seconds
        return {"wakes": wakes, **memory_kb(process.pid)}
    finally:
        process.terminate()
        process.wait()


def longest_gap(program, seconds):
    """The longest time for which the event loop was held up in a session of some seconds."""
    with subprocess.Popen([program, "--measure"], stdout=subprocess.PIPE, text=True) as process:
        try:
            process.stdout.readline()
            time.sleep(seconds)
            window = lines(["xdotool", "search", "--onlyvisible", "--pid", str(process.pid)])[-1]
            subprocess.run(["xdotool", "windowactivate", "--sync", window, "key", "ctrl+q"], check=True, timeout=PATIENCE)
            process.wait(PATIENCE)
            return json.loads(process.stdout.readline())["longest_gap_ms"]
        finally:
            process.kill()


def djpeg(picture, times):
    taken = []
    for _ in range(times):
        start = time.monotonic()
        subprocess.run(["djpeg", "-scale", "1/8", "-outfile", os.devnull, picture], check=True)
        taken.append((time.monotonic() - start) * 1000)
    return taken


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--repeat", type=int, default=15)
    parser.add_argument("--rows", type=int, default=10000)
    parser.add_argument("--settle", type=float, default=14, help="a cursor blinks for ten seconds")
    parser.add_argument("--idle", type=float, default=10)
    options = parser.parse_args()
    console, bare = os.environ["FACEID_CONSOLE"], os.environ["FACEID_BARE"]

    subprocess.run([os.environ["FACEID_FILL"], str(options.rows)], check=True, timeout=600)
    starts = {console: [], bare: []}
    for program in starts:
        measured(program)  # once to have the files in memory
    for _ in range(options.repeat):
        for program, results in starts.items():
            results.append(measured(program))

    def median(program, key):
        return statistics.median(result[key] for result in starts[program])

    idle_console, idle_bare = (idle(program, options.settle, options.idle) for program in (console, bare))
    gap = longest_gap(console, 3)

    folder = tempfile.mkdtemp(prefix="faceid-bench-")
    try:
        picture = os.path.join(folder, "large.jpg")
        subprocess.run([os.environ["FACEID_THUMBNAIL"], "make", os.environ["FACEID_PHOTO"], picture], check=True)
        thumbnail = statistics.median(
            float(line) for line in lines([os.environ["FACEID_THUMBNAIL"], "show", picture, str(options.repeat)]))
        reference = statistics.median(djpeg(picture, options.repeat))
    finally:
        shutil.rmtree(folder)

    rows = []

    def row(what, value, base, unit, goal, limit):
        rows.append((what, f"{value:.1f} {unit}", f"{base:.1f} {unit}" if base is not None else "", goal,
                     "met" if value <= limit else "NOT MET"))

    start, bare_start = median(console, "first_usable_ms"), median(bare, "first_usable_ms")
    row("start to first usable", start, bare_start, "ms", f"4 x = {4 * bare_start:.0f}", 4 * bare_start)
    for kind in ("Rss", "Pss"):
        value, base = idle_console[kind] / 1024, idle_bare[kind] / 1024
        row(f"idle memory ({kind})", value, base, "MiB", f"2.5 x = {2.5 * base:.0f}", 2.5 * base)
    row("idle wake-ups a second", idle_console["wakes"], idle_bare["wakes"], "", "0", 0)
    limit = 1.5 * reference + 50
    row("4096 x 4096 JPEG to thumbnail (djpeg)", thumbnail, reference, "ms", f"1.5 x + 50 = {limit:.0f}", limit)
    row("longest gap of the event loop", gap, None, "ms", "100", 100)

    header = ("what", "console", "bare window", "goal", "")
    widths = [max(len(line[i]) for line in rows + [header]) for i in range(len(header))]
    print(f"{options.repeat} runs each, medians; {options.rows} rows of history")
    for line in [header] + rows:
        print("  ".join(text.ljust(width) for text, width in zip(line, widths)).rstrip())


def in_own_desktop():
    """Starts the script again, in a desktop of its own, unless it is in one."""
    if "FACEID_INSIDE" not in os.environ:
        os.environ["FACEID_INSIDE"] = "1"
        os.environ.pop("QT_QPA_PLATFORM", None)
        os.environ["LC_ALL"] = "C.UTF-8"
        os.execvp("bash", ["bash", os.environ["FACEID_DESKTOP"], sys.executable, "-B", *sys.argv])


if __name__ == "__main__":
    in_own_desktop()
    main()

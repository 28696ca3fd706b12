"""smoke.py: start-up and memory against the figures of the last release, which stand in release.json.

Each is a ratio to a bare Qt window, measured in turns in the same run, so that the machine matters little. Prints them with their
limits and fails when one is over its limit: above the last release by more than what differs from run to run. With
FACEID_TAKE=VERSION in the environment, whose rest is that of bench.py, it writes the figures of this run: once for a release.
"""

import json
import os
import subprocess
import sys

import bench

FIGURES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "release.json")
STARTS = 8  # in a round
ROUNDS = 3  # another only while the start is over its limit: a busy machine makes starts longer, never shorter
ROWS = 1000  # of history
SETTLE = 3  # seconds until a window's memory is looked at
# How many times the last release's figure a good run may have.
ALLOWED = {"start": 1.3, "rss": 1.1, "pss": 1.1}


class Start:
    """The shortest starts seen so far of the console and of the bare window."""

    def __init__(self, *programs):
        self.shortest = {program: float("inf") for program in programs}
        for program in programs:
            bench.measured(program)  # once to have the files in memory

    def measure(self):
        for _ in range(STARTS):
            for program in self.shortest:
                self.shortest[program] = min(self.shortest[program], bench.measured(program)["first_usable_ms"])

    def ratio(self):
        console, bare = self.shortest.values()
        return console / bare


def memory_ratios(console, bare):
    ours, base = (bench.idle(program, SETTLE, 0.1) for program in (console, bare))
    return {kind.lower(): ours[kind] / base[kind] for kind in ("Rss", "Pss")}


def measured_figures(limits):
    console, bare = os.environ["FACEID_CONSOLE"], os.environ["FACEID_BARE"]
    subprocess.run([os.environ["FACEID_FILL"], str(ROWS)], check=True, timeout=600)
    start = Start(console, bare)
    for _ in range(ROUNDS):
        start.measure()
        if start.ratio() <= limits["start"]:
            break
    return {"start": start.ratio(), **memory_ratios(console, bare)}


def take(version):
    figures = measured_figures({"start": 0})  # all rounds
    with open(FIGURES, "w", encoding="ascii") as file:
        json.dump({"version": version, "times_a_bare_window": {name: round(value, 2) for name, value in figures.items()}},
                  file, indent=4)
        file.write("\n")


def compare():
    with open(FIGURES, encoding="ascii") as file:
        release = json.load(file)
    before = release["times_a_bare_window"]
    limits = {name: figure * ALLOWED[name] for name, figure in before.items()}
    now = measured_figures(limits)
    print(f"times a bare window: now, {release['version']}, limit")
    for name, limit in limits.items():
        print(f"{name:6} {now[name]:5.2f} {before[name]:5.2f} {limit:5.2f}{'  OVER' if now[name] > limit else ''}")
    return any(now[name] > limit for name, limit in limits.items())


if __name__ == "__main__":
    bench.in_own_desktop()
    if VERSION := os.environ.get("FACEID_TAKE"):
        take(VERSION)
    else:
        sys.exit(compare())

#!/usr/bin/env bash
# coverage.sh BUILD [--reset]: which lines of app the tests of BUILD have run; it was configured with -DFACEID_COVERAGE=ON. Prints
# the files that lack most and the sum, and fails below the least share of lines; line by line it stands in BUILD/coverage.txt.
# With --reset it forgets what was counted, before tests run.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
least=85 # percent of the lines of app
listed=15

build=${1:?usage: coverage.sh BUILD [--reset]}
if [ "${2:-}" = --reset ]; then
    find "$build" -name '*.gcda' -delete
    exit 0
fi

# What an earlier build of the folder has left says nothing of this one.
ninja -C "$build" -t cleandead >/dev/null
find "$build" -name '*.gcno' | while read -r notes; do
    [ -e "${notes%.gcno}.o" ] || rm "$notes"
done

cd "$top"
gcovr --root . --object-directory "$build" --filter app/ -j "$(nproc)" --txt "$build/coverage.txt" \
    --json-summary "$build/coverage.json" >/dev/null
python3 - "$build/coverage.json" "$least" "$listed" <<'END'
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    summary = json.load(file)
least, listed = int(sys.argv[2]), int(sys.argv[3])


def lacks(counted):
    return counted["line_total"] - counted["line_covered"]


print("lines  not run  file")
for one in sorted(summary["files"], key=lacks, reverse=True)[:listed]:
    print(f"{one['line_total']:5} {lacks(one):8}  {one['filename']}")
print(f"{summary['line_total']:5} {lacks(summary):8}  app: {summary['line_percent']} % of the lines were run, {least} at least")
sys.exit(0 if summary["line_percent"] >= least else 1)
END

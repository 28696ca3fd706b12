#!/usr/bin/env bash
# report.sh: prints what has grown too large or stands twice in app, ui and tests, for people to judge: files over 400 lines,
# functions over 60, and runs of 30 words or more that are the same. A long table is no fault; so it never fails on them.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$top"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
find app ui tests \( -name '*.cpp' -o -name '*.h' -o -name '*.py' \) -not -empty | sort >"$work/files"

# found TITLE: the lines on stdin, largest first, under a title with their number.
found() {
    sort -k 1,1nr -k 2 >"$work/found"
    printf '%s: %d\n' "$1" "$(wc -l <"$work/found")"
    sed 's/^/    /' "$work/found"
}

xargs -d '\n' wc -l <"$work/files" | awk '$1 > 400 && $2 != "total"' | sed 's/^ *//' | found "Files over 400 lines"
ctags-universal --quiet -L "$work/files" --languages=C++,Python --langmap=C++:.cpp.h --kinds-C++=f --kinds-Python=fm \
    -x --_xformat='%{line} %{end} %{input} %{name}' |
    awk '$2 - $1 >= 60 { printf "%d %s:%d %s\n", $2 - $1 + 1, $3, $1, $4 }' | found "Functions over 60 lines"
sim_text -i -n -T -r 30 <"$work/files" |
    sed -nE 's/^(.*): line ([0-9-]+) *\|(.*): line ([0-9-]+) *\[([0-9]+)\]$/\5 \1:\2 \3:\4/p' | found "Runs of 30 words or more that stand twice"

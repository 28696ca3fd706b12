#!/usr/bin/env bash
# layers.sh: reads every #include of app/ and ui/ and names those that break the house's floors. The linker proves most of
# it; this also sees headers that need no linking, and circles.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$top"

headers=$(/usr/lib/qt6/bin/qtpaths --query QT_INSTALL_HEADERS)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One line for each include: file, what it includes. Own headers are written "folder/name.h" from app/ or ui/.
find app ui -name '*.h' -o -name '*.cpp' | sort | xargs grep -HE '^[[:space:]]*#[[:space:]]*include' |
    sed -E 's/^([^:]+):[^"<]*["<]([^">]+)[">].*/\1 \2/' |
    while read -r file header; do
        for root in app ui "${file%/*}"; do
            if [ -f "$root/$header" ]; then
                printf 'own %s %s\n' "$file" "$root/$header"
                continue 2
            fi
        done
        for module in Widgets Sql Network; do
            if [ -e "$headers/Qt$module/${header#Qt"$module"/}" ]; then
                printf '%s %s %s\n' "$module" "$file" "$header"
                continue 2
            fi
        done
    done >"$work/includes"

awk '
    BEGIN {
        # Side by side on one number: no includes between them either.
        floor["contract"] = floor["filelock"] = floor["places"] = 0
        floor["policy"] = floor["faces"] = 1
        floor["credentials"] = 2
        floor["client"] = floor["sandbox"] = 3
        floor["history"] = 4
        floor["callback"] = floor["export"] = 5
        floor["about"] = floor["batch"] = floor["diagnosis"] = 6
        floor["cli"] = floor["ui"] = 7
    }
    function room(file,    parts) {
        split(file, parts, "/")
        sub(/\..*/, "", parts[2]) # a file right in app/ is a room of its own
        return parts[1] == "ui" ? "ui" : parts[2]
    }
    function refuse(why) {
        printf "%s includes %s: %s\n", $2, $3, why
        broken = 1
    }
    $1 == "own" && !(room($2) in floor) { refuse("its folder has no floor in packaging/layers.sh") }
    $1 == "own" && room($2) != room($3) && floor[room($2)] <= floor[room($3)] { refuse("includes only go down") }
    $1 == "Widgets" && $2 ~ /^app\// { refuse("app knows no Widgets") }
    $1 == "Sql" && $2 ~ /^ui\// && $2 != "ui/main.cpp" { refuse("ui knows no SQL") }
    $1 == "Network" && $2 ~ /^ui\// && $2 != "ui/main.cpp" && $3 !~ /QLocal(Server|Socket)$/ {
        refuse("ui knows no wire")
    }
    END { exit broken }
' "$work/includes" || exit 1

if ! awk '$1 == "own" && $2 != $3 { print $2, $3 }' "$work/includes" | tsort >/dev/null 2>"$work/circle"; then
    echo "These include each other in a circle:"
    sed 's/^tsort: //' "$work/circle"
    exit 1
fi
printf '%d includes, all downwards\n' "$(grep -c '^own' "$work/includes")"

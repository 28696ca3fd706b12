#!/bin/sh
# consoleman.sh PROGRAM TEMPLATE: prints the manual page of the window, with the options that its --help names.
set -eu
options=$(QT_QPA_PLATFORM=offscreen LC_ALL=C "$1" --help | awk '
    /^[A-Z][a-z]+:/ { wanted = /^(Options|Arguments):/; next }
    wanted && /^  [^ ]/ {
        front = substr($0, 3)
        match(front, /  +/)
        printf ".TP\n.B %s\n%s\n", substr(front, 1, RSTART - 1), substr(front, RSTART + RLENGTH)
        next
    }
    wanted && NF { sub(/^ +/, ""); print }
' | sed 's/-/\\-/g')
[ -n "$options" ] || { echo "consoleman.sh: $1 --help names no options" >&2 && exit 1; }
awk -v options="$options" '$0 == ".OPTIONS" { print options; next } { print }' "$2"

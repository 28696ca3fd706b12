#!/usr/bin/env bash
# translations.sh: checks that the translations are complete (no unfinished text in Chinese) and follow the sources
# (running lupdate over copies of them finds nothing new and nothing gone). translations.sh --update updates them instead.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$top"

chinese=translations/faceid-console_zh_CN.ts
english=translations/faceid-console_en.ts # plural forms only; the source texts are English

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# lupdate prints what it did, and complains about C++ that it cannot follow; both matter only when it fails.
updated() { # FILE OPTION...
    local file=$1
    shift
    /usr/lib/qt6/bin/lupdate app ui -extensions cpp,h -locations none -no-obsolete "$@" -ts "$file" >"$work/log" 2>&1 || {
        cat "$work/log" >&2
        exit 1
    }
}

if [ "${1:-}" = --update ]; then
    updated "$chinese" -source-language en -target-language zh_CN
    updated "$english" -source-language en -target-language en -pluralonly
    exit 0
fi

messages() { grep -c '<message' "$1" || true; }
unfinished() { grep -c 'type="unfinished"' "$1" || true; }

failed=0
check() { # FILE OPTION...
    local file=$1 copy before after new
    shift
    copy=$work/$(basename "$file")
    cp "$file" "$copy"
    updated "$copy" "$@"
    before=$(messages "$file") after=$(messages "$copy") new=$(unfinished "$copy")
    if [ "$(unfinished "$file")" != 0 ] || [ "$new" != 0 ]; then
        printf '%s: %s texts without a finished translation\n' "$file" "$new"
        sed -n '/<source>/h; /type="unfinished"/{x; s/.*<source>/    /; s/<\/source>.*//; p}' "$copy" | head -20
        failed=1
    elif [ "$before" != "$after" ]; then
        printf '%s has %s texts, the sources %s: run packaging/translations.sh --update\n' "$file" "$before" "$after"
        failed=1
    else
        printf '%s: %s texts\n' "$file" "$before"
    fi
}
check "$chinese"
check "$english" -pluralonly
exit "$failed"

#!/usr/bin/env bash
# reproducible.sh [--cached]: builds the packages twice from the committed tree, in different folders, time zones and
# languages, with different masks and times of the files, and compares them byte for byte. The second build takes nothing
# from ccache, which takes minutes; with --cached it does, and the compiler's part is not proved.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

second=(CCACHE_DISABLE=1)
[ "${1:-}" != --cached ] || second=()
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
SOURCE_DATE_EPOCH=$(git -C "$top" log -1 --format=%ct)
export SOURCE_DATE_EPOCH

build() { # FOLDER MASK TIME [VARIABLE=VALUE...]
    local tree=$work/$1 mask=$2 time=$3
    shift 3
    (
        umask "$mask"
        mkdir -p "$tree"
        git -C "$top" archive HEAD | tar -x -C "$tree"
        find "$tree" -exec touch --date="$time" {} +
        env CCACHE_BASEDIR="$tree" CCACHE_NOHASHDIR=1 "$@" bash "$tree/packaging/package.sh" --into "$tree/packages" deb rpm
    )
}
build one 022 now TZ=UTC LC_ALL=C.UTF-8
build "another folder/deeper" 077 2001-01-01 TZ=Asia/Shanghai LC_ALL=C "${second[@]}"

status=0
for package in "$work"/one/packages/*; do
    name=$(basename "$package")
    if cmp "$package" "$work/another folder/deeper/packages/$name"; then
        printf '%s  %s: the same twice\n' "$(sha256sum <"$package" | cut -d ' ' -f 1)" "$name"
    else
        status=1
        ! command -v diffoscope >/dev/null || diffoscope "$package" "$work/another folder/deeper/packages/$name" || true
    fi
done
exit "$status"

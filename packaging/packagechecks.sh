#!/usr/bin/env bash
# packagechecks.sh BUILD: what Debian and the desktops check of a package, on one made of a Release build: desktop entry,
# AppStream component, service, manual pages, all scripts of the tree, the package itself.
set -uo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
[ $# = 1 ] || { sed -n '2,3s/^# //p' "${BASH_SOURCE[0]}" >&2 && exit 64; }
build=$(cd "$1" && pwd) || exit 1

cd "$top" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
check() { # TITLE COMMAND...
    local title=$1
    shift
    if "$@" >"$work/log" 2>&1; then
        printf '%s\n' "$title"
    else
        printf '%s: FAILED\n' "$title"
        cat "$work/log"
        failed=1
    fi
}

scripts() {
    find packaging .ci -name '*.sh' -print0 | xargs -0 shellcheck --external-sources .ci/run packaging/linux/completion/faceidctl.bash
}
# Fails with the command, or when it says anything on stderr: groff and systemd only warn of much that is wrong.
without_warning() {
    local status=0
    "$@" 2>"$work/said" >/dev/null || status=$?
    cat "$work/said"
    [ "$status" = 0 ] && [ ! -s "$work/said" ]
}
desktop_entry() { # it only warns of what is deprecated
    without_warning sh -c 'desktop-file-validate "$@" >&2' sh "$tree"/usr/share/applications/*.desktop
}
manual() { # FILE
    MANWIDTH=80 LC_ALL=C.UTF-8 without_warning man --warnings --encoding=UTF-8 --local-file "$1"
}
# As on a system that has the package; systemd looks for programs nowhere else.
service() {
    sed "s|^ExecStart=|&$tree/usr/bin/|" packaging/linux/faceid-sandbox.service >"$work/faceid-sandbox.service"
    MANPATH="$tree/usr/share/man" XDG_RUNTIME_DIR="$work" without_warning \
        systemd-analyze --user verify "$work/faceid-sandbox.service"
}
no_build_path() { # a package that holds one is not the same elsewhere
    ! grep -rlF -e "$top" -e "$build" "$tree"
}

check "shellcheck" scripts
deb=$(packed "$build" deb "$work") || exit 1
tree=$work/tree
dpkg-deb --extract "$deb" "$tree"
check "desktop-file-validate" desktop_entry
check "appstreamcli" appstreamcli validate --no-net "$tree"/usr/share/metainfo/*.xml
check "systemd-analyze" service
for page in "$tree"/usr/share/man/man1/*.gz "$tree"/usr/share/man/*/man1/*.gz; do
    check "man ${page#"$tree"/usr/share/man/}" manual "$page"
done
check "no build path" no_build_path
check "lintian" lintian --fail-on error,warning --tag-display-limit 0 --allow-root "$deb"
printf '%s, %d KiB\n' "$(basename "$deb")" $(($(stat -c %s "$deb") / 1024))
[ "$failed" = 0 ]

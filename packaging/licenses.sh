#!/usr/bin/env bash
# licenses.sh BUILD: compares what the programs of a build are linked with against packaging/licenses.txt. Fails on a library
# that is not listed, on one listed that is no longer linked, and where Debian's copyright file names another licence.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
[ $# = 1 ] || { sed -n '2,3s/^# //p' "${BASH_SOURCE[0]}" >&2 && exit 64; }
build=$(cd "$1" && pwd)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
listed=$work/listed
grep -v -e '^#' -e '^$' "$top/packaging/licenses.txt" >"$listed"

# shared_packages: those of the shared libraries that the programs name, as the .deb will depend on them. Of alternatives the
# first, whatever this system has in its place.
shared_packages() {
    mkdir "$work/debian" # without which dpkg-shlibdeps does not run
    printf 'Source: faceid-console\n\nPackage: faceid-console\nArchitecture: any\n' >"$work/debian/control"
    (cd "$work" && dpkg-shlibdeps -O "$build/bin/faceid-console" "$build/bin/faceidctl" 2>"$work/said") >"$work/depends" || {
        cat "$work/said" >&2
        return 1
    }
    sed 's/^shlibs:Depends=//; s/, /\n/g' "$work/depends" | sed 's/ .*//; s/^/shared /'
}

# static_packages: those of the system's libraries that are copied into the programs.
static_packages() {
    ninja -C "$build" -t inputs bin/faceid-console bin/faceidctl | sed -n '/^ninja: /d; /^\/.*\.a$/p' | sort -u |
        while read -r archive; do
            case $archive in
            "$build"/*) ;;
            *) dpkg-query --search "$archive" | sed 's/:.*//; s/^/static /' ;;
            esac
        done
}

# named PACKAGE: the licence of a library as its copyright file has it; all of the file, folded, where it is prose.
named() {
    awk '
        NR == 1 { machine = /^Format:/ }
        !machine { prose = prose " " $0 }
        /^Files:/ { all = / \*( |$)/ }
        /^License:/ && all && machine { sub(/^License: */, ""); print; exit }
        END { if (!machine) { gsub(/[ \t]+/, " ", prose); print prose } }
    ' "/usr/share/doc/$1/copyright"
}

failed=0
say() {
    printf '%s\n' "$1"
    failed=1
}

{ shared_packages && static_packages; } >"$work/linked"
sort -u -o "$work/linked" "$work/linked"
awk '{ print $1, $2 }' "$listed" | sort >"$work/names"
while read -r how package; do
    say "$package is linked ($how) and not so listed in packaging/licenses.txt"
done < <(comm -13 "$work/names" "$work/linked")
while read -r how package; do
    say "$package is listed in packaging/licenses.txt ($how) and not so linked"
done < <(comm -23 "$work/names" "$work/linked")

while read -r how package licence; do
    text=$(named "$package") || { say "$package has no copyright file" && continue; }
    case $text in
    "$licence") ;;
    ' '*"$licence"*) ;; # prose
    *) say "$package: ${text:0:60}: not $licence" ;;
    esac
done <"$listed"

[ "$failed" = 0 ] && printf '%d libraries, their licences as listed\n' "$(wc -l <"$listed")"

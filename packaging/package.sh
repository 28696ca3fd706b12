#!/usr/bin/env bash
# package.sh [--into FOLDER] [deb] [rpm] [source]: builds the packages named, the .deb unless one is, and prints their
# files. From the same commit they are the same, wherever and whenever they are built. FACEID_CONTACT ("Name <address>") and
# FACEID_HOMEPAGE in the environment are written into them; what they hold otherwise is nobody's.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

into=$PWD
if [ "${1:-}" = --into ]; then
    [ $# -gt 1 ] || { echo "package.sh: --into needs a folder" >&2 && exit 64; }
    mkdir -p "$2"
    into=$(cd "$2" && pwd)
    shift 2
fi
[ $# -gt 0 ] || set -- deb
SOURCE_DATE_EPOCH=$(commit_time)
export SOURCE_DATE_EPOCH

folder=''
for kind in "$@"; do
    case $kind in
    deb | rpm)
        if [ -z "$folder" ]; then
            folder=$(build_folder build-package)
            {
                bash "$top/packaging/deps.sh" build run package
                # -U: what an earlier run was given would stay in the folder's cache
                configure "$folder" -DCMAKE_BUILD_TYPE=Release -DFACEID_UNITY=ON -DBUILD_TESTING=OFF \
                    -U FACEID_CONTACT -U FACEID_HOMEPAGE \
                    ${FACEID_CONTACT:+"-DFACEID_CONTACT=$FACEID_CONTACT"} ${FACEID_HOMEPAGE:+"-DFACEID_HOMEPAGE=$FACEID_HOMEPAGE"}
                cmake --build "$folder"
            } >&2
        fi
        packed "$folder" "$kind" "$into"
        ;;
    source)
        name=faceid-console-$(version)
        git -C "$top" archive --prefix="$name/" HEAD | gzip --best --no-name >"$into/$name.tar.gz"
        printf '%s\n' "$into/$name.tar.gz"
        ;;
    *)
        sed -n '2,4s/^# //p' "${BASH_SOURCE[0]}" >&2
        exit 64
        ;;
    esac
done

#!/usr/bin/env bash
# screenshots.sh [FOLDER] [-k PATTERN]: pictures of the real program on a desktop of its own, to be looked at: Chinese and
# English, light and dark, 1x and 2x, 1024 x 640 and 1920 x 1080; first start, issued, refused, unknown, long texts, and the
# dialogs. FOLDER is build-test/screenshots unless given; one sheet for each state is put beside the pictures.
#   -k PATTERN   only the runs whose name fits, such as zh_CN_dark_1x_1024x640, 2x or dialogs
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

pictures='' select=()
while [ $# -gt 0 ]; do
    case $1 in
    -k)
        [ $# -gt 1 ] || { echo "screenshots.sh: -k needs a pattern" >&2 && exit 64; }
        select=(-k "$2")
        shift
        ;;
    -*)
        sed -n '2,5s/^# //p' "${BASH_SOURCE[0]}" >&2
        exit 64
        ;;
    *) pictures=$1 ;;
    esac
    shift
done

bash "$top/packaging/deps.sh" build run test
folder=$(build_folder build-test)
configure "$folder" -DCMAKE_BUILD_TYPE=RelWithDebInfo
cmake --build "$folder" --target faceid-console faceidctl
pictures=${pictures:-$folder/screenshots}
mkdir -p "$pictures"
pictures=$(cd "$pictures" && pwd)

export FACEID_CONSOLE=$folder/bin/faceid-console FACEIDCTL=$folder/bin/faceidctl FACEID_PICTURES=$pictures
export FACEID_DESKTOP=$top/packaging/with-desktop.sh FACEID_SCREEN=3900x2260 # 1920 x 1080 at 2x, with a frame around it
FACEID_PHOTO=$(sed -n 's/^FACEID_PHOTO:FILEPATH=//p' "$folder/CMakeCache.txt")
export FACEID_PHOTO
/usr/bin/python3 -B "$top/tests/e2e/screenshots.py" "${select[@]}" # the system's, for which pyatspi is installed

cd "$pictures"
for state in first issued refused unknown long dialog; do
    compgen -G "*_$state*.png" >/dev/null || continue
    montage ./*_"$state"*.png -resize 640x400 -tile 4x -geometry 640x400+8+8 -label '%f' -pointsize 14 "sheet-$state.jpg"
done
printf '%s pictures in %s\n' "$(find . -name '*.png' | wc -l)" "$pictures"

#!/usr/bin/env bash
# run.sh [ARGUMENT...]: installs what is missing, builds, and opens the window with the arguments. Without a display it
# issues a token from the embedded sandbox in the terminal instead and prints the answer.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

bash "$top/packaging/deps.sh" build run
folder=$(build_folder build)
{ # on stderr, so that stdout has the answer alone
    printf 'Building in %s\n' "$folder"
    configure "$folder" -DCMAKE_BUILD_TYPE=Release -DFACEID_UNITY=ON -DBUILD_TESTING=OFF
    cmake --build "$folder" --target faceid-console faceidctl
} >&2

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$folder/bin/faceid-console" "$@"
fi
printf '\nThere is no display to open the window on. A token from the sandbox, for a made-up person:\n' >&2
exec "$folder/bin/faceidctl" issue get_biz_token --sandbox \
    -f comparison_type=1 -f idcard_name=测试一 -f idcard_number=110101199003070038 --json

#!/usr/bin/env bash
# packagetest.sh [FILE.deb]: proves the Debian package, built first unless its file is given. On a Debian 12 that has
# nothing but its smallest set of packages apt installs it, an ordinary user starts both programs and issues a token, and
# apt purges it without a trace. Needs root; leaves nothing behind.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=debianroot.sh
. "$(dirname "${BASH_SOURCE[0]}")/debianroot.sh"

make_root
if [ $# -gt 0 ]; then
    cp "$1" "$root/srv/"
else
    bash "$top/packaging/package.sh" --into "$root/srv" deb
fi
cp "$top/packaging/packagetest-inside.sh" "$root/srv/"
in_root /srv bash packagetest-inside.sh

#!/usr/bin/env bash
# cleanroom.sh [--user] [COMMAND...]: runs a command, packaging/test.sh unless another is named, on a Debian 12 that has
# nothing but its smallest set of packages and the committed tree. Needs root. With --user the packages are installed as
# root and the command runs as an ordinary user. Leaves nothing behind.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=debianroot.sh
. "$(dirname "${BASH_SOURCE[0]}")/debianroot.sh"

as_user=''
if [ "${1:-}" = --user ]; then
    as_user=1
    shift
fi
[ $# -gt 0 ] || set -- bash packaging/test.sh

start=$SECONDS
make_root
tree="/srv/faceid console" # a blank in the path, as people have them
mkdir -p "$root$tree"
git -C "$top" archive HEAD | tar -x -C "$root$tree"
if [ -n "$as_user" ]; then
    chroot "$root" useradd --create-home tester
    chroot "$root" chown -R tester: "$tree"
    set -- sh -c 'bash packaging/deps.sh build run test package && exec runuser -u tester -- "$@"' sh "$@"
fi
status=0
in_root "$tree" "$@" || status=$?
printf 'cleanroom: exit %d after %d s\n' "$status" $((SECONDS - start))
exit "$status"

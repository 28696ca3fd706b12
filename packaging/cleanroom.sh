#!/usr/bin/env bash
# cleanroom.sh [--user] [COMMAND...]: runs a command, packaging/test.sh unless another is named, on a Debian 12 that has
# nothing but its smallest set of packages and the committed tree. Needs root. With --user the packages are installed as
# root and the command runs as an ordinary user. Leaves nothing behind: every mount lives in a namespace of its own.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

as_user=''
if [ "${1:-}" = --user ]; then
    as_user=1
    shift
fi
[ $# -gt 0 ] || set -- bash packaging/test.sh
[ "$(id -u)" = 0 ] || { echo "cleanroom.sh: needs root, to make a system of its own" >&2 && exit 1; }
bash "$top/packaging/deps.sh" cleanroom

root=$(mktemp -d /var/tmp/faceid-cleanroom.XXXXXX)
chmod 0755 "$root" # its "/", which an ordinary user has to enter
log=$root.log
inside=''
# shellcheck disable=SC2317 # runs from the trap
# unshare is deaf to TERM; killed, it takes everything inside with it, and the mounts go with the last of them.
finish() {
    [ -z "$inside" ] || kill -KILL "$inside" 2>/dev/null || true
    [ -z "$inside" ] || wait "$inside" 2>/dev/null || true
    rm -f "$log"
    rm -rf --one-file-system "$root" 2>/dev/null || { sleep 1 && rm -rf --one-file-system "$root"; }
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# The new system fetches its packages from where this one does.
# shellcheck disable=SC2016 # apt fills in these names
sources=$(apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    grep -E ' bookworm(-updates|-security)? main$' | sort -u)
mirror=$(awk '$3 == "bookworm" { print $2; exit }' <<<"$sources")
[ -n "$mirror" ] || { echo "cleanroom.sh: apt knows no address of bookworm main" >&2 && exit 1; }

start=$SECONDS
debootstrap --variant=minbase bookworm "$root" "$mirror" >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    exit 1
}
printf '%s\n' "$sources" >"$root/etc/apt/sources.list"
apt-config dump | grep -E '^Acquire::(http|https|Check-|Retries|Languages|GzipIndexes)' >"$root/etc/apt/apt.conf.d/90machine" || true
cp /etc/resolv.conf "$root/etc/resolv.conf"
printf 'debootstrap: %d s, %d packages\n' $((SECONDS - start)) "$(chroot "$root" dpkg-query --show | wc -l)"

tree="$root/srv/faceid console" # a blank in the path, as people have them
mkdir -p "$tree"
git -C "$top" archive HEAD | tar -x -C "$tree"
if [ -n "$as_user" ]; then
    chroot "$root" useradd --create-home tester
    chroot "$root" chown -R tester: "/srv/faceid console"
    set -- sh -c 'bash packaging/deps.sh build run test && exec runuser -u tester -- "$@"' sh "$@"
fi

kept=()
for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
    [ -z "${!name:-}" ] || kept+=("$name=${!name}")
done
status=0
# shellcheck disable=SC2016 # expanded inside
unshare --mount --pid --fork --kill-child --propagation private sh -ec '
    root=$1
    shift
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    exec chroot "$root" env -i "$@"
' sh "$root" HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "${kept[@]}" \
    sh -c 'cd "/srv/faceid console" && exec "$@"' sh "$@" </dev/null & # so that a signal reaches this script
inside=$!
wait "$inside" || status=$?
inside=''
printf 'cleanroom: exit %d after %d s\n' "$status" $((SECONDS - start))
exit "$status"

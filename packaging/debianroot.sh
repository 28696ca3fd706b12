# Sourced by cleanroom.sh and packagetest.sh, which need root: a Debian 12 with nothing but its smallest set of packages, gone
# when the script ends. Every mount lives in a namespace of its own.
# shellcheck shell=bash

# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
[ "$(id -u)" = 0 ] || { echo "$(basename "$0"): needs root, to make a system of its own" >&2 && exit 1; }
bash "$top/packaging/deps.sh" cleanroom

root=$(mktemp -d /var/tmp/faceid-cleanroom.XXXXXX)
chmod 0755 "$root" # its "/", which an ordinary user has to enter
inside=''
# shellcheck disable=SC2317 # runs from the trap
# unshare is deaf to TERM; killed, it takes everything inside with it, and the mounts go with the last of them.
finish() {
    [ -z "$inside" ] || kill -KILL "$inside" 2>/dev/null || true
    [ -z "$inside" ] || wait "$inside" 2>/dev/null || true
    rm -f "$root.log"
    rm -rf --one-file-system "$root" 2>/dev/null || { sleep 1 && rm -rf --one-file-system "$root"; }
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# make_root: fills $root. The new system fetches its packages from where this one does.
make_root() {
    local sources mirror start=$SECONDS
    # shellcheck disable=SC2016 # apt fills in these names
    sources=$(apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
        grep -E ' bookworm(-updates|-security)? main$' | sort -u)
    mirror=$(awk '$3 == "bookworm" { print $2; exit }' <<<"$sources")
    [ -n "$mirror" ] || { echo "$(basename "$0"): apt knows no address of bookworm main" >&2 && exit 1; }
    debootstrap --variant=minbase bookworm "$root" "$mirror" >"$root.log" 2>&1 || {
        tail -n 20 "$root.log" >&2
        exit 1
    }
    printf '%s\n' "$sources" >"$root/etc/apt/sources.list"
    apt-config dump | grep -E '^Acquire::(http|https|Check-|Retries|Languages|GzipIndexes)' \
        >"$root/etc/apt/apt.conf.d/90machine" || true
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    printf 'debootstrap: %d s, %d packages\n' $((SECONDS - start)) "$(chroot "$root" dpkg-query --show | wc -l)"
}

# in_root FOLDER COMMAND...: runs a command in it; returns its exit status.
in_root() {
    local folder=$1 name status=0 kept=()
    shift
    for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
        [ -z "${!name:-}" ] || kept+=("$name=${!name}")
    done
    # shellcheck disable=SC2016 # expanded inside
    unshare --mount --pid --fork --kill-child --propagation private sh -ec '
        root=$1
        shift
        mount -t proc proc "$root/proc"
        mount --rbind /dev "$root/dev"
        exec chroot "$root" env -i "$@"
    ' sh "$root" HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "${kept[@]}" \
        sh -c 'cd "$1" && shift && exec "$@"' sh "$folder" "$@" </dev/null & # so that a signal reaches this script
    inside=$!
    wait "$inside" || status=$?
    inside=''
    return "$status"
}

#!/usr/bin/env bash
# deps.sh [--list] PURPOSE...: installs the Debian packages that are missing for the purposes named (build, run, test,
# package, cleanroom); with --list it only prints their names. This is the one list of them. Says nothing when
# nothing is missing. On a system that it does not know it names the packages and stops; FACEID_SKIP_DEPS=1 says that they
# have been installed by other means.
set -euo pipefail
export LC_ALL=C

build=(
    g++ cmake ninja-build ccache pkg-config
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools qt6-translations-l10n
    qtkeychain-qt6-dev libmicrohttpd-dev libgnutls28-dev libqrcodegencpp-dev libsodium-dev libcsv-dev libsqlite3-dev zlib1g-dev libminizip-dev
    libgl-dev
    libdlib-dev liblapack-dev libblas-dev
)
# What no linker asks for. The .deb depends on the first and recommends the second: plugins, libraries loaded at run time,
# a font with Chinese letters.
needed=(libqt6sql6-sqlite ca-certificates)
better=(qt6-image-formats-plugins qt6-wayland qt6-translations-l10n libsecret-1-0 fonts-wqy-microhei)
test=(
    clang-format clang-tidy clazy doxygen gcovr universal-ctags similarity-tester
    xvfb xauth x11-utils openbox xdotool imagemagick fonts-wqy-microhei
    libnss-myhostname dbus-daemon gnome-keyring libsecret-1-0 libsecret-tools at-spi2-core python3-pyatspi
    python3 python3-skimage openssl curl zbar-tools procps libjpeg-turbo-progs poppler-utils unzip
    chromium chromium-driver
    bash-completion zsh fish
    # What runs generated code, and the sandbox's clients.
    python3-requests php-cli php-curl golang-go nodejs default-jdk-headless
    mono-mcs mono-runtime libmono-system-net-http4.0-cil libmono-system-core4.0-cil
)
package=(dpkg-dev file lintian desktop-file-utils appstream man-db shellcheck systemd rpm)
cleanroom=(debootstrap git)

list=''
[ "${1:-}" != --list ] || { list=1 && shift; }
wanted=()
for purpose in "$@"; do
    case $purpose in
    build) wanted+=("${build[@]}") ;;
    needed) wanted+=("${needed[@]}") ;;
    better) wanted+=("${better[@]}") ;;
    run) wanted+=("${needed[@]}" "${better[@]}") ;;
    test) wanted+=("${test[@]}") ;;
    package) wanted+=("${package[@]}") ;;
    cleanroom) wanted+=("${cleanroom[@]}") ;;
    *)
        printf 'deps.sh: %s: build, run, test, package or cleanroom\n' "$purpose" >&2
        exit 64
        ;;
    esac
done
mapfile -t wanted < <(printf '%s\n' "${wanted[@]}" | sort -u)
[ -z "$list" ] || { printf '%s\n' "${wanted[@]}" && exit 0; }

stop() {
    printf '%s\n' "$1" >&2
    printf '    %s\n' "${@:2}" | fold -s -w 110 >&2
    exit 1
}

[ "${FACEID_SKIP_DEPS:-}" != 1 ] || exit 0

# shellcheck disable=SC1091 # where there is one
system=$(. /etc/os-release 2>/dev/null && printf '%s %s' "${ID:-}" "${VERSION_ID:-}") || system=
[ "$system" = "debian 12" ] || stop \
    "This script installs packages on Debian 12 only. Install what corresponds to these packages, then set FACEID_SKIP_DEPS=1:" \
    "${wanted[*]}"

# dpkg-query fails when it has never heard of a package; what it knows it lists all the same.
installed=$(dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null |
    sed -n 's/^installed //p' | sort -u) || true
mapfile -t missing < <(printf '%s\n' "${wanted[@]}" | comm -23 - <(printf '%s\n' "$installed"))
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=(env)
elif command -v sudo >/dev/null; then
    as_root=(sudo env)
else
    stop "These packages are missing. Install them as root (apt-get install --no-install-recommends):" "${missing[*]}"
fi
printf 'Installing %d packages: %s\n' "${#missing[@]}" "${missing[*]}" >&2
apt=("${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=120)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
"${apt[@]}" update >"$log" 2>&1 || cat "$log" >&2 # what is known already may do
"${apt[@]}" install --yes --no-install-recommends "${missing[@]}" >"$log" 2>&1 || {
    cat "$log" >&2
    exit 1
}

#!/usr/bin/env bash
# packagetest-inside.sh: what packagetest.sh does in the fresh system, where the package lies beside this script.
set -euo pipefail

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}
quietly() {
    "$@" >/tmp/log 2>&1 || { cat /tmp/log >&2 && fail "$*"; }
}
# Everything in the system but what apt and dpkg remember, temporary files and the home folders of users.
files() {
    find / -xdev \( -path /proc -o -path /dev -o -path /home -o -path /tmp -o -path /srv -o -path /var/cache \
        -o -path /var/log -o -path /var/lib/apt -o -path /var/lib/dpkg \) -prune -o -print | sort
}
as_user() {
    runuser -u tester -- env HOME=/home/tester XDG_RUNTIME_DIR=/home/tester/run QT_QPA_PLATFORM=offscreen "$@"
}
export DEBIAN_FRONTEND=noninteractive
packages=(./faceid-console_*.deb)
[ ${#packages[@]} = 1 ] || fail "there must be one package"

useradd --create-home tester
install --directory --mode 0700 --owner tester /home/tester/run
quietly apt-get -qq update
# What it depends on comes first, so that everything else which is new after the purge is the package's.
quietly apt-get satisfy --yes --no-install-recommends "$(dpkg-deb --field "${packages[0]}" Depends)"
files >/tmp/before
quietly apt-get install --yes --no-install-recommends "${packages[0]}"
grep -q ', 1 newly installed' /tmp/log || fail "apt installed more than it: $(cat /tmp/log)"
dpkg-query --showformat '${Package} ${Version}, ${Installed-Size} KiB, with ' --show faceid-console
printf '%d packages in all\n' "$(dpkg-query --show | wc -l)"
files >/tmp/with
grep -qx /usr/bin/faceid-console /tmp/with || fail "it is not where it should be"

for program in faceid-console faceidctl; do
    ! ldd "$(command -v "$program")" | grep 'not found' || fail "$program lacks a library"
    as_user "$program" --version
done
as_user faceid-console --measure --exit-when-usable
answer=$(as_user faceidctl issue get_biz_token --sandbox \
    -f comparison_type=1 -f idcard_name=测试一 -f idcard_number=110101199003070038 --json)
grep -q '"outcome":"Issued"' <<<"$answer" || fail "no token: $answer"
printf 'a token was issued\n'
as_user faceidctl history list | grep -q Issued || fail "the history does not have it"

quietly apt-get purge --yes faceid-console
files >/tmp/without
cmp -s /tmp/before /tmp/without || fail "before and after: $(diff /tmp/before /tmp/without)"
! dpkg-query --show faceid-console 2>/dev/null || fail "dpkg still knows it"
printf 'purged: %d files and folders gone, none left\n' "$(comm -23 /tmp/with /tmp/without | wc -l)"

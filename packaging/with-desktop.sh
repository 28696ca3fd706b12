#!/usr/bin/env bash
# with-desktop.sh COMMAND...: runs a command in a desktop session of its own and ends it afterwards: a home folder, a
# D-Bus session bus, an unlocked keyring, an X server (2600 x 1700 or FACEID_SCREEN, without a screen) and a window manager.
# Nothing of the caller's own session is seen or touched. The exit status is the command's.
# shellcheck disable=SC2317 # functions that run from a trap or by name
set -euo pipefail

die() {
    printf 'with-desktop.sh: %s\n' "$*" >&2
    exit 70
}

[ $# -gt 0 ] || die "usage: with-desktop.sh COMMAND..."

# Directly below /tmp, because the path of a socket may have no more than 107 bytes.
root=$(mktemp -d /tmp/faceid-desktop.XXXXXX)
pids=()
command_pid=
finish() {
    trap '' HUP INT TERM
    local pid i
    [ -z "$command_pid" ] || kill "$command_pid" 2>/dev/null || true
    for ((i = ${#pids[@]} - 1; i >= 0; i--)); do # last started, first ended
        pid=${pids[i]}
        kill "$pid" 2>/dev/null || continue
        wait "$pid" 2>/dev/null || true
    done
    # The kernel may still be taking down what the bus had started (dconf, accessibility); they write here.
    rm -rf "$root" 2>/dev/null || { sleep 0.3 && rm -rf "$root"; }
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

mkdir -m 0700 "$root/home" "$root/run" "$root/log"
unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS GNOME_KEYRING_CONTROL SESSION_MANAGER
export HOME=$root/home XDG_RUNTIME_DIR=$root/run XDG_SESSION_TYPE=x11
export XDG_CONFIG_HOME=$HOME/.config XDG_DATA_HOME=$HOME/.local/share XDG_CACHE_HOME=$HOME/.cache XDG_STATE_HOME=$HOME/.local/state

# start NAME COMMAND...: in the background, its output in a log that is shown when it does not come up.
start() {
    local name=$1
    shift
    "$@" <&0 >"$root/log/$name" 2>&1 & # <&0: a background command would read /dev/null
    pids+=($!)
}

# await NAME COMMAND...: until COMMAND succeeds; gives up when the part that was started last has died, or after 20 s.
await() {
    local name=$1 tries=0
    shift
    until "$@" >/dev/null 2>&1; do
        if ! kill -0 "${pids[-1]}" 2>/dev/null || [ $((++tries)) -gt 400 ]; then
            cat "$root/log/$name" >&2
            die "$name did not start"
        fi
        sleep 0.05
    done
}

bus() { dbus-send --session --print-reply "$@"; }
keyring_open() {
    # Ask for the owner first: a call to the service itself would have the bus start a second keyring.
    bus --dest=org.freedesktop.DBus /org/freedesktop/DBus org.freedesktop.DBus.NameHasOwner \
        string:org.freedesktop.secrets | grep -q 'boolean true' || return 1
    bus --dest=org.freedesktop.secrets /org/freedesktop/secrets/collection/login \
        org.freedesktop.DBus.Properties.Get string:org.freedesktop.Secret.Collection string:Locked |
        grep -q 'boolean false'
}

# Before the bus: what the bus starts takes its display from there, and two sessions that share one also share its
# AT_SPI_BUS property, by which a registry of the accessibility bus joins the other's bus.
start Xvfb Xvfb -displayfd 6 -screen 0 "${FACEID_SCREEN:-2600x1700}x24" -nolisten tcp -noreset 6>"$root/display"
await Xvfb test -s "$root/display"
DISPLAY=:$(cat "$root/display")
export DISPLAY

export DBUS_SESSION_BUS_ADDRESS=unix:path=$root/run/bus
start dbus-daemon dbus-daemon --session --nofork --nopidfile --address="$DBUS_SESSION_BUS_ADDRESS"
await dbus-daemon bus --dest=org.freedesktop.DBus /org/freedesktop/DBus org.freedesktop.DBus.GetId

printf %s keyring-password >"$root/password"
start gnome-keyring-daemon gnome-keyring-daemon --foreground --unlock --components=secrets <"$root/password"
await gnome-keyring-daemon keyring_open

# Without a window manager no window ever becomes active.
start openbox openbox --sm-disable --startup "touch $root/managed"
await openbox test -e "$root/managed"

status=0
"$@" <&0 & # in the background, so that a signal reaches this script while it waits
command_pid=$!
wait "$command_pid" || status=$?
command_pid=
exit "$status"

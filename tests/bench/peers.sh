#!/usr/bin/env bash
# peers.sh FOLDER [servers|clients]: installs by npm into FOLDER what this program is measured against. Servers, the default:
# prism (@stoplight/prism-cli) and mockoon (@mockoon/cli); nginx and wrk are Debian's packages of that name. Clients: newman and
# bru (@usebruno/cli); curl is Debian's. Says what is missing.
set -euo pipefail
folder=$1
case ${2:-servers} in
servers) needed="npm node nginx wrk" packages="@stoplight/prism-cli @mockoon/cli" programs="prism mockoon-cli" ;;
clients) needed="npm node curl" packages="newman @usebruno/cli" programs="newman bru" ;;
*) printf 'peers.sh: servers or clients\n' >&2 && exit 64 ;;
esac
mkdir -p "$folder"
for program in $needed; do
    command -v "$program" >/dev/null || { printf 'peers.sh: install %s (Debian: npm nodejs nginx-light wrk curl)\n' "$program" >&2 && exit 1; }
done
for program in $programs; do
    # shellcheck disable=SC2086 # a list of packages
    [ -x "$folder/node_modules/.bin/$program" ] || npm install --prefix "$folder" --no-audit --no-fund --loglevel=error $packages >&2
done

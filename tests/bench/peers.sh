#!/usr/bin/env bash
# peers.sh FOLDER: installs the servers that the sandbox is measured against into FOLDER, by npm: prism (@stoplight/prism-cli) and
# mockoon (@mockoon/cli). nginx and wrk are Debian's packages of that name. Says what is missing.
set -euo pipefail
folder=$1
mkdir -p "$folder"
for program in npm node nginx wrk; do
    command -v "$program" >/dev/null || { printf 'peers.sh: install %s (Debian: npm nodejs nginx-light wrk)\n' "$program" >&2 && exit 1; }
done
[ -x "$folder/node_modules/.bin/prism" ] && [ -x "$folder/node_modules/.bin/mockoon-cli" ] ||
    npm install --prefix "$folder" --no-audit --no-fund --loglevel=error @stoplight/prism-cli @mockoon/cli >&2

#!/usr/bin/env bash
# reference.sh [BUILD]: writes the API reference from the comments in the headers into BUILD/reference (build/reference
# unless one is given) and prints its first page. Fails on anything that doxygen warns of.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
[ $# -le 1 ] || { sed -n '2,3s/^# //p' "${BASH_SOURCE[0]}" >&2 && exit 64; }

build=${1:-$(build_folder build)}
mkdir -p "$build"
FACEID_REFERENCE=$(cd "$build" && pwd)/reference
FACEID_VERSION=$(version)
export FACEID_REFERENCE FACEID_VERSION
rm -rf "$FACEID_REFERENCE" # pages of what is gone
mkdir "$FACEID_REFERENCE"
cd "$top"
doxygen packaging/Doxyfile
printf '%s\n' "$FACEID_REFERENCE/html/index.html"

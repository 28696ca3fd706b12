# Sourced by run.sh and test.sh: where the tree is, and how it is built.
# shellcheck shell=bash

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# build_folder NAME: prints a folder to build in, build/NAME style inside the tree; where the tree cannot be written to, in
# the user's cache instead.
build_folder() {
    if mkdir -p "$top/$1" 2>/dev/null && [ -w "$top/$1" ]; then
        printf '%s\n' "$top/$1"
    else
        local cache=${XDG_CACHE_HOME:-$HOME/.cache}/faceid-console
        printf '%s\n' "$cache/$1-$(printf %s "$top" | cksum | cut -d ' ' -f 1)"
    fi
}

# configure FOLDER OPTION...: a tree that was moved, or built with another generator, is configured afresh.
configure() {
    local folder=$1 fresh=()
    shift
    if [ -f "$folder/CMakeCache.txt" ] &&
        ! { grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$top" "$folder/CMakeCache.txt" &&
            grep -qx "CMAKE_GENERATOR:INTERNAL=Ninja" "$folder/CMakeCache.txt"; }; then
        fresh=(--fresh)
    fi
    cmake "${fresh[@]}" -G Ninja -S "$top" -B "$folder" --log-level=WARNING "$@"
}

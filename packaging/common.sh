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

# version: of the program, as CMake knows it.
version() {
    sed -n 's/^project(.* VERSION \([0-9.]*\) .*/\1/p' "$top/CMakeLists.txt"
}

# commit_time: when the commit was made that is built, in seconds since 1970; of a tree without git, when it was packed.
commit_time() {
    printf '%s\n' "${SOURCE_DATE_EPOCH:-$(git -C "$top" log -1 --format=%ct 2>/dev/null || stat -c %Y "$top/CMakeLists.txt")}"
}

# packed BUILD deb|rpm FOLDER: makes a package of what is built and prints its file. The same at any time, whatever mask the
# caller has.
packed() {
    local work status=0
    work=$(mktemp -d)
    (umask 022 && SOURCE_DATE_EPOCH=$(commit_time) cpack -G "${2^^}" --config "$1/CPackConfig.cmake" -B "$work") >"$work/log" 2>&1 || status=$?
    [ "$status" = 0 ] || cat "$work/log" >&2
    find "$work" -maxdepth 1 -name "*.$2" -exec cp -t "$3" {} + -printf "$3/%f\n"
    rm -rf "$work"
    return "$status"
}

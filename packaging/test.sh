#!/usr/bin/env bash
# test.sh [--quick] [-R REGEX]: installs what is missing, then checks, builds and tests everything; what CI runs.
#   --quick    all tests in the ordinary build, without clazy, clang-tidy and the sanitizers; otherwise the window's desktop
#              tests run there and all others with the sanitizers
#   -R REGEX   only the tests whose name fits, as ctest does
# A stage that fails stops only what needs it; the last line counts checks and tests.
set -uo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

quick='' select=()
while [ $# -gt 0 ]; do
    case $1 in
    --quick) quick=1 ;;
    -R)
        [ $# -gt 1 ] || { echo "test.sh: -R needs a regular expression" >&2 && exit 64; }
        select=(-R "$2")
        shift
        ;;
    *)
        sed -n '2,6s/^# //p' "${BASH_SOURCE[0]}" >&2
        exit 64
        ;;
    esac
    shift
done

cd "$top" || exit 1
bash packaging/deps.sh build run test package || exit 1
jobs=$(nproc)
plain=$(build_folder build-test)
sanitized=$(build_folder build-sanitize)
threads=$(build_folder build-threads)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0 skipped=0 ran_tests=0 runs=0 broken=()

# stage TITLE COMMAND...: a heading, the command, and how long it took. A stage of tests counts its tests itself.
stage() {
    local title=$1 start=$SECONDS outcome=passed
    shift
    printf '\n==== %s\n' "$title"
    if "$@"; then
        [ "$1" = tests ] || passed=$((passed + 1))
    else
        outcome=FAILED
        broken+=("$title")
        [ "$1" = tests ] || failed=$((failed + 1))
    fi
    printf -- '---- %s: %s, %d s\n' "$title" "$outcome" $((SECONDS - start))
    [ "$outcome" = passed ]
}

format() {
    find app ui tests packaging \( -name '*.cpp' -o -name '*.h' \) -print0 | xargs -0 clang-format --dry-run -Werror
}

build() { # FOLDER OPTION...
    configure "$@" && cmake --build "$1"
}

# Not the programs, which no test of threads needs.
build_tests() { # FOLDER OPTION...
    configure "$@" && cmake --build "$1" --target tests/all
}

# analyse COMMAND...: each source of app and ui; a folder that is compiled as one source is looked at as one.
analyse() {
    sed -nE 's/^ *"file": "(.*)",?$/\1/p' "$plain/compile_commands.json" |
        grep -E "^($top/(app|ui)/|$plain/(app|ui)/.*/Unity/)" | grep -v _resources_ | tr '\n' '\0' |
        xargs -0 -P "$jobs" -n 1 "$@" -p "$plain" --extra-arg=-Wno-unknown-warning-option
}

# Level 1 has few false alarms. The colours of the theme stay readable as the design writes them: once each, at start.
clazy() {
    analyse clazy-standalone --checks=level1,no-qcolor-from-literal
}

# It would take what includes a folder's sources for a mistake.
clang_tidy() {
    analyse clang-tidy --quiet --checks=-bugprone-suspicious-include
}

# In a session of their own; each program has a home folder below its build folder, emptied first.
tests() { # FOLDER
    local log status ran bad left_out
    log=$work/$((++runs)).log
    [ ! -d "$1/tests/home" ] || find "$1/tests/home" -mindepth 2 -delete
    # A program that a test kills may leave half of its counts, of which the next would complain on stderr.
    GCOV_ERROR_FILE=$work/gcov bash packaging/with-desktop.sh ctest --test-dir "$1" --parallel "$jobs" --output-on-failure \
        --no-tests=ignore "${select[@]}" 2>&1 | tee "$log"
    status=${PIPESTATUS[0]}
    # Without its last words ctest has died, or had nothing to run.
    read -r bad ran < <(sed -nE 's/.* ([0-9]+) tests? failed out of ([0-9]+)$/\1 \2/p' "$log") || {
        ran=$((status != 0))
        bad=$ran
    }
    left_out=$(grep -c '\*\*\*Skipped' "$log") # ctest counts them as passed
    ran_tests=$((ran_tests + ran - left_out))
    passed=$((passed + ran - bad - left_out))
    failed=$((failed + bad))
    skipped=$((skipped + left_out))
    return "$status"
}

stage "clang-format" format
stage "Layers" bash packaging/layers.sh
stage "Translations" bash packaging/translations.sh
stage "Sizes and duplicates" bash packaging/report.sh
stage "Reference" bash packaging/reference.sh "$plain"
ordinary=all
[ -n "$quick" ] || ordinary=desktop
if stage "Build" build "$plain" -DCMAKE_BUILD_TYPE=Release -DFACEID_UNITY=ON -DFACEID_TESTS=$ordinary; then
    [ -n "$quick" ] || stage "clazy" clazy
    [ -n "$quick" ] || stage "clang-tidy" clang_tidy
    stage "Licences" bash packaging/licenses.sh "$plain"
    stage "Package checks" bash packaging/packagechecks.sh "$plain"
    stage "Tests" tests "$plain"
    [ -n "$quick" ] || stage "Start and memory" cmake --build "$plain" --target smoke
fi
if [ -z "$quick" ]; then
    export UBSAN_OPTIONS=print_stacktrace=1
    if stage "Build with address and undefined-behaviour sanitizers" \
        build "$sanitized" -DFACEID_UNITY=ON -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG="-O1 -g1" -DFACEID_SANITIZE=ON \
        -DFACEID_COVERAGE=ON -DFACEID_TESTS=units; then
        bash packaging/coverage.sh "$sanitized" --reset
        stage "Tests with sanitizers" tests "$sanitized"
        [ ${#select[@]} -gt 0 ] || stage "Coverage" bash packaging/coverage.sh "$sanitized"
    fi
    if stage "Build with the thread sanitizer" \
        build_tests "$threads" -DFACEID_UNITY=ON -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG="-O1 -g1" \
        -DFACEID_SANITIZE=thread -DFACEID_TESTS=threads; then
        stage "Tests of threads" tests "$threads"
    fi
fi

[ "$ran_tests" -gt 0 ] || broken+=("no test was run")

printf '\n==== Summary after %d s\n' "$SECONDS"
for log in "$work"/*.log; do # ctest's own words
    [ ! -f "$log" ] || sed -n '/tests passed,/,$p' "$log"
done
[ ${#broken[@]} -eq 0 ] || printf 'Failed: %s\n' "${broken[@]}"
printf '%d passed, %d failed%s\n' "$passed" "$failed" "$([ "$skipped" = 0 ] || printf ', %d skipped' "$skipped")"
[ ${#broken[@]} -eq 0 ]

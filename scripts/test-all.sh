#!/usr/bin/env bash
# shellcheck disable=SC2317  # the functions that suite() is given are reachable
# Runs everything: what `make test` runs, and all of what it takes a sample of. Each part takes less than an hour.
#
#   PARTS="Simulation Torture"   some of the parts; all are: Test Simulation Torture Days1 Days2 Days3 Days4
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/common.sh
. scripts/children.sh
. scripts/testing.sh

all_parts="Test Simulation Torture Days1 Days2 Days3 Days4"
parts=${PARTS:-$all_parts}
for part in $parts; do
    case " $all_parts " in
    *" $part "*) ;;
    *) fail "PARTS: there is no part '$part'; there are $all_parts." ;;
    esac
done

whole_simulation() {
    run swift build --build-tests && simulate 10000 1
}

# The programs as they are run where a cinema depends on them.
whole_torture() {
    local servers
    for servers in 1 2; do
        CONFIGURATION=release run scripts/torture.sh --attempts 1000000 --kills 40 --payment-faults 20 \
            --servers "$servers" || return
    done
}

scripts/setup.sh --tests
for part in $parts; do
    case $part in
    Test) suite "$part" run scripts/test.sh ;;
    Simulation) suite "$part" whole_simulation ;;
    Torture) suite "$part" whole_torture ;;
    Days*) suite "$part" run env PART="${part#Days}/4" scripts/test-days.sh ;;
    esac
done
report_suites

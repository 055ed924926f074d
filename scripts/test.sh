#!/usr/bin/env bash
# shellcheck disable=SC2317  # the functions that suite() is given are reachable
# Runs what a change must pass: the Swift suites, the API from outside, its torture, the site and the API together in a real
# browser, and a site of real data. Where there is more than can be run each time, a sample: scripts/test-all.sh has the rest.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/common.sh
. scripts/children.sh
. scripts/testing.sh

# Run by themselves: the simulation takes all cores, and the API's tests have connections that wait for them. Those run one
# after the other: together they have a thousand files open, and with so many Foundation's Process reads beyond its
# buffer when it starts a program (Swift 6.3: swiftlang/swift-corelibs-foundation#5472). Programs that are stopped have few,
# and each waits for its own clients.
api_suites='^(BookingAPITests|LiveChannelTests|WebServiceTests)\.'
shutdown_suites='^BookingAPITests\.ShutdownTests'

torture_seconds=15
torture_kills=4
torture_faults=20  # per cent of what the bank is asked

# The judge first: it must be able to condemn.
torture() {
    python_tests Tests/Torture &&
        run "$venv/bin/python" Tests/Torture/torture.py --seconds "$torture_seconds" --kills "$torture_kills" \
            --payment-faults "$torture_faults" &&
        run "$venv/bin/python" Tests/Torture/torture.py --seconds "$torture_seconds" --kills "$torture_kills" \
            --payment-faults "$torture_faults" --servers 2
}

demo_tests() {
    prepare_browser && python_tests Tests/Days
}

browser_tests() {
    prepare_browser && python_tests Tests/Browser
}

begun=$SECONDS
scripts/setup.sh --tests
prepare_python || fail "" "FAILED: the tests' Python packages; no test was run."

say "Building …"
run swift build --build-tests || fail "" "FAILED: the build; no test was run."
suites=(Build) results=(passed) seconds=($((SECONDS - begun)))

suite "Swift tests" run swift test --skip-build --parallel --skip "$api_suites" --skip "$simulation"
suite "Swift tests of the API" run swift test --skip-build --no-parallel --filter "$api_suites" --skip "$shutdown_suites"
suite "Swift tests of the end" run swift test --skip-build --parallel --filter "$shutdown_suites"
suite "Simulation" simulate 500 "$(seed_of_commit)"
suite "API tests" python_tests Tests/API
suite "Torture" torture
suite "The demo, now and later" demo_tests
suite "Browser tests" browser_tests
suite "Tests at scale" python_tests Tests/Scale
report_suites

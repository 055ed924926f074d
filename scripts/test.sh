#!/usr/bin/env bash
# Runs every test: the Swift suites, the API from outside, its torture, the site and the API together in a real browser,
# and a site of real data.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/common.sh
. scripts/children.sh

venv=.build/venv
requirements=(Tests/Browser/requirements.txt Tests/API/requirements.txt)
# Run by themselves: the simulation takes all cores, and the API's tests have connections that wait for them. Those run one
# after the other: together they have a thousand files open, and with so many Foundation's Process reads beyond its
# buffer when it starts a program (Swift 6.3: swiftlang/swift-corelibs-foundation#5472).
api_suites='^BookingAPITests\.'
simulation='^SimulationTests\.'

torture_seconds=20
torture_kills=4
torture_faults=20  # per cent of what the bank is asked

wanted_packages() { cat "${requirements[@]}" && python3 --version; }

# A virtual environment, made anew when the requirements or the Python behind it changed.
prepare_python() {
    if wanted_packages | cmp -s - "$venv/installed" && "$venv/bin/python" -c '' 2>/dev/null; then return; fi
    say "Installing the tests' Python packages …"
    rm -rf "$venv" &&
        run python3 -m venv "$venv" &&
        run "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "${requirements[@]/#/--requirement=}" &&
        wanted_packages >"$venv/installed"
}

# The system's own browser, or else the one that Playwright brings along.
prepare_browser() {
    if ! MARQUEE_CHROMIUM=$(find_browser || playwright_browser); then
        say "No Chrome or Chromium here that tests can use: fetching Playwright's …"
        if ! { run "$venv/bin/python" -m playwright install --with-deps chromium &&
            MARQUEE_CHROMIUM=$(playwright_browser); }; then
            warn "It could not be fetched. Install Google Chrome (https://www.google.com/chrome/) and start again."
            return 1
        fi
    fi
    export MARQUEE_CHROMIUM
}

playwright_browser() {
    "$venv/bin/python" - <<'PYTHON'
import os, sys
from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    path = playwright.chromium.executable_path
    print(path)
sys.exit(not os.path.exists(path))
PYTHON
}

run_browser_tests() {
    prepare_python && prepare_browser && run_python_tests Tests/Browser
}

run_api_tests() {
    prepare_python && run_python_tests Tests/API
}

# The judge first: it must be able to condemn.
run_torture() {
    prepare_python && run_python_tests Tests/Torture &&
        run "$venv/bin/python" Tests/Torture/torture.py --seconds "$torture_seconds" --kills "$torture_kills" \
            --payment-faults "$torture_faults"
}

run_scale_tests() {
    prepare_python && run_python_tests Tests/Scale
}

run_python_tests() {
    MARQUEE_BIN=$(swift build --show-bin-path) || return
    export MARQUEE_BIN PYTHONDONTWRITEBYTECODE=1 HYPOTHESIS_STORAGE_DIRECTORY=$PWD/.build/hypothesis
    run "$venv/bin/python" -m pytest -ra -o cache_dir=.build/pytest "$1"
}

scripts/setup.sh --tests

say "Building …"
run swift build --build-tests || fail "" "FAILED: the build; no test was run."

swift_result=passed
run swift test --skip-build --parallel --skip "$api_suites" --skip "$simulation" || swift_result=FAILED
run swift test --skip-build --no-parallel --filter "$api_suites" || swift_result=FAILED

say "" "Simulation"
simulation_result=passed
run swift test --skip-build --filter "$simulation" || simulation_result=FAILED

say "" "API tests"
api_result=passed
run_api_tests || api_result=FAILED

say "" "Torture"
torture_result=passed
run_torture || torture_result=FAILED

say "" "Browser tests"
browser_result=passed
run_browser_tests || browser_result=FAILED

say "" "Tests at scale"
scale_result=passed
run_scale_tests || scale_result=FAILED

say "" "Swift tests:    $swift_result" "Simulation:     $simulation_result" "API tests:      $api_result" \
    "Torture:        $torture_result" "Browser tests:  $browser_result" "Tests at scale: $scale_result"
case "$swift_result $simulation_result $api_result $torture_result $browser_result $scale_result" in
*FAILED*) exit 1 ;;
esac

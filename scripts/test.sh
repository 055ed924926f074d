#!/usr/bin/env bash
# Runs every test: the Swift suites, the site and the API together in a real browser, and a site of real data.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/common.sh
. scripts/children.sh

venv=.build/venv
requirements=Tests/Browser/requirements.txt

wanted_packages() { cat "$requirements" && python3 --version; }

# A virtual environment, made anew when the requirements or the Python behind it changed.
prepare_python() {
    if wanted_packages | cmp -s - "$venv/installed" && "$venv/bin/python" -c '' 2>/dev/null; then return; fi
    say "Installing the browser tests' Python packages …"
    rm -rf "$venv" &&
        run python3 -m venv "$venv" &&
        run "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$requirements" &&
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

run_scale_tests() {
    prepare_python && run_python_tests Tests/Scale
}

run_python_tests() {
    MARQUEE_BIN=$(swift build --show-bin-path) || return
    export MARQUEE_BIN PYTHONDONTWRITEBYTECODE=1
    run "$venv/bin/python" -m pytest -ra -o cache_dir=.build/pytest "$1"
}

scripts/setup.sh --tests

say "Building …"
run swift build --build-tests || fail "" "FAILED: the build; no test was run."

swift_result=passed
run swift test --skip-build --parallel || swift_result=FAILED

say "" "Browser tests"
browser_result=passed
run_browser_tests || browser_result=FAILED

say "" "Tests at scale"
scale_result=passed
run_scale_tests || scale_result=FAILED

say "" "Swift tests:    $swift_result" "Browser tests:  $browser_result" "Tests at scale: $scale_result"
[ "$swift_result$browser_result$scale_result" = passedpassedpassed ]

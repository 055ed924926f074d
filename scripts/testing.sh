# shellcheck shell=bash
# shellcheck disable=SC2317  # the functions that suite() is given are reachable
# What the scripts that run tests share; sourced after common.sh and children.sh.

venv=.build/venv
requirements=(Tests/Browser/requirements.txt Tests/API/requirements.txt)
budget=Tests/BUDGET.md
simulation='^SimulationTests\.'

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

# A folder of Python tests, started by a command such as `env` if one is given after it.
python_tests() {
    local folder=$1
    shift
    MARQUEE_BIN=${MARQUEE_BIN:-$(swift build --show-bin-path)} || return
    export MARQUEE_BIN PYTHONDONTWRITEBYTECODE=1 HYPOTHESIS_STORAGE_DIRECTORY=$PWD/.build/hypothesis
    run "$@" "$venv/bin/python" -m pytest -ra -o cache_dir=.build/pytest "$folder"
}

# Other seeds for each commit, the same whenever it is tested again.
seed_of_commit() {
    local commit
    commit=$(git rev-parse --short=6 HEAD 2>/dev/null) || commit=1
    echo $((16#${commit:0:6}))
}

# So many seeds of the simulation, from one on.
simulate() {
    say "Seeds $2 to $(($2 + $1 - 1)); one alone: MARQUEE_SEED=$2 swift test --filter SimulationTests"
    run env MARQUEE_SEEDS="$1" MARQUEE_FIRST_SEED="$2" swift test --skip-build --filter "$simulation"
}

suites=()
results=()
seconds=()

# Runs a suite to its end, whatever comes of it: its name, then a command.
suite() {
    local name=$1 begun=$SECONDS result=passed limit
    # shellcheck disable=SC2034  # run() looks at it
    limit=$(limit_of "$name")
    shift
    say "" "$name"
    "$@" || result=FAILED
    suites+=("$name")
    results+=("$result")
    seconds+=($((SECONDS - begun)))
}

# The seconds that a suite may take by the table, on two quiet cores; nothing if it has no row.
budget_of() {
    awk -F' *[|] *' -v name="$1" '$2 == name { print $3 }' "$budget"
}

# The seconds after which a suite counts as standing still: it is ended, so that the others are run and the report is made.
# Machines differ by less. Nothing for a suite without a row, or where there is no `timeout`.
limit_of() {
    local row
    row=$(budget_of "$1")
    if [ -n "$row" ] && have timeout; then echo $((row * 3 + 300)); fi
}

# What came of each suite and how long it took. Time is no verdict: machines differ, and one may be busy.
# The status tells whether all have passed.
report_suites() {
    local number=0 all=0 status=0 row
    say "" "$(printf '%-28s %-7s %8s %8s' Suite Result Seconds Budget)"
    while [ "$number" -lt ${#suites[@]} ]; do
        row=$(budget_of "${suites[$number]}")
        printf '%-28s %-7s %8s %8s%s\n' "${suites[$number]}" "${results[$number]}" "${seconds[$number]}" "${row:--}" \
            "$([ -z "$row" ] || [ "${seconds[$number]}" -le $((row * 3 / 2)) ] || echo '  far over its row of Tests/BUDGET.md')"
        all=$((all + seconds[number]))
        [ "${results[$number]}" = passed ] || status=1
        number=$((number + 1))
    done
    printf '%-28s %-7s %8s %8s\n' All "" "$all" "$(budget_of All)"
    return "$status"
}

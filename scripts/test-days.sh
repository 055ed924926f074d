#!/usr/bin/env bash
# shellcheck disable=SC2317  # the functions that suite() is given are reachable
# Runs tests as if it were another day: what passes today must pass at the turn of the year, on the leap day, while clocks
# change, and at night.
#
#   scripts/test-days.sh [MOMENT…]    a moment is 2028-02-29T12:00@Europe/Dublin: what the clock on the wall of this
#                                     machine shows, and its zone, UTC unless one is given; without one, all of below
#   PART=2/4                          of the moments below, the second quarter
#   SUITES="API Browser"              some of the suites; all are: Site API Browser
#
# All programs that the tests start have that clock, the browser too; it goes on from there, and timers are left alone.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/common.sh
. scripts/children.sh
. scripts/testing.sh

moments=(
    2026-12-31T23:57@Europe/Dublin      # the year ends while the tests run
    2027-01-01T00:30@Europe/Vienna      # a new year's night, which belongs to the old year's last day of cinema
    2027-03-14T01:57@America/New_York   # clocks go forward there, not here
    2027-03-28T00:57@Europe/London      # clocks go forward
    2027-06-14T12:00@Asia/Kathmandu     # a Monday, in a zone of quarters of an hour
    2027-08-15T20:30@Pacific/Kiritimati # a Sunday, on the other side of the day
    2027-10-31T00:57@UTC                # clocks go back
    2027-11-07T01:57@America/New_York   # clocks go back there, not here
    2028-02-28T23:57@Europe/Lisbon      # the leap day begins while the tests run
    2028-02-29T12:00@Europe/Dublin      # the leap day
    2028-05-20T05:57@Europe/Dublin      # a day of cinema ends while the tests run
    2028-09-04T06:00@Europe/Vienna      # a day of cinema has begun in one theater and not in the others
)
suites_wanted=${SUITES:-Site API Browser}
if [ $# -gt 0 ]; then
    moments=("$@")
elif [ -n "${PART:-}" ]; then
    case $PART in
    [1-9]/[1-9]) part=${PART%/*} parts=${PART#*/} ;;
    *) fail "PART: '$PART' is no part such as 2/4." ;;
    esac
    length=$(((${#moments[@]} + parts - 1) / parts))
    moments=("${moments[@]:$(((part - 1) * length)):$length}")
    [ ${#moments[@]} -gt 0 ] || fail "PART: of the moments, '$PART' is none."
fi

[ "$(uname -s)" = Linux ] || fail "The clock of programs can be moved on Linux only."
for name in $suites_wanted; do
    case $name in
    Site | API | Browser) ;;
    *) fail "SUITES: there is no suite '$name'; there are Site, API and Browser." ;;
    esac
done

# Seconds from now to a moment.
offset_to() {
    local wall=${1%@*} zone=UTC instant
    [ "$1" = "$wall" ] || zone=${1#*@}
    [ -f "/usr/share/zoneinfo/$zone" ] || fail "'$1': there is no zone '$zone'."
    case $wall in
    [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]) ;;
    *) wall=none ;;
    esac
    instant=$(TZ=$zone date --date "${wall/T/ }" +%s 2>/dev/null) ||
        fail "'$1' is no moment such as 2028-02-29T12:00@Europe/Dublin, or no clock there ever shows it."
    echo $((instant - $(date +%s)))
}

# Runs a command at a moment; the moment first.
at() {
    local moment=$1 offset zone=UTC
    shift
    case $moment in *@*) zone=${moment#*@} ;; esac
    offset=$(offset_to "$moment") || return
    env TZ="$zone" MARQUEE_MOMENT="${moment%@*}" MARQUEE_CLOCK_OFFSET="$offset" LD_PRELOAD="$clock" "$@"
}

site_tests() {
    python_tests Tests/Days at "$1" &&
        run at "$1" swift test --skip-build --parallel --filter '^(CatalogTests|CinemaTests|Site(Build|Check|Gen|Pages|Serve)Tests|SyndicationTests)\.'
}

api_tests() { python_tests Tests/API at "$1"; }
browser_tests() { python_tests Tests/Browser at "$1"; }

for moment in "${moments[@]}"; do offset_to "$moment" >/dev/null; done
scripts/setup.sh --tests
prepare_python
prepare_browser
if [ -z "${MARQUEE_BIN:-}" ]; then
    say "Building …"
    run swift build --build-tests || fail "" "FAILED: the build; no test was run."
fi
# Every Swift toolchain brings it.
compiler=$(command -v clang || command -v cc) || fail "There is neither 'clang' nor 'cc' on the PATH."
clock=$PWD/.build/clock.so
"$compiler" -O2 -Wall -Wextra -shared -fPIC -o "$clock" Tests/Days/clock.c -ldl || fail "The clock could not be built; see above."

for moment in "${moments[@]}"; do
    for name in $suites_wanted; do
        case $name in
        Site) suite "$moment $name" site_tests "$moment" ;;
        API) suite "$moment $name" api_tests "$moment" ;;
        Browser) suite "$moment $name" browser_tests "$moment" ;;
        esac
    done
done
report_suites

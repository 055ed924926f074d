#!/usr/bin/env bash
# Tortures the real booking-api: see Tests/Torture/README.md, and --help for the options.
#
#   CONFIGURATION=release        builds and tortures the optimised programs
#   MARQUEE_BIN=FOLDER           tortures those in that folder instead of building any
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/common.sh

configuration=${CONFIGURATION:-debug}
export PYTHONDONTWRITEBYTECODE=1
have python3 || fail "The torture needs Python 3.11 or newer, and there is no 'python3' on the PATH."

if [ -z "${MARQUEE_BIN:-}" ]; then
    scripts/setup.sh
    say "Building ($configuration) …"
    swift build --configuration "$configuration" --product sitegen
    swift build --configuration "$configuration" --product booking-api
    MARQUEE_BIN=$(swift build --configuration "$configuration" --show-bin-path)
    export MARQUEE_BIN
fi

# In place of this shell: who stops it stops the torture.
exec python3 Tests/Torture/torture.py "$@"

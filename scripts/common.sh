# shellcheck shell=bash
# What the scripts share; sourced, not run.
# They keep to bash 3.2, the one that macOS ships.

export SWIFT_MINIMUM=6.2

# Each argument is a line.
say() { printf '%s\n' "$@"; }
warn() { printf '%s\n' "$@" >&2; }
fail() {
    warn "$@"
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# A browser that runs. Ubuntu's /usr/bin/chromium is a door to the snap store, and a browser from a snap cannot see the
# folders that tests work in: neither counts.
find_browser() {
    local name path
    for name in google-chrome google-chrome-stable chromium chromium-browser \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
        path=$(command -v "$name" 2>/dev/null) || continue
        case $(readlink -f "$path" 2>/dev/null || printf '%s' "$path") in
        /snap/* | */bin/snap) continue ;;
        esac
        if head -c 4096 "$path" 2>/dev/null | grep -aq 'snap install'; then continue; fi
        printf '%s\n' "$path"
        return 0
    done
    return 1
}

#!/usr/bin/env bash
# Finds what is missing to build Marquee and installs it; silent and quick when all is there.
#
#   scripts/setup.sh            what building and running need
#   scripts/setup.sh --tests    and what the tests need
#   scripts/setup.sh --lint     and what `make lint` can use
#   scripts/setup.sh --bench    and what `make bench` can use
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/common.sh

tests=false
lint=false
bench=false
for argument in "$@"; do
    case $argument in
    --tests) tests=true ;;
    --lint) lint=true ;;
    --bench) bench=true ;;
    *) fail "setup.sh: unknown option '$argument'; there are --tests, --lint and --bench" ;;
    esac
done

missing=()
need() { missing+=("$1"); }
need_command() { have "$1" || need "$2"; }

has_library() { have pkg-config && pkg-config --exists "$1" 2>/dev/null; }
has_cxx_headers() { compgen -G '/usr/include/c++/*' >/dev/null; }
has_time_zones() { [ -e /usr/share/zoneinfo/Europe/Dublin ]; }
# On macOS there always is a `java`, which only says that there is none.
has_java() { java -version >/dev/null 2>&1; }
has_venv() { have python3 && python3 -c 'import ensurepip, venv' >/dev/null 2>&1; }

# A toolchain that was unpacked from an archive may lack libraries of the system.
need_toolchain_libraries() {
    local tool library
    have swift || return 0
    tool=$(dirname "$(readlink -f "$(command -v swift)")")/swift-build
    for library in $(ldd "$tool" 2>/dev/null | sed -n 's/^[[:space:]]*\(.*\) => not found/\1/p'); do
        case $library in
        libcurl.so.4) need libcurl4 ;;
        libncurses.so.6) need libncurses6 ;;
        libxml2.so.2) need libxml2 ;;
        esac
    done
}

require_swift() {
    local version
    have swift || fail "Marquee needs Swift $SWIFT_MINIMUM or newer, and there is no 'swift' on the PATH." \
        "Get it from https://www.swift.org/install/ and start again."
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9]*\.[0-9][0-9]*\).*/\1/p') || true
    [ -n "$version" ] || fail "'swift --version' does not work: $(swift --version 2>&1 | head -n 1)" \
        "See https://www.swift.org/install/ for what the toolchain needs on this system."
    if [ "${version%.*}" -lt "${SWIFT_MINIMUM%.*}" ] ||
        { [ "${version%.*}" -eq "${SWIFT_MINIMUM%.*}" ] && [ "${version#*.}" -lt "${SWIFT_MINIMUM#*.}" ]; }; then
        fail "Marquee needs Swift $SWIFT_MINIMUM or newer; this is $version. Get it from https://www.swift.org/install/"
    fi
}

find_missing_apt() {
    missing=()
    need_command git git
    need_command make make
    need_command curl curl
    need_command ld binutils
    need_command pkg-config pkg-config
    [ -e /etc/ssl/certs/ca-certificates.crt ] || need ca-certificates
    has_cxx_headers || need g++
    need_toolchain_libraries
    has_time_zones || need tzdata
    has_library sqlite3 || need libsqlite3-dev
    has_library libqrencode || need libqrencode-dev
    has_library libpng || need libpng-dev
    has_library zlib || need zlib1g-dev
    has_library expat || need libexpat1-dev
    has_library libbrotlienc || need libbrotli-dev
    if $tests; then
        need_command zbarimg zbar-tools
        has_java || need default-jre-headless
        need_command python3 python3
        has_venv || { need python3-venv && need python3-pip; }
        # Ubuntu's package is only a door to the snap store; there the browser tests fetch Playwright's own Chromium.
        find_browser >/dev/null || is_ubuntu || need chromium
    fi
    if $lint; then need_command shellcheck shellcheck; fi
    if $bench; then need_command wrk wrk; fi
}

is_ubuntu() { grep -Eq '^(ID|ID_LIKE)="?([a-z]+ )?ubuntu' /etc/os-release 2>/dev/null; }

install_with_apt() {
    local options=(-y --no-install-recommends -o DPkg::Lock::Timeout=300) as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if have sudo && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
            as_root=(sudo)
        else
            fail "Missing: ${missing[*]}. Install them as root, then start again:" \
                "" "    apt-get update && apt-get install -y ${missing[*]}"
        fi
    fi
    apt_get() { ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get "$@" </dev/null; }

    say "Installing what is missing: ${missing[*]}"
    # A bare machine knows no packages yet, and an old list names versions that are gone.
    apt_get install -qq "${options[@]}" "${missing[@]}" >/dev/null 2>&1 && return
    apt_get update -qq || fail "'apt-get update' failed; see above. Missing: ${missing[*]}"
    apt_get install -qq "${options[@]}" "${missing[@]}" ||
        fail "apt-get could not install them; see above. Missing: ${missing[*]}"
}

find_missing_brew() {
    missing=()
    need_command pkg-config pkgconf
    has_library libqrencode || need qrencode
    has_library libpng || need libpng
    has_library libbrotlienc || need brotli
    if $tests; then
        need_command zbarimg zbar
        has_java || need openjdk
        has_venv || need python
        find_browser >/dev/null || need google-chrome
    fi
    if $bench; then need_command wrk wrk; fi
}

# Every other system: say what, not how.
find_missing_elsewhere() {
    missing=()
    need_command git git
    need_command curl curl
    need_command pkg-config pkg-config
    has_library sqlite3 || need "SQLite (development files)"
    has_library libqrencode || need "libqrencode (development files)"
    has_library libpng || need "libpng (development files)"
    has_library zlib || need "zlib (development files)"
    has_library expat || need "Expat (development files)"
    has_library libbrotlienc || need "Brotli (development files)"
    if $tests; then
        need_command zbarimg "zbarimg (from ZBar)"
        has_java || need "Java 11 or newer"
        has_venv || need "Python 3 with venv"
        find_browser >/dev/null || need "Chromium or Google Chrome"
    fi
}

if [ "$(uname -s)" = Darwin ]; then
    find_missing_brew
    [ ${#missing[@]} -eq 0 ] ||
        fail "Missing: ${missing[*]}. Install them with Homebrew (https://brew.sh), then start again:" \
            "" "    brew install ${missing[*]}"
elif have apt-get; then
    find_missing_apt
    if [ ${#missing[@]} -gt 0 ]; then
        install_with_apt
        find_missing_apt
        [ ${#missing[@]} -eq 0 ] || fail "Installed, and still not found: ${missing[*]}"
    fi
else
    find_missing_elsewhere
    [ ${#missing[@]} -eq 0 ] ||
        fail "Marquee needs these, and does not know how to install them on this system:" "${missing[@]/#/  - }"
fi

require_swift

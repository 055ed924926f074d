#!/usr/bin/env bash
# Builds Marquee and runs it on this machine with a demo catalog: the site on PORT, the booking API on API_PORT.
# Ctrl-C or SIGTERM stops all. The site follows the catalog, the templates and the public files.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/common.sh
. scripts/children.sh

port=${PORT:-8080}
api_port=${API_PORT:-8081}
configuration=${CONFIGURATION:-debug}
site_url=http://localhost:$port
api_url=http://localhost:$api_port

catalog=var/catalog.sqlite
store=var/booking.sqlite
demo_days=7  # the demo's showtimes reach a week further than that
start_seconds=60

require_port() {
    case $1 in
    '' | *[!0-9]*) fail "$2=$1 is no port number." ;;
    esac
    if ! (exec 3<>"/dev/tcp/localhost/$1") 2>/dev/null; then return 0; fi
    local owner=''
    if have lsof; then
        owner=$(lsof -nP -iTCP:"$1" -sTCP:LISTEN -Fcp 2>/dev/null |
            sed -n 's/^p//p;s/^c//p' | paste -s -d ' ' - | awk 'NF > 1 { print " by " $2 " (process " $1 ")" }') || true
    elif have ss; then
        owner=$(ss -ltnpH "sport = :$1" 2>/dev/null |
            sed -n 's/.*(("\([^"]*\)",pid=\([0-9]*\),.*/ by \1 (process \2)/p' | head -n 1) || true
    fi
    fail "Port $1 is in use$owner. Stop that program, or choose another port: make run $2=$3"
}

# The demo is played around the day it is written; a week later too little of it is ahead.
write_demo_catalog() {
    if [ -f "$catalog" ] && [ -z "$(find "$catalog" -mtime "+$((demo_days - 1))")" ]; then return; fi
    say "Writing the demo catalog to $catalog …"
    # A catalog with somebody's own programme is left as it is, and shown.
    run "$bin/sitegen" demo --catalog "$catalog" >/dev/null || [ -f "$catalog" ] ||
        fail "The demo catalog could not be written; see above."
}

answers() { curl --silent --fail --noproxy '*' --max-time 2 --output /dev/null "$1"; }

# The program of a child that has ended, if one has.
ended() {
    if ! kill -0 "$site" 2>/dev/null; then
        say site
    elif ! kill -0 "$watch" 2>/dev/null; then
        say watch
    elif ! kill -0 "$api" 2>/dev/null; then
        say booking-api
    else
        return 1
    fi
}

fail_with_log() {
    warn "$1 Its last words (var/log/$2.log):" ""
    tail -n 20 "var/log/$2.log" | sed 's/^/    /' >&2
    exit 1
}

wait_until_both_answer() {
    local deadline=$((SECONDS + start_seconds)) name
    until answers "$site_url/" && answers "$api_url/health"; do
        if name=$(ended); then fail_with_log "The $name has ended before it answered." "$name"; fi
        if [ $SECONDS -ge $deadline ]; then
            name=booking-api
            answers "$site_url/" || name=site
            fail_with_log "The $name does not answer after $start_seconds seconds." "$name"
        fi
        sleep 0.2
    done
}

[ "$port" != "$api_port" ] || fail "PORT and API_PORT are both $port: the site and the API need a port each."
require_port "$port" PORT 9080
require_port "$api_port" API_PORT 9081
scripts/setup.sh

say "Building ($configuration) …"
run swift build --configuration "$configuration" || fail "The build has failed; see above."
bin=$(swift build --configuration "$configuration" --show-bin-path)

mkdir -p var/log var/keys
write_demo_catalog

say "Building the site …"
run "$bin/sitegen" build --catalog "$catalog" --output dist --base-url "$site_url" --api-url "$api_url" ||
    fail "The site could not be built; see above."

launch "$bin/sitegen" watch --catalog "$catalog" --output dist --base-url "$site_url" --api-url "$api_url" \
    >var/log/watch.log 2>&1
watch=$!
launch "$bin/sitegen" serve --output dist --port "$port" >var/log/site.log 2>&1
site=$!
launch "$bin/booking-api" --catalog "$catalog" --store "sqlite:$store" \
    --order-key var/keys/order-key --port "$api_port" --public-url "$api_url" \
    --allow-origin "$site_url,http://127.0.0.1:$port" \
    >var/log/booking-api.log 2>&1
api=$!
farewell="Marquee has closed. Its bookings stay in $store." farewell_status=0
wait_until_both_answer

say "" "  Marquee is open: $site_url" "  Booking API:     $api_url     logs: var/log/     Ctrl-C stops all" ""

until name=$(ended); do
    sleep 1 &
    wait $! || true
done
fail_with_log "The $name has ended unexpectedly." "$name"

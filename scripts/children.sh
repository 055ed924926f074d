# shellcheck shell=bash
# shellcheck disable=SC2317  # the functions that traps call are reachable
# Programs that a script starts and never leaves behind; sourced after common.sh.
#
# Each child leads a process group of its own: Ctrl-C and SIGTERM reach the script alone, which then ends whole groups,
# at once and in the order it likes.

stop_seconds=15

children=()
# What is said after a signal; run.sh changes it once both programs serve.
farewell="Stopped."
farewell_status=''  # empty: as the signal asks for

# Starts a command in the background; its process id is in $!.
launch() {
    set -m
    "$@" </dev/null &
    set +m
    children+=($!)
}

# Runs a command to its end, and stays ready for signals meanwhile. One that is not done after `limit` seconds, if the
# caller has set that, is ended. What it has started and left behind ends with it.
run() {
    local status=0 group
    if [ -n "${limit:-}" ]; then launch timeout --kill-after=30 "$limit" "$@"; else launch "$@"; fi
    group=$!
    wait "$group" || status=$?
    kill -s KILL -- "-$group" 2>/dev/null || true
    unset "children[$((${#children[@]} - 1))]"
    [ -z "${limit:-}" ] || [ "$status" -ne 124 ] || warn "It was not done after $limit seconds, and was ended."
    return "$status"
}

signal_children() {
    local child
    for child in ${children[@]+"${children[@]}"}; do kill -s "$1" -- "-$child" 2>/dev/null || true; done
}

any_child_left() {
    local child
    for child in ${children[@]+"${children[@]}"}; do
        if kill -0 -- "-$child" 2>/dev/null; then return 0; fi
    done
    return 1
}

stop_children() {
    local tenths=0
    signal_children TERM
    while any_child_left; do
        if [ "$tenths" -ge $((stop_seconds * 10)) ]; then
            warn "Not stopped after $stop_seconds seconds: killed."
            signal_children KILL
            break
        fi
        tenths=$((tenths + 1))
        sleep 0.1
    done
}

on_signal() {
    trap '' INT TERM HUP
    stop_children
    trap - EXIT
    say "" "$farewell" 2>/dev/null || true  # a terminal that was closed takes no more words
    exit "${farewell_status:-$1}"
}
trap 'on_signal 130' INT
trap 'on_signal 143' TERM
trap 'on_signal 129' HUP
trap stop_children EXIT

"""Durable holds per second beside a constant answer of the same server, and how long one takes."""

import statistics

from booking_server import catalog, serving
from loading import find_wrk, load, wrk, write_lines
from setting import Setting

_HEADROOM = 60_000
"""More holds a second than any server will make."""


def measure_holds(setting: Setting) -> None:
    if not find_wrk():
        return setting.report.skip("holds", "there is no wrk here: `apt-get install wrk`")
    seats, scale = catalog(setting), setting.booking_scale
    lines = min(scale.holds, int(_HEADROOM * scale.seconds * (setting.runs + 1)))
    bodies = write_lines(setting.folder / "hold-bodies", seats.hold_bodies(), lines)
    with serving(setting, seats, "holds") as server:
        constants, holds, at = [], [], 0
        wrk(server.port, 2, "constant")
        for _ in range(setting.runs):
            constants.append(wrk(server.port, scale.seconds, "constant").per_second)
            run = wrk(server.port, scale.seconds, "holds", bodies, at, int(_HEADROOM * scale.seconds))
            holds.append(run.per_second)
            # Either of wrk's two threads may have had nearly all of them, and has every second line to itself.
            at += 2 * (run.requests + 200)
            setting.report.note(f"  a constant {constants[-1]:,.0f}/s, holds {holds[-1]:,.0f}/s")
        rate = statistics.median(holds)
        setting.report.add("constant_per_second", statistics.median(constants), "answers/s")
        setting.report.add("holds_per_second", rate, "holds/s")
        setting.report.add("holds_ratio", rate / statistics.median(constants), "×")

        half = rate / 2
        few = write_lines(setting.folder / "hold-bodies-at-half", seats.hold_bodies(at), int(half * scale.seconds))
        taken = load(setting.folder, server.port, "holds", few, rate=half)
        for share in ("p50", "p99", "p999"):
            setting.report.add(f"holds_{share}_milliseconds", taken[f"{share}_milliseconds"], "ms")

"""Seat status per second beside a constant answer of the same server."""

import itertools
import statistics

from booking_server import catalog, serving
from loading import find_wrk, load, wrk, write_lines
from setting import Setting


def measure_seat_reads(setting: Setting) -> None:
    """Of a showtime that is half sold out, read by 64 connections while nobody buys."""
    if not find_wrk():
        return setting.report.skip("seats", "there is no wrk here: `apt-get install wrk`")
    seats = catalog(setting)
    showtime = seats.showtimes[0]
    of_one = (body for body in seats.hold_bodies() if f'"{showtime}"' in body)
    half = write_lines(setting.folder / "half-a-room", itertools.islice(of_one, 75), 75)
    with serving(setting, seats, "seats") as server:
        load(setting.folder, server.port, "orders", half, connections=8)
        path = f"/v1/showtimes/{showtime}/seats"
        wrk(server.port, 2, "constant")
        constants, reads = [], []
        for _ in range(setting.runs):
            constants.append(wrk(server.port, setting.booking_scale.seconds, "constant").per_second)
            reads.append(wrk(server.port, setting.booking_scale.seconds, "constant", path).per_second)
        setting.report.add("seat_reads_per_second", statistics.median(reads), "answers/s")
        setting.report.add("seat_reads_ratio", statistics.median(reads) / statistics.median(constants), "×")

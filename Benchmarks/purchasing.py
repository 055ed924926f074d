"""Whole purchases per second: hold two seats, pay, fetch the first ticket's picture."""

import statistics

from booking_server import catalog, serving
from loading import load, write_lines
from setting import Setting


def measure_purchases(setting: Setting) -> None:
    seats, count = catalog(setting), setting.booking_scale.purchases
    rates = []
    with serving(setting, seats, "purchases") as server:
        for run in range(setting.runs):
            bodies = write_lines(setting.folder / "purchase-bodies", seats.hold_bodies(run * count), count)
            rates.append(load(setting.folder, server.port, "purchases", bodies)["per_second"])
            setting.report.note(f"  {rates[-1]:,.0f} purchases/s")
    setting.report.add("purchases_per_second", statistics.median(rates), "purchases/s")

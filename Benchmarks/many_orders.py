"""A cinema chain's years: memory after a million holds, and a store with a million orders."""

import time
from pathlib import Path

from booking_server import catalog, resident_mb, serving
from loading import load, write_lines
from setting import Setting


def measure_many_holds(setting: Setting) -> None:
    """All of them are open at the end: the most that a server can have to remember."""
    seats, count = catalog(setting), setting.booking_scale.holds
    bodies = write_lines(setting.folder / "hold-bodies", seats.hold_bodies(), count)
    with serving(setting, seats, "many-holds", "--hold-seconds", "86400") as server:
        before = resident_mb(server)
        taken = load(setting.folder, server.port, "holds", bodies)
        setting.report.note(f"  {count:,} holds, {taken['per_second']:,.0f}/s; {before:.0f} MB before the first")
        setting.report.add("many_holds_mb", resident_mb(server), "MB")
        setting.report.add("many_holds_peak_mb", resident_mb(server, "VmHWM"), "MB")


def measure_many_orders(setting: Setting) -> None:
    seats, count = catalog(setting), setting.booking_scale.orders
    bodies = write_lines(setting.folder / "order-bodies", seats.hold_bodies(), count)
    with serving(setting, seats, "many-orders") as server:
        taken = load(setting.folder, server.port, "orders", bodies)
        setting.report.note(f"  {count:,} orders of two seats, {taken['per_second']:,.0f}/s")
        assert server.stop() == 0
        size = sum(path.stat().st_size for path in _files(server.store))
        setting.report.add("store_bytes_per_order", size / count, "bytes")
        started = time.monotonic()
        server.start()
        setting.report.add("start_seconds_with_many_orders", time.monotonic() - started, "s")
        setting.report.add("start_mb_with_many_orders", resident_mb(server), "MB")


def _files(store: Path) -> list[Path]:
    """The store alone: what the simulated bank remembers is no part of it."""
    return [path for path in (store, Path(f"{store}-wal")) if path.exists()]

"""A booking API with a fresh store, for one measure."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from booking_api import BookingAPI
from booking_catalog import BookingCatalog, booking_catalog
from setting import Setting


def catalog(setting: Setting) -> BookingCatalog:
    return booking_catalog(setting.folder / "catalogs", setting.sitegen.program, setting.booking_scale.holds)


@contextlib.contextmanager
def serving(setting: Setting, catalog: BookingCatalog, name: str, *options: str) -> Iterator[BookingAPI]:
    """The server, from start to end; its store is deleted with the other outputs at the end of the benchmark."""
    folder = setting.workspace.fresh(name)
    folder.mkdir()
    # All load comes from this machine, which is one client.
    server = BookingAPI(folder, catalog.path, "--connections-per-client", "0", *options, binary=setting.booking_api)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def resident_mb(server: BookingAPI, field: str = "VmRSS") -> float:
    """What the server has in memory now; `VmHWM`: what it had at most."""
    for line in Path(f"/proc/{server.process.pid}/status").read_text().splitlines():
        if line.startswith(field + ":"):
            return int(line.split()[1]) * 1024 / 1e6
    raise RuntimeError(f"the system does not tell the {field} of a process")

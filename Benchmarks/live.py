"""Ten thousand watchers of one showtime, and how soon they hear of a change."""

import resource
import subprocess

from booking_server import catalog, resident_mb, serving
from loading import compiled, write_lines
from setting import Setting

_ORIGIN = "http://localhost:8080"
_CHANGES = 30
_RATE = 1
"""Changes each second."""


def measure_watchers(setting: Setting) -> None:
    seats, count = catalog(setting), setting.booking_scale.watchers
    showtime = seats.showtimes[0]
    bodies = write_lines(
        setting.folder / "watched-holds", (body for body in seats.hold_bodies() if f'"{showtime}"' in body), _CHANGES)
    _allow_files(2 * count + 1_000)
    with serving(setting, seats, "watchers", "--allow-origin", _ORIGIN) as server:
        before = resident_mb(server)
        with subprocess.Popen(
                [compiled(setting.folder, "watchers"), str(server.port), showtime, str(count), _ORIGIN, str(_RATE), bodies],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as watchers:
            if watchers.stdout.readline() != f"connected {count}\n":
                watchers.kill()
                return setting.report.skip("watchers", "not all of them could connect")
            setting.report.note(f"  {before:.0f} MB before the first came, {resident_mb(server):.0f} MB with {count:,}")
            words, _ = watchers.communicate("\n")
            values = {name: float(value) for name, value in (line.split() for line in words.splitlines())}
        peak = resident_mb(server, "VmHWM")
    if watchers.returncode != 0 or values["heard"] != values["expected"] or values["gaps"]:
        raise RuntimeError(f"not every watcher heard of every change: {values}")
    setting.report.add("watchers_mb", peak, "MB")
    setting.report.add("watchers_p50_milliseconds", values["p50_milliseconds"], "ms")
    setting.report.add("watchers_p99_milliseconds", values["p99_milliseconds"], "ms")


def _allow_files(count: int) -> None:
    """A connection is a file; the server inherits how many it may have."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard if hard != resource.RLIM_INFINITY else max(soft, count), hard))

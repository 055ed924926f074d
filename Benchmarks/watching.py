"""`sitegen watch`: from a commit in the catalog to the file on the disk."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from statistics import median

from edits import Edit, edits
from setting import Setting

_EDITS = 20
_FIRST_BUILD_SECONDS = 1200
_EDIT_SECONDS = 60


def measure_watching(setting: Setting) -> None:
    if not _knows_watch(setting.sitegen.program):
        return setting.report.skip("watch", "this sitegen has no 'watch'")
    size = setting.scale.films
    catalog = setting.catalogs.copy(size, setting.folder / "watched.sqlite")
    setting.workspace.make_room(size.showtimes + size.films * 3, copies=1)
    site = setting.workspace.fresh("site")
    with _running(setting.sitegen.watch(catalog, site), setting.folder):
        delays = [_delay(edit.commit(), site) for edit in islice(edits(catalog), _EDITS)]
    setting.report.note("  " + " ".join(f"{delay * 1000:.1f}" for delay in delays) + " ms")
    setting.report.add("watch_milliseconds", median(delays) * 1000, "ms")
    setting.report.add("watch_worst_milliseconds", max(delays) * 1000, "ms")


def _knows_watch(program: Path) -> bool:
    shown = subprocess.run([program, "--help"], capture_output=True, text=True).stdout
    return any(line.split()[:1] == ["watch"] for line in shown.splitlines())


@contextmanager
def _running(command: list[str | Path], folder: Path) -> Iterator[None]:
    """`sitegen watch` once it has printed the line of its first build, which it always does; then it is stopped."""
    with (folder / "last-run.log").open("w") as log:
        # What it prints goes to a terminal's other end, so that a line comes when it is printed.
        ours, its = os.openpty()
        process = subprocess.Popen(list(map(str, command)), cwd=folder, stdout=its, stderr=log)
        os.close(its)
        try:
            _wait_for_line(ours, process)
            yield
        finally:
            process.terminate()
            process.wait(timeout=30)
            os.close(ours)


def _wait_for_line(terminal: int, process: subprocess.Popen) -> None:
    os.set_blocking(terminal, False)
    deadline = time.monotonic() + _FIRST_BUILD_SECONDS
    printed = b""
    while b"\n" not in printed:
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"'sitegen watch' has built nothing: {printed.decode(errors='replace')}")
        try:
            printed += os.read(terminal, 4096)
        except BlockingIOError:
            time.sleep(0.01)


def _delay(edit: Edit, site: Path) -> float:
    """Seconds from the commit until the film's data has the new time."""
    committed = time.monotonic()
    path = site / edit.data_file
    wanted = edit.starts_at.encode()
    while wanted not in path.read_bytes():
        if time.monotonic() - committed > _EDIT_SECONDS:
            raise RuntimeError(f"{path}: the change of showtime {edit.showtime} has not come")
        time.sleep(0.001)
    delay = time.monotonic() - committed
    # The rest of that change's files is written, too, before the next one.
    time.sleep(0.5)
    return delay

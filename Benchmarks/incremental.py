"""Building again: after nothing changed, and after one showtime did."""

from itertools import islice
from statistics import median

from edits import edits
from setting import Setting
from written_files import Snapshot, Writes

_RUNS = 5


def measure_incremental(setting: Setting) -> None:
    """Each build is a process of its own that finds the site which the one before has left."""
    size = setting.scale.films
    catalog = setting.catalogs.copy(size, setting.folder / "edited.sqlite")
    # A site, the links to its files, and a site that a build from scratch writes beside it.
    setting.workspace.make_room(size.showtimes + size.films * 3, copies=3)
    site = setting.workspace.fresh("site")
    build = setting.sitegen.build(catalog, site)
    first = setting.measure(build)
    setting.report.note(f"  the first build took {first.seconds:.2f} s")
    nothing = [setting.measure(build) for _ in range(_RUNS)]
    setting.report.add("noop_seconds", median(run.seconds for run in nothing), "s")
    setting.report.add("noop_peak_mb", median(run.peak_mb for run in nothing), "MB")

    snapshot = Snapshot(site, setting.workspace.fresh("snapshot"))
    runs, writes = [], []
    for edit in islice(edits(catalog), _RUNS):
        made = edit.commit()
        runs.append(setting.measure(build))
        if made.starts_at not in (site / made.data_file).read_text():
            raise SystemExit(f"{site / made.data_file}: the change of showtime {made.showtime} is not in it")
        writes.append(snapshot.writes())
    setting.report.add("one_showtime_seconds", median(run.seconds for run in runs), "s")
    setting.report.add("one_showtime_peak_mb", median(run.peak_mb for run in runs), "MB")
    _report(setting, writes)


def _report(setting: Setting, writes: list[Writes]) -> None:
    written, changed = sum(one.written for one in writes), sum(one.changed for one in writes)
    setting.report.note(f"  {written:,} files written for {changed:,} that had to change, by {len(writes)} edits")
    setting.report.add("files_changed_per_edit", changed / len(writes), "files")
    setting.report.add("files_written_per_changed", written / changed, "files")

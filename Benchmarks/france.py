"""The cinemas of a whole country, and of one twice as large."""

from output import extent
from processes import Usage, median_usage
from scale import Size
from setting import Setting


def measure_france(setting: Setting) -> None:
    size = setting.scale.france
    setting.workspace.make_room(_files(size), copies=setting.runs + 2)
    usage, files = _build(setting, size, setting.runs)
    setting.report.add("france_files", files, "files")
    setting.report.add("france_seconds", usage.seconds, "s")
    setting.report.add("france_cpu_seconds", usage.cpu_seconds, "s")
    setting.report.add("france_pages_per_second", files / usage.seconds, "files/s")
    setting.report.add("france_peak_mb", usage.peak_mb, "MB")
    twice, _ = _build(setting, size.twice(), runs=1)
    setting.report.add("france_twice_seconds", twice.seconds, "s")
    setting.report.add("france_twice_peak_mb", twice.peak_mb, "MB")
    setting.report.add("france_twice_memory_ratio", twice.peak_mb / usage.peak_mb, "of once")


def _files(size: Size) -> int:
    return size.showtimes + size.films * 3


def _build(setting: Setting, size: Size, runs: int) -> tuple[Usage, int]:
    """The median of some builds, and how many files each has rendered."""
    catalog = setting.catalogs.catalog(size)
    outputs = [setting.workspace.fresh(size.name) for _ in range(runs)]
    usage = median_usage([setting.measure(setting.sitegen.build(catalog, output)) for output in outputs])
    return usage, extent(outputs[-1]).files

"""Full builds: SiteGen and Hugo page for page, and SiteGen with all films beside what Hugo can bear of them."""

from collections.abc import Callable
from pathlib import Path

from comparison import require_same_content
from hugo import Hugo
from output import Extent, extent
from processes import Usage, median_usage
from scale import Size
from setting import Setting


def measure_rivals(setting: Setting) -> None:
    """The same pages from the same data."""
    size = setting.scale.rival
    if setting.hugo is None:
        return setting.report.skip("hugo", "there is no Hugo here")
    catalog = setting.catalogs.catalog(size)
    setting.workspace.make_room(_files(size), copies=setting.runs * 2)
    hugo = _hugo(setting, catalog, has_showtime_pages=True)
    ours, theirs, (our_extent, their_extent) = _interleaved(setting, catalog, hugo, compares=True)
    _report(setting, "sitegen", ours, our_extent)
    _report(setting, "hugo", theirs, their_extent)
    setting.report.add("render_ratio", _rate(our_extent, ours[0]) / _rate(their_extent, theirs[0]), "×")
    setting.report.add("write_ratio", _rate(our_extent, ours[1]) / _rate(their_extent, theirs[1]), "×")
    setting.report.add("memory_ratio", ours[1].peak_mb / theirs[1].peak_mb, "of Hugo's")


def measure_all_films(setting: Setting) -> None:
    """All films. Hugo's set leaves out the pages of the showtimes, which it cannot hold in memory."""
    size = setting.scale.films
    catalog = setting.catalogs.catalog(size)
    setting.workspace.make_room(_files(size), copies=setting.runs + 1)
    hugo = _hugo(setting, catalog, has_showtime_pages=False) if setting.hugo else None
    ours, theirs, (our_extent, their_extent) = _interleaved(setting, catalog, hugo, compares=False)
    _report(setting, "build", ours, our_extent)
    if not theirs:
        return setting.report.skip("Hugo with all films", "there is no Hugo here")
    _report(setting, "hugo_films", theirs, their_extent)
    setting.report.add("films_render_ratio", _rate(our_extent, ours[0]) / _rate(their_extent, theirs[0]), "×")
    setting.report.add("films_write_ratio", _rate(our_extent, ours[1]) / _rate(their_extent, theirs[1]), "×")


def _files(size: Size) -> int:
    return size.showtimes + size.films * 3


def _hugo(setting: Setting, catalog: Path, has_showtime_pages: bool) -> Hugo:
    hugo = Hugo(setting.hugo, setting.folder / "hugo")
    hugo.prepare(catalog, has_showtime_pages)
    return hugo


def _interleaved(
    setting: Setting, catalog: Path, hugo: Hugo | None, compares: bool
) -> tuple[list[Usage], list[Usage], list[Extent]]:
    """For each side the median of rendering alone and that of rendering and writing; and what each has rendered."""
    commands: list[Callable[[Path], list]] = [
        lambda output: setting.sitegen.dry_run(catalog, output), lambda output: setting.sitegen.build(catalog, output)]
    if hugo:
        commands += [lambda output: hugo.render(), lambda output: hugo.build(output)]
    usages: list[list[Usage]] = [[] for _ in commands]
    outputs: list[Path] = []
    for _ in range(setting.runs):
        outputs = [setting.workspace.fresh("site") for _ in commands]
        for command, output, usage in zip(commands, outputs, usages):
            usage.append(setting.measure(command(output)))
    written = outputs[1::2]
    if compares:
        require_same_content(catalog, *written)
        setting.report.note("  sampled film pages have the same title, cast and times in both")
    medians = list(map(median_usage, usages))
    extents = list(map(extent, written))
    return medians[:2], medians[2:], extents + [Extent(0, 0, 0)] * (2 - len(extents))


def _report(setting: Setting, name: str, usages: list[Usage], extent: Extent) -> None:
    render, write = usages
    setting.report.note(f"  {name}: {extent}")
    setting.report.add(f"{name}_files", extent.files, "files")
    setting.report.add(f"{name}_megabytes", extent.bytes / 1e6, "MB")
    setting.report.add(f"{name}_render_seconds", render.seconds, "s")
    setting.report.add(f"{name}_render_pages_per_second", _rate(extent, render), "files/s")
    setting.report.add(f"{name}_render_peak_mb", render.peak_mb, "MB")
    setting.report.add(f"{name}_write_seconds", write.seconds, "s")
    setting.report.add(f"{name}_write_cpu_seconds", write.cpu_seconds, "s")
    setting.report.add(f"{name}_write_pages_per_second", _rate(extent, write), "files/s")
    setting.report.add(f"{name}_peak_mb", write.peak_mb, "MB")


def _rate(extent: Extent, usage: Usage) -> float:
    return extent.files / usage.seconds

"""SiteGen's build beside the mere unpacking of what it has built."""

import subprocess

from processes import median_usage
from setting import Setting


def measure_unpacking(setting: Setting) -> None:
    """Both write the same files to the same disk, each time to a fresh folder."""
    size = setting.scale.films
    catalog = setting.catalogs.catalog(size)
    # One output to pack, its archive, and for each run two outputs.
    setting.workspace.make_room(size.showtimes + size.films * 3, copies=2 + setting.runs * 2)
    finished, archive = setting.workspace.fresh("site"), setting.workspace.fresh("site.tar")
    setting.measure(setting.sitegen.build(catalog, finished))
    subprocess.run(["tar", "-c", "-f", archive, "-C", finished, "."], check=True)
    building, unpacking = [], []
    for _ in range(setting.runs):
        building.append(setting.measure(setting.sitegen.build(catalog, setting.workspace.fresh("site"))))
        folder = setting.workspace.fresh("unpacked")
        folder.mkdir()
        unpacking.append(setting.measure(["tar", "-x", "-f", archive, "-C", folder]))
    build, unpack = median_usage(building), median_usage(unpacking)
    setting.report.add("tar_seconds", unpack.seconds, "s")
    setting.report.add("tar_build_seconds", build.seconds, "s")
    setting.report.add("tar_ratio", build.seconds / unpack.seconds, "of tar -x")

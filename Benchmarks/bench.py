"""Measures SiteGen, with Hugo and tar beside it; see README.md.

    python3 bench.py --sitegen PATH [--hugo PATH] [--scale full|small] [--only GROUP …]
"""

import argparse
import signal
import sys

import machine
import options
from catalogs import Catalogs
from groups import GROUPS
from report import Report
from scale import scale
from setting import Setting
from sitegen import SiteGen
from workspace import Workspace

RUNS = {"full": 3, "small": 1}


def main() -> None:
    chosen = options.read(__doc__.splitlines()[0])
    if chosen.list_groups:
        print("\n".join(chosen.only))
    else:
        measure(chosen)


def measure(chosen: argparse.Namespace) -> None:
    setting = prepared(chosen)
    print(machine.description(setting.folder, setting.hugo), flush=True)
    try:
        for name in chosen.only:
            print(f"\n{name}", flush=True)
            GROUPS[name](setting)
    finally:
        print("\n" + setting.report.table() + "\n", flush=True)
        setting.workspace.clear()


def prepared(chosen: argparse.Namespace) -> Setting:
    folder = chosen.folder.resolve()
    return Setting(
        sitegen=SiteGen(chosen.sitegen.resolve()), hugo=chosen.hugo and chosen.hugo.resolve(),
        scale=scale(chosen.scale, chosen.films, chosen.rival_films), runs=chosen.runs or RUNS[chosen.scale],
        folder=folder, catalogs=Catalogs(folder / "catalogs", chosen.sitegen.resolve()), workspace=Workspace(folder),
        report=Report())


if __name__ == "__main__":
    # Whoever ends it finds the disk as it was.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    main()

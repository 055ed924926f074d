"""Measures SiteGen, with Hugo and tar beside it, and BookingAPI; see README.md.

    python3 bench.py --sitegen PATH [--booking-api PATH] [--hugo PATH] [--scale full|small] [--only GROUP …]
"""

import argparse
import signal
import sys
from pathlib import Path

# What starts the booking API and speaks with it is shared with the tests.
sys.path.append(str(Path(__file__).resolve().parent.parent / "Tests" / "BookingProgram"))

import machine
import options
from catalogs import Catalogs
from groups import BOOKING, GROUPS
from report import Report
from scale import BOOKING_SCALES, scale
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
            if name in BOOKING and setting.booking_api is None:
                setting.report.skip(name, "--booking-api names no program")
            else:
                GROUPS[name](setting)
    finally:
        print("\n" + setting.report.table() + "\n", flush=True)
        setting.workspace.clear()


def prepared(chosen: argparse.Namespace) -> Setting:
    folder = chosen.folder.resolve()
    return Setting(
        sitegen=SiteGen(chosen.sitegen.resolve()), hugo=chosen.hugo and chosen.hugo.resolve(),
        booking_api=chosen.booking_api and chosen.booking_api.resolve(),
        scale=scale(chosen.scale, chosen.films, chosen.rival_films), booking_scale=BOOKING_SCALES[chosen.scale], runs=chosen.runs or RUNS[chosen.scale],
        folder=folder, catalogs=Catalogs(folder / "catalogs", chosen.sitegen.resolve()), workspace=Workspace(folder),
        report=Report())


if __name__ == "__main__":
    # Whoever ends it finds the disk as it was.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    main()

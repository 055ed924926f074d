"""Makes a catalog of real films and cinemas, with showtimes as uneven as they are: most films are not shown at all, and
one is shown everywhere.

    python3 real_catalog.py --sitegen PATH --data ../shared/data --catalog france.sqlite
"""

import argparse
import functools
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import samples
from catalogs import opened, schedule
from sitegen import REPOSITORY
from timetable import by_favour


@dataclass(frozen=True)
class RealSize:
    """How much of it; as it stands, all there is."""

    films: int = 36_273
    theaters: int = 2_061
    showtimes: int = 400_000
    days: int = 15
    # Of all showings, those of the film that is shown most.
    share: float = 0.08
    # Of all films, those that are shown at all.
    running: float = 0.03


def make(sitegen: Path, data: Path, catalog: Path, size: RealSize) -> None:
    catalog.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)

        def bring_in(name: str, contents: bytes, mapping: str | None = None) -> None:
            file = folder / name
            file.write_bytes(contents)
            options = ["--mapping", REPOSITORY / "examples" / "mappings" / mapping] if mapping else []
            subprocess.run([sitegen, "import", "--catalog", catalog, *options, file], check=True, stdout=subprocess.DEVNULL)

        bring_in("house.yaml", samples.HOUSE.encode())
        bring_in("films.json", samples.films(data, size.films), "wikipedia-films.yaml")
        bring_in("cinemas.csv", samples.cinemas(data, size.theaters), "french-cinemas.yaml")
    turns = functools.partial(_turns, share=size.share, running=size.running)
    with opened(catalog) as database:
        schedule(database, size.showtimes, turns, size.days)


def _turns(films, chance, share, running):
    return by_favour(films, share, running, chance)


def main() -> None:
    whole = RealSize()
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--sitegen", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the folders 'movies' and 'cinemas'")
    parser.add_argument("--catalog", type=Path, required=True, help="the file to write; one that is there is replaced")
    parser.add_argument("--films", type=int, default=whole.films)
    parser.add_argument("--theaters", type=int, default=whole.theaters)
    parser.add_argument("--showtimes", type=int, default=whole.showtimes)
    parser.add_argument("--days", type=int, default=whole.days, help="over how many days they are spread")
    parser.add_argument("--share", type=float, default=whole.share, help="of the showings, those of the first film")
    parser.add_argument("--running", type=float, default=whole.running, help="of the films, those that are shown")
    options = vars(parser.parse_args())
    paths = {name: options.pop(name).resolve() for name in ("sitegen", "data", "catalog")}
    make(**paths, size=RealSize(**options))


if __name__ == "__main__":
    main()

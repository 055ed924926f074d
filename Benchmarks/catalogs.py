"""Makes the catalogs that are measured, once, and keeps them."""

import random
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from scale import NOW, Size
from timetable import DAYS, Film, Room, Slot, in_turn, slots

_SEED = 1


class Catalogs:
    """The catalogs in a folder; one that is missing is made."""

    def __init__(self, folder: Path, sitegen: Path):
        self.folder, self.sitegen = folder, sitegen

    def catalog(self, size: Size) -> Path:
        """The catalog of a size. It is kept for later runs: who changes it takes a `copy`."""
        path = self.folder / f"{size.name}-{size.films}-{size.theaters}-{size.auditoriums}-{size.showtimes}.sqlite"
        if not path.exists():
            print(f"Making the catalog '{size.name}': {size} …", flush=True)
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_suffix(".part")
            unfinished.unlink(missing_ok=True)
            self._demo(unfinished, size)
            with opened(unfinished) as database:
                _furnish(database, size.auditoriums)
                schedule(database, size.showtimes)
            unfinished.rename(path)
        return path

    def copy(self, size: Size, target: Path) -> Path:
        return Path(shutil.copyfile(self.catalog(size), target))

    def _demo(self, path: Path, size: Size) -> None:
        subprocess.run(
            [self.sitegen, "demo", "--catalog", path, "--movies", str(size.films), "--theaters", str(size.theaters),
             "--days", "1", "--seed", str(_SEED), "--now", NOW],
            check=True, stdout=subprocess.DEVNULL)


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that commits what was done in it, all at once, and closes."""
    database = sqlite3.connect(path, timeout=30)
    try:
        database.execute("PRAGMA foreign_keys = ON")
        with database:
            yield database
    finally:
        database.close()


def _furnish(database: sqlite3.Connection, total: int) -> None:
    """Gives the theaters `total` auditoriums together: builds where there are fewest, closes where there are most."""
    database.execute("DELETE FROM showtime")
    rooms: dict[int, list[tuple[int, str]]] = {}
    auditoriums = database.execute("SELECT theater_id, id, seat_layout_id FROM auditorium ORDER BY id")
    for theater, room, layout in auditoriums:
        rooms.setdefault(theater, []).append((room, layout))
    missing = total - sum(map(len, rooms.values()))
    while missing < 0:
        largest = max(map(len, rooms.values()))
        for theater in [theater for theater in rooms if len(rooms[theater]) == largest][:-missing]:
            database.execute("DELETE FROM auditorium WHERE id = ?", [rooms[theater].pop()[0]])
            missing += 1
    while missing > 0:
        smallest = min(map(len, rooms.values()))
        for theater in [theater for theater in rooms if len(rooms[theater]) == smallest][:missing]:
            number, layout = smallest + 1, rooms[theater][smallest // 2][1]
            database.execute(
                "INSERT INTO auditorium (theater_id, source_key, position, name, seat_layout_id) "
                "VALUES (?, ?, ?, ?, ?)",
                [theater, f"bench-{number}", number, f"Screen {number}", layout])
            rooms[theater].append((0, layout))
            missing -= 1


def schedule(
        database: sqlite3.Connection, count: int,
        turns: Callable[[Sequence[Film], random.Random], Iterator[Film]] = in_turn, days: int = DAYS) -> None:
    """Adds showtimes in all auditoriums of a catalog.

    turns: of some films, the one that is shown next, without end.
    """
    chance = random.Random(_SEED)
    films = [Film(*row) for row in database.execute("SELECT id, coalesce(runtime, 120) FROM movie ORDER BY id")]
    rooms = [Room(*row) for row in database.execute(
        "SELECT auditorium.id, time_zone FROM auditorium JOIN theater ON theater.id = theater_id "
        "ORDER BY auditorium.id")]
    lists = dict(database.execute("SELECT source_key, id FROM price_list"))
    languages = dict(database.execute("SELECT movie_id, language FROM movie_language WHERE position = 0"))
    ids = _ids(chance)
    database.executemany(
        "INSERT INTO showtime (id, source, movie_id, auditorium_id, price_list_id, starts_at, ends_at, format, "
        "language, subtitles, audio_description, captions, relaxed, status) "
        "VALUES (?, 'demo', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (next(ids), slot.film, slot.room, lists[_price_list(slot)], slot.starts_at, slot.ends_at,
             *_version(languages.get(slot.film, ""), slot, chance.randrange(100)))
            for slot in slots(turns(films, chance), rooms, count, chance, days)))


def _ids(chance: random.Random) -> Iterator[str]:
    given: set[int] = set()
    while True:
        number = chance.getrandbits(48)
        if number not in given:
            given.add(number)
            yield f"{number:012x}"


def _price_list(slot: Slot) -> str:
    return "late" if slot.minute >= 22 * 60 else "matinee" if slot.minute < 17 * 60 else "evening"


def _version(language: str, slot: Slot, chance: int) -> tuple[str, str, str, bool, bool, bool, str]:
    """Format, language, subtitles, audio description, captions, relaxed and status, as often as in the demo."""
    is_relaxed = slot.minute < 17 * 60 and chance % 10 == 1
    return (
        "35mm" if chance < 10 else "Digital", language, "en" if language not in ("", "en") else "",
        chance % 5 == 2, chance % 6 == 3, is_relaxed, "sold-out" if chance == 99 else "scheduled")

"""A catalog with seats enough for millions of buyers, and the bodies with which they ask for them."""

import json
import sqlite3
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

ROWS, COLUMNS = 15, 20
"""Of each room: a large one."""
SEATS = ROWS * COLUMNS
_TIMES = ["10:00", "13:00", "16:00", "19:00", "22:00"]
_ROOMS = 48
# Holds of so many showtimes come in turn: buyers are not all in one room.
_SPREAD = 100


@dataclass(frozen=True)
class BookingCatalog:
    path: Path
    showtimes: list[str]

    def hold_bodies(self, skip: int = 0) -> Iterator[str]:
        """Bodies of `POST /v1/holds`, two neighbouring seats each, no seat twice; without the first `skip`."""
        for first in range(0, len(self.showtimes), _SPREAD):
            group = self.showtimes[first:first + _SPREAD]
            if skip >= len(group) * SEATS // 2:
                skip -= len(group) * SEATS // 2
                continue
            for pair in range(SEATS // 2):
                row, column = chr(ord("A") + pair // (COLUMNS // 2)), pair % (COLUMNS // 2) * 2 + 1
                for showtime in group:
                    if skip:
                        skip -= 1
                    else:
                        yield hold_body(showtime, f"{row}{column}", f"{row}{column + 1}")


def hold_body(showtime: str, *seats: str) -> str:
    wanted = [{"seat": seat, "ticketType": "adult"} for seat in seats]
    return json.dumps({"showtime": showtime, "seats": wanted}, separators=(",", ":"))


def booking_catalog(folder: Path, sitegen: Path, holds: int) -> BookingCatalog:
    """The catalog with room for so many holds of two seats. It is made anew each day, as its showtimes must be ahead."""
    showtimes = -(-holds * 2 // SEATS)
    days = -(-showtimes // (_ROOMS * len(_TIMES)))
    today = date.today()
    path = folder / f"booking-{today}-{_ROOMS}-{days}.sqlite"
    if not path.exists():
        print(f"Making a catalog with {_ROOMS * len(_TIMES) * days:,} showtimes of {SEATS} seats …", flush=True)
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("booking-*.sqlite*"):
            old.unlink()
        document = folder / "booking.yaml"
        document.write_text(json.dumps(_document(today, days)))
        subprocess.run([sitegen, "import", "--catalog", path, document], check=True, stdout=subprocess.DEVNULL)
    with sqlite3.connect(path) as database:
        ids = [id for id, in database.execute("SELECT id FROM showtime ORDER BY starts_at, id")]
    return BookingCatalog(path, ids)


def _document(today: date, days: int) -> dict:
    first, last = today + timedelta(days=2), today + timedelta(days=1 + days)
    return {
        "marquee": 1, "source": "bench", "currency": "EUR", "ticketTypes": [{"id": "adult", "name": "Adult"}],
        "priceLists": [{"id": "normal", "prices": {"adult": 9.50}}],
        "layouts": [{"id": "room", "plan": "\n".join(
            f"{chr(ord('A') + row)} {'s' * COLUMNS}" for row in range(ROWS))}],
        "theaters": [{"name": "The Benchmark", "timeZone": "Europe/Dublin", "auditoriums": [
            {"name": f"Screen {number}", "layout": "room"} for number in range(1, _ROOMS + 1)]}],
        "movies": [{"title": "The Load", "runtime": 100}],
        "showtimes": [{
            "movie": "The Load", "auditorium": f"Screen {number}", "from": f"{first}", "until": f"{last}", "times": _TIMES,
        } for number in range(1, _ROOMS + 1)],
    }

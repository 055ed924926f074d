"""What is on sale in a catalog: showtimes ahead, with the seats of their rooms."""

import functools
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path

SIGNS = {"s": "standard", "p": "premium", "w": "wheelchair", "c": "companion"}


@dataclass(frozen=True)
class Showing:
    id: str
    rows: tuple[tuple[str, ...], ...]
    ticket_type: str

    @functools.cached_property
    def seats(self) -> tuple[str, ...]:
        return tuple(seat for row in self.rows for seat in row)


def showings_ahead(catalog: Path, hours: float = 24) -> list[Showing]:
    """Those that are on sale and begin no sooner than in so many hours; what is on last comes last."""
    with sqlite3.connect(f"file:{catalog}?mode=ro", uri=True) as database:
        rows = database.execute(
            """
            SELECT showtime.id, plan, (SELECT code FROM price JOIN ticket_type ON ticket_type.id = ticket_type_id
                WHERE price.price_list_id = showtime.price_list_id ORDER BY ticket_type.position LIMIT 1)
            FROM showtime JOIN auditorium ON auditorium.id = auditorium_id
            JOIN seat_layout ON seat_layout.id = seat_layout_id
            WHERE showtime.status = 'scheduled' AND showtime.price_list_id IS NOT NULL AND starts_at > ?
            ORDER BY starts_at, showtime.id
            """, [time.time() + hours * 3600]).fetchall()
    return [Showing(id, seat_rows(plan), ticket_type) for id, plan, ticket_type in rows]


@functools.cache
def seat_rows(plan: str) -> tuple[tuple[str, ...], ...]:
    """The labels of a plan's seats, row by row; see docs/catalog.md."""
    rows = []
    for line in plan.splitlines():
        label, _, places = line.strip().partition(" ")
        seats = [sign for sign in places if sign in SIGNS]
        if seats:
            rows.append(tuple(f"{label}{number}" for number in range(1, len(seats) + 1)))
    return tuple(rows)

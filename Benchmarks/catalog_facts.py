"""What a catalog says of a film."""

import sqlite3
from datetime import datetime
from zoneinfo import ZoneInfo


def film_facts(database: sqlite3.Connection, slug: str) -> list[str]:
    """Title, cast, and the start and end of each showtime, as its page shows them."""
    film, title = database.execute("SELECT id, title FROM movie WHERE slug = ?", [slug]).fetchone()
    cast = database.execute(
        "SELECT name FROM credit JOIN person ON person.id = person_id WHERE movie_id = ? AND role = 'actor'", [film])
    times = database.execute(
        "SELECT starts_at, ends_at, time_zone FROM showtime JOIN auditorium ON auditorium.id = auditorium_id "
        "JOIN theater ON theater.id = theater_id WHERE movie_id = ?", [film])
    return [title, *(name for name, in cast), *(
        f"{_clock(starts, zone)} ends {_clock(ends, zone)}" for starts, ends, zone in times)]


def _clock(instant: int, zone: str) -> str:
    return f"{datetime.fromtimestamp(instant, ZoneInfo(zone)):%H:%M}"


def rfc3339(instant: int, zone: str) -> str:
    """`2026-11-21T20:30:00+01:00`, as the data files have it."""
    return datetime.fromtimestamp(instant, ZoneInfo(zone)).isoformat().replace("+00:00", "Z")

"""A film that is shown more often than fits on a page, in a house of many rooms: the demo has neither."""

import sqlite3
from datetime import datetime, timedelta, timezone
from pathlib import Path

LONG_RUN, LARGE_HOUSE = "the-zoetrope", "the-zenith"
ROOMS, SHOWINGS = 20, 7


def add(catalog: Path) -> None:
    """Two days of it, so far ahead and so late in all lists that no other test meets it."""
    with sqlite3.connect(catalog) as database:
        movie, theater = (
            database.execute(sql, [slug]).lastrowid for sql, slug in [
                ("INSERT INTO movie (slug, source_key, title, year) VALUES (?1, ?1, 'The Zoetrope', 2026)", LONG_RUN),
                ("INSERT INTO theater (slug, source_key, name, time_zone, city) "
                 "VALUES (?1, ?1, 'The Zenith', 'Europe/Paris', 'Zwolle')", LARGE_HOUSE)])
        first = (datetime.now(timezone.utc) + timedelta(days=30)).replace(hour=8, minute=0, second=0, microsecond=0)
        for room in range(ROOMS):
            auditorium = database.execute(
                "INSERT INTO auditorium (theater_id, source_key, position, name, seat_layout_id) "
                "SELECT ?, ?, ?, ?, min(id) FROM seat_layout", [theater, str(room), room, f"Screen {room + 1}"]).lastrowid
            for number in range(2 * SHOWINGS):
                starts = first + timedelta(days=number // SHOWINGS, hours=number % SHOWINGS * 2)
                database.execute(
                    "INSERT INTO showtime (movie_id, auditorium_id, price_list_id, starts_at, ends_at) "
                    "SELECT ?, ?, min(id), ?, ? FROM price_list",
                    [movie, auditorium, int(starts.timestamp()), int(starts.timestamp()) + 6_000])
    database.close()

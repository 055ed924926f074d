"""The largest room that a cinema is likely to have; the demo's has 300 seats."""

import hashlib
import sqlite3
from datetime import datetime, timedelta, timezone
from pathlib import Path

FILM, HOUSE, SEATS = "the-colossus", "the-colosseum", 640
PLAN = "\n".join(f"{row}  ssssssss_{'pppppppppppppppp' if row in 'KLM' else 'ssssssssssssssss'}_ssssssss" for row in "ABCDEFGHIJKLMNOPQRST")


def add(catalog: Path) -> None:
    """One showing in it, so far ahead and so late in all lists that no other test meets it."""
    layout = hashlib.sha256(PLAN.encode()).hexdigest()[:12]
    starts = int((datetime.now(timezone.utc) + timedelta(days=40)).timestamp())
    with sqlite3.connect(catalog) as database:
        database.execute("INSERT INTO seat_layout (id, plan) VALUES (?, ?)", [layout, PLAN])
        movie, theater = (
            database.execute(sql, [slug]).lastrowid for sql, slug in [
                ("INSERT INTO movie (slug, source_key, title, year) VALUES (?1, ?1, 'Zyklop', 2026)", FILM),
                ("INSERT INTO theater (slug, source_key, name, time_zone, city) "
                 "VALUES (?1, ?1, 'The Zzyzx', 'Europe/Paris', 'Zwolle')", HOUSE)])
        auditorium = database.execute(
            "INSERT INTO auditorium (theater_id, source_key, position, name, seat_layout_id) VALUES (?, '1', 1, 'Screen 1', ?)",
            [theater, layout]).lastrowid
        database.execute(
            "INSERT INTO showtime (movie_id, auditorium_id, price_list_id, starts_at, ends_at) "
            "SELECT ?, ?, min(id), ?, ? FROM price_list", [movie, auditorium, starts, starts + 6_000])
    database.close()

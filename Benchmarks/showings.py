"""The showings of a catalog, and their grouping by film, theater and day."""

import sqlite3
from collections import defaultdict
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import wording
from catalog_facts import rfc3339

_CINEMA_DAY_BEGINS = 6


def read(database: sqlite3.Connection, films: dict, theaters: dict) -> dict:
    """By id, in order of start."""
    rows = database.execute(
        "SELECT showtime.*, movie.slug AS film, theater.slug AS theater, time_zone, auditorium.name AS room, "
        "seat_layout_id, price_list.source_key AS prices FROM showtime JOIN movie ON movie.id = movie_id "
        "JOIN auditorium ON auditorium.id = auditorium_id JOIN theater ON theater.id = theater_id "
        "JOIN price_list ON price_list.id = price_list_id ORDER BY starts_at, showtime.id")
    return {row["id"]: _showing(row, films[row["film"]]["title"], theaters[row["theater"]]["name"]) for row in rows}


def _showing(row: sqlite3.Row, title: str, theater: str) -> dict:
    zone = ZoneInfo(row["time_zone"])
    starts, ends = (datetime.fromtimestamp(row[at], zone) for at in ("starts_at", "ends_at"))
    cinema_day = (starts - timedelta(hours=_CINEMA_DAY_BEGINS)).date()
    when = f"{wording.long_day(cinema_day)}, {starts:%H:%M}"
    return {
        "name": f"{title}: {when}, {theater}",
        "description": f"Choose seats for {title} on {when} at {theater}, {row['room']}.",
        "startsAt": rfc3339(row["starts_at"], row["time_zone"]), "endsAt": rfc3339(row["ends_at"], row["time_zone"]),
        "time": f"{starts:%H:%M}", "endTime": f"{ends:%H:%M}", "day": cinema_day.isoformat(),
        "film": row["film"], "theater": row["theater"], "room": row["room"], "layout": row["seat_layout_id"],
        "prices": row["prices"], "format": row["format"],
        "language": row["language"], "languageName": wording.language(row["language"]),
        "subtitles": row["subtitles"], "subtitlesName": wording.language(row["subtitles"]),
        "audioDescription": bool(row["audio_description"]), "captions": bool(row["captions"]),
        "relaxed": bool(row["relaxed"]), "status": row["status"],
    }


class Grouping:
    """Groups showings by one of their fields, in the field's order; within a group they keep theirs."""

    def __init__(self, showings: dict):
        self.showings = showings

    def pairs(self, field: str, ids: list[str]) -> list[tuple[str, list[str]]]:
        groups = defaultdict(list)
        for id in ids:
            groups[self.showings[id][field]].append(id)
        return sorted(groups.items())

    def by(self, field: str, ids: list[str]) -> list[dict]:
        return [{"key": key, "showings": ids} for key, ids in self.pairs(field, ids)]

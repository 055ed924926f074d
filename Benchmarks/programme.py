"""Reads a catalog as the pages need it: one dictionary for each kind of thing, everything worked out beforehand."""

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import films
import rooms
import showings
import theaters
import wording
from scale import NOW
from showings import Grouping

_TODAY = datetime.fromisoformat(NOW).date()
_DAYS_OF_THEATER = 14
_FILMS_TODAY = 40
_FILMS_COMING = 24


@dataclass(frozen=True)
class Programme:
    """By slug, showings and layouts by id, days by date, price lists by name."""

    cinema: dict
    films: dict
    people: dict
    theaters: dict
    showings: dict
    days: dict
    layouts: dict
    prices: dict


def read(catalog: Path) -> Programme:
    database = sqlite3.connect(f"file:{catalog}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    try:
        return _read(database)
    finally:
        database.close()


def _read(database: sqlite3.Connection) -> Programme:
    name = database.execute("SELECT name FROM cinema").fetchone()[0]
    layouts, prices = rooms.layouts(database), rooms.prices(database)
    all_films, people = films.read(database, name)
    all_theaters = theaters.read(database, layouts)
    all_showings = showings.read(database, all_films, all_theaters)
    days = _place(all_films, all_theaters, all_showings)
    cinema = {"name": name, "days": [_day(text) for text in days], "genres": _genres(database),
              **_home(all_films, days)}
    return Programme(cinema, all_films, people, all_theaters, all_showings, days, layouts, prices)


def _place(all_films: dict, all_theaters: dict, all_showings: dict) -> dict:
    """Gives each film and each theater its showings, by day; returns the days that have any, with theirs."""
    group, ids = Grouping(all_showings), list(all_showings)
    for slug, of_film in group.pairs("film", ids):
        all_films[slug] |= {"showings": of_film, "days": [
            {"date": day, "theaters": group.by("theater", of_day)} for day, of_day in group.pairs("day", of_film)]}
    for slug, of_theater in group.pairs("theater", ids):
        days = group.pairs("day", of_theater)[:_DAYS_OF_THEATER]
        all_theaters[slug] |= {"showings": of_theater, "days": [
            {"date": day, "films": group.by("film", of_day)} for day, of_day in days]}
    return {
        day: _day(day) | {"films": group.by("film", of_day), "theaters": [
            {"key": slug, "films": group.by("film", there)} for slug, there in group.pairs("theater", of_day)]}
        for day, of_day in group.pairs("day", ids)}


def _day(text: str) -> dict:
    """What pages say of a day."""
    value = date.fromisoformat(text)
    return {"date": text, "label": wording.short_day(value, _TODAY), "name": wording.long_day(value),
            "href": f"/showtimes/{text}/"}


def _genres(database: sqlite3.Connection) -> list[dict]:
    return [{"name": row["name"], "href": f"/genres/{row['slug']}/"}
            for row in database.execute("SELECT slug, name FROM genre ORDER BY slug")]


def _home(all_films: dict, days: dict) -> dict:
    """What is on the first day that has showings, and what comes later."""
    first = next(iter(days.values()))["films"]
    shown = {film["key"] for film in first}
    return {"today": first[:_FILMS_TODAY], "coming": [slug for slug in all_films if slug not in shown][:_FILMS_COMING]}

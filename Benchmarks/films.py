"""The films of a catalog, and the people that are credited in them."""

import sqlite3
from collections import defaultdict

import wording

_ROLES = (("actor", "cast"), ("director", "directors"), ("writer", "writers"))


def read(database: sqlite3.Connection, cinema: str) -> tuple[dict, dict]:
    """Films and people, each by slug. A film's days and showings are still to be filled in."""
    people = {row["id"]: {"name": row["name"], "href": f"/people/{row['slug']}/", "slug": row["slug"]}
              for row in database.execute("SELECT * FROM person")}
    genres, credits, languages = _genres(database), _credits(database, people), _languages(database)
    films, years = {}, {}
    for row in database.execute("SELECT * FROM movie ORDER BY slug"):
        id, slug = row["id"], row["slug"]
        years[slug] = row["year"] or 0
        films[slug] = _film(row, cinema, languages[id]) | {
            "genres": genres[id], **{credited: credits[id, role] for role, credited in _ROLES}}
    latest_first = sorted(films, key=lambda slug: (-years[slug], slug))
    return films, _people(people, [(slug, films[slug]) for slug in latest_first])


def _film(row: sqlite3.Row, cinema: str, languages: list[str]) -> dict:
    title, year, synopsis = row["title"], row["year"], row["synopsis"]
    name = title + (f" ({year})" if year else "")
    return {
        "name": name, "title": title,
        "description": wording.excerpt(f"{name}: showtimes and tickets at {cinema}. {synopsis}", 200),
        "originalTitle": row["original_title"] if row["original_title"] != title else "",
        "year": year, "runtime": row["runtime"], "length": wording.length(row["runtime"]),
        "certificate": row["certificate"], "synopsis": synopsis, "trailer": row["trailer"],
        "excerpt": wording.excerpt(synopsis, 160), "releaseDate": row["release_date"],
        "languages": languages, "languageNames": list(map(wording.language, languages)),
        "days": [], "showings": [],
    }


def _genres(database: sqlite3.Connection) -> dict[int, list]:
    genres = defaultdict(list)
    for row in database.execute("SELECT movie_id, slug, name FROM movie_genre JOIN genre ON genre.id = genre_id "
                                "ORDER BY movie_id, position"):
        genres[row["movie_id"]].append({"name": row["name"], "href": f"/genres/{row['slug']}/"})
    return genres


def _credits(database: sqlite3.Connection, people: dict) -> dict[tuple[int, str], list]:
    credits = defaultdict(list)
    for row in database.execute("SELECT * FROM credit ORDER BY movie_id, role, position"):
        credits[row["movie_id"], row["role"]].append(people[row["person_id"]] | {"character": row["character"]})
    return credits


def _languages(database: sqlite3.Connection) -> dict[int, list]:
    languages = defaultdict(list)
    for row in database.execute("SELECT * FROM movie_language ORDER BY movie_id, position"):
        languages[row["movie_id"]].append(row["language"])
    return languages


def _people(people: dict, films: list[tuple[str, dict]]) -> dict:
    """By slug, with the slugs of their films by role, which the credits of the films lose."""
    found = {one["slug"]: {"name": one["name"], "actor": [], "director": [], "writer": []} for one in people.values()}
    for slug, film in films:
        for role, credited in _ROLES:
            for person in film[credited]:
                shown = found[person.pop("slug")][role]
                # Who plays two characters in a film is credited twice.
                if shown[-1:] != [slug]:
                    shown.append(slug)
    return found

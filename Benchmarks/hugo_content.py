"""Writes Hugo's content files: front matter alone, as all that a page says comes from the data by its key."""

import json
from pathlib import Path

from programme import Programme


def write(programme: Programme, content: Path, has_showtime_pages: bool) -> None:
    """One file for each film, person, theater and day, and for each showtime if wanted."""
    cinema = programme.cinema["name"]
    for weight, (slug, film) in enumerate(programme.films.items(), 1):
        _page(content / "movies" / f"{slug}.md", slug, film["name"], film["description"], weight=weight,
              outputs=["html", "data"], genres=[genre["name"] for genre in film["genres"]])
    for slug, person in programme.people.items():
        about = f"Films with {person['name']}, and when {cinema} shows them."
        _page(content / "people" / f"{slug}.md", slug, person["name"], about)
    for weight, (slug, theater) in enumerate(programme.theaters.items(), 1):
        place = f"{theater['name']}, {theater['city']}"
        _page(content / "theaters" / f"{slug}.md", slug, place,
              f"{place}: films, showtimes, prices and how to get there.", weight=weight, outputs=["html", "data"])
    for date, day in programme.days.items():
        name = f"{day['name']} {date[:4]}"
        (content / "showtimes" / date).mkdir()
        _page(content / "showtimes" / date / "_index.md", date, f"Showtimes on {name}",
              f"Every film and showtime at {cinema} on {name}.")
    if has_showtime_pages:
        for id, showing in programme.showings.items():
            _page(content / "showtimes" / f"{id}.md", id, showing["name"], showing["description"])


def _page(path: Path, key: str, title: str, description: str, **more: object) -> None:
    front_matter = {"key": key, "title": title, "description": description, **more}
    path.write_text(json.dumps(front_matter, ensure_ascii=False))

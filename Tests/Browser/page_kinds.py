"""The address of one page of each kind."""

import re

from long_run import LARGE_HOUSE, LONG_RUN

KINDS = [
    "home", "movies", "movie", "movie-day", "theaters", "theater", "theater-day", "days", "day", "genre", "person",
    "search", "showtime", "checkout", "tickets", "not-found",
]


def address(kind: str, cinema) -> str:
    fixed = {
        "home": "/", "movies": "/movies/", "theaters": "/theaters/", "days": "/showtimes/", "search": "/search/?q=the",
        "checkout": "/checkout/", "tickets": "/tickets/", "not-found": "/404.html",
    }
    return fixed.get(kind) or linked(kind, cinema)


def linked(kind: str, cinema) -> str:
    """The first address of a kind that the pages lead to."""
    movie = f"/movies/{cinema.data('now-showing.json')['movies'][0]['slug']}/"
    if kind == "movie":
        return movie
    sources = {
        "theater": ("/theaters/", r'href="(/theaters/[^/"]+/)"'),
        "theater-day": (f"/theaters/{LARGE_HOUSE}/", r'href="(/theaters/[^/"]+/\d{4}-\d\d-\d\d/)"'),
        "movie-day": (f"/movies/{LONG_RUN}/", r'href="(/movies/[^/"]+/\d{4}-\d\d-\d\d/)"'),
        "day": ("/", r'href="(/showtimes/\d{4}-\d\d-\d\d/)"'),
        "genre": ("/movies/", r'href="(/genres/[^"]+)"'),
        "person": (movie, r'href="(/people/[^"]+)"'),
        "showtime": (movie, r'href="(/showtimes/(?!\d{4}-)[^/"]+/)"'),
    }
    page, pattern = sources[kind]
    return re.search(pattern, cinema.html(page))[1]

"""What is in the catalog is on the site, at the time that the clock of the theater shows."""

from datetime import datetime, timezone
from html import unescape
from zoneinfo import ZoneInfo

import pytest


@pytest.mark.parametrize("title, slug", [
    ("Casablanca", "casablanca-1942"), ("Citizen Kane", "citizen-kane-1941"), ("The Matrix", "the-matrix-1999"),
    ("WALL-E", "wall-e-2008"), ("Ratatouille", "ratatouille-2007")])
def test_a_film_that_everybody_knows_has_its_page(title, slug, site):
    assert f"<h1>{title}</h1>" in site.html(f"/movies/{slug}/")


def test_one_film_is_shown_more_than_1500_times_a_day(site):
    """Else the tests of the pages would say little."""
    (most,) = site.rows(
        "SELECT count(*) AS showings FROM showtime GROUP BY movie_id, starts_at / 86400 ORDER BY showings DESC LIMIT 1")
    assert most[0] >= 1_500


def test_most_films_are_not_shown(site):
    (films,), (shown,) = site.rows("SELECT count(*) FROM movie UNION ALL SELECT count(DISTINCT movie_id) FROM showtime")
    assert shown < films / 10


def test_the_largest_theater_has_more_than_24_rooms(site):
    assert site.rows("SELECT max(rooms) FROM (SELECT count(*) AS rooms FROM auditorium GROUP BY theater_id)")[0][0] >= 24


@pytest.mark.parametrize("zone, offset", [
    ("Indian/Reunion", "+04:00"), ("America/Martinique", "-04:00"), ("Europe/Paris", "+01:00")])
def test_times_are_those_of_the_theater(zone, offset, site):
    showings = site.rows(
        "SELECT showtime.id, starts_at, movie.title FROM showtime JOIN movie ON movie.id = movie_id "
        "JOIN auditorium ON auditorium.id = auditorium_id JOIN theater ON theater.id = theater_id "
        "WHERE time_zone = ? ORDER BY starts_at, showtime.id LIMIT 30", zone)
    assert showings
    for id, starts_at, title in showings:
        local = datetime.fromtimestamp(starts_at, timezone.utc).astimezone(ZoneInfo(zone))
        page = site.html(f"/showtimes/{id}/")
        assert f"{local:%Y-%m-%dT%H:%M:%S}{offset}" in page
        assert f"{local:%H:%M}" in page
        assert title in unescape(page)

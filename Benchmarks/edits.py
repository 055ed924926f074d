"""Changes of one showtime, as a programmer of a cinema makes them."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog_facts import rfc3339
from catalogs import opened

_STEP_SECONDS = 5 * 60


@dataclass(frozen=True)
class Edit:
    """A showtime that begins five minutes later from now on."""

    showtime: str
    film: str
    starts_at: str

    @property
    def data_file(self) -> str:
        return f"data/movies/{self.film}.json"


def edits(catalog: Path) -> Iterator["PlannedEdit"]:
    """Edits of different showtimes, of all parts of the programme, in an order that is the same each time."""
    with opened(catalog) as database:
        ids = [row[0] for row in database.execute("SELECT id FROM showtime ORDER BY id")]
    for id in random.Random(1).sample(ids, len(ids)):
        yield PlannedEdit(catalog, id)


@dataclass(frozen=True)
class PlannedEdit:
    catalog: Path
    showtime: str

    def commit(self) -> Edit:
        """Returns as soon as the change is committed. The time between two showings is longer than the step."""
        with opened(self.catalog) as database:
            film, starts_at, zone = database.execute(
                "SELECT movie.slug, starts_at, time_zone FROM showtime JOIN movie ON movie.id = movie_id "
                "JOIN auditorium ON auditorium.id = auditorium_id JOIN theater ON theater.id = theater_id "
                "WHERE showtime.id = ?", [self.showtime]).fetchone()
            edit = Edit(self.showtime, film, rfc3339(starts_at + _STEP_SECONDS, zone))
            database.execute(
                "UPDATE showtime SET starts_at = starts_at + ?1, ends_at = ends_at + ?1 WHERE id = ?2",
                [_STEP_SECONDS, self.showtime])
        return edit

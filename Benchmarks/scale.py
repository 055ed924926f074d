"""How large the measured catalogs are, and how much is bought."""

from dataclasses import dataclass, replace

# Every program is told the same instant, so that every run renders the same pages.
NOW = "2026-11-21T12:00:00Z"


@dataclass(frozen=True)
class Size:
    """A catalog's extent. `auditoriums` counts those of all theaters together."""

    name: str
    films: int
    theaters: int
    auditoriums: int
    showtimes: int

    def twice(self) -> "Size":
        return Size(
            f"{self.name}-twice", self.films * 2, self.theaters * 2, self.auditoriums * 2, self.showtimes * 2)

    def __str__(self) -> str:
        return (f"{self.films:,} films, {self.theaters:,} theaters, {self.auditoriums:,} auditoriums, "
                f"{self.showtimes:,} showtimes")


@dataclass(frozen=True)
class Scale:
    """`films`: every film ten times in 20 theaters, each with as many screens as the largest multiplexes have.

    `rival`: the same with as many films as Hugo can bear, page for page, in the memory of a common machine.
    `france`: the cinemas of a whole country.
    """

    films: Size
    rival: Size
    france: Size


@dataclass(frozen=True)
class BookingScale:
    """How much is bought."""

    holds: int
    orders: int
    purchases: int
    """In each run."""
    pictures: int
    """In each run."""
    watchers: int
    seconds: float
    """Of each run that is measured by time."""


BOOKING_SCALES = {
    "full": BookingScale(1_000_000, 1_000_000, purchases=20_000, pictures=5_000, watchers=10_000, seconds=5),
    "small": BookingScale(200_000, 10_000, purchases=2_000, pictures=500, watchers=500, seconds=2),
}


def _films(count: int) -> Size:
    return Size("films", films=count, theaters=20, auditoriums=20 * 24, showtimes=count * 10)


SCALES = {
    "full": Scale(_films(36_273), _films(10_000), Size("france", 36_273, 2_061, 6_298, 400_000)),
    "small": Scale(_films(2_000), _films(2_000), Size("france", 2_000, 114, 347, 22_054)),
}


def scale(name: str, films: int | None, rival_films: int | None) -> Scale:
    """A named scale, or one that has other numbers of films where every film has ten showtimes."""
    chosen = SCALES[name]
    if films is not None:
        chosen = replace(chosen, films=_films(films), rival=_films(min(films, chosen.rival.films)))
    return chosen if rival_films is None else replace(chosen, rival=_films(rival_films))

"""Spreads films over auditoriums and days."""

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

FIRST_DAY = date(2026, 11, 22)
# The programme reaches further than that only where the auditoriums have no more hours.
DAYS = 15

_STEP = 5
_OPENS = 10 * 60
_LAST_START = 22 * 60 + 45
# Long enough that a showing can be moved by a step and still overlaps with none.
_CLEARING = 20


@dataclass(frozen=True)
class Film:
    id: int
    runtime: int


@dataclass(frozen=True)
class Room:
    id: int
    time_zone: str


@dataclass(frozen=True)
class Slot:
    film: int
    room: int
    minute: int
    starts_at: int
    ends_at: int


def slots(
        turns: Iterator[Film], rooms: Sequence[Room], count: int, chance: random.Random, days: int = DAYS,
) -> Iterator[Slot]:
    """Exactly `count` showings of the films whose turn it is. No two overlap in one room; rooms differ by a few."""
    per_day = -(-count // days)
    for day in itertools.count():
        placed = 0
        for slot in itertools.islice(_day(FIRST_DAY + timedelta(days=day), rooms, turns, chance), min(per_day, count)):
            placed += 1
            yield slot
        count -= placed
        if count == 0:
            return


def in_turn(films: Sequence[Film], chance: random.Random) -> Iterator[Film]:
    """Every film as often as any other."""
    while True:
        yield from chance.sample(films, len(films))


def by_favour(films: Sequence[Film], share: float, running: float, chance: random.Random) -> Iterator[Film]:
    """As it is in cinemas: one film has a `share` of all showings; a few more are in most theaters, and many here and
    there. Of all films, only the share `running` is shown at all."""
    shown = chance.sample(films, max(1, round(len(films) * running)))
    rest = [1 / rank for rank in range(2, len(shown) + 1)]
    weights = [share, *(weight * (1 - share) / sum(rest) for weight in rest)]
    bounds = list(itertools.accumulate(weights))
    while True:
        yield chance.choices(shown, cum_weights=bounds)[0]


def _day(day: date, rooms: Sequence[Room], turns: Iterator[Film], chance: random.Random) -> Iterator[Slot]:
    midnights = {
        zone: int(datetime.combine(day, time(12), ZoneInfo(zone)).timestamp()) - 12 * 3600
        for zone in {room.time_zone for room in rooms}
    }
    free_from = {room: _OPENS + chance.randrange(12) * _STEP for room in rooms}
    while free_from:
        for room, minute in list(free_from.items()):
            film = next(turns)
            ends = minute + film.runtime
            midnight = midnights[room.time_zone]
            yield Slot(film.id, room.id, minute, midnight + minute * 60, midnight + ends * 60)
            free_from[room] = -(-(ends + _CLEARING) // _STEP) * _STEP
            if free_from[room] > _LAST_START:
                del free_from[room]

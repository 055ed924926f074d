"""What Marquee wants to reach."""

import operator
from dataclasses import dataclass

_COMPARISONS = {"≥": operator.ge, "≤": operator.le, ">": operator.gt}


@dataclass(frozen=True)
class Goal:
    sign: str
    limit: float

    def is_met(self, value: float) -> bool:
        return _COMPARISONS[self.sign](value, self.limit)

    def __str__(self) -> str:
        return f"{self.sign} {self.limit:g}"


GOALS = {
    "render_ratio": Goal("≥", 15),
    "write_ratio": Goal("≥", 3.5),
    "memory_ratio": Goal("≤", 1 / 8),
    "tar_ratio": Goal("≤", 1.0),
    "france_twice_memory_ratio": Goal("≤", 1.1),
    "noop_seconds": Goal("≤", 0.3),
    "one_showtime_seconds": Goal("≤", 0.5),
    "watch_milliseconds": Goal("≤", 100),
    "files_written_per_changed": Goal("≤", 1.0),
    "templating_pages_per_second": Goal("≥", 100_000),
    "templating_ratio": Goal(">", 1),
    "holds_ratio": Goal("≥", 0.7),
    "seat_reads_ratio": Goal("≥", 0.8),
    "contested_server_errors": Goal("≤", 0),
    "watchers_mb": Goal("≤", 300),
    "watchers_p99_milliseconds": Goal("≤", 250),
    "pictures_ratio": Goal("≥", 0.9),
}

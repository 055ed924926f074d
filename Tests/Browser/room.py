"""A room as its layout file tells it: what tests choose showings by."""

from itertools import pairwise


class Room:
    def __init__(self, layout: dict):
        self.rows: list[dict] = layout["rows"]

    @property
    def seats(self) -> list[dict]:
        return [seat for row in self.rows for seat in row["seats"]]

    def labels(self, kind: str = "seat") -> list[str]:
        """Those of all seats of a kind, from the front."""
        return [seat["label"] for seat in self.seats if seat["kind"] == kind]

    def has(self, *kinds: str) -> bool:
        return set(kinds) <= {seat["kind"] for seat in self.seats}

    def stretch(self, length: int) -> list[str]:
        """The first so many ordinary seats of one price with no aisle between them; none if there is no such place."""
        for row in self.rows:
            for start in range(len(row["seats"]) - length + 1):
                seats = row["seats"][start:start + length]
                is_whole = all(after["column"] == before["column"] + 1 for before, after in pairwise(seats))
                if is_whole and {(seat["kind"], seat["priceCategory"]) for seat in seats} == {("seat", "standard")}:
                    return [seat["label"] for seat in seats]
        return []

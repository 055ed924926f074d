"""The few showtimes that everybody wants seats of. One that is nearly sold out makes room for another."""

import json
import random
from collections.abc import Iterator

from connection import request
from ledger import Ledger
from showings import Showing
from spellings import spellings

SOLD_OUT = 0.9
LONGEST_BLOCK = 3


class Stall:
    """One showtime, with the requests that ask for its seats made beforehand."""

    def __init__(self, showing: Showing):
        self.showing = showing
        self.blocks = [
            spelling for row in showing.rows for length in range(1, LONGEST_BLOCK + 1)
            for start in range(len(row) - length + 1) for spelling in spellings(row[start:start + length])]
        self.bodies = [json.dumps({
            "showtime": showing.id,
            "seats": [{"seat": seat, "ticketType": showing.ticket_type} for seat in block],
        }).encode() for block in self.blocks]
        self.requests = [request("POST", "/v1/holds", body) for body in self.bodies]
        self.sold = 0

    @property
    def is_sold_out(self) -> bool:
        return self.sold >= SOLD_OUT * len(self.showing.seats)


class Market:
    def __init__(self, showings: Iterator[Showing], stalls: int, ledger: Ledger):
        self.ledger = ledger
        self._showings = showings
        self.stalls = [self._open() for _ in range(stalls)]

    def choose(self, dice: random.Random) -> tuple[Stall, int]:
        """Some seats of one of the showtimes: the number of a block of the stall."""
        stall = self.stalls[int(dice.random() * len(self.stalls))]
        return stall, int(dice.random() * len(stall.blocks))

    def count_sale(self, showtime: str, seats: int) -> None:
        for place, stall in enumerate(self.stalls):
            if stall.showing.id == showtime:
                stall.sold += seats
                if stall.is_sold_out:
                    self.ledger.counts["showtimes sold out"] += 1
                    self.stalls[place] = self._open() or stall
                return

    def _open(self) -> Stall | None:
        """None if nothing else is on: what is sold out is then asked for again and again."""
        showing = next(self._showings, None)
        if showing is None:
            return None
        self.ledger.touched.add(showing.id)
        return Stall(showing)

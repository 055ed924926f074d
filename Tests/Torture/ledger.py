"""All that buyers were told, and what it forbids from then on."""

import json
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from spellings import same

Place = tuple[str, str]
"""A showtime and a seat, in the one spelling of all that Unicode calls the same."""


@dataclass
class HeldSeats:
    """A hold as its buyer knows it."""

    id: str
    showtime: str
    seats: tuple[str, ...]
    told_at: float
    """When the answer was there, in seconds since 1970, as all times here."""
    expires_at: float
    given_back: bool = False
    """From the moment at which that was asked for."""
    paid: bool = False

    @property
    def places(self) -> list[Place]:
        return [(self.showtime, seat) for seat in self.seats]

    def lasts_at(self, instant: float) -> bool:
        return not self.given_back and (self.paid or instant < self.expires_at)


@dataclass(frozen=True)
class BoughtSeats:
    """An order as its buyer knows it."""

    id: str
    showtime: str
    seats: frozenset[str]
    tickets: frozenset[str]
    amount: int
    request: bytes | None
    """With its Idempotency-Key; None if it was not answered with the order at once."""
    answer: bytes


@dataclass
class Ledger:
    counts: Counter = field(default_factory=Counter)
    orders: dict[str, BoughtSeats] = field(default_factory=dict)
    owners: dict[Place, HeldSeats] = field(default_factory=dict)
    sold: dict[Place, str] = field(default_factory=dict)
    lost: set[Place] = field(default_factory=set)
    """Seats of payments whose answer nobody ever got: sold or free, both are right."""
    refunds: dict[str, bool] = field(default_factory=dict)
    """The orders for which a refund was asked, and whether that was answered."""
    answers: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    """What had an effect, by its Idempotency-Key."""
    faults: list[str] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)
    """Showtimes that somebody wanted seats of."""

    def fault(self, text: str) -> None:
        self.faults.append(text)

    def held(self, body: dict, sent_at: float, key: str | None = None) -> HeldSeats:
        """A hold was answered. Nobody else may have been holding one of its seats all the while."""
        now = time.time()
        hold = HeldSeats(
            body["id"], body["showtime"], tuple(same(seat["seat"]) for seat in body["seats"]), now, instant(body["expiresAt"]))
        self.counts["holds"] += 1
        for place in hold.places:
            other = self.owners.get(place)
            if other and other.id != hold.id and other.told_at < sent_at and other.lasts_at(now):
                state = "was sold" if other.paid else "was held by someone else"
                self.fault(f"seat {place[1]} of {place[0]} {state} and was held again")
            self.owners[place] = hold
        return hold

    def bought(self, order: dict, hold: HeldSeats, request: bytes | None, answer: bytes) -> None:
        """A payment was answered with its order. Nobody else may have bought one of its seats."""
        hold.paid = order["id"] not in self.refunds
        tickets = order["tickets"]
        bought = BoughtSeats(
            order["id"], order["showtime"], frozenset(same(ticket["seat"]) for ticket in tickets),
            frozenset(ticket["id"] for ticket in tickets), order["total"]["amount"], request, answer)
        if bought.seats != frozenset(hold.seats) or bought.showtime != hold.showtime:
            self.fault(f"an order has the seats {sorted(bought.seats)}, and {sorted(hold.seats)} were held")
        for seat in bought.seats if hold.paid else ():
            if self.sold.setdefault((bought.showtime, seat), bought.id) != bought.id:
                self.fault(f"seat {seat} of {bought.showtime} was sold twice")
                self.counts["double sales"] += 1
        if self.orders.setdefault(bought.id, bought) is bought:
            self.counts["orders"] += 1

    def ask_refund(self, order: str, hold: HeldSeats) -> None:
        """From now on the seats may be free, and others may have them."""
        hold.given_back, hold.paid = True, False
        self.refunds.setdefault(order, False)
        for place in hold.places:
            if self.sold.get(place) == order:
                del self.sold[place]

    def refunded(self, order: str) -> None:
        self.refunds[order] = True
        self.counts["refunds"] += 1

    @property
    def unsure(self) -> set[Place]:
        """Seats of which both is right, that they are sold and that they are free."""
        asked = {(self.orders[order].showtime, seat) for order, answered in self.refunds.items() if not answered
                 for seat in self.orders[order].seats}
        return self.lost | asked

    def answered(self, key: str | None, status: int, body: bytes) -> None:
        """Something had an effect; with the same key it must be answered the same for ever."""
        if key is None:
            return
        first = self.answers.setdefault(key, (status, body))
        if first != (status, body):
            self.fault(f"one Idempotency-Key was answered with {first[0]}, then with {status}: "
                       f"{first[1][:200]!r}, {body[:200]!r}")

    def lose(self, hold: HeldSeats) -> None:
        """The answer to a payment will never be known."""
        self.counts["payments without an answer"] += 1
        self.lost.update(hold.places)


def instant(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


def order_of(body: bytes) -> dict:
    return json.loads(body)["order"]

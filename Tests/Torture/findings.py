"""What is found after the storm: through the API, and in the files of the store themselves."""

import sqlite3
import time
from dataclasses import dataclass, field
from pathlib import Path

from booking_api import BookingAPI, run
from connection import request
from ledger import Ledger
from spellings import same
from storm import ask_all

UNFINISHED = ("started", "authenticating", "sold", "voiding", "refunding")
TICKETS = """
    SELECT "order".showtime, ticket.seat, ticket.price FROM ticket
    JOIN "order" ON "order".id = ticket.order_id JOIN payment ON payment.id = "order".payment
    WHERE payment.state IN ('sold', 'captured', 'refundFailed')
    """
"""Those that are valid: the money for them is not given back."""
SETTLING_SECONDS = 300
"""A lease of 15 seconds has to end, and each try of a refund asks a bank twice that may answer neither: one in 500 needs a minute."""
TICKETS_ASKED_FOR = 2_000


@dataclass
class Findings:
    orders: dict[str, dict | None] = field(default_factory=dict)
    """Each order that we were told of, as `GET /v1/orders/{id}` shows it now."""
    sold: dict[str, set[str]] = field(default_factory=dict)
    """The sold seats of each showtime that we touched."""
    lost_tickets: list[str] = field(default_factory=list)
    """Of those that were asked for."""
    broken_promises: list[str] = field(default_factory=list)
    """Purchases that are answered otherwise than before when they are sent again with their key."""
    tickets: list[tuple[str, str, int]] = field(default_factory=list)
    """Showtime, seat and price of every ticket in the store that is valid."""
    unfinished_payments: int = 0
    authorized: int = 0
    captured: int = 0
    """What the simulated bank holds, in minor units, less what it has given back."""
    own_check: str | None = None
    """What `booking-api check` finds wrong; None if that is nothing, or there is no such command."""


async def look(api: BookingAPI, ledger: Ledger) -> Findings:
    """Asks a running server and its store; see `verdict` for what must be true of it."""
    wait_until_settled(api.store)
    found = Findings()
    orders = list(ledger.orders.values())
    answers = await ask_all(api.port, [request("GET", f"/v1/orders/{order.id}") for order in orders])
    for order, answer in zip(orders, answers):
        found.orders[order.id] = answer.json if answer and answer.status == 200 else None
    showtimes = sorted(ledger.touched)
    answers = await ask_all(api.port, [request("GET", f"/v1/showtimes/{showtime}/seats") for showtime in showtimes])
    for showtime, answer in zip(showtimes, answers):
        found.sold[showtime] = {same(seat) for seat in answer.json["sold"]} if answer and answer.status == 200 else set()
    tickets = [ticket for order in orders for ticket in order.tickets][-TICKETS_ASKED_FOR:]
    answers = await ask_all(api.port, [request("GET", f"/v1/tickets/{ticket}") for ticket in tickets])
    found.lost_tickets = [ticket for ticket, answer in zip(tickets, answers) if not answer or answer.status != 200]
    read_store(api.store, found)
    found.own_check = own_check(api.store)
    return found


def read_store(store: Path, found: Findings) -> None:
    with _reading(store) as database:
        found.tickets = [
            (showtime, same(seat), price) for showtime, seat, price in database.execute(TICKETS)]
    found.unfinished_payments = unfinished_payments(store)
    with _reading(Path(f"{store}.simulated-payments")) as database:
        money = dict(database.execute("SELECT state, sum(amount) FROM simulated_payment GROUP BY state"))
    found.authorized, found.captured = money.get("authorized") or 0, money.get("captured") or 0


def own_check(store: Path) -> str | None:
    done = run("booking-api", "check", "--store", f"sqlite:{store}", "--order-key", f"{store}.order-key")
    return None if done.returncode == 0 else f"exit code {done.returncode}\n{done.stdout}{done.stderr}"


def wait_until_settled(store: Path) -> None:
    """Until the server has captured or given back what the storm left between two steps, or should have."""
    deadline = time.monotonic() + SETTLING_SECONDS
    while unfinished_payments(store) and time.monotonic() < deadline:
        time.sleep(0.1)


def unfinished_payments(store: Path) -> int:
    with _reading(store) as database:
        marks = ",".join("?" * len(UNFINISHED))
        return database.execute(f"SELECT count(*) FROM payment WHERE state IN ({marks})", UNFINISHED).fetchone()[0]


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)


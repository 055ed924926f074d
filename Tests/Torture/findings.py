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
UNFINISHED_PAYMENTS = f"""
    SELECT state, reference, (leased_until - ?) / 1000 FROM payment
    WHERE state IN ({", ".join(f"'{state}'" for state in UNFINISHED)}) ORDER BY started_at
    """
NAMELESS = ("started", "voiding", "voided")
"""Of these payments the bank may never have been told."""
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
    unfinished_payments: list[str] = field(default_factory=list)
    """How each stands."""
    sales: list[tuple[str | None, str | None, str | None, int | None]] = field(default_factory=list)
    """Channel, business day, theater and number of each sale in the store."""
    references: list[str | None] = field(default_factory=list)
    """What the bank calls each payment that it was told of."""
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
        found.sales = database.execute('SELECT channel, business_day, theater, sale_number FROM "order"').fetchall()
        found.references = [
            reference for reference, state in database.execute("SELECT reference, state FROM payment")
            if reference or state not in NAMELESS]
        unfinished = database.execute(UNFINISHED_PAYMENTS, [time.time() * 1000]).fetchall()
    with _reading(Path(f"{store}.simulated-payments")) as database:
        states = dict(database.execute("SELECT reference, state FROM simulated_payment"))
        money = dict(database.execute("SELECT state, sum(amount) FROM simulated_payment GROUP BY state"))
    found.unfinished_payments = [
        f"{state}, {states.get(reference, 'unknown')} at the bank, {_words_of_lease(lease)}"
        for state, reference, lease in unfinished]
    found.authorized, found.captured = money.get("authorized") or 0, money.get("captured") or 0


def own_check(store: Path) -> str | None:
    done = run("booking-api", "check", "--store", f"sqlite:{store}", "--order-key", f"{store}.order-key")
    return None if done.returncode == 0 else f"exit code {done.returncode}\n{done.stdout}{done.stderr}"


def wait_until_settled(store: Path) -> None:
    """Until the server has captured or given back what the storm left between two steps, or should have."""
    deadline = time.monotonic() + SETTLING_SECONDS
    while has_unfinished_payments(store) and time.monotonic() < deadline:
        time.sleep(0.1)


def has_unfinished_payments(store: Path) -> bool:
    with _reading(store) as database:
        return database.execute(UNFINISHED_PAYMENTS, [0]).fetchone() is not None


def _words_of_lease(seconds: float | None) -> str:
    return "leased to nobody" if seconds is None else f"leased for {seconds:.0f} s"


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)


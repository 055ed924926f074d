"""What must be true after any storm. Pure functions: the tests hand them forged ledgers."""

from collections import Counter

from findings import Findings
from ledger import Ledger
from spellings import same

MUST_HAVE_HAPPENED = {
    "attempts": "nobody tried anything",
    "holds": "nobody got a seat",
    "conflicts": "nobody wanted the same seat as another",
    "orders": "nobody bought anything",
    "kills": "the server was never killed",
}


def verdict(ledger: Ledger, found: Findings) -> list[str]:
    """All that is wrong; empty if all is well."""
    return [
        *ledger.faults, *kept_orders(ledger, found), *sold_seats(ledger, found), *single_tickets(found),
        *balance(ledger, found), *accounts(found), *lost_answers(found)]


def emptiness(ledger: Ledger) -> list[str]:
    """Why the run proves nothing; empty if it does prove something."""
    return [why for count, why in MUST_HAVE_HAPPENED.items() if ledger.counts[count] == 0]


def kept_orders(ledger: Ledger, found: Findings) -> list[str]:
    """Every order that was answered 201 is there, with its seats and its tickets."""
    faults = []
    for order in ledger.orders.values():
        now = found.orders.get(order.id)
        if now is None:
            faults.append(f"an order that was answered 201 is gone: {sorted(order.seats)} of {order.showtime}")
        elif order.id in ledger.refunds and ledger.refunds[order.id] and now["status"] != "refunded":
            faults.append(f"an order whose refund was answered is {now['status']}")
        elif order.id not in ledger.refunds and now["status"] != "paid":
            faults.append(f"an order that nobody gave back is {now['status']}")
        elif ({same(ticket["seat"]) for ticket in now["tickets"]} != order.seats
                or {ticket["id"] for ticket in now["tickets"]} != order.tickets
                or now["showtime"] != order.showtime or now["total"]["amount"] != order.amount):
            faults.append(f"an order is not what was answered: it has the tickets {now['tickets']}")
    return faults + [f"a ticket that was sold is gone: {ticket}" for ticket in found.lost_tickets]


def sold_seats(ledger: Ledger, found: Findings) -> list[str]:
    """What is sold is what was bought, no more and no less, but for payments whose answer was lost."""
    faults, unsure = [], ledger.unsure
    for (showtime, seat) in ledger.sold:
        if seat not in found.sold.get(showtime, set()):
            faults.append(f"seat {seat} of {showtime} was bought and is not sold")
    for showtime, seats in found.sold.items():
        for seat in seats:
            if (showtime, seat) not in ledger.sold and (showtime, seat) not in unsure:
                faults.append(f"seat {seat} of {showtime} is sold, and nobody bought it")
    return faults


def single_tickets(found: Findings) -> list[str]:
    """No seat has two tickets, and none is sold without one."""
    tickets = Counter((showtime, seat) for showtime, seat, _ in found.tickets)
    faults = [f"seat {seat} of {showtime} has {count} tickets" for (showtime, seat), count in tickets.items() if count > 1]
    for showtime, seats in found.sold.items():
        faults += [f"seat {seat} of {showtime} is sold without a ticket" for seat in seats if (showtime, seat) not in tickets]
    return faults


def balance(ledger: Ledger, found: Findings) -> list[str]:
    """The money taken is the price of the seats sold, to the cent; nothing is left reserved or unfinished."""
    faults = []
    price = sum(price for _, _, price in found.tickets)
    if found.captured != price:
        faults.append(f"{found.captured} was taken for tickets that cost {price}")
    if found.authorized:
        faults.append(f"{found.authorized} is still reserved at the bank")
    if found.unfinished_payments:
        payments = "; ".join(found.unfinished_payments[:5])
        faults.append(f"{len(found.unfinished_payments)} payments are unfinished: {payments}")
    if price < sum(order.amount for order in ledger.orders.values() if order.id not in ledger.refunds):
        faults.append("the tickets in the store cost less than what was bought")
    if found.own_check:
        faults.append(f"`booking-api check` finds faults: {found.own_check}")
    return faults


def accounts(found: Findings) -> list[str]:
    """Each sale stands in the accounts, its series has no gap, and no two payments have the same name at the bank."""
    faults = [f"a sale has no channel, day or number: {sale}" for sale in found.sales if None in sale]
    series: dict[tuple, list[int]] = {}
    for channel, _, theater, number in found.sales:
        series.setdefault((theater, channel), []).append(number or 0)
    for (theater, channel), numbers in series.items():
        if sorted(numbers) != list(range(1, len(numbers) + 1)):
            faults.append(f"the sales of {theater}, {channel}, are not numbered from 1 to {len(numbers)}")
    if None in found.references:
        faults.append("money may have moved under a name that is not in the store")
    names = Counter(reference for reference in found.references if reference)
    return faults + [f"{count} payments are {name} at the bank" for name, count in names.items() if count > 1]


def lost_answers(found: Findings) -> list[str]:
    return [f"a purchase is answered otherwise than before: {what}" for what in found.broken_promises]

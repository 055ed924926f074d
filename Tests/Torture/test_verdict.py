"""The verdict must be able to fail: forged ledgers, and a real store that somebody doctored."""

import asyncio
import contextlib
import copy
import shutil
import sqlite3
import threading
import time
from pathlib import Path

import pytest

from asker import Crowd
from booking_api import BookingAPI
from buyer import Buyer
from findings import Findings, look
from ledger import Ledger
from market import Market
from torture import demo_showings, read_options, torture
from verdict import emptiness, verdict


def hold(seats: list[str], id: str = "h1", lasts: float = 60) -> dict:
    expires = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + lasts))
    return {"id": id, "showtime": "s1", "seats": [{"seat": seat} for seat in seats], "expiresAt": expires}


def order(seats: list[str], id: str = "o1") -> dict:
    return {"id": id, "status": "paid", "showtime": "s1", "total": {"amount": 1000 * len(seats)},
            "tickets": [{"id": f"t-{id}-{seat}", "seat": seat} for seat in seats]}


@pytest.fixture
def ledger() -> Ledger:
    """One hold of two seats, bought."""
    ledger = Ledger()
    ledger.touched.add("s1")
    held = ledger.held(hold(["A1", "A2"]), time.time())
    ledger.bought(order(["A1", "A2"]), held, b"", b"")
    return ledger


@pytest.fixture
def found() -> Findings:
    """What a right store says after that."""
    return Findings(
        orders={"o1": order(["A1", "A2"])}, sold={"s1": {"A1", "A2"}},
        tickets=[("s1", "A1", 1000), ("s1", "A2", 1000)], captured=2000,
        sales=[("online", "2026-11-29", "t1", 2), ("online", "2026-11-29", "t2", 1), ("online", "2026-11-29", "t1", 1)],
        references=["sim_1", "sim_2", "sim_3"])


def test_what_is_right_is_called_right(ledger, found):
    assert verdict(ledger, found) == []


@pytest.mark.parametrize("forge, fault", [
    (lambda found: found.orders.update(o1=None), "is gone"),
    (lambda found: found.orders["o1"]["tickets"].pop(), "not what was answered"),
    (lambda found: found.orders["o1"].update(status="refunded"), "nobody gave back"),
    (lambda found: found.lost_tickets.append("t1"), "a ticket that was sold is gone"),
    (lambda found: found.sold["s1"].remove("A1"), "was bought and is not sold"),
    (lambda found: found.sold["s1"].add("A3"), "nobody bought it"),
    (lambda found: found.sold["s1"].add("A3"), "without a ticket"),
    (lambda found: found.tickets.append(("s1", "A1", 1000)), "has 2 tickets"),
    (lambda found: setattr(found, "captured", 1999), "was taken for tickets that cost"),
    (lambda found: setattr(found, "captured", 4000), "was taken for tickets that cost"),
    (lambda found: setattr(found, "authorized", 1), "still reserved"),
    (lambda found: found.unfinished_payments.append("sold"), "1 payments are unfinished: sold"),
    (lambda found: found.sales.append(("online", None, "t1", 3)), "no channel, day or number"),
    (lambda found: found.sales.append(("online", "2026-11-29", "t1", 4)), "not numbered from 1 to 3"),
    (lambda found: found.sales.append(("online", "2026-11-29", "t2", 1)), "not numbered from 1 to 2"),
    (lambda found: found.references.append(None), "not in the store"),
    (lambda found: found.references.append("sim_1"), "2 payments are sim_1 at the bank"),
    (lambda found: setattr(found, "own_check", "exit code 1"), "booking-api check"),
    (lambda found: found.broken_promises.append("410"), "answered otherwise than before"),
])
def test_a_wrong_store_is_called_wrong(ledger, found, forge, fault):
    forged = copy.deepcopy(found)
    forge(forged)
    assert any(fault in text for text in verdict(ledger, forged))


def test_a_seat_whose_payment_had_no_answer_may_be_sold_or_free(ledger, found):
    ledger.lose(ledger.held(hold(["A3"], "h2"), time.time()))
    assert verdict(ledger, found) == []
    found.sold["s1"].add("A3")
    found.tickets.append(("s1", "A3", 1000))
    found.captured += 1000
    assert verdict(ledger, found) == []


def test_a_refund_that_was_answered_frees_the_seats(ledger, found):
    ledger.ask_refund("o1", ledger.owners["s1", "A1"])
    assert verdict(ledger, found) == [], "before it is answered, both is right"
    ledger.refunded("o1")
    assert any("is paid" in fault for fault in verdict(ledger, found))
    assert any("nobody bought it" in fault for fault in verdict(ledger, found))
    found.orders["o1"]["status"], found.sold, found.tickets, found.captured = "refunded", {"s1": set()}, [], 0
    assert verdict(ledger, found) == []


def test_a_seat_that_is_held_twice_at_once_is_noticed(ledger):
    ledger.held(hold(["B1"], "h2"), time.time())
    time_of_request = time.time() + 0.001
    ledger.held(hold(["B1"], "h3"), time_of_request)
    assert any("held by someone else" in fault for fault in ledger.faults)


def test_a_seat_that_was_sold_and_is_held_again_is_noticed(ledger):
    ledger.held(hold(["A1"], "h2"), time.time() + 0.001)
    assert any("was sold and was held again" in fault for fault in ledger.faults)


@pytest.mark.parametrize("over", ["given back", "expired", "asked for before the other was answered"])
def test_a_seat_that_was_free_may_be_held_again(ledger, over):
    first = ledger.held(hold(["B1"], "h2", lasts=-1 if over == "expired" else 60), time.time())
    first.given_back = over == "given back"
    ledger.held(hold(["B1"], "h3"), 0 if over.startswith("asked") else time.time() + 0.001)
    assert ledger.faults == []


def test_a_double_sale_is_noticed(ledger):
    other = ledger.held(hold(["A1"], "h2"), 0)
    ledger.bought(order(["A1"], "o2"), other, b"", b"")
    assert any("sold twice" in fault for fault in ledger.faults) and ledger.counts["double sales"] == 1


def test_another_answer_to_the_same_key_is_noticed(ledger):
    ledger.answered("k", 201, b"one")
    ledger.answered("k", 201, b"one")
    assert ledger.faults == []
    ledger.answered("k", 201, b"two")
    assert len(ledger.faults) == 1


def test_a_run_without_success_proves_nothing(ledger):
    ledger.counts.update(attempts=3, conflicts=1, kills=1)
    assert emptiness(ledger) == []
    for count in ("attempts", "holds", "conflicts", "orders", "kills"):
        empty = copy.deepcopy(ledger)
        empty.counts[count] = 0
        assert len(emptiness(empty)) == 1


# A real store.


@pytest.fixture(scope="module")
def bought(tmp_path_factory):
    """A folder with a catalog and a store, and the ledger of those who bought in it."""
    folder = tmp_path_factory.mktemp("bought")
    ledger = Ledger()
    market = Market(iter(demo_showings(folder)), 1, ledger)
    api = BookingAPI(folder, folder / "catalog.sqlite")
    api.start()

    async def buy():
        crowd = Crowd([api.port], market, ledger)
        crowd.open.set()
        buyer = Buyer(crowd, "1")
        while len(ledger.orders) < 5:
            if held := await buyer.want_seats():
                await buyer.pay(held)
        buyer.connection.close()

    asyncio.run(buy())
    assert api.stop() == 0
    return folder, ledger


def judge(folder: Path, ledger: Ledger) -> list[str]:
    api = BookingAPI(folder, folder / "catalog.sqlite")
    api.start()
    try:
        return verdict(ledger, asyncio.run(look(api, ledger)))
    finally:
        api.stop()


def test_a_real_store_is_called_right(bought):
    folder, ledger = bought
    assert judge(folder, ledger) == []


@pytest.mark.parametrize("doctoring", [
    "DELETE FROM ticket WHERE id = (SELECT min(id) FROM ticket)",
    "DELETE FROM claim WHERE sold_to IS NOT NULL AND seat = (SELECT seat FROM ticket LIMIT 1)",
    "UPDATE ticket SET seat = 'Z99' WHERE id = (SELECT min(id) FROM ticket)",
    "UPDATE ticket SET price = price + 1 WHERE id = (SELECT min(id) FROM ticket)",
    "second ticket",
    "the bank forgets",
])
def test_a_doctored_store_is_called_wrong(bought, tmp_path, doctoring):
    folder, ledger = bought
    copied = tmp_path / "copy"
    shutil.copytree(folder, copied)
    doctor(copied, doctoring)
    assert judge(copied, ledger) != []


def test_a_server_that_forgets_what_it_has_sold_is_found_out(tmp_path, capsys):
    """The whole torture, while a helpful hand frees sold seats: it must see seats that are sold twice."""
    over = threading.Event()
    saboteur = threading.Thread(target=forget_sales, args=(tmp_path / "booking.sqlite", over))
    saboteur.start()
    try:
        options = read_options(["--seconds", "5", "--kills", "1", "--seed", "1", "--showtimes", "1"])
        assert asyncio.run(torture(options, tmp_path)) == 1
    finally:
        over.set()
        saboteur.join()
    said = capsys.readouterr().out
    assert "was sold and was held again" in said or "was sold twice" in said


def forget_sales(store: Path, over: threading.Event) -> None:
    while not over.wait(0.1):
        if not store.exists():
            continue
        try:
            with contextlib.closing(sqlite3.connect(store, timeout=2)) as database, database:
                database.execute("DELETE FROM claim WHERE sold_to IS NOT NULL")
        except sqlite3.OperationalError:
            # The tables are not there yet, or the server is writing all the time.
            continue


def doctor(folder: Path, doctoring: str) -> None:
    """Changes the store behind the program's back, as no crash can."""
    store, bank = folder / "booking.sqlite", folder / "booking.sqlite.simulated-payments"
    with sqlite3.connect(bank if doctoring == "the bank forgets" else store) as database:
        if doctoring == "second ticket":
            duplicate_a_ticket(database)
        elif doctoring == "the bank forgets":
            database.execute("DELETE FROM simulated_payment WHERE reference = (SELECT min(reference) FROM simulated_payment)")
        else:
            assert database.execute(doctoring).rowcount > 0


def duplicate_a_ticket(database: sqlite3.Connection) -> None:
    columns = [row[1] for row in database.execute("PRAGMA table_info(ticket)")]
    cursor = database.execute("SELECT * FROM ticket ORDER BY id LIMIT 1")
    row = dict(zip(columns, cursor.fetchone()))
    id = row["id"]
    row["id"] = bytes(reversed(id)) if isinstance(id, bytes) else id[::-1]
    row["place"] = 9
    marks = ",".join("?" * len(columns))
    database.execute(f"INSERT INTO ticket ({','.join(columns)}) VALUES ({marks})", [row[name] for name in columns])

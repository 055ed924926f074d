"""Sixty-four buyers, one showtime of 300 seats, until the last seat is sold."""

import asyncio
import json
import random
import statistics
import time
from collections import Counter

from booking_catalog import COLUMNS, ROWS, SEATS, hold_body
from booking_server import catalog, serving
from connection import Connection, request
from loading import CONNECTIONS
from setting import Setting

_PAYMENT = json.dumps({
    "name": "Ada Lovelace", "email": "ada@example.org", "payment": {"method": "pm_card_visa"}}).encode()


def measure_contested(setting: Setting) -> None:
    seats = catalog(setting)
    rates, times, errors = [], [], 0
    with serving(setting, seats, "contested") as server:
        for run in range(max(3, setting.runs)):
            seconds, answers = asyncio.run(_sell_out(server.port, seats.showtimes[run], run))
            rates.append(sum(answers.values()) / seconds)
            times.append(seconds)
            errors += sum(count for status, count in answers.items() if status >= 500)
    setting.report.add("contested_attempts_per_second", statistics.median(rates), "attempts/s")
    setting.report.add("sell_out_seconds", statistics.median(times), "s")
    setting.report.add("contested_server_errors", errors, "answers")


async def _sell_out(port: int, showtime: str, seed: int) -> tuple[float, Counter]:
    """Each buyer wants one or two seats that it has not been refused yet, pays for them, and comes back for more."""
    seats = {f"{chr(ord('A') + row)}{column}" for row in range(ROWS) for column in range(1, COLUMNS + 1)}
    sold: set[str] = set()
    answers: Counter = Counter()

    async def buy(number: int) -> None:
        dice, connection, free = random.Random(f"{seed}-{number}"), await Connection.open(port), set(seats)
        while len(sold) < SEATS:
            wanted = dice.sample(sorted(free), min(len(free), dice.choice([1, 2, 2])))
            if not wanted:
                await asyncio.sleep(0.001)
                continue
            hold = await connection.ask(request("POST", "/v1/holds", hold_body(showtime, *wanted).encode()))
            answers[hold.status] += 1
            if hold.status == 409:
                free.difference_update(hold.json["seats"])
            if hold.status == 201:
                free.difference_update(wanted)
                paid = await connection.ask(request("POST", f"/v1/holds/{hold.json['id']}/payment", _PAYMENT))
                if paid.status != 201:
                    raise RuntimeError(f"a payment was answered with {paid}")
                if sold & set(wanted):
                    raise RuntimeError(f"sold twice: {sold & set(wanted)}")
                sold.update(wanted)
        connection.close()

    started = time.monotonic()
    await asyncio.gather(*(buy(number) for number in range(CONNECTIONS)))
    return time.monotonic() - started, answers

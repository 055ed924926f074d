"""One buyer: wants seats, and pays for them, or does one of the things that buyers, browsers and networks do."""

import asyncio
import json
import random
import time
import uuid
from urllib.parse import urlsplit

from asker import PATIENCE, Asker, Crowd, is_running_still
from connection import Answer, ConnectionCut, request
from ledger import HeldSeats, instant, order_of

GOOD = ["pm_card_visa", "pm_card_mastercard", "pm_card_amex"]
AUTHENTICATED = ["pm_card_authenticationRequired"]
BAD = ["pm_card_visa_chargeDeclined", "pm_card_visa_chargeDeclinedInsufficientFunds", "no_such_card"]

class Buyer(Asker):
    def __init__(self, crowd: Crowd, seed: str):
        super().__init__(crowd, random.Random(seed))
        self.ways = [
            (50, self.pay), (10, self.pay_after_a_decline), (8, self.pay_twice_at_once), (8, self.pay_and_hang_up),
            (4, self.hang_up_in_the_middle), (4, self.pay_again_without_a_key), (3, self.pay_and_go), (6, self.give_back),
            (4, self.extend_and_pay), (3, self.leave)]
        if crowd.manager_key:
            self.ways += [(4, self.pay_and_be_refunded), (4, self.pay_with_3d_secure)]

    async def shop(self) -> None:
        while not self.crowd.over:
            try:
                hold = await self.want_seats()
                if hold:
                    await self.dice.choices(*_columns(self.ways))[0](hold)
            except ConnectionCut:
                self.ledger.counts["answers lost"] += 1
        if self.connection:
            self.connection.close()

    # What buyers do with the seats that they hold.

    async def want_seats(self) -> HeldSeats | None:
        stall, block = self.crowd.market.choose(self.dice)
        key = uuid.uuid4().hex if self.dice.random() < 0.1 else None
        data = _with_key("/v1/holds", stall.bodies[block], key) if key else stall.requests[block]
        sent_at = time.time()
        self.ledger.counts["attempts"] += 1
        answer = await self.ask(data)
        if answer.status == 409:
            self.ledger.counts["conflicts"] += 1
            return None
        if answer.status != 201:
            self.unexpected("a hold", answer, 503)
            return None
        self.ledger.answered(key, 201, answer.body)
        return self.ledger.held(answer.json, sent_at)

    async def pay(self, hold: HeldSeats) -> None:
        await self.purchase(hold, uuid.uuid4().hex)

    async def pay_after_a_decline(self, hold: HeldSeats) -> None:
        key = uuid.uuid4().hex
        data = self.payment(hold, key, BAD)
        answer = await self.ask(data)
        if answer.status == 402:
            self.ledger.counts["declines"] += 1
            self.ledger.answered(key, 402, answer.body)
            self.ledger.answered(key, *await self.repeat(data, key, 402))
        elif answer.status not in (202, 409, 410, 503):
            self.unexpected("a declined payment", answer)
        await self.pay(hold)

    async def pay_twice_at_once(self, hold: HeldSeats) -> None:
        """A double click: two equal requests on two connections."""
        key = uuid.uuid4().hex
        data = self.payment(hold, key)
        other = None
        try:
            other = await self.connect()
            answers = await asyncio.gather(self.ask(data), other.ask(data), return_exceptions=True)
        except ConnectionCut:
            answers = []
        finally:
            if other:
                self.crowd.connections.discard(other)
                other.close()
        self.ledger.counts["double requests"] += 1
        for answer in answers:
            if isinstance(answer, Answer):
                self.take(answer, hold, key, data)
            elif not isinstance(answer, ConnectionCut):
                raise answer
        # Whatever became of the two, the third is the same purchase.
        await self.purchase(hold, key, data)

    async def pay_and_hang_up(self, hold: HeldSeats) -> None:
        """The network is lost before the answer is there; the page asks again with the same key."""
        key = uuid.uuid4().hex
        data = self.payment(hold, key)
        await self.hang_up_after(data)
        await self.purchase(hold, key, data)

    async def hang_up_in_the_middle(self, hold: HeldSeats) -> None:
        key = uuid.uuid4().hex
        data = self.payment(hold, key)
        await self.hang_up_after(data[:self.dice.randrange(1, len(data))])
        await self.purchase(hold, key, data)

    async def pay_and_go(self, hold: HeldSeats) -> None:
        """Never comes back to see what became of it."""
        self.ledger.lose(hold)
        await self.hang_up_after(self.payment(hold, uuid.uuid4().hex))

    async def pay_again_without_a_key(self, hold: HeldSeats) -> None:
        order = await self.purchase(hold, uuid.uuid4().hex)
        if not order:
            return
        answer = await self.ask(self.payment(hold, None))
        if answer.status != 409 or answer.json.get("order") != order:
            self.unexpected("a second payment for one hold", answer, 503)

    async def give_back(self, hold: HeldSeats) -> None:
        hold.given_back = True
        answer = await self.ask(request("DELETE", f"/v1/holds/{hold.id}"))
        if answer.status == 204:
            self.ledger.counts["releases"] += 1
        elif answer.status != 410:
            self.unexpected("a release", answer, 503)

    async def extend_and_pay(self, hold: HeldSeats) -> None:
        key = uuid.uuid4().hex
        answer = await self.ask(_with_key(f"/v1/holds/{hold.id}/extend", b"", key))
        if answer.status == 200:
            hold.expires_at = instant(answer.json["expiresAt"])
            self.ledger.counts["extensions"] += 1
            self.ledger.answered(key, 200, answer.body)
        elif answer.status not in (409, 410):
            self.unexpected("an extension", answer, 503)
        await self.pay(hold)

    async def pay_and_be_refunded(self, hold: HeldSeats) -> None:
        """The manager gives the money back; the seats are for others again."""
        order = await self.purchase(hold, uuid.uuid4().hex)
        if not order:
            return
        self.ledger.ask_refund(order, hold)
        data = request("POST", f"/v1/orders/{order}/refund", b"", ("idempotency-key", uuid.uuid4().hex),
                       ("authorization", f"Bearer {self.crowd.manager_key}"))
        answer = await self.ask_until_answered(data)
        if answer and answer.status == 200:
            self.ledger.refunded(order)
        elif answer:
            self.unexpected("a refund", answer)

    async def pay_with_3d_secure(self, hold: HeldSeats) -> None:
        key = uuid.uuid4().hex
        answer = await self.ask_until_answered(self.payment(hold, key, AUTHENTICATED))
        if not answer or answer.status == 202:
            await self.follow(hold)
        elif answer.status != 410:
            self.unexpected("a payment with 3-D Secure", answer)

    async def leave(self, hold: HeldSeats) -> None:
        """Forgets the seats, which are free again when the hold is over."""
        self.ledger.counts["holds left to expire"] += 1

    # How they buy.

    async def purchase(self, hold: HeldSeats, key: str, data: bytes | None = None) -> str | None:
        """Pays, and asks again with the same key until it is known what became of it. Returns the order's id."""
        data = data or self.payment(hold, key)
        answer = await self.ask_until_answered(data)
        if not answer:
            self.ledger.lose(hold)
            return None
        return await self.follow(hold) if answer.status == 202 else self.take(answer, hold, key, data)

    async def follow(self, hold: HeldSeats) -> str | None:
        """Asks how a payment stands until it is decided, and answers the bank's questions."""
        data = request("GET", f"/v1/holds/{hold.id}/payment")
        for _ in range(PATIENCE):
            answer = await self.ask_until_answered(data)
            if not answer or answer.status != 200:
                break
            payment = answer.json
            if payment["status"] == "succeeded":
                self.ledger.counts["followed payments"] += 1
                return self.record(payment["order"], hold, None, b"")
            if payment["status"] == "requires_action":
                self.ledger.counts["authentications"] += 1
                outcome = b"outcome=" + self.dice.choice([b"complete", b"complete", b"complete", b"fail", b"cancel"])
                await self.ask_until_answered(request("POST", urlsplit(payment["nextAction"]["url"]).path, outcome))
            elif payment["status"] in ("declined", "canceled"):
                self.ledger.counts["declines"] += 1
                return None
            await asyncio.sleep(0.02)
        self.ledger.lose(hold)
        return None

    def take(self, answer: Answer, hold: HeldSeats, key: str, data: bytes) -> str | None:
        """Writes down what a payment was answered."""
        if answer.status == 201:
            self.ledger.answered(key, 201, answer.body)
            if answer.header("idempotency-replayed"):
                self.ledger.counts["replays"] += 1
            return self.record(order_of(answer.body), hold, data, answer.body)
        if answer.status == 410:
            self.ledger.counts["payments too late"] += 1
        elif answer.status not in (202, 503) and not is_running_still(answer):
            self.unexpected("a payment", answer)
        return None

    def record(self, order: dict, hold: HeldSeats, data: bytes | None, answer: bytes) -> str:
        if order["id"] not in self.ledger.orders:
            self.crowd.market.count_sale(hold.showtime, len(hold.seats))
        self.ledger.bought(order, hold, data, answer)
        return order["id"]

    async def repeat(self, data: bytes, key: str, status: int) -> tuple[int, bytes]:
        """The same call once more; it must be answered the same."""
        answer = await self.ask(data)
        if answer.status == status:
            self.ledger.counts["replays"] += 1
        return answer.status, answer.body

    def payment(self, hold: HeldSeats, key: str | None, methods: list[str] = GOOD) -> bytes:
        buyer = {"name": "Ada Lovelace", "email": "ada@example.org"}
        body = json.dumps({**buyer, "payment": {"method": self.dice.choice(methods)}}).encode()
        return _with_key(f"/v1/holds/{hold.id}/payment", body, key)

def _with_key(path: str, body: bytes, key: str | None) -> bytes:
    return request("POST", path, body, *([("idempotency-key", key)] if key else []))


def _columns(ways):
    weights, what = zip(*ways)
    return what, weights

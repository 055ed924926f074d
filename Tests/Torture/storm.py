"""The storm: many buyers at once, and servers that are killed in the middle of it."""

import asyncio
import random
import time
from dataclasses import dataclass

from asker import Crowd
from booking_api import BookingAPI
from buyer import Buyer
from connection import Connection, ConnectionCut

LONGEST_ANSWER = 30.0
"""Seconds; a call that takes longer hangs."""


@dataclass(frozen=True)
class Plan:
    seed: int
    seconds: float | None
    attempts: int | None
    kills: int
    buyers: int


class Storm:
    def __init__(self, servers: list[BookingAPI], crowd: Crowd, plan: Plan):
        self.servers, self.crowd, self.plan, self.ledger = servers, crowd, plan, crowd.ledger
        self.dice = random.Random(f"{plan.seed}-kills")
        self.seconds = 0.0

    async def rage(self) -> None:
        """Runs until the plan is done, all buyers have gone home, and the servers are up."""
        self.started_at = time.monotonic()
        self.crowd.open.set()
        buyers = [asyncio.create_task(Buyer(self.crowd, f"{self.plan.seed}-{number}").shop())
                  for number in range(self.plan.buyers)]
        try:
            await self._until_done(buyers)
        finally:
            self.crowd.over = True
            _, late = await asyncio.wait(buyers, timeout=2 * LONGEST_ANSWER)
            for buyer in late:
                buyer.cancel()
            if late:
                self.ledger.fault(f"{len(late)} buyers still wait for an answer long after the last request")
        for buyer in buyers:
            if not buyer.cancelled():
                buyer.result()

    async def _until_done(self, buyers: list[asyncio.Task]) -> None:
        kills = sorted(self.dice.uniform(0.03, 0.97) for _ in range(self.plan.kills))
        told = 0.0
        while (progress := self.progress) < 1 or kills:
            if kills and progress >= kills[0]:
                kills.pop(0)
                await self._kill_and_restart()
            if time.monotonic() > told + 10:
                told = time.monotonic()
                print(f"  {progress:4.0%}  {self._so_far()}", flush=True)
            for server in self.servers:
                if server.has_ended:
                    raise RuntimeError(f"a server has ended by itself; its last words:\n{server.last_words()}")
            if any(buyer.done() for buyer in buyers):
                return
            self._look_for_hanging_calls()
            # Not a round number: a kill shall meet any step of a payment.
            await asyncio.sleep(0.005 + self.dice.random() * 0.02)

    @property
    def progress(self) -> float:
        self.seconds = time.monotonic() - self.started_at
        by_time = self.seconds / self.plan.seconds if self.plan.seconds else 0
        by_attempts = self.ledger.counts["attempts"] / self.plan.attempts if self.plan.attempts else 0
        return max(by_time, by_attempts)

    async def _kill_and_restart(self) -> None:
        """Where there are several servers, the others go on meanwhile, and finish what this one has left."""
        server = self.dice.choice(self.servers)
        if len(self.servers) == 1:
            self.crowd.open.clear()
        server.kill()
        self.ledger.counts["kills"] += 1
        await server.start_meanwhile()
        self.crowd.open.set()

    def _look_for_hanging_calls(self) -> None:
        limit = time.monotonic() - LONGEST_ANSWER
        for connection in list(self.crowd.connections):
            if (since := connection.waits_since) and since < limit:
                self.ledger.fault(f"a call was not answered within {LONGEST_ANSWER:g} seconds")
                connection.abort()

    def _so_far(self) -> str:
        counts = self.ledger.counts
        return f"{counts['attempts']:,} attempts, {counts['orders']:,} orders, {counts['kills']} kills"


async def ask_all(port: int, requests: list[bytes], connections: int = 8) -> list:
    """The answers to many requests, in their order; None where there was none."""
    answers: list = [None] * len(requests)
    numbers = iter(range(len(requests)))

    async def work() -> None:
        connection = await Connection.open(port)
        for number in numbers:
            try:
                answers[number] = await connection.ask(requests[number])
            except ConnectionCut:
                connection = await Connection.open(port)
        connection.close()

    await asyncio.gather(*(work() for _ in range(min(connections, len(requests)))))
    return answers

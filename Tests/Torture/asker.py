"""Somebody who asks the server for things, and what all of them share."""

import asyncio
import random

from connection import Answer, Connection, ConnectionCut
from ledger import Ledger
from market import Market

PATIENCE = 200
"""How often the same is asked at most."""


class Crowd:
    """What all buyers share."""

    def __init__(self, ports: list[int], market: Market, ledger: Ledger, manager_key: str | None = None):
        self.ports, self.market, self.ledger, self.manager_key = ports, market, ledger, manager_key
        """Each port is that of a server on the same store."""
        self.open = asyncio.Event()
        """A server is there."""
        self.over = False
        self.connections: set[Connection] = set()


class Asker:
    """One at a time, over a connection that is opened again when it is lost."""

    def __init__(self, crowd: Crowd, dice: random.Random):
        self.crowd, self.ledger, self.dice = crowd, crowd.ledger, dice
        self.connection: Connection | None = None

    async def ask(self, data: bytes) -> Answer:
        if not self.connection or not self.connection.is_open:
            self.connection = await self.connect()
        answer = await self.connection.ask(data)
        if answer.status >= 500 and answer.status != 503:
            self.ledger.fault(f"{data[:60]!r} was answered with {answer.status}: {answer.body[:200]!r}")
        return answer

    async def ask_until_answered(self, data: bytes) -> Answer | None:
        """Asks the same again until there is an answer that is more than "later"; None if none comes."""
        for _ in range(PATIENCE):
            try:
                answer = await self.ask(data)
            except ConnectionCut:
                self.ledger.counts["answers lost"] += 1
                continue
            if answer.status != 503 and not is_running_still(answer):
                return answer
            await asyncio.sleep(0.02)
        return None

    async def connect(self) -> Connection:
        if self.connection:
            self.crowd.connections.discard(self.connection)
        while True:
            await self.crowd.open.wait()
            try:
                connection = await Connection.open(self.dice.choice(self.crowd.ports))
            except OSError:
                if self.crowd.over:
                    raise ConnectionCut from None
                await asyncio.sleep(0.01)
                continue
            self.crowd.connections.add(connection)
            return connection

    async def hang_up_after(self, data: bytes) -> None:
        if not self.connection or not self.connection.is_open:
            self.connection = await self.connect()
        self.connection.send_without_waiting(data)
        self.ledger.counts["disconnects"] += 1
        await asyncio.sleep(self.dice.random() * 0.004)
        self.connection.abort()
        self.crowd.connections.discard(self.connection)

    def unexpected(self, what: str, answer: Answer, *allowed: int) -> None:
        if answer.status in allowed:
            self.ledger.counts[f"{answer.status} answers"] += 1
        else:
            self.ledger.fault(f"{what} was answered with {answer.status}: {answer.body[:300]!r}")


def is_running_still(answer: Answer) -> bool:
    return answer.status == 409 and answer.json.get("code") == "idempotency_in_progress"

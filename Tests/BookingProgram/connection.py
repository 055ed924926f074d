"""A small HTTP/1.1 client for asyncio: one connection, one request at a time, and as little work as can be.

Load must come from the same two cores as the answers do, so each microsecond here is one that the server lacks.
"""

import asyncio
import json
import time
from typing import NamedTuple


class ConnectionCut(Exception):
    """The connection ended before the answer was there: whether the call had an effect is not known."""


class Answer(NamedTuple):
    status: int
    head: bytes
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)

    def header(self, name: str) -> str | None:
        """The value of a header; its name in small letters."""
        for line in self.head.split(b"\r\n")[1:]:
            found, _, value = line.partition(b":")
            if found.lower() == name.encode():
                return value.strip().decode("latin-1")
        return None


def request(method: str, path: str, body: bytes | None = None, *headers: tuple[str, str]) -> bytes:
    """The bytes of a request."""
    lines = [f"{method} {path} HTTP/1.1", "host: localhost", *(f"{name}: {value}" for name, value in headers)]
    if body is not None:
        lines += ["content-type: application/json", f"content-length: {len(body)}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + (body or b"")


class Connection(asyncio.Protocol):
    """One connection, kept alive. `ask` sends a request and waits for its answer."""

    @classmethod
    async def open(cls, port: int, host: str = "127.0.0.1") -> "Connection":
        _, connection = await asyncio.get_running_loop().create_connection(cls, host, port)
        return connection

    def __init__(self):
        self._received = b""
        self._waiting: asyncio.Future | None = None
        self.asked_at = 0.0
        self.is_open = False

    async def ask(self, data: bytes) -> Answer:
        if not self.is_open:
            raise ConnectionCut
        self.asked_at = time.monotonic()
        self._waiting = self._loop.create_future()
        self._transport.write(data)
        return await self._waiting

    def send_without_waiting(self, data: bytes) -> None:
        """What a client does that hangs up in the middle."""
        self._transport.write(data)

    @property
    def waits_since(self) -> float | None:
        """When the request was sent that has no answer yet."""
        return self.asked_at if self._waiting and not self._waiting.done() else None

    def close(self) -> None:
        self.is_open = False
        self._transport.close()

    def abort(self) -> None:
        """Ends the connection at once, as a lost network does."""
        self.is_open = False
        self._transport.abort()

    # What asyncio calls.

    def connection_made(self, transport) -> None:
        self._loop, self._transport, self.is_open = asyncio.get_running_loop(), transport, True

    def data_received(self, data: bytes) -> None:
        received = self._received + data if self._received else data
        end = received.find(b"\r\n\r\n")
        if end < 0:
            self._received = received
            return
        head = received[:end]
        total = end + 4 + _content_length(head)
        if len(received) < total:
            self._received = received
            return
        self._received = received[total:]
        if self._waiting and not self._waiting.done():
            self._waiting.set_result(Answer(int(head[9:12]), head, received[end + 4:total]))

    def connection_lost(self, _) -> None:
        self.is_open = False
        if self._waiting and not self._waiting.done():
            self._waiting.set_exception(ConnectionCut())


def _content_length(head: bytes) -> int:
    at = head.lower().find(b"\r\ncontent-length:")
    if at < 0:
        return 0
    end = head.find(b"\r\n", at + 2)
    return int(head[at + 17:end if end >= 0 else len(head)])

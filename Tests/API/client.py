"""A client that can say anything, right or wrong, over a socket."""

import json
import socket
from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def code(self) -> str:
        """The code of a problem, which must look like one."""
        assert self.headers["content-type"] == "application/problem+json", self
        assert self.json["status"] == self.status and self.json["title"] and self.json["detail"], self
        return self.json["code"]


class Client:
    """One connection."""

    def __init__(self, port: int, timeout: float = 120):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=timeout)
        self._received = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    # What a good client says.

    def ask(self, method: str, path: str, body=None, **headers: str) -> Answer:
        """Sends a request; a body that is not bytes is sent as JSON. Headers are named with _ for -."""
        data = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if body is not None:
            named = {"content-type": "application/json", "content-length": str(len(data)), **named}
        lines = [f"{method} {path} HTTP/1.1", "host: localhost", *(f"{name}: {value}" for name, value in named.items())]
        self.send("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + data)
        return self.answer(method)

    def hold(self, showing, *seats: str, **headers: str) -> Answer:
        return self.ask("POST", "/v1/holds", hold_body(showing, *seats), **headers)

    def pay(self, hold: str, method: str = "pm_card_visa", **headers: str) -> Answer:
        return self.ask("POST", f"/v1/holds/{hold}/payment", payment_body(method), **headers)

    def order(self, showing, *seats: str) -> dict:
        return self.pay(self.hold(showing, *seats).json["id"]).json["order"]

    # What any client says.

    def send(self, data: bytes) -> None:
        """Sends bytes; that the server has heard enough, and no longer listens or hangs up, is fine."""
        try:
            self.socket.sendall(data)
        except (BrokenPipeError, ConnectionResetError, TimeoutError):
            pass

    def answer(self, method: str = "GET") -> Answer | None:
        """The next answer; None if the server hangs up instead."""
        while b"\r\n\r\n" not in self._received:
            if not self._receive():
                return None
        head, _, rest = self._received.partition(b"\r\n\r\n")
        status, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        length = 0 if method == "HEAD" else int(headers.get("content-length", 0))
        while len(rest) < length:
            if not self._receive():
                return None
            rest = self._received.partition(b"\r\n\r\n")[2]
        self._received = rest[length:]
        return Answer(int(status.split()[1]), headers, rest[:length])

    @property
    def is_closed(self) -> bool:
        """Whether the server has hung up; what it still says is thrown away."""
        try:
            while self._receive():
                pass
        except TimeoutError:
            return False
        return True

    def _receive(self) -> bytes:
        try:
            data = self.socket.recv(65536)
        except ConnectionResetError:
            return b""
        self._received += data
        return data


def hold_body(showing, *seats: str) -> dict:
    return {"showtime": showing.id, "seats": [{"seat": seat, "ticketType": showing.ticket_type} for seat in seats]}


def payment_body(method: str = "pm_card_visa") -> dict:
    return {"name": "Ada Lovelace", "email": "ada@example.org", "payment": {"method": method}}

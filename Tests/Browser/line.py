"""The line between browser and booking API: a TCP proxy that can break, lose what is sent, or allow no WebSockets."""

import itertools
import socket
import threading
from urllib.parse import urlsplit

from programs import free_port

REFUSAL = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Line:
    """Passes bytes on, unless it is told to do harm."""

    def __init__(self):
        self.port = free_port()
        self.refuses_upgrades = False
        self.loses_next_change = False
        self.has_lost_change = threading.Event()
        self._loses_payment_answer = threading.Event()
        self._is_silent = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()

    def to(self, api: str) -> str:
        """Leads to the API from now on, and returns the address at which the line begins."""
        address = urlsplit(api)
        self._target = (address.hostname, address.port)
        threading.Thread(target=self._accept, daemon=True).start()
        return f"http://127.0.0.1:{self.port}"

    def lose_next_payment_answer(self) -> None:
        """The next payment reaches the API, and the line breaks before anything of the answer comes back."""
        self._loses_payment_answer.set()

    def fall_silent(self) -> None:
        """What is sent gets lost, and nobody is told."""
        self._is_silent.set()

    def mend(self) -> None:
        """Does no harm any more; connections to which it has been done end."""
        self.refuses_upgrades = self.loses_next_change = False
        if self._is_silent.is_set():
            self._is_silent.clear()
            self.cut()

    def cut(self) -> None:
        """Ends every connection that is open now."""
        with self._lock:
            connections, self._open = self._open, set()
        for connection in connections:
            shut(connection)

    def close(self) -> None:
        shut(self._listener)
        self.cut()

    def _accept(self) -> None:
        while True:
            try:
                browser, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(browser,), daemon=True).start()

    def _serve(self, browser: socket.socket) -> None:
        data = received(browser)
        head = next(data, b"")
        is_live = b"upgrade: websocket" in head.lower()
        if is_live and self.refuses_upgrades:
            send(browser, REFUSAL)
            return shut(browser)
        try:
            api = socket.create_connection(self._target)
        except OSError:
            return shut(browser)
        with self._lock:
            self._open |= {browser, api}
        loses = threading.Event()
        threading.Thread(target=self._send, args=(itertools.chain([head], data), api, loses), daemon=True).start()
        self._answer(api, browser, is_live, loses)
        with self._lock:
            self._open -= {browser, api}

    def _send(self, sent, api: socket.socket, loses: threading.Event) -> None:
        for data in sent:
            if self._is_silent.is_set():
                continue
            is_payment = data.startswith(b"POST ") and b"/payment HTTP/" in data.split(b"\r\n")[0]
            if is_payment and self._loses_payment_answer.is_set():
                self._loses_payment_answer.clear()
                loses.set()
            send(api, data)
        shut(api)

    def _answer(self, api: socket.socket, browser: socket.socket, is_live: bool, loses: threading.Event) -> None:
        for data in received(api):
            if self._is_silent.is_set():
                continue
            if loses.is_set():
                break
            if is_live and self.loses_next_change and b'"change"' in data:
                self.loses_next_change = False
                self.has_lost_change.set()
                continue
            send(browser, data)
        shut(browser)
        shut(api)


def received(connection: socket.socket):
    """What comes in, until the other side or we hang up."""
    while True:
        try:
            data = connection.recv(65_536)
        except OSError:
            return
        if not data:
            return
        yield data


def send(connection: socket.socket, data: bytes) -> None:
    try:
        connection.sendall(data)
    except OSError:
        shut(connection)


def shut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass  # it has ended by itself
    connection.close()

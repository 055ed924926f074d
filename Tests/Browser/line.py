"""The line between browser and booking API: a TCP proxy that can be cut, or lose an answer on its way back."""

import socket
import threading
from urllib.parse import urlsplit

from programs import free_port


class Line:
    def __init__(self):
        self.port = free_port()
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self._open: set[socket.socket] = set()
        self._loses = threading.Event()
        self._is_dead = threading.Event()

    def to(self, api: str) -> str:
        """Leads to the API from now on, and returns the address at which the line begins."""
        address = urlsplit(api)
        self._target = (address.hostname, address.port)
        threading.Thread(target=self._accept, daemon=True).start()
        return f"http://127.0.0.1:{self.port}"

    def lose_next_payment_answer(self) -> None:
        """The next payment reaches the API, and the line breaks before anything of the answer comes back."""
        self._loses.set()

    def fall_silent(self) -> None:
        """What is sent gets lost, and nobody is told."""
        self._is_dead.set()

    def mend(self) -> None:
        self._is_dead.clear()
        self._close_all()

    def close(self) -> None:
        self._listener.close()
        self._close_all()

    def _close_all(self) -> None:
        for connection in list(self._open):
            shut(connection)

    def _accept(self) -> None:
        while True:
            try:
                browser, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._connect, args=(browser,), daemon=True).start()

    def _connect(self, browser: socket.socket) -> None:
        try:
            api = socket.create_connection(self._target)
        except OSError:
            shut(browser)
            return
        self._open |= {browser, api}
        loses = threading.Event()
        threading.Thread(target=self._send, args=(browser, api, loses), daemon=True).start()
        self._answer(api, browser, loses)
        self._open -= {browser, api}

    def _send(self, browser: socket.socket, api: socket.socket, loses: threading.Event) -> None:
        for data in received(browser):
            if self._is_dead.is_set():
                continue
            is_payment = data.startswith(b"POST ") and b"/payment HTTP/" in data.split(b"\r\n")[0]
            if is_payment and self._loses.is_set():
                self._loses.clear()
                loses.set()
            send(api, data)
        shut(api)

    def _answer(self, api: socket.socket, browser: socket.socket, loses: threading.Event) -> None:
        for data in received(api):
            if self._is_dead.is_set():
                continue
            if loses.is_set():
                break
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
        pass
    connection.close()

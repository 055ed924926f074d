"""What may stand between a browser and the API: proxies that allow no WebSockets, paths that break or lose a message."""

import socket
import threading
from urllib.parse import urlsplit

from programs import free_port

REFUSAL = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Gate:
    """Passes bytes on, unless it is told to do harm."""

    def __init__(self):
        self.port = free_port()
        self.refuses_upgrades = False
        self.loses_next_change = False
        self.has_lost = threading.Event()
        self._lock = threading.Lock()
        self._sockets: set[socket.socket] = set()
        self._listener: socket.socket | None = None

    def to(self, api: str) -> str:
        """Leads to the API from now on, and returns the address of the gate."""
        address = urlsplit(api)
        self._target = (address.hostname, address.port)
        self._listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, daemon=True).start()
        return f"http://127.0.0.1:{self.port}"

    def close(self) -> None:
        if self._listener:
            end(self._listener)
        self.cut()

    def cut(self) -> None:
        """Ends every connection that is open now."""
        with self._lock:
            sockets, self._sockets = self._sockets, set()
        for one in sockets:
            end(one)

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=[client], daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        try:
            head = client.recv(65_536)
            is_upgrade = b"upgrade: websocket" in head.lower()
            if is_upgrade and self.refuses_upgrades:
                client.sendall(REFUSAL)
                return client.close()
            server = socket.create_connection(self._target)
            server.sendall(head)
        except OSError:
            return client.close()
        with self._lock:
            self._sockets |= {client, server}
        threading.Thread(target=self._pass_on, args=[client, server, False], daemon=True).start()
        self._pass_on(server, client, is_upgrade)

    def _pass_on(self, source: socket.socket, target: socket.socket, is_live: bool) -> None:
        try:
            while data := source.recv(65_536):
                if is_live and self.loses_next_change and b'"change"' in data:
                    self.loses_next_change = False
                    self.has_lost.set()
                    continue
                target.sendall(data)
        except OSError:
            pass  # the other end is gone: so is this one
        end(source)
        end(target)
        with self._lock:
            self._sockets -= {source, target}


def end(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass  # it has ended by itself
    connection.close()

"""The real `booking-api`: started on a free port, killed, started again."""

import asyncio
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


def program(name: str) -> str:
    """A program of this repository: from the folder MARQUEE_BIN, or from the debug build."""
    path = Path(os.environ.get("MARQUEE_BIN", REPOSITORY / ".build" / "debug")) / name
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: run `swift build` first, or name the folder in MARQUEE_BIN")
    return str(path)


def run(name: str, *arguments: str | Path) -> subprocess.CompletedProcess:
    """Runs a program of this repository to its end."""
    return subprocess.run([program(name), *map(str, arguments)], capture_output=True, text=True, timeout=600)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class BookingAPI:
    """One server with a store of its own, always on the same port."""

    def __init__(
        self, folder: Path, catalog: Path, *options: str, store: Path | None = None, binary: Path | None = None,
    ):
        self.binary = binary
        self.port = free_port()
        self.store = store or folder / "booking.sqlite"
        self.log = folder / "booking-api.log"
        self.arguments = [
            "--catalog", str(catalog), "--store", f"sqlite:{self.store}", "--order-key", f"{self.store}.order-key", "--host", "127.0.0.1",
            "--port", str(self.port),
            # All buyers of tests and measurements come from one address.
            "--open-seats-per-client", "0", "--open-seats-per-showing", "0", *options]
        self.process: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def launch(self, preexec=None) -> subprocess.Popen:
        """Starts the program and does not wait until it answers."""
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                [str(self.binary or program("booking-api")), *self.arguments], stdout=log, stderr=log, preexec_fn=preexec,
                # Ctrl-C is for the one who tests.
                start_new_session=True)
        return self.process

    def start(self, preexec=None, seconds: float = 120) -> None:
        self.launch(preexec)
        deadline = time.monotonic() + seconds
        while not self.answers():
            self._require_start(deadline)
            time.sleep(0.02)

    async def start_meanwhile(self, seconds: float = 120) -> None:
        """The same without keeping the event loop waiting."""
        self.launch()
        deadline = time.monotonic() + seconds
        while not await asyncio.to_thread(self.answers):
            self._require_start(deadline)
            await asyncio.sleep(0.02)

    def kill(self) -> None:
        """`kill -9`: nothing is finished, nothing is written any more."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        """Asks the program to end, as a service manager does, and returns its exit code."""
        if self.process is None:
            return 0
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout=120)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return -signal.SIGKILL

    @property
    def has_ended(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def answers(self, path: str = "/health") -> bool:
        try:
            with urllib.request.urlopen(self.url + path, timeout=2) as response:
                return response.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def last_words(self, lines: int = 15) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    def _require_start(self, deadline: float) -> None:
        if self.has_ended or time.monotonic() > deadline:
            raise RuntimeError(f"booking-api does not answer at {self.url}/health; its last words:\n{self.last_words()}")

"""Starting the real programs on free ports, and stopping them."""

import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


def binary(name: str) -> str:
    """A program of this repository: from the folder MARQUEE_BIN, or from the debug build."""
    path = Path(os.environ.get("MARQUEE_BIN", REPOSITORY / ".build" / "debug")) / name
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: run `swift build` first, or name the folder in MARQUEE_BIN")
    return str(path)


def chromium() -> str:
    """The browser of this machine: MARQUEE_CHROMIUM, or the first that is found."""
    names = [os.environ.get("MARQUEE_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"]
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if not found:
        raise FileNotFoundError("no Chromium found: `apt-get install chromium`, or name it in MARQUEE_CHROMIUM")
    return found


def run(name: str, *arguments: str) -> str:
    """Runs a program to its end and returns what it printed; its own words are in the error if it fails."""
    done = subprocess.run([binary(name), *arguments], cwd=REPOSITORY, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{name} {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Server:
    """A program that listens. It can be stopped and started again on the same port."""

    def __init__(self, log: Path, health: str, *command: str):
        self.log, self.health, self.command = log, health, command
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        with self.log.open("a") as log:
            name, *arguments = self.command
            self.process = subprocess.Popen([binary(name), *arguments], cwd=REPOSITORY, stdout=log, stderr=log)
        deadline = time.monotonic() + 120
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{' '.join(self.command)} does not answer at {self.health}:\n{self.log.read_text()}")
            time.sleep(0.05)

    def stop(self) -> int:
        """Asks the program to end, as a service manager does, and returns its exit code."""
        if self.process is None:
            return 0
        self.process.terminate()
        try:
            return self.process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()

    def kill(self) -> None:
        """Ends the program in the middle of whatever it does, as a kernel without memory does."""
        self.process.kill()
        self.process.wait()

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(self.health, timeout=1) as response:
                return response.status == 200
        except (urllib.error.URLError, OSError):
            return False

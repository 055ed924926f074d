"""The template engine by itself: measured by a program of its own, whose lines are passed on."""

import os
import subprocess

from setting import Setting

VARIABLE = "TEMPLATING_BENCHMARK"


def measure_templating(setting: Setting) -> None:
    """Runs the program that TEMPLATING_BENCHMARK names, as scripts/bench.sh lets it be the one that it has built.

    Each line of its output that is `NAME VALUE` is a measure.
    """
    program = os.environ.get(VARIABLE)
    if not program:
        return setting.report.skip("templating", f"{VARIABLE} names no program")
    done = subprocess.run([program], stdout=subprocess.PIPE, text=True, check=True)
    for line in done.stdout.splitlines():
        name, _, value = line.removeprefix("bench: ").partition(" ")
        try:
            setting.report.add(name, float(value), _unit(name))
        except ValueError:
            setting.report.note(line)


def _unit(name: str) -> str:
    return "×" if name.endswith("_ratio") else "pages/s"

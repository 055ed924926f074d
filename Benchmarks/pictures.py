"""QR pictures per second, beside the same in C."""

import os
import statistics
import subprocess

from black_and_white import picture
from loading import compiled
from setting import Setting

VARIABLE = "TICKET_BENCHMARK"
SCALE = "8"
# As long as the code of a real ticket, of the same letters.
TEXT = "MRQ1:" + "KZ2XG4TBNVSXE2LOM4QGC3TEEBQWY3BAN5TCA5DIMVWQ" * 4 + "ABCDEFGH23456"


def measure_pictures(setting: Setting) -> None:
    """Runs the program that TICKET_BENCHMARK names, in turn with `png.c`; both must draw the same picture."""
    ours = os.environ.get(VARIABLE)
    if not ours:
        return setting.report.skip("pictures", f"{VARIABLE} names no program")
    try:
        theirs = str(compiled(setting.folder, "png", "qrencode", "png"))
    except (OSError, subprocess.CalledProcessError) as error:
        return setting.report.skip("pictures", f"the program in C cannot be compiled: {error}")

    files = [_run(program, "picture") for program in (ours, theirs)]
    if picture(files[0]) != picture(files[1]):
        raise RuntimeError("the two programs draw different pictures")
    setting.report.note(f"  a picture has {len(files[0])} bytes, that in C {len(files[1])}")
    rates: list[list[float]] = [[], []]
    for _ in range(5):
        for program, values in zip((ours, theirs), rates):
            values.append(float(_run(program, str(setting.booking_scale.pictures))))
    setting.report.add("pictures_per_second", statistics.median(rates[0]), "pictures/s")
    setting.report.add("pictures_in_c_per_second", statistics.median(rates[1]), "pictures/s")
    setting.report.add("pictures_ratio", statistics.median(rates[0]) / statistics.median(rates[1]), "×")


def _run(program: str, what: str) -> bytes:
    return subprocess.run([program, what, SCALE, TEXT], stdout=subprocess.PIPE, check=True).stdout

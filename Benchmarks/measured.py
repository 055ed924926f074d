"""Runs one command and prints what it took as JSON: seconds, CPU seconds, peak memory in MB.

    python3 measured.py LOG FOLDER COMMAND [ARGUMENT …]

A program of its own, because the system counts the memory of whoever starts a process to that process: the starter
must be small.
"""

import json
import os
import sys
import time


def main(log: str, folder: str, *command: str) -> None:
    with open(log, "wb") as output:
        started = time.monotonic()
        child = os.fork()
        if child == 0:
            os.chdir(folder)
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
            os.execv(command[0], command)
        _, status, usage = os.wait4(child, 0)
        seconds = time.monotonic() - started
    print(json.dumps({
        "status": os.waitstatus_to_exitcode(status),
        "seconds": seconds,
        "cpu_seconds": usage.ru_utime + usage.ru_stime,
        "peak_mb": usage.ru_maxrss * 1024 / 1e6,
    }))


main(*sys.argv[1:])

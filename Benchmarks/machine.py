"""On what the measuring is done."""

import os
import platform
import re
import sqlite3
import subprocess
from datetime import date
from pathlib import Path


def description(folder: Path, hugo: Path | None) -> str:
    """Several lines: the date, the machine, the file system of `folder`, and the versions of what is measured with."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    file_system = _first_line("findmnt", "-no", "FSTYPE", "-T", folder)
    return "\n".join([
        f"Date         {date.today().isoformat()}",
        f"Processor    {_processor()}, {os.cpu_count()} cores",
        f"Memory       {memory:.0f} GB",
        f"System       {platform.system()} {platform.release()}, {file_system}",
        f"Swift        {_first_line('swift', '--version')}",
        f"Hugo         {_first_line(hugo, 'version') if hugo else 'none'}",
        f"SQLite       {sqlite3.sqlite_version} (what makes and changes the catalogs)",
    ])


def _processor() -> str:
    path = Path("/proc/cpuinfo")
    found = re.search(r"^model name\s*: (.*)", path.read_text(), re.MULTILINE) if path.exists() else None
    return found[1] if found else platform.processor() or platform.machine()


def _first_line(*command: str | Path) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except OSError:
        return "unknown"
    return next(iter(done.stdout.splitlines()), "unknown")

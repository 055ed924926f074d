"""Which files of a site a build has written, and which of them it had to."""

import filecmp
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from output import files


@dataclass(frozen=True)
class Writes:
    written: int
    changed: int


class Snapshot:
    """A site as it was.

    Its files are kept as hard links: a build that replaces a file by another leaves the old one here. A file that were
    written in place would look unchanged, and so count as written in vain.
    """

    def __init__(self, site: Path, folder: Path):
        self.site, self.folder = site, folder
        subprocess.run(["cp", "-al", site, folder], check=True)
        self.states = self._states()

    def writes(self) -> Writes:
        """What has been written since the snapshot, or since this was asked; files that are gone count as both."""
        before, self.states = self.states, self._states()
        changed = 0
        written = [path for path, state in self.states.items() if before.get(path) != state]
        gone = before.keys() - self.states.keys()
        for path in written:
            old, new = self.folder / path, self.site / path
            if path not in before or not filecmp.cmp(old, new, shallow=False):
                changed += 1
            old.unlink(missing_ok=True)
            old.parent.mkdir(parents=True, exist_ok=True)
            os.link(new, old)
        return Writes(len(written) + len(gone), changed + len(gone))

    def _states(self) -> dict[str, tuple[int, int]]:
        start = len(os.fspath(self.site)) + 1
        states = {}
        for entry in files(self.site):
            status = entry.stat()
            states[entry.path[start:]] = (status.st_ino, status.st_mtime_ns)
        return states

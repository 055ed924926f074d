"""Folders to build into, and the room on the disk for them."""

import os
import shutil
import time
from pathlib import Path

# A page takes its bytes, rounded up, and a folder of its own; this is generous.
BYTES_PER_FILE = 22_000
# Seconds that ext4 takes to be as quick as before when many files were deleted: it does not give their places away.
_SETTLING = 305


class Workspace:
    """A folder with a fresh subfolder for each run.

    Nothing is deleted while there is room, as that would slow the next run; nor is what a killed measuring has left.
    """

    def __init__(self, folder: Path):
        self.folder = folder / "runs"
        self.folder.mkdir(parents=True, exist_ok=True)
        left = self._outputs()
        if left:
            print(f"{self.folder}: what an earlier measuring has left here ({len(left)}) is deleted when its "
                  "room is needed, at the latest at the end.", flush=True)
        self.count = 0

    def fresh(self, name: str) -> Path:
        """A path at which there is nothing."""
        self.count += 1
        while (path := self.folder / f"{self.count}-{name}").exists():
            self.count += 1
        return path

    def make_room(self, files: int, copies: int) -> None:
        """Makes sure that so many outputs of so many files fit, deleting those of earlier measures if need be."""
        needed = files * copies * BYTES_PER_FILE
        if self._free() >= needed:
            return
        if self._outputs():
            print("There is no room left on the disk.", flush=True)
            self.clear()
            print(f"Waiting {_SETTLING} s for the disk to settle …", flush=True)
            time.sleep(_SETTLING)
        if self._free() < needed:
            raise SystemExit(
                f"{self.folder}: {needed / 1e9:.0f} GB are needed here and {self._free() / 1e9:.0f} GB are free; make "
                "room, or take fewer films (--films) or runs (--runs)")

    def clear(self) -> None:
        """Deletes everything, and says how far it is: a full-size output takes a minute or so."""
        outputs = self._outputs()
        for number, output in enumerate(outputs, 1):
            print(f"Deleting what was built, {number} of {len(outputs)}: {output.name} …", flush=True)
            if output.is_dir():
                shutil.rmtree(output, ignore_errors=True)
            else:
                output.unlink(missing_ok=True)
        os.sync()

    def _outputs(self) -> list[Path]:
        return list(self.folder.iterdir())

    def _free(self) -> int:
        return shutil.disk_usage(self.folder).free

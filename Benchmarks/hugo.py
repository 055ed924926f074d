"""The command lines of Hugo, and the project that it builds."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Hugo:
    program: Path
    project: Path

    def prepare(self, catalog: Path, has_showtime_pages: bool = True) -> None:
        """Makes the project of a catalog. In a process of its own, for the memory that it takes."""
        without = [] if has_showtime_pages else ["--without-showtime-pages"]
        subprocess.run([sys.executable, HERE / "hugo_project.py", catalog, self.project, *without], check=True)

    def build(self, output: Path) -> list[str | Path]:
        return [*self._hugo(), "--destination", output]

    def render(self) -> list[str | Path]:
        return [*self._hugo(), "--renderToMemory"]

    def _hugo(self) -> list[str | Path]:
        return [self.program, "--source", self.project, "--noBuildLock", "--quiet"]

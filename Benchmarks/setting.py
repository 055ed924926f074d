"""What every measurement needs."""

from dataclasses import dataclass
from pathlib import Path

from catalogs import Catalogs
from processes import Usage, measure
from report import Report
from scale import BookingScale, Scale
from sitegen import SiteGen
from workspace import Workspace


@dataclass(frozen=True)
class Setting:
    sitegen: SiteGen
    hugo: Path | None
    booking_api: Path | None
    scale: Scale
    booking_scale: BookingScale
    runs: int
    folder: Path
    catalogs: Catalogs
    workspace: Workspace
    report: Report

    def measure(self, command: list[str | Path]) -> Usage:
        """Runs a command to its end in the folder of the benchmark."""
        usage = measure(command, self.folder / "last-run.log", self.folder)
        words = " ".join(part.name if isinstance(part, Path) else part for part in command[:2])
        self.report.note(
            f"  {words}{' --dry-run' if '--dry-run' in command else ''}: {usage.seconds:.2f} s, "
            f"{usage.cpu_seconds:.2f} s of CPU, {usage.peak_mb:.0f} MB")
        return usage

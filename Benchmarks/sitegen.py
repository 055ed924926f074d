"""The command lines of sitegen."""

from dataclasses import dataclass
from pathlib import Path

from scale import NOW

REPOSITORY = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class SiteGen:
    program: Path

    def build(self, catalog: Path, output: Path) -> list[str | Path]:
        return [self.program, "build", *self._site(catalog, output)]

    def dry_run(self, catalog: Path, output: Path) -> list[str | Path]:
        return [*self.build(catalog, output), "--dry-run"]

    def watch(self, catalog: Path, output: Path) -> list[str | Path]:
        return [self.program, "watch", *self._site(catalog, output)]

    def _site(self, catalog: Path, output: Path) -> list[str | Path]:
        return ["--catalog", catalog, "--output", output, "--now", NOW, "--templates", REPOSITORY / "Templates",
                "--public", REPOSITORY / "Public"]

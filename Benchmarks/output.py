"""Looks at what was built."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Extent:
    """How much was rendered: pages and data, without the assets that are copied."""

    pages: int
    data: int
    bytes: int

    @property
    def files(self) -> int:
        return self.pages + self.data

    def __str__(self) -> str:
        return f"{self.files:,} files ({self.pages:,} HTML, {self.data:,} JSON), {self.bytes / 1e6:,.0f} MB"


def files(folder: Path) -> Iterator[os.DirEntry]:
    """Every file of a site; what a program keeps for itself begins with a dot and is none of it."""
    waiting = [os.fspath(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    yield entry


def extent(folder: Path) -> Extent:
    pages = data = size = 0
    for entry in files(folder):
        is_page, is_data = entry.name.endswith(".html"), entry.name.endswith(".json")
        pages += is_page
        data += is_data
        size += entry.stat().st_size if is_page or is_data else 0
    return Extent(pages, data, size)

"""A finished site, and what its pages weigh."""

import functools
import gzip
import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path

# The first that fits tells the kind of a page.
_KINDS = [
    ("home", r"index\.html"),
    ("seats", r"showtimes/(?!\d{4}-\d\d-\d\d/)(?!page/)[^/]+/index\.html"),
    ("day", r"showtimes/\d{4}-\d\d-\d\d/.*"),
    ("days", r"showtimes/.*"),
    ("movie-day", r"movies/[^/]+/\d{4}-\d\d-\d\d/.*"),
    ("theater-day", r"theaters/[^/]+/\d{4}-\d\d-\d\d/.*"),
    ("movie", r"movies/(?!page/)[^/]+/.*"),
    ("theater", r"theaters/(?!page/)[^/]+/.*"),
    ("person", r"people/[^/]+/.*"),
    ("genre", r"genres/[^/]+/.*"),
    ("movies", r"movies/.*"),
    ("theaters", r"theaters/.*"),
    ("other", r".*"),
]
KINDS = [kind for kind, _ in _KINDS]

_START_TAG = re.compile(rb"<[a-z]")
_LINK = re.compile(rb"<a\s")
# What a browser loads for a page besides pictures.
_LOADED = re.compile(rb'<(?:link rel="(?:stylesheet|modulepreload)"|script)[^>]* (?:href|src)="([^"]+)"')


@dataclass(frozen=True)
class Weight:
    """Of one page: compressed bytes with its styles and scripts, elements, links."""

    path: str
    bytes: int
    elements: int
    links: int


class Site:
    def __init__(self, catalog: Path, folder: Path):
        self.catalog, self.folder = catalog, folder

    @functools.cached_property
    def pages(self) -> dict[str, list[Path]]:
        """The pages of each kind."""
        pages: dict[str, list[Path]] = {kind: [] for kind in KINDS}
        for path in sorted(self.folder.rglob("*.html")):
            name = path.relative_to(self.folder).as_posix()
            pages[next(kind for kind, pattern in _KINDS if re.fullmatch(pattern, name))].append(path)
        return pages

    def weights(self, kind: str) -> list[Weight]:
        """Of all pages of a kind; of many, of the largest."""
        largest = sorted(self.pages[kind], key=lambda page: -page.stat().st_size)[:200]
        return [self._weight(page) for page in largest]

    def _weight(self, path: Path) -> Weight:
        html = path.read_bytes()
        parts = {match.decode() for match in _LOADED.findall(html)}
        return Weight(
            path.relative_to(self.folder).as_posix(), len(gzip.compress(html, 9)) + sum(map(self._part, parts)),
            len(_START_TAG.findall(html)), len(_LINK.findall(html)))

    @functools.cache
    def _part(self, address: str) -> int:
        return len(gzip.compress((self.folder / address.lstrip("/")).read_bytes(), 9))

    def html(self, address: str) -> str:
        return (self.folder / address.strip("/") / "index.html").read_text()

    def rows(self, sql: str, *values) -> list[tuple]:
        database = sqlite3.connect(self.catalog)
        try:
            return database.execute(sql, values).fetchall()
        finally:
            database.close()

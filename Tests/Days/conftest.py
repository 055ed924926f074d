"""What every test can ask for: the demo of this very moment."""

import sqlite3
from pathlib import Path

import pytest

from programs import run


class Demo:
    """The demo catalog, and the site that is built from it."""

    def __init__(self, folder: Path):
        self.folder, self.catalog, self.output = folder, folder / "catalog.sqlite", folder / "site"
        run("sitegen", "demo", "--catalog", str(self.catalog))

    def build(self, *options: str, output: Path | None = None) -> str:
        return run(
            "sitegen", "build", "--catalog", str(self.catalog), "--output", str(output or self.output),
            "--base-url", "https://cinema.example", "--api-url", "https://booking.cinema.example", *options)

    def rows(self, sql: str, *values) -> list[tuple]:
        database = sqlite3.connect(self.catalog)
        try:
            return database.execute(sql, values).fetchall()
        finally:
            database.close()


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Demo:
    return Demo(tmp_path_factory.mktemp("demo"))

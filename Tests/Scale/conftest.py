"""One site for all tests, built from a slice of the real data or from all of it."""

import os
import subprocess
from pathlib import Path

import pytest
import real_catalog
from pages import Site
from scale import NOW

REPOSITORY = Path(__file__).resolve().parents[2]
DATA = REPOSITORY.parent / "shared" / "data"

# One day has more than 1,500 showings of one film, as when a blockbuster starts.
_SLICE = real_catalog.RealSize(films=2_000, theaters=150, showtimes=16_000, days=4, share=0.42)
_SIZES = {"slice": _SLICE, "whole": real_catalog.RealSize()}


@pytest.fixture(scope="session")
def sitegen() -> Path:
    program = Path(os.environ.get("MARQUEE_BIN", REPOSITORY / ".build" / "debug")) / "sitegen"
    assert program.exists(), f"{program} is missing: run `swift build` first, or name the folder in MARQUEE_BIN"
    return program


@pytest.fixture(scope="session")
def site(sitegen, tmp_path_factory) -> Site:
    if not DATA.exists():
        pytest.skip(f"there is no sample data at {DATA}")
    folder = tmp_path_factory.mktemp("scale")
    catalog, output = folder / "catalog.sqlite", folder / "site"
    real_catalog.make(sitegen, DATA, catalog, _SIZES[os.environ.get("MARQUEE_SCALE", "slice")])
    subprocess.run(
        [sitegen, "build", "--catalog", catalog, "--output", output, "--now", NOW, "--base-url",
         "https://cinemas.example", "--templates", REPOSITORY / "Templates", "--public", REPOSITORY / "Public"],
        check=True, stdout=subprocess.DEVNULL)
    return Site(catalog, output)

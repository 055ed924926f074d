"""What is said of a whole output folder."""

import subprocess

from conftest import REPOSITORY
from scale import NOW


def test_a_second_build_changes_nothing(site, sitegen):
    said = subprocess.run(
        [sitegen, "build", "--verify", "--catalog", site.catalog, "--output", site.folder, "--now", NOW, "--base-url",
         "https://cinemas.example", "--templates", REPOSITORY / "Templates", "--public", REPOSITORY / "Public"],
        capture_output=True, text=True)
    assert said.returncode == 0, said.stdout + said.stderr


def test_nothing_is_wrong_with_the_site(site, sitegen):
    """Links, titles, sitemaps, structured data, budgets: all that `sitegen check` knows."""
    said = subprocess.run([sitegen, "check", site.folder], capture_output=True, text=True)
    assert said.returncode == 0, said.stdout + said.stderr

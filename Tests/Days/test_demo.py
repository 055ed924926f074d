"""The demo is whole on every day and at every hour, and its site follows the clock from there on."""

import time
from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from programs import run

SHOWINGS = """
    SELECT theater.slug, time_zone, auditorium.id, starts_at, ends_at FROM showtime
    JOIN auditorium ON auditorium.id = auditorium_id JOIN theater ON theater.id = theater_id ORDER BY starts_at
    """
#: How much later the site is brought up to date: the next minute, the end of a film, the next day of cinema, a week on.
LATER = [timedelta(minutes=1), timedelta(minutes=95), timedelta(hours=7), timedelta(days=8)]


def test_something_is_on_in_every_theater_on_each_of_the_next_twelve_days(demo):
    days: dict[str, set] = {}
    for theater, zone, _, starts, _ in demo.rows(SHOWINGS):
        if starts > time.time():
            local = datetime.fromtimestamp(starts, ZoneInfo(zone))
            # A day of cinema lasts until six in the morning.
            days.setdefault(theater, set()).add((local.replace(tzinfo=None) - timedelta(hours=6)).date())
    assert len(days) == 3
    assert all(len(those) >= 12 for those in days.values()), days


def test_films_begin_when_the_house_is_open_and_never_two_in_one_room(demo):
    ends: dict[int, int] = {}
    for _, zone, auditorium, starts, ends_at in demo.rows(SHOWINGS):
        local = datetime.fromtimestamp(starts, ZoneInfo(zone))
        assert 11 <= local.hour < 23, local
        assert local.minute % 5 == 0, local
        assert starts >= ends.get(auditorium, 0), local
        ends[auditorium] = ends_at


@pytest.fixture(scope="module")
def built(demo):
    demo.build()
    return demo


def test_nothing_is_wrong_with_the_site(built):
    run("sitegen", "check", str(built.output))


@pytest.mark.parametrize("language, zone", [("C", "UTC"), ("tr_TR.UTF-8", "Pacific/Kiritimati"), ("ar_EG.UTF-8", "America/St_Johns")])
def test_the_language_and_the_zone_of_the_machine_change_no_byte(demo, tmp_path, monkeypatch, language, zone):
    now = ["--now", f"{datetime.now(timezone.utc):%Y-%m-%dT%H:%M:%SZ}"]
    demo.build(*now)
    for name in ("LANG", "LC_ALL"):
        monkeypatch.setenv(name, language)
    monkeypatch.setenv("TZ", zone)
    demo.build(*now, output=tmp_path / "site")
    assert contents(tmp_path / "site") == contents(demo.output)


def contents(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_the_site_that_follows_the_clock_is_the_one_that_is_built_anew(built):
    begun = datetime.now(timezone.utc)
    for later in LATER:
        now = ["--now", f"{begun + later:%Y-%m-%dT%H:%M:%SZ}"]
        built.build(*now)
        built.build(*now, "--verify")
        run("sitegen", "check", str(built.output))

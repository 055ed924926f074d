"""Calendars, the feed and sitemaps as other programs read them."""

import json
import re
import sqlite3
from datetime import datetime, timedelta, timezone
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from programs import run

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PARIS = ZoneInfo("Europe/Paris")
# Around both nights in Paris, and the second of two half past twos.
NIGHTS = ["2027-03-27T20:00Z", "2027-03-28T00:30Z", "2027-03-28T01:30Z", "2027-10-30T20:00Z", "2027-10-31T00:30Z", "2027-10-31T01:30Z", "2028-01-01T19:00Z"]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site with showings on the nights on which the clocks change."""
    folder = tmp_path_factory.mktemp("calendars")
    programme = folder / "programme.yaml"
    programme.write_text("""
marquee: 1
name: The Corner
theaters:
  - {id: corner, name: The Corner, timeZone: Europe/Paris, city: Lyon, latitude: 45.767, longitude: 4.8345,
     auditoriums: [{id: one, name: "Salle 1; la grande, la belle", rows: 1, columns: 2}]}
movies: [{id: film, title: "Vivre, aimer; c'est \\\\ long: %s", year: 1999}]
""" % ("d\u00e9j\u00e0 vu \u6620\u753b \U0001f3ac " * 12))
    catalog = folder / "catalog.sqlite"
    run("sitegen", "import", "--catalog", str(catalog), str(programme))
    with sqlite3.connect(catalog) as database:
        for number, night in enumerate(NIGHTS):
            starts = int(datetime.fromisoformat(night).timestamp())
            database.execute(
                "INSERT INTO showtime (id, movie_id, auditorium_id, starts_at, ends_at) VALUES (?, 1, 1, ?, ?)",
                (f"s{number}", starts, starts + 3_000))
    run("sitegen", "build", "--catalog", str(catalog), "--output", str(folder / "site"), "--now", "2026-11-21T15:00:00Z",
        "--base-url", "https://corner.example/programme")
    return folder / "site"


def events(file):
    return Calendar.from_ical(file.read_bytes()).walk("VEVENT")


def instants(events):
    return [event.decoded("DTSTART").astimezone(timezone.utc) for event in events]


def test_a_calendar_tells_each_showing_at_its_instant(site):
    [calendar] = (site / "theaters").glob("*/calendar.ics")
    found = events(calendar)
    assert instants(found) == [datetime.fromisoformat(night) for night in NIGHTS]
    assert all(event.decoded("DTEND") - event.decoded("DTSTART") for event in found)
    assert found[0].decoded("DTSTART").tzinfo.key == "Europe/Paris"
    assert found[0]["LOCATION"] == "The Corner, Salle 1; la grande, la belle, Lyon"
    assert found[0]["SUMMARY"].startswith("Vivre, aimer; c'est \\ long: d\u00e9j\u00e0 vu \u6620\u753b \U0001f3ac")
    assert found[0]["UID"] == "showtime-s0@corner.example"


def test_a_program_that_does_not_know_the_zone_learns_it_from_the_file(site):
    [calendar] = (site / "movies").glob("*/calendar.ics")
    unknown = Calendar.from_ical(calendar.read_bytes().replace(b"Europe/Paris", b"Nowhere/Known"))
    assert instants(unknown.walk("VEVENT")) == [datetime.fromisoformat(night) for night in NIGHTS]


def test_one_showing_can_be_taken_alone(site):
    for number, night in enumerate(NIGHTS):
        file = site / "showtimes" / f"s{number}" / "calendar.ics"
        [event] = events(file)
        assert instants([event]) == [datetime.fromisoformat(night)]
        assert str(event["URL"]) == f"https://corner.example/programme/showtimes/s{number}/"
        assert all(len(line) <= 75 for line in file.read_bytes().split(b"\r\n"))


def test_calendars_of_the_demo_are_found_from_the_pages(cinema):
    slug = cinema.data("now-showing.json")["movies"][0]["slug"]
    page = cinema.html(f"/movies/{slug}/")
    [address] = re.findall(r'<link rel="alternate" type="text/calendar"[^>]* href="([^"]+)"', page)
    found = Calendar.from_ical(cinema.html(address)).walk("VEVENT")
    showtimes = cinema.data(f"movies/{slug}.json")["showtimes"]
    assert instants(found) == [datetime.fromisoformat(one["startsAt"]).astimezone(timezone.utc) for one in showtimes]
    assert [event["STATUS"] for event in found] == [
        "CANCELLED" if one["status"] == "cancelled" else "CONFIRMED" for one in showtimes]


def test_the_feed_is_atom(cinema):
    feed = ElementTree.fromstring(cinema.html("/feed.xml"))
    assert feed.tag == f"{ATOM}feed"
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == f"{cinema.site}/feed.xml"
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 40
    assert len({entry.find(f"{ATOM}id").text for entry in entries}) == 40
    for entry in entries:
        assert datetime.fromisoformat(entry.find(f"{ATOM}updated").text) <= datetime.now(timezone.utc) + timedelta(minutes=1)


def test_every_page_in_a_sitemap_is_there_and_names_itself(cinema):
    index = ElementTree.fromstring(cinema.html("/sitemap.xml"))
    sitemaps = [place.text for place in index.iter(f"{SITEMAP}loc")]
    assert len(sitemaps) >= 7
    for sitemap in sitemaps:
        pages = ElementTree.fromstring(cinema.html(sitemap.removeprefix(cinema.site)))
        for place in list(pages.iter(f"{SITEMAP}loc"))[:20]:
            html = cinema.html(place.text.removeprefix(cinema.site))
            assert f'<link rel="canonical" href="{place.text}">' in html
            for script in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html):
                assert json.loads(script)["@context"] == "https://schema.org"


def test_the_manifest_names_pictures_that_are_there(page, cinema):
    manifest = json.loads(cinema.html("/site.webmanifest"))
    assert manifest["start_url"] == "/"
    page.goto("/")
    for icon in manifest["icons"]:
        size = page.evaluate("src => new Promise(done => { const image = new Image(); image.onload = () => done(image.naturalWidth); image.src = src })", icon["src"])
        assert icon["sizes"] in ("any", f"{size}x{size}")

"""Names without a place to break them, on the narrowest phone and in large letters: no page becomes wider than its screen."""

import json
import re
from datetime import datetime, timedelta, timezone

import pytest
from playwright.sync_api import expect

from accessibility import expect_no_sideways_scrolling, expect_no_violations
from buyer import Buyer
from conftest import opened_cinema, opened_pages

WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
#: One of each: as a shopkeeper shouts, as an engineer writes, as a child types.
LOUD, CODE, LAUGH = WORD.upper(), "x" * 60 + "_" + "0" * 40, "ha" * 40


@pytest.fixture(scope="module")
def station(tmp_path_factory):
    starts = datetime.now(timezone.utc).replace(hour=12, minute=0) + timedelta(days=1)
    document = {
        "marquee": 1, "name": LOUD[:40], "currency": "EUR",
        "ticketTypes": [{"id": "adult", "name": WORD}, {"id": "child", "name": CODE}],
        "priceCategories": [{"id": "standard", "name": WORD}],
        "priceLists": [{"id": "all", "prices": {"adult": 12_345, "child": 1}}],
        "theaters": [{
            "id": "station", "name": WORD, "timeZone": "Europe/Vienna", "street": CODE, "postalCode": "1010", "city": LOUD,
            "country": "AT", "region": LAUGH, "description": LAUGH, "phone": "1" * 50, "website": f"https://{LAUGH[:60]}.example",
            "auditoriums": [{"id": "hall", "name": WORD, "plan": "A  ssss\nB  wcss"}]}],
        "movies": [{
            "id": "ship", "title": WORD, "originalTitle": LOUD, "year": 1931, "runtime": 90, "certificate": LAUGH[:30],
            "genres": [WORD], "directors": [WORD], "cast": [{"name": CODE, "character": LOUD}], "synopsis": LAUGH}],
        "showtimes": [
            {"id": f"ship{day}", "movie": "ship", "auditorium": "hall", "prices": "all", "format": LAUGH[:24],
             "starts": (starts + timedelta(days=day)).strftime("%Y-%m-%d %H:%M")} for day in range(3)]}
    with opened_cinema(tmp_path_factory.mktemp("station"), document=json.dumps(document)) as cinema:
        yield cinema


@pytest.fixture
def new_page(browser, station):
    with opened_pages(browser, station) as new_page:
        yield new_page


def pages(station) -> list[str]:
    """Every kind that this small cinema has."""
    found = set(re.findall(r"<loc>[^<]*?//[^/<]+([^<]*)</loc>", "".join(station.html(path) for path in sitemaps(station))))
    return sorted({re.sub(r"ship[12]/", "ship0/", path) for path in found} | {"/404.html", "/checkout/", "/tickets/", "/search/?q=donau"})


def sitemaps(station) -> list[str]:
    named = re.findall(r"<loc>[^<]*?//[^/<]+([^<]*\.xml)</loc>", station.html("/sitemap.xml"))
    return named or ["/sitemap.xml"]


LOOKS = {"320 px": dict(width=320, letters=100), "320 px, letters twice as large": dict(width=320, letters=200), "desktop": dict(width=1280, letters=100)}


@pytest.mark.parametrize("look", LOOKS)
def test_no_page_is_wider_than_its_screen(look, new_page, station):
    width, letters = LOOKS[look].values()
    page = new_page(viewport={"width": width, "height": 700})
    page.add_init_script(f"addEventListener('DOMContentLoaded', () => {{ document.documentElement.style.fontSize = '{letters}%'; }})")
    addresses = pages(station)
    assert len(addresses) >= 12
    for path in addresses:
        page.goto(path)
        expect(page.get_by_role("heading", level=1).first).to_be_attached()
        expect_no_sideways_scrolling(page)


def test_nor_is_a_step_of_a_purchase(new_page, station):
    page = new_page(viewport={"width": 320, "height": 700})
    buyer = Buyer(page, station)
    page.goto("/showtimes/ship2/")
    expect(buyer.free_seats.first).to_be_visible()
    buyer.choose("A1")
    expect_no_sideways_scrolling(page)
    buyer.go_to_payment()
    expect(page.locator(".order-film")).to_be_visible()
    expect_no_sideways_scrolling(page)
    expect_no_violations(page)
    buyer.fill_details()
    buyer.pay()
    buyer.expect_tickets("A1")
    expect(page.locator(".ticket h2")).to_have_text(WORD)
    expect_no_sideways_scrolling(page)
    expect_no_violations(page)

"""Seats of a category that the price list of the showing does not have: nobody can buy them, and the page says so."""

import json
import re
from datetime import datetime, timedelta, timezone

import pytest
from playwright.sync_api import expect

from buyer import Buyer
from cinema import Showing
from conftest import opened_cinema, opened_pages

SHOWING = Showing("premiere", "sunrise", "hall-main")


def document() -> str:
    starts = datetime.now(timezone.utc) + timedelta(days=4)
    return json.dumps({
        "marquee": 1, "currency": "EUR", "ticketTypes": [{"id": "adult", "name": "Adult"}],
        "priceCategories": [{"id": "standard", "name": "Standard"}, {"id": "premium", "name": "Sofa"}],
        "priceLists": [{"id": "normal", "prices": {"adult": {"standard": 9}}}],
        "theaters": [{"id": "hall", "name": "The Hall", "timeZone": "Europe/Dublin", "city": "Cork", "auditoriums": [
            {"id": "main", "name": "Main", "plan": "A  sssss\nB  ppwcp"}]}],
        "movies": [{"id": "sunrise", "title": "Sunrise", "runtime": 94}],
        "showtimes": [{"id": SHOWING.id, "movie": "sunrise", "auditorium": "main",
                       "starts": starts.strftime("%Y-%m-%d 20:00")}]})


@pytest.fixture(scope="module")
def hall(tmp_path_factory):
    with opened_cinema(tmp_path_factory.mktemp("hall"), document=document()) as cinema:
        yield cinema


@pytest.fixture
def page(browser, hall):
    with opened_pages(browser, hall) as new_page:
        yield new_page()


@pytest.fixture
def buyer(page, hall):
    return Buyer(page, hall)


def test_the_plan_shows_and_says_that_they_are_not_on_sale(buyer, page):
    buyer.open_seats(SHOWING)
    buyer.choose("A1", "A2")
    seat = buyer.seat("B1")
    expect(seat).to_have_attribute("aria-label", re.compile("^Row B, seat 1, .*not on sale$"))
    expect(seat).to_have_attribute("aria-disabled", "true")
    seat.click(force=True)
    expect(seat).not_to_be_checked()
    expect(buyer.notice).to_have_text("Row B, seat 1 is not on sale.")
    expect(page.locator("#announcer")).to_contain_text("not on sale")
    expect(page.get_by_role("list", name="Legend")).to_contain_text("Not on sale")
    expect(page.locator("#seat-map input:checked")).to_have_count(2)
    expect(page.locator(".chosen li")).to_have_count(2)
    expect(page.locator(".choice-bar")).to_contain_text("€18.00")


def test_the_list_does_so_too(buyer, page):
    buyer.open_seats(SHOWING)
    page.get_by_role("button", name="List").click()
    row = page.locator("#seat-list summary", has_text="Row B")
    expect(row).to_contain_text("2 of 5 free")
    row.click()
    box = page.locator('#seat-list [data-seat="B2"]')
    expect(page.locator("#seat-list li", has=page.locator('[data-seat="B2"]'))).to_contain_text("not on sale")
    box.focus()
    page.keyboard.press("Space")
    expect(box).not_to_be_checked()
    expect(buyer.notice).to_have_text("Row B, seat 2 is not on sale.")


def test_they_are_never_found_for_anybody(buyer, page):
    buyer.open_seats(SHOWING)
    page.get_by_label("How many").select_option("6")
    page.get_by_role("button", name="Find the best seats").click()
    expect(page.get_by_text("There are not enough seats for 6: 5 are free.")).to_be_visible()
    assert "Sofa" not in page.locator(".finder").inner_text()


def test_who_sees_few_colours_sees_it_as_well(buyer, page):
    page.emulate_media(forced_colors="active")
    buyer.open_seats(SHOWING)
    assert buyer.seat("B1").evaluate("seat => getComputedStyle(seat, '::before').content") == '"–"'

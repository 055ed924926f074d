"""The programme is for everyone: all of it can be read without JavaScript."""

import pytest
from playwright.sync_api import expect

from page_kinds import address


@pytest.fixture
def page(new_page):
    return new_page(java_script_enabled=False, viewport={"width": 390, "height": 800})


def test_a_reader_walks_from_home_to_the_seats_of_a_showing(page):
    page.goto("/")
    page.get_by_role("navigation", name="Days").get_by_role("link").nth(1).click()
    page.locator("a.stub").first.click()
    expect(page.get_by_role("heading", name="Choose your seats")).to_be_visible()
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator("noscript p")).to_contain_text("needs JavaScript")
    expect(page.get_by_role("img", name="Plan of")).to_be_visible()
    expect(page.locator(".rows tbody tr").first).to_be_visible()
    assert "€" in page.locator(".prices tbody td").first.inner_text()


def test_a_film_leads_to_its_theaters_people_and_genres(page, cinema):
    page.goto(address("movie", cinema))
    expect(page.locator("a.stub").first).to_be_visible()
    page.locator(".cast a, .crew a").first.click()
    expect(page.locator(".film-card").first).to_be_visible()
    page.goto(address("movie", cinema))
    page.locator(".genres a").first.click()
    expect(page.locator(".film-card").first).to_be_visible()


@pytest.mark.parametrize("kind", ["search", "checkout", "tickets"])
def test_what_needs_javascript_says_so_and_has_no_dead_buttons(page, cinema, kind):
    page.goto(address(kind, cinema))
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator("noscript p")).to_contain_text("needs JavaScript")
    expect(page.locator("main button:visible")).to_have_count(0)

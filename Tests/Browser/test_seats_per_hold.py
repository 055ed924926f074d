"""A service that lets one hold have four seats: the seat page offers as many as booking says, and asks for no more."""

import pytest
from playwright.sync_api import expect

from buyer import Buyer
from conftest import opened_cinema, opened_pages


@pytest.fixture(scope="module")
def strict_cinema(tmp_path_factory):
    with opened_cinema(tmp_path_factory.mktemp("four-seats"), "--seats-per-hold", "4") as cinema:
        yield cinema


@pytest.fixture
def strict_buyer(browser, strict_cinema):
    with opened_pages(browser, strict_cinema) as new_page:
        yield Buyer(new_page(), strict_cinema)


@pytest.fixture
def strict_showing(strict_cinema):
    return strict_cinema.new_showing(lambda room: room.stretch(4))


def test_four_seats_can_be_chosen_and_no_more(strict_buyer, strict_cinema, strict_showing):
    page = strict_buyer.page
    strict_buyer.open_seats(strict_showing)
    expect(page.get_by_text("Choose up to 4 seats in the plan.")).to_be_visible()
    *four, fifth = strict_cinema.seats(strict_showing, 5)
    strict_buyer.choose(*four)
    expect(page.locator("#announcer")).to_contain_text("4 of 4 seats chosen")
    strict_buyer.seat(fifth).click()
    expect(strict_buyer.seat(fifth)).not_to_be_checked()
    expect(strict_buyer.notice).to_contain_text("One booking can have 4 seats.")
    strict_buyer.go_to_payment()


def test_the_page_looks_for_four_people_and_no_more(strict_buyer, strict_showing):
    page = strict_buyer.page
    strict_buyer.open_seats(strict_showing)
    options = page.get_by_label("How many").locator("option")
    expect(options).to_have_text(["1 seat", "2 seats", "3 seats", "4 seats"])
    expect(page.get_by_label("How many")).to_have_value("2")
    page.get_by_label("How many").select_option("4")
    page.get_by_role("button", name="Find the best seats").click()
    expect(page.locator(".chosen li")).to_have_count(4)


def test_without_the_live_connection_the_page_knows_it_too(strict_buyer, strict_showing):
    page = strict_buyer.page
    page.add_init_script("WebSocket = class { constructor() { throw new Error('blocked') } }")
    strict_buyer.open_seats(strict_showing)
    strict_buyer.expect_connection("polling")
    expect(page.get_by_label("How many").locator("option")).to_have_count(4)


def test_until_booking_has_spoken_the_page_names_no_number(strict_buyer, strict_showing):
    page = strict_buyer.page
    page.add_init_script("WebSocket = class { constructor() { throw new Error('blocked') } }")
    page.route("**/v1/showtimes/*/seats", lambda route: route.abort())
    page.goto(strict_showing.path)
    strict_buyer.expect_connection("none")
    expect(page.locator("#choice")).to_contain_text("No seat chosen")
    page.unroute("**/v1/showtimes/*/seats")
    expect(page.get_by_text("Choose up to 4 seats in the plan.")).to_be_visible()

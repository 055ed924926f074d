"""Someone else was faster: who loses a seat is told at once and which, keeps the focus, and is offered what is near."""

import re

import pytest
from playwright.sync_api import expect

from buyer import Buyer


STRETCH = 5


@pytest.fixture
def showing(cinema):
    return cinema.new_showing(lambda room: room.stretch(STRETCH))


@pytest.fixture
def row(cinema, showing) -> list[str]:
    """Ordinary seats of one price with no aisle between them."""
    return cinema.room(showing).stretch(STRETCH)


@pytest.fixture
def live_buyer(buyer, showing):
    buyer.open_seats(showing)
    buyer.expect_connection("live")
    return buyer


def test_the_seat_next_to_the_ones_that_are_left_is_offered(live_buyer, page, cinema, showing, row):
    first, second, third, *_ = row
    live_buyer.choose(first, second, third)
    live_buyer.seat(third).focus()
    cinema.hold(showing, first)
    expect(live_buyer.notice).to_contain_text("Someone else was faster: Row")
    expect(live_buyer.notice).to_contain_text("Your other seats are still chosen.")
    expect(page.locator("#announcer")).to_contain_text("Someone else was faster: Row")
    assert live_buyer.focused_seat == third
    page.get_by_role("button", name=f"Take {row[3]} instead").click()
    for seat in row[1:4]:
        expect(live_buyer.seat(seat)).to_be_checked()
    expect(live_buyer.seat(first)).not_to_be_checked()
    expect(live_buyer.notice).to_be_empty()
    live_buyer.go_to_payment()
    expect(page.locator("#order-seats li")).to_have_count(3)


def test_the_focus_stays_on_a_seat_that_is_lost(live_buyer, page, cinema, showing, row):
    live_buyer.choose(row[0])
    live_buyer.seat(row[0]).focus()
    cinema.hold(showing, row[0])
    live_buyer.expect_state("held", row[0])
    assert live_buyer.focused_seat == row[0]
    expect(live_buyer.seat(row[0])).not_to_be_checked()
    page.keyboard.press("Space")
    expect(live_buyer.seat(row[0])).not_to_be_checked()


def test_tickets_go_over_to_the_seats_that_are_taken_instead(live_buyer, page, cinema, showing, row):
    live_buyer.choose(row[0], row[1])
    page.get_by_label("Ticket for Row").first.select_option(index=1)
    total = page.locator("#choice .total strong").text_content()
    cinema.hold(showing, row[0])
    page.get_by_role("button", name=re.compile("^Take .* instead$")).click()
    expect(page.locator("#choice .total strong")).to_have_text(total)


def test_an_offer_that_is_taken_too_is_replaced_by_the_next(live_buyer, page, cinema, showing, row):
    live_buyer.choose(row[0])
    cinema.hold(showing, row[0])
    offer = page.get_by_role("button", name=re.compile("^Take .* instead$"))
    expect(offer).to_be_visible()
    offered = offer.text_content().split()[1]
    cinema.hold(showing, offered)
    live_buyer.expect_state("held", offered)
    expect(offer).not_to_contain_text(f" {offered} ")
    offer.click()
    expect(page.locator(".chosen li")).to_have_count(1)


def test_a_race_for_a_seat_ends_with_a_friendly_loser(new_page, cinema, showing, row):
    winner, loser = Buyer(new_page(), cinema), Buyer(new_page(), cinema)
    for buyer in (winner, loser):
        buyer.open_seats(showing)
        buyer.choose(row[1], row[2])
    go_on = loser.page.get_by_role("button", name="Continue to payment")
    go_on.focus()
    winner.go_to_payment()
    expect(loser.notice).to_contain_text("Someone else was faster")
    loser.notice.get_by_role("button", name=re.compile("^Take .* instead$")).click()
    expect(go_on).to_be_focused()
    loser.page.keyboard.press("Enter")
    loser.fill_details()
    loser.pay()
    expect(loser.page.get_by_role("heading", level=1, name="Your tickets")).to_be_visible()

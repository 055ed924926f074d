"""One hold in several tabs, and what happens to the seats when the buyer walks away."""

import pytest
from playwright.sync_api import expect

from buyer import Buyer
from eventually import eventually


def expect_held(cinema, showing, page, seats):
    """What the booking service says now, or soon."""
    eventually(page, lambda: cinema.seat_states(showing)["held"], seats)


def main_menu(page, name):
    return page.get_by_role("navigation", name="Main").get_by_role("link", name=name)


def test_who_walks_away_frees_the_seats_and_can_keep_them_again(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    main_menu(page, "Films").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Payment")
    expect_held(cinema, showing, page, [])
    page.go_back()
    page.get_by_role("button", name="Keep the same seats again").click()
    expect(page.locator("#announcer")).to_contain_text("Your seats are kept again.")
    expect_held(cinema, showing, page, [seat])


@pytest.mark.parametrize("step", ["reload", "tickets", "back", "open a link in another tab"])
def test_who_comes_back_finds_the_seats_kept(step, buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    freed = []
    page.context.on("request", lambda request: freed.append(request) if request.method == "DELETE" else None)
    match step:
        case "reload": page.reload()
        case "tickets": main_menu(page, "Tickets").click()
        case "back": page.go_back()
        case _: main_menu(page, "Films").click(modifiers=["ControlOrMeta"])
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    page.goto("about:blank")
    assert cinema.seat_states(showing)["held"] == [seat]
    assert freed == []


def test_a_tab_that_walks_away_leaves_the_seats_to_the_other(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    second = page.context.new_page()
    second.goto(page.url)
    expect(second.locator("#order-seats")).to_contain_text(seat)
    main_menu(page, "Films").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Payment")
    other = Buyer(second, cinema)
    other.fill_details()
    other.pay()
    other.expect_tickets(seat)


def test_what_one_tab_pays_the_other_shows(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    second = page.context.new_page()
    second.goto(page.url)
    expect(second.locator("#order-seats")).to_contain_text(seat)
    buyer.fill_details()
    buyer.pay()
    buyer.expect_tickets(seat)
    Buyer(second, cinema).expect_tickets(seat)


def test_a_tab_without_a_word_from_the_other_pays_nothing_twice(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    page.context.add_init_script("delete window.BroadcastChannel; window.BroadcastChannel = class extends EventTarget { postMessage() {} close() {} }")
    second = page.context.new_page()
    second.goto(page.url)
    expect(second.locator("#order-seats")).to_contain_text(seat)
    other = Buyer(second, cinema)
    other.fill_details()
    buyer.fill_details()
    buyer.pay()
    buyer.expect_tickets(seat)
    other.pay()
    other.expect_tickets(seat)
    assert second.url == page.url


def test_more_time_in_one_tab_is_shown_in_the_other(buyer, page, cinema, showing):
    buyer.begin_payment(showing, *cinema.seats(showing, 1))
    second = page.context.new_page()
    second.goto(page.url)
    expect(second.get_by_role("button", name="Give me more time")).to_be_visible()
    with second.expect_response(lambda answer: answer.url.endswith(f"/v1/holds/{buyer.hold}")):
        page.get_by_role("button", name="Give me more time").click()

"""A hold belongs to the browser: all its tabs know it, and none takes the seats from another."""

import pytest
from playwright.sync_api import expect

from buyer import Buyer
from cinema import Cinema
from eventually import eventually


def main_menu(page, name):
    return page.get_by_role("navigation", name="Main").get_by_role("link", name=name)


@pytest.fixture
def second(page, cinema):
    """The same person in another tab."""
    return Buyer(page.context.new_page(), cinema)


def expect_own(buyer, *seats):
    buyer.expect_state("available", *seats)
    for seat in seats:
        expect(buyer.seat(seat)).to_be_checked()
    expect(buyer.page.locator("#booking-status")).to_contain_text("Your seats are kept for you until")
    expect(buyer.notice).to_be_empty()


@pytest.mark.parametrize("payer", ["first", "second"])
def test_a_second_tab_knows_the_seats_and_either_pays(payer, buyer, second, cinema, showing):
    seats = cinema.seats(showing, 2)
    buyer.begin_payment(showing, *seats)
    second.open_seats(showing)
    expect_own(second, *seats)
    second.go_to_payment()
    assert second.hold == buyer.hold
    one, other = (buyer, second) if payer == "first" else (second, buyer)
    one.fill_details()
    one.pay()
    one.expect_tickets(*seats)
    other.expect_tickets(*seats)
    assert cinema.seat_states(showing)["held"] == []


def test_a_tab_that_was_open_before_hears_of_the_hold(buyer, second, cinema, showing):
    [seat, other] = cinema.seats(showing, 2)
    second.open_seats(showing)
    second.choose(seat)
    sentences = second.page.evaluate_handle("""() => {
        const said = [];
        new MutationObserver(() => said.push(document.body.innerText)).observe(document.body, { subtree: true, childList: true, characterData: true });
        return said;
    }""")
    buyer.begin_payment(showing, seat)
    expect_own(second, seat)
    said = sentences.json_value()
    assert not any("Someone else" in sentence for sentence in said)
    second.choose(other)
    expect(second.page.locator("#booking-status")).to_contain_text("is kept for you until")


def test_the_seat_page_tells_what_another_tab_has_paid(buyer, second, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    second.open_seats(showing)
    expect_own(second, seat)
    buyer.fill_details()
    buyer.pay()
    buyer.expect_tickets(seat)
    expect(second.page.locator("#booking-status")).to_contain_text("Your seats are paid.")
    second.expect_state("sold", seat)
    expect(second.notice).to_be_empty()
    second.page.get_by_role("link", name="Show the tickets").click()
    second.expect_tickets(seat)


def test_walking_away_from_the_payment_leaves_the_seats_to_a_seat_page_that_shows_them(buyer, second, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    second.open_seats(showing)
    expect_own(second, seat)
    main_menu(buyer.page, "Films").click()
    expect(buyer.page.get_by_role("heading", level=1)).not_to_have_text("Payment")
    second.go_to_payment()
    second.fill_details()
    second.pay()
    second.expect_tickets(seat)


def test_seats_given_back_in_one_tab_are_free_in_the_other(buyer, second, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    second.open_seats(showing)
    expect_own(second, seat)
    buyer.page.get_by_role("button", name="Give the seats back").click()
    expect(second.page.locator("#booking-status")).to_contain_text("Your seats were given back")
    second.expect_state("available", seat)
    eventually(second.page, lambda: cinema.seat_states(showing)["held"], [])


def test_other_seats_chosen_in_one_tab_lead_the_other_to_their_payment(buyer, second, cinema, showing):
    first, other = cinema.seats(showing, 2)
    buyer.begin_payment(showing, first)
    second.open_seats(showing)
    expect_own(second, first)
    second.seat(first).uncheck()
    second.choose(other)
    second.go_to_payment()
    assert cinema.seat_states(showing)["held"] == [other]
    expect(buyer.keep_bar).to_contain_text("In another tab you have kept seats of this showing anew.")
    buyer.page.get_by_role("link", name="Go to their payment").click()
    expect(buyer.page.locator("#order-seats")).to_contain_text(other)
    assert buyer.hold == second.hold


def test_an_answer_that_is_lost_with_its_page_is_asked_for_again(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.open_seats(showing)
    # The hold is placed, and nobody hears of it: neither this page, nor the next one.
    page.route("**/v1/holds", lambda route: (route.fetch(), route.abort()) if route.request.method == "POST" else route.continue_())
    buyer.choose(seat)
    page.get_by_role("button", name="Continue to payment").click()
    eventually(page, lambda: cinema.seat_states(showing)["held"], [seat])
    page.reload()
    page.unroute("**/v1/holds")
    buyer.expect_state("available", seat)
    expect_own(buyer, seat)
    buyer.go_to_payment()
    buyer.fill_details()
    buyer.pay()
    buyer.expect_tickets(seat)


def test_holds_of_two_showings_do_not_mix(buyer, second, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    elsewhere = cinema.new_showing()
    [other] = cinema.seats(elsewhere, 1)
    second.begin_payment(elsewhere, other)
    assert second.hold != buyer.hold
    buyer.page.go_back()
    expect_own(buyer, seat)
    second.page.go_back()
    expect_own(second, other)


def test_two_seat_pages_of_one_hold_do_not_keep_each_other_awake(buyer, second, cinema: Cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    buyer.page.go_back()
    second.open_seats(showing)
    expect_own(second, seat)
    asked = []
    buyer.page.context.on("request", lambda request: asked.append(request.url) if "/v1/holds" in request.url else None)
    second.page.wait_for_timeout(1500)
    assert len(asked) <= 2, asked

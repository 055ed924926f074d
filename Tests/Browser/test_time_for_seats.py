"""How long seats are kept: what the buyer sees and hears of it, more time, and what happens when it is over."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from accessibility import expect_accessible
from buyer import Buyer
from conftest import opened_cinema, opened_pages


def test_the_time_is_told_in_minutes_then_in_seconds_and_said_three_times(buyer, page, cinema, showing):
    buyer.open_seats(showing)
    buyer.choose(*cinema.seats(showing, 1))
    page.clock.install()
    page.add_init_script("""addEventListener("DOMContentLoaded", () => {
        window.said = [];
        const announcer = document.getElementById("announcer");
        new MutationObserver(() => said.push(announcer.textContent)).observe(announcer, { childList: true });
    })""")
    buyer.go_to_payment()
    left = page.locator("#time-left")
    expect(left).to_have_text("9 minutes")
    # From here on time passes when the test says so, and not while a busy machine thinks.
    page.clock.pause_at(page.evaluate("Date.now()") / 1000 + 1)
    page.clock.run_for("05:30")
    expect(left).to_have_text("4 minutes")
    expect(page.locator("#announcer")).to_have_text("Your seats are kept for 5 minutes.")
    page.clock.run_for("03:00")
    expect(left).to_have_text(re.compile(r"^1:\d\d$"))
    page.clock.run_for("01:00")
    expect(left).to_have_text(re.compile(r"^0:\d\d$"))
    said = page.evaluate("said.filter(Boolean)")
    assert [sentence[:32] for sentence in said] == [
        "Your seats are kept for 5 minute", "Your seats are kept for 2 minute", "Your seats are kept for 1 minute"]


def test_two_minutes_before_the_end_the_buyer_is_warned_and_keeps_the_focus(buyer, page, cinema, showing):
    buyer.open_seats(showing)
    buyer.choose(*cinema.seats(showing, 1))
    page.clock.install()
    buyer.go_to_payment()
    page.get_by_label("Name").focus()
    page.clock.fast_forward("08:01")
    expect(page.locator("#announcer")).to_contain_text("Your seats are kept for 2 minutes. The button “Give me more time”")
    expect(buyer.keep_bar).to_have_class(re.compile("is-short"))
    expect(buyer.keep_bar).to_be_in_viewport()
    expect(page.get_by_label("Name")).to_be_focused()
    expect_accessible(page)
    page.keyboard.press("Alt+Shift+M")
    expect(page.locator("#announcer")).to_have_text("Your seats are kept for 10 minutes.")
    expect(page.get_by_label("Name")).to_be_focused()
    expect(page.get_by_label("Name")).to_have_value("")


@pytest.mark.parametrize("wrong", [timedelta(hours=-1), timedelta(minutes=15)], ids=["slow", "fast"])
def test_a_computer_whose_clock_is_wrong_shows_the_right_time(wrong, buyer, page, cinema, showing):
    buyer.open_seats(showing)
    buyer.choose(*cinema.seats(showing, 1))
    page.clock.install(time=datetime.now() + wrong)
    buyer.go_to_payment()
    expect(page.locator("#time-left")).to_have_text("9 minutes")
    expect(buyer.keep_bar).not_to_have_class(re.compile("is-short"))


def test_the_button_for_more_time_is_the_stop_before_the_form(buyer, page, cinema, showing):
    buyer.begin_payment(showing, *cinema.seats(showing, 1))
    page.get_by_label("Name").focus()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="Give me more time")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#announcer")).to_have_text("Your seats are kept for 10 minutes.")


@pytest.fixture(scope="module")
def brief_cinema(tmp_path_factory, brief_hold):
    """A cinema that keeps seats for seconds, not minutes."""
    with opened_cinema(tmp_path_factory.mktemp("brief-cinema"), "--hold-seconds", str(brief_hold)) as cinema:
        yield cinema


@pytest.fixture
def brief_buyer(browser, brief_cinema):
    with opened_pages(browser, brief_cinema) as new_page:
        yield Buyer(new_page(), brief_cinema)


def expect_end(buyer):
    expect(buyer.keep_bar).to_contain_text("The time is over and the seats went back on sale.")


def test_seats_that_ran_out_while_typing_are_kept_again_in_one_press(brief_buyer, brief_cinema):
    buyer, page, showing = brief_buyer, brief_buyer.page, brief_cinema.new_showing()
    [seat] = brief_cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    buyer.fill_details()
    page.get_by_label("E-mail").focus()
    expect_end(buyer)
    expect(page.get_by_label("E-mail")).to_be_focused()
    expect_accessible(page)
    before = page.url
    page.get_by_role("button", name="Keep the same seats again").click()
    expect(page.locator("#announcer")).to_contain_text("Your seats are kept again.")
    expect(page.get_by_label("E-mail")).to_be_focused()
    expect(page.get_by_label("Card number")).to_have_value("4242 4242 4242 4242")
    assert page.url != before
    buyer.pay()
    buyer.expect_tickets(seat)


def test_nothing_is_paid_for_seats_that_ran_out(brief_buyer, brief_cinema):
    buyer, page, showing = brief_buyer, brief_buyer.page, brief_cinema.new_showing()
    buyer.begin_payment(showing, *brief_cinema.seats(showing, 1))
    buyer.fill_details()
    expect_end(buyer)
    payments = []
    page.on("request", lambda request: payments.append(request) if request.method == "POST" else None)
    buyer.pay()
    expect(buyer.keep_bar).to_be_focused()
    assert payments == []


def test_seats_that_ran_out_and_are_gone_lead_back_to_the_plan(brief_buyer, brief_cinema):
    buyer, page, showing = brief_buyer, brief_buyer.page, brief_cinema.new_showing()
    first, second = brief_cinema.seats(showing, 2)
    buyer.begin_payment(showing, first, second)
    expect_end(buyer)
    brief_cinema.hold(showing, second)
    page.get_by_role("button", name="Keep the same seats again").click()
    expect(buyer.keep_bar).to_contain_text(f"Someone else was faster: {second} is gone.")
    expect_accessible(page)
    page.get_by_role("link", name="Choose other seats").click()
    expect(buyer.seat(first)).to_be_visible()


def test_seats_that_ran_out_on_another_page_are_kept_again_on_return(brief_buyer, brief_cinema):
    buyer, page, showing = brief_buyer, brief_buyer.page, brief_cinema.new_showing()
    [seat] = brief_cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    expect_end(buyer)
    page.reload()
    page.get_by_role("button", name="Keep the same seats again").click()
    expect(page.locator("#order-seats")).to_contain_text(seat)
    buyer.fill_details()
    buyer.pay()
    buyer.expect_tickets(seat)


def test_the_limit_of_more_time_is_said(brief_buyer, brief_cinema):
    buyer, page, showing = brief_buyer, brief_buyer.page, brief_cinema.new_showing()
    buyer.begin_payment(showing, *brief_cinema.seats(showing, 1))
    page.route("**/extend", lambda route: route.fulfill(
        status=409, json={"status": 409, "code": "extension_limit"}, headers={"Access-Control-Allow-Origin": "*"}))
    more = page.get_by_role("button", name="Give me more time")
    more.press("Enter")
    expect(more).to_be_hidden()
    expect(buyer.keep_bar).to_contain_text("and no longer: please finish the payment in that time")
    expect(buyer.keep_bar).to_be_focused()
    expect(page.locator("#announcer")).to_contain_text("The seats cannot be kept longer.")

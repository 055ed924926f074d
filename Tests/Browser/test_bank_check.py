"""The bank's check that the buyer is who they say (3-D Secure), in the simulator's bank."""

import re

import pytest
from playwright.sync_api import expect

from accessibility import expect_accessible
from buyer import VALID_CARD
from programs import REPOSITORY

CHECKED_CARDS = [
    "4000 0025 0000 3155", "4000 0027 6000 3184", "4000 0038 0000 0446", "4000 0000 0000 3220",
]
#: What the bank says after its check was passed.
DECLINED_AFTERWARDS = {
    "4000 0082 6000 3178": "There is not enough money on this card.",
    "4000 0084 0000 1629": "The bank declined this card and gives no reason.",
}


@pytest.fixture
def checked(buyer, page, cinema, showing):
    """Pays with a card whose bank wants to ask first, and is at the bank then."""
    [seat] = cinema.seats(showing, 1)

    def checked(card=CHECKED_CARDS[0]):
        buyer.begin_payment(showing, seat)
        buyer.fill_details(card)
        buyer.pay()
        page.wait_for_url(re.compile(re.escape(cinema.api) + "/simulator/"))
        return seat

    return checked


def at_the_bank(page, answer):
    page.get_by_role("button", name=re.compile(answer)).click()


@pytest.mark.parametrize("card", CHECKED_CARDS)
def test_a_passed_check_leads_to_the_tickets(card, checked, buyer, page):
    seat = checked(card)
    at_the_bank(page, "Complete")
    buyer.expect_tickets(seat)


@pytest.mark.parametrize("card", DECLINED_AFTERWARDS)
def test_a_decline_after_the_check_is_explained(card, checked, buyer, page):
    checked(card)
    at_the_bank(page, "Complete")
    expect(buyer.error_summary).to_contain_text(DECLINED_AFTERWARDS[card])


def test_the_cards_above_are_all_that_the_simulated_bank_checks():
    text = (REPOSITORY / "Sources" / "PaymentSimulator" / "TestCard.swift").read_text()
    cards = set(re.findall(r'TestCard\(\s*"(\d+)"[^)]*charge: \.authenticates', text))
    assert cards == {card.replace(" ", "") for card in [*CHECKED_CARDS, *DECLINED_AFTERWARDS]}


def test_a_check_that_is_failed_is_explained_and_another_card_pays(checked, buyer, page):
    seat = checked()
    at_the_bank(page, "Fail")
    expect(buyer.error_summary).to_contain_text("The bank could not make sure that it is you.")
    expect(page.get_by_label("Name")).to_have_value("Ana Prucnal")
    expect_accessible(page)
    buyer.fill_details(VALID_CARD)
    buyer.pay()
    buyer.expect_tickets(seat)


#: The bank's own way out, and the browser's.
WAYS_BACK = {"Cancel": lambda page: at_the_bank(page, "Cancel"), "back": lambda page: page.go_back()}


@pytest.mark.parametrize("way", WAYS_BACK)
def test_who_comes_back_without_an_answer_can_go_on_with_the_check(way, checked, buyer, page):
    seat = checked()
    WAYS_BACK[way](page)
    expect(page.locator("#booking-status")).to_contain_text("Your bank wants to make sure that it is you")
    expect_accessible(page)
    page.get_by_role("link", name="Continue the bank’s check").click()
    at_the_bank(page, "Complete")
    buyer.expect_tickets(seat)


@pytest.mark.parametrize("way", WAYS_BACK)
def test_who_comes_back_without_an_answer_can_use_another_card(way, checked, buyer, page):
    seat = checked()
    WAYS_BACK[way](page)
    page.get_by_role("button", name="Use another card").click()
    expect(page.get_by_label("Card number")).to_be_focused()
    buyer.fill_details(VALID_CARD)
    buyer.pay()
    buyer.expect_tickets(seat)


def test_a_second_tab_offers_the_check_that_the_first_has_begun(checked, buyer, page):
    seat = checked()
    second = page.context.new_page()
    page.go_back()
    second.goto(page.url)
    expect(second.get_by_role("link", name="Continue the bank’s check")).to_be_visible()
    second.get_by_role("link", name="Continue the bank’s check").click()
    at_the_bank(second, "Complete")
    expect(second.get_by_role("img", name=f"QR code of the ticket for seat {seat}")).to_be_visible()
    # The first tab hears of it.
    buyer.expect_tickets(seat)


def test_a_payment_that_takes_its_time_is_waited_for(buyer, page, cinema, showing):
    """The simulator answers at once, so the waiting is put in front of it."""
    [seat] = cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    answers = []

    def still_processing(route):
        answers.append(1)
        route.fulfill(json={"status": "processing"}, headers={"Access-Control-Allow-Origin": "*"})

    page.route("**/payment", still_processing, times=2)
    page.reload()
    expect(page.locator("#booking-status")).to_contain_text("Your payment is on its way.")
    expect(page.get_by_role("button", name="Paying…")).to_have_attribute("aria-disabled", "true")
    expect(page.get_by_role("button", name=re.compile("^Pay "))).to_be_visible()
    assert len(answers) == 2

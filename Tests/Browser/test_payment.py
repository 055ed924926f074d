"""Paying: what is refused, what is missing, what is lost on the way, and that nothing is paid twice."""

import json
import re

import pytest
from playwright.sync_api import expect

from buyer import NO_MONEY_CARD, VALID_CARD, Buyer
from conftest import opened_cinema, opened_pages
from programs import REPOSITORY

DECLINED = "The bank declined this card and gives no reason."
CARDS = {
    "4000 0000 0000 0002": DECLINED,
    "4000 0000 0000 0341": DECLINED,
    # Who holds a card that was lost or stolen is told no more than that.
    "4000 0000 0000 9987": DECLINED,
    "4000 0000 0000 9979": DECLINED,
    "4000 0000 0000 9995": "There is not enough money on this card.",
    "4000 0000 0000 6975": "This card has been used too often",
    "4000 0000 0000 0069": "This card has expired.",
    "4000 0000 0000 0127": "The security code does not belong to this card.",
    "4000 0000 0000 0119": "The bank could not process the card just now.",
    # It would ask for a check, and cannot even begin it.
    "4000 0084 0000 1280": "The bank could not process the card just now.",
    "3782 8224 6310 005": "The security code does not have the right number of digits.",
    "4111 1111 1111 1111": "Only test cards work here",
    "4242 4242 4242 4241": "This is no card number.",
}
#: Codes with words of their own; all others are told as a decline without a reason.
WORDS = {
    "insufficient_funds": "There is not enough money", "card_velocity_exceeded": "used too often",
    "expired_card": "has expired", "incorrect_cvc": "does not belong to this card",
    "invalid_cvc": "the right number of digits", "incorrect_number": "This is no card number",
    "invalid_expiry_month": "The month on the card", "invalid_expiry_year": "The year on the card",
    "processing_error": "could not process the card just now", "authentication_required": "pass its check",
    "payment_intent_authentication_failure": "could not make sure that it is you",
    "resource_missing": "This card is not known", "test_mode_live_card": "Only test cards work here",
    "generic_decline": DECLINED, "lost_card": DECLINED, "stolen_card": DECLINED,
}


@pytest.fixture(scope="module")
def patient_buyers(browser, cinema):
    """Buyers at the form of the payment, each once for every card that may be tried for one hold."""
    def at_the_form():
        while True:
            with opened_pages(browser, cinema) as new_page:
                buyer, showing = Buyer(new_page(), cinema), cinema.new_showing()
                buyer.begin_payment(showing, *cinema.seats(showing, 1))
                for _ in range(9):
                    yield buyer

    buyers = at_the_form()
    yield buyers
    buyers.close()


@pytest.fixture
def patient_buyer(patient_buyers):
    return next(patient_buyers)


@pytest.mark.parametrize("card", CARDS)
def test_a_card_that_is_refused_is_explained(card, patient_buyer):
    patient_buyer.fill_details(card)
    patient_buyer.pay()
    expect(patient_buyer.error_summary).to_contain_text(CARDS[card])
    expect(patient_buyer.error_summary).to_be_focused()


@pytest.mark.parametrize("code", WORDS)
def test_a_decline_is_told_in_words(code, patient_buyer):
    problem = json.dumps({"status": 402, "code": "payment_declined", "declineCode": code, "title": "declined"})
    patient_buyer.page.route("**/payment", lambda route: route.fulfill(
        status=402, content_type="application/problem+json", body=problem,
        headers={"Access-Control-Allow-Origin": "*"}), times=1)
    patient_buyer.fill_details()
    patient_buyer.pay()
    expect(patient_buyer.error_summary).to_contain_text(WORDS[code])
    assert code not in patient_buyer.error_summary.text_content()


def test_the_cards_and_words_above_are_all_of_the_simulator():
    text = "".join(source.read_text() for source in sorted((REPOSITORY / "Sources").glob("Payment*/**/*.swift")))
    codes = set(re.findall(r'(?:declined\(|code: |return |\? )"([a-z]+_[a-z_]+)"', text))
    assert {"lost_card", "invalid_cvc", "invalid_expiry_month", "resource_missing"} <= codes
    assert codes - WORDS.keys() == set()
    cards = set(re.findall(r'TestCard\(\s*"(\d+)"[^)]*charge: \.declined', text))
    assert len(cards) >= 10
    assert cards - {card.replace(" ", "") for card in CARDS} == set()


def test_a_declined_card_loses_nothing_and_another_one_pays(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    buyer.fill_details(card=NO_MONEY_CARD)
    buyer.pay()
    expect(page.get_by_role("alert").filter(has_text="The payment was declined")).to_be_focused()
    expect(page.get_by_label("Card number")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Name")).to_have_value("Ana Prucnal")
    expect(page.get_by_label("Card number")).to_have_value(NO_MONEY_CARD)
    page.get_by_label("Card number").fill(VALID_CARD)
    buyer.pay()
    buyer.expect_tickets(seat)


def test_after_too_many_cards_the_buyer_is_sent_to_their_bank_or_the_box_office(buyer, page, cinema, showing):
    buyer.begin_payment(showing, *cinema.seats(showing, 1))
    for number in range(10):
        assert cinema.try_card(buyer.hold, "pm_card_visa_chargeDeclined", key=f"card-{number}") == 402
    buyer.fill_details()
    buyer.pay()
    expect(buyer.error_summary).to_contain_text(
        "10 payments of this hold were declined: ask your bank, or pay at the box office.")


def test_what_is_missing_is_said_beside_the_field_and_in_the_summary(buyer, page, cinema, showing):
    buyer.begin_payment(showing, *cinema.seats(showing, 1))
    buyer.pay()
    summary = page.get_by_role("alert").filter(has_text="Please check 5 things")
    expect(summary).to_be_focused()
    expect(page.locator("#email-error")).to_have_text("Enter your e-mail address.")
    summary.get_by_role("link", name="Enter your e-mail address.").click()
    expect(page.get_by_label("E-mail")).to_be_focused()


def test_a_reload_keeps_name_and_e_mail_and_no_trace_of_the_card(buyer, page, cinema, showing):
    buyer.begin_payment(showing, *cinema.seats(showing, 1))
    buyer.fill_details(card=NO_MONEY_CARD)
    buyer.pay()
    expect(buyer.error_summary).to_be_visible()
    kept = page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")
    assert "ana@example.org" in kept
    assert not re.search(r"9995|\b123\b", kept)
    page.reload()
    expect(page.get_by_label("Name")).to_have_value("Ana Prucnal")
    expect(page.get_by_label("E-mail")).to_have_value("ana@example.org")


def test_a_double_click_pays_once(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    buyer.fill_details()
    payments = []
    page.on("request", lambda request: payments.append(request) if request.method == "POST" else None)
    page.get_by_role("button", name=re.compile("^Pay ")).dblclick()
    buyer.expect_tickets(seat)
    assert len(payments) == 1


def test_a_reload_in_the_middle_of_the_payment_leads_to_the_tickets(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    buyer.fill_details()
    answered = []

    def lose(route):
        """The service is paid, and the page is loaded anew before it hears of that."""
        answered.append(route.fetch().status)
        route.abort()

    page.route("**/payment", lose, times=1)
    with page.expect_event("requestfailed"):
        buyer.pay()
    page.reload()
    buyer.expect_tickets(seat)
    assert answered == [201]


def test_a_payment_that_never_left_is_told_after_a_reload(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    buyer.fill_details()
    page.route("**/payment", lambda route: route.abort(), times=1)
    with page.expect_event("requestfailed"):
        buyer.pay()
    page.reload()
    expect(buyer.error_summary).to_contain_text("Your payment has not reached us")
    buyer.fill_details()
    buyer.pay()
    buyer.expect_tickets(seat)


def test_a_payment_outlives_the_death_of_the_booking_service(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    buyer.fill_details()
    keys = []
    page.on("request", lambda request: keys.append(request.headers.get("idempotency-key")) if request.method == "POST" else None)
    cinema.api_server.kill()
    try:
        with page.expect_event("requestfailed"):
            buyer.pay()
        expect(page.locator("#booking-status")).to_contain_text("Your payment is tried again by itself")
    finally:
        cinema.api_server.start()
    buyer.expect_tickets(seat)
    assert len(keys) > 1 and len(set(keys)) == 1


def test_the_checkout_waits_for_a_booking_service_that_is_away(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    cinema.api_server.stop()
    try:
        page.reload()
        expect(page.locator("#booking-status")).to_contain_text("Booking cannot be reached at the moment.")
    finally:
        cinema.api_server.start()
    expect(page.locator("#order-seats")).to_contain_text(seat)
    expect(page.locator("#booking-status")).to_be_hidden()


def test_seats_that_were_given_back_elsewhere_are_not_paid_for(buyer, page, cinema, showing):
    buyer.begin_payment(showing, *cinema.seats(showing, 1))
    buyer.fill_details()
    assert page.request.delete(f"{cinema.api}/v1/holds/{buyer.hold}").status == 204
    buyer.pay()
    expect(buyer.keep_bar).to_contain_text("These seats are not kept any more.")
    expect(page.get_by_role("link", name="Choose other seats")).to_be_visible()


@pytest.fixture(scope="module")
def distant_cinema(line, tmp_path_factory):
    """A cinema whose pages reach the booking service over a line that can break."""
    with opened_cinema(tmp_path_factory.mktemp("distant-cinema"), through=line.to) as cinema:
        yield cinema


@pytest.fixture
def distant_buyer(browser, distant_cinema):
    with opened_pages(browser, distant_cinema) as new_page:
        yield Buyer(new_page(), distant_cinema)


def test_an_answer_that_is_lost_on_its_way_buys_once(distant_buyer, distant_cinema, line):
    buyer, showing = distant_buyer, distant_cinema.new_showing()
    [seat] = distant_cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    buyer.fill_details()
    line.lose_next_payment_answer()
    with buyer.page.expect_response(lambda answer: answer.url.endswith("/payment") and answer.request.method == "POST" and answer.ok) as paid:
        buyer.pay()
    buyer.expect_tickets(seat)
    assert paid.value.header_value("Idempotency-Replayed") == "true"
    assert distant_cinema.seat_states(showing)["sold"] == [seat]


def test_a_line_that_falls_silent_in_the_middle_of_the_payment_ends_well(distant_buyer, distant_cinema, line):
    buyer, showing = distant_buyer, distant_cinema.new_showing()
    [seat] = distant_cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    buyer.fill_details()
    line.fall_silent()
    buyer.pay()
    # The page waits twenty seconds for an answer before it asks again.
    expect(buyer.page.locator("#booking-status")).to_contain_text("Your payment is tried again by itself")
    line.mend()
    buyer.expect_tickets(seat)
    assert distant_cinema.seat_states(showing)["sold"] == [seat]

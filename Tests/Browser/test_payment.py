"""Paying: what is refused, what is missing, what is lost on the way, and that nothing is paid twice."""

import re

from playwright.sync_api import expect

from buyer import NO_MONEY_CARD, VALID_CARD


def test_a_declined_card_is_explained_and_another_one_pays(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.open_seats(showing)
    buyer.choose(seat)
    buyer.go_to_payment()
    buyer.fill_details(card=NO_MONEY_CARD)
    buyer.pay()
    summary = page.get_by_role("alert").filter(has_text="The payment was declined")
    expect(summary).to_contain_text("There is not enough money on this card.")
    expect(summary).to_be_focused()
    expect(page.get_by_label("Card number")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Name")).to_have_value("Ana Prucnal")
    page.get_by_label("Card number").fill(VALID_CARD)
    buyer.pay()
    buyer.expect_tickets(seat)


REFUSALS = {
    "4000 0000 0000 0002": "The bank refused this card without a reason.",
    "4000 0000 0000 9987": "The bank does not accept this card.",
    "4000 0000 0000 9979": "The bank does not accept this card.",
    "4000 0000 0000 6975": "This card has been used too often",
    "4000 0000 0000 0069": "This card has expired.",
    "4000 0000 0000 0127": "The security code does not belong to this card.",
    "4000 0000 0000 0119": "The bank could not process the card just now.",
    "4000 0027 6000 3184": "The bank wants to ask you first",
    "4111 1111 1111 1111": "Only test cards work here",
    "4242 4242 4242 4241": "This is no card number.",
}


def test_every_refusal_is_told_in_plain_words(buyer, page, cinema, showing):
    buyer.open_seats(showing)
    buyer.choose(*cinema.seats(showing, 1))
    buyer.go_to_payment()
    for card, words in REFUSALS.items():
        buyer.fill_details(card)
        buyer.pay()
        expect(page.locator("#error-summary")).to_contain_text(words)


def test_a_payment_outlives_a_restart_of_the_booking_service(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.open_seats(showing)
    buyer.choose(seat)
    buyer.go_to_payment()
    buyer.fill_details()
    keys = []
    page.on("request", lambda request: keys.append(request.headers.get("idempotency-key")) if request.method == "POST" else None)
    cinema.api_server.stop()
    try:
        with page.expect_event("requestfailed"):
            buyer.pay()
    finally:
        cinema.api_server.start()
    buyer.expect_tickets(seat)
    assert len(keys) > 1 and len(set(keys)) == 1


def test_a_double_click_pays_once(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.open_seats(showing)
    buyer.choose(seat)
    buyer.go_to_payment()
    buyer.fill_details()
    payments = []
    page.on("request", lambda request: payments.append(request) if request.method == "POST" else None)
    page.get_by_role("button", name=re.compile("^Pay ")).dblclick()
    buyer.expect_tickets(seat)
    assert len(payments) == 1


def test_what_is_missing_is_said_beside_the_field_and_in_the_summary(buyer, page, cinema, showing):
    buyer.open_seats(showing)
    buyer.choose(*cinema.seats(showing, 1))
    buyer.go_to_payment()
    buyer.pay()
    summary = page.get_by_role("alert").filter(has_text="Please check 5 things")
    expect(summary).to_be_focused()
    expect(page.locator("#email-error")).to_have_text("Enter your e-mail address.")
    summary.get_by_role("link", name="Enter your e-mail address.").click()
    expect(page.get_by_label("E-mail")).to_be_focused()


def test_two_minutes_before_the_end_the_buyer_is_told(buyer, page, cinema, showing):
    buyer.open_seats(showing)
    buyer.choose(*cinema.seats(showing, 1))
    page.clock.install()
    buyer.go_to_payment()
    page.clock.fast_forward("08:01")
    expect(page.locator("#announcer")).to_contain_text("Your seats are kept for 2 minutes.")
    expect(page.locator("#keep-bar")).to_have_class(re.compile("is-short"))


def test_seats_that_are_gone_are_not_paid_for(buyer, page, cinema, showing):
    buyer.open_seats(showing)
    buyer.choose(*cinema.seats(showing, 1))
    buyer.go_to_payment()
    buyer.fill_details()
    hold = page.url.split("#")[1]
    assert page.request.delete(f"{cinema.api}/v1/holds/{hold}").status == 204
    buyer.pay()
    expect(page.locator("#keep-bar")).to_contain_text("These seats are not kept any more.")
    expect(page.get_by_role("link", name="Choose other seats")).to_be_visible()

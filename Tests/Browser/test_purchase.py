"""Buying tickets, from the programme to the code that the door reads."""

import re
import subprocess
from urllib.parse import urlsplit

from playwright.sync_api import expect

from buyer import NO_MONEY_CARD, VALID_CARD
from programs import binary


def seats_of(cinema, showing, count: int) -> list[str]:
    return [seat["label"] for row in cinema.layout(showing)["rows"] for seat in row["seats"]][:count]


def test_a_moviegoer_buys_two_seats_with_the_mouse(buyer, page):
    page.goto("/")
    page.get_by_role("navigation", name="Days").get_by_role("link").nth(1).click()
    page.locator("a.stub").first.click()
    expect(buyer.free_seats.first).to_be_visible()
    first, second = (buyer.free_seats.nth(index).get_attribute("data-seat") for index in (0, 1))
    buyer.choose(first, second)
    total = page.locator("#choice .total strong")
    expect(total).to_have_text(re.compile(r"\d"))
    price = total.text_content()
    buyer.go_to_payment()
    expect(page.locator("#order-total")).to_have_text(price)
    buyer.fill_details()
    buyer.pay()
    buyer.expect_tickets(first, second)


def test_a_moviegoer_buys_a_seat_with_the_keyboard_alone(buyer, page):
    keys = page.keyboard
    page.goto("/")
    buyer.tab_to(page.get_by_role("navigation", name="Days").get_by_role("link").nth(1))
    keys.press("Enter")
    page.wait_for_url(re.compile(r"/showtimes/\d{4}-\d\d-\d\d/"))
    buyer.tab_to(page.locator("a.stub").first)
    keys.press("Enter")
    expect(buyer.free_seats.first).to_be_visible()
    buyer.tab_to(page.locator('#seat-map input[tabindex="0"]'))
    keys.press("ArrowDown")
    keys.press("ArrowRight")
    seat = buyer.focused_seat
    keys.press("Space")
    expect(buyer.seat(seat)).to_be_checked()
    buyer.tab_to(page.get_by_role("button", name="Continue to payment"))
    keys.press("Enter")
    expect(page.get_by_role("button", name=re.compile("^Pay "))).to_be_visible()
    answers = {"Name": "Ana Prucnal", "E-mail": "ana@example.org", "Card number": VALID_CARD, "Expires": "12/49", "Security code": "123"}
    for label, answer in answers.items():
        buyer.tab_to(page.get_by_label(label))
        keys.type(answer)
    keys.press("Enter")
    buyer.expect_tickets(seat)


def test_a_declined_card_is_explained_and_another_one_pays(buyer, page, cinema, showing):
    [seat] = seats_of(cinema, showing, 1)
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
    buyer.choose(*seats_of(cinema, showing, 1))
    buyer.go_to_payment()
    for card, words in REFUSALS.items():
        buyer.fill_details(card)
        buyer.pay()
        expect(page.locator("#error-summary")).to_contain_text(words)


def test_a_payment_outlives_a_restart_of_the_booking_service(buyer, page, cinema, showing):
    [seat] = seats_of(cinema, showing, 1)
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
    [seat] = seats_of(cinema, showing, 1)
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
    buyer.choose(*seats_of(cinema, showing, 1))
    buyer.go_to_payment()
    buyer.pay()
    summary = page.get_by_role("alert").filter(has_text="Please check 5 things")
    expect(summary).to_be_focused()
    expect(page.locator("#email-error")).to_have_text("Enter your e-mail address.")
    summary.get_by_role("link", name="Enter your e-mail address.").click()
    expect(page.get_by_label("E-mail")).to_be_focused()


def test_reload_and_back_keep_the_seats(buyer, page, cinema, showing):
    [seat] = seats_of(cinema, showing, 1)
    buyer.open_seats(showing)
    buyer.choose(seat)
    buyer.go_to_payment()
    page.reload()
    expect(page.locator("#order-seats")).to_contain_text(seat)
    page.go_back()
    expect(page.locator("#booking-status")).to_contain_text("Your seats are kept for you until")
    expect(buyer.seat(seat)).to_be_checked()
    page.get_by_role("link", name="Go to the payment").click()
    buyer.fill_details()
    buyer.pay()
    buyer.expect_tickets(seat)


def test_seats_given_back_are_on_sale_again(buyer, page, cinema, showing):
    [seat] = seats_of(cinema, showing, 1)
    buyer.open_seats(showing)
    buyer.choose(seat)
    buyer.go_to_payment()
    page.get_by_role("button", name="Give the seats back").click()
    expect(buyer.seat(seat)).to_have_attribute("data-state", "available")
    expect(buyer.seat(seat)).not_to_be_checked()


def test_more_time_is_given_on_request(buyer, page, cinema, showing):
    buyer.open_seats(showing)
    buyer.choose(*seats_of(cinema, showing, 1))
    buyer.go_to_payment()
    page.get_by_role("button", name="Give me more time").click()
    expect(page.locator("#announcer")).to_have_text("Your seats are kept longer.")


def test_two_minutes_before_the_end_the_buyer_is_told(buyer, page, cinema, showing):
    buyer.open_seats(showing)
    buyer.choose(*seats_of(cinema, showing, 1))
    page.clock.install()
    buyer.go_to_payment()
    page.clock.fast_forward("08:01")
    expect(page.locator("#announcer")).to_contain_text("Your seats are kept for 1:")
    expect(page.locator("#countdown")).to_have_class(re.compile("is-short"))


def test_seats_that_are_gone_are_not_paid_for(buyer, page, cinema, showing):
    buyer.open_seats(showing)
    buyer.choose(*seats_of(cinema, showing, 1))
    buyer.go_to_payment()
    buyer.fill_details()
    hold = page.url.split("#")[1]
    assert page.request.delete(f"{cinema.api}/v1/holds/{hold}").status == 204
    buyer.pay()
    expect(page.locator("#booking-status")).to_contain_text("These seats are not kept any more.")
    expect(page.get_by_role("link", name="Choose seats again")).to_be_focused()


def test_no_id_that_is_a_right_travels_in_a_query_or_referrer(buyer, page, cinema, showing):
    sent = []
    page.on("request", lambda request: sent.append(request))
    buyer.buy(showing, *seats_of(cinema, showing, 1))
    order = page.url.split("#")[1]
    assert len(order) >= 22
    pages = [request for request in sent if request.url.startswith(cinema.site)]
    assert not any(urlsplit(request.url).query or order in request.url.split("#")[0] for request in pages)
    assert not any(order in request.headers.get("referer", "") for request in sent)


def test_the_kept_link_shows_the_tickets_in_another_browser(buyer, page, cinema, showing, new_page):
    [seat] = seats_of(cinema, showing, 1)
    buyer.buy(showing, seat)
    elsewhere = new_page()
    elsewhere.goto(page.url)
    expect(elsewhere.get_by_role("img", name=f"QR code of the ticket for seat {seat}")).to_be_visible()


def test_the_door_reads_the_code_and_its_signature_verifies(buyer, page, cinema, showing, tmp_path):
    [seat] = seats_of(cinema, showing, 1)
    buyer.buy(showing, seat)
    picture = page.get_by_role("img", name=f"QR code of the ticket for seat {seat}").get_attribute("src")
    answer = page.request.get(picture)
    assert answer.headers["content-type"] == "image/png"
    file = tmp_path / "ticket.png"
    file.write_bytes(answer.body())
    read = subprocess.run(["zbarimg", "--quiet", "--raw", str(file)], capture_output=True, text=True, check=True)
    code = read.stdout.strip()
    verified = subprocess.run([*cinema.verify_command, code], capture_output=True, text=True)
    assert verified.returncode == 0, verified.stderr
    forged = subprocess.run([*cinema.verify_command, code[:-1] + ("A" if code[-1] != "A" else "B")], capture_output=True, text=True)
    assert forged.returncode != 0

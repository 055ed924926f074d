"""Buying tickets, from the programme to the code that the door reads."""

import re
import subprocess
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from accessibility import expect_accessible
from buyer import EXPIRY, VALID_CARD, Buyer


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
    expect_accessible(page)
    buyer.tab_to(page.get_by_role("navigation", name="Days").get_by_role("link").nth(1))
    keys.press("Enter")
    page.wait_for_url(re.compile(r"/showtimes/\d{4}-\d\d-\d\d/"))
    expect_accessible(page)
    buyer.tab_to(page.locator("a.stub").first)
    keys.press("Enter")
    expect(buyer.free_seats.first).to_be_visible()
    buyer.tab_to(page.locator('#seat-map input[tabindex="0"]'))
    keys.press("ArrowDown")
    keys.press("ArrowRight")
    seat = buyer.focused_seat
    keys.press("Space")
    expect(buyer.seat(seat)).to_be_checked()
    expect_accessible(page)
    buyer.tab_to(page.get_by_role("button", name="Continue to payment"))
    keys.press("Enter")
    expect(page.get_by_role("button", name=re.compile("^Pay "))).to_be_visible()
    expect_accessible(page)
    buyer.tab_to(page.get_by_role("button", name="Give me more time"))
    keys.press("Space")
    expect(page.locator("#announcer")).to_contain_text("Your seats are kept for 10 minutes.")
    answers = {"Name": "Ana Prucnal", "E-mail": "ana@example.org", "Card number": VALID_CARD, "Expires": EXPIRY, "Security code": "123"}
    for label, answer in answers.items():
        buyer.tab_to(page.get_by_label(label))
        keys.type(answer)
    keys.press("Enter")
    buyer.expect_tickets(seat)
    expect_accessible(page)
    buyer.tab_to(page.get_by_role("button", name=f"Show the code of seat {seat} large"))
    keys.press("Enter")
    expect(page.get_by_role("dialog").get_by_role("img")).to_be_visible()
    expect_accessible(page)
    keys.press("Escape")
    expect(page.get_by_role("button", name=f"Show the code of seat {seat} large")).to_be_focused()


LOOKS = {
    "touch at 320 px": dict(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True),
    "dark, with reduced motion": dict(viewport={"width": 1280, "height": 900}, color_scheme="dark", reduced_motion="reduce"),
}


@pytest.mark.parametrize("look", LOOKS)
def test_a_moviegoer_buys_two_seats_as_they_see_the_site(look, new_page, cinema):
    page = new_page(**LOOKS[look])
    buyer = Buyer(page, cinema)
    press = (lambda locator: locator.tap()) if LOOKS[look].get("has_touch") else (lambda locator: locator.click())
    page.goto("/")
    expect_accessible(page)
    press(page.get_by_role("navigation", name="Days").get_by_role("link").nth(1))
    page.wait_for_url(re.compile(r"/showtimes/\d{4}-\d\d-\d\d/"))
    expect_accessible(page)
    press(page.locator("a.stub").last)
    expect(buyer.free_seats.first).to_be_visible()
    seats = [buyer.free_seats.nth(index).get_attribute("data-seat") for index in (0, 1)]
    for seat in seats:
        press(buyer.seat(seat))
        expect(buyer.seat(seat)).to_be_checked()
    expect_accessible(page)
    press(page.get_by_role("button", name="Continue to payment"))
    expect(page.get_by_role("button", name=re.compile("^Pay "))).to_be_visible()
    expect_accessible(page)
    press(page.get_by_role("button", name=re.compile("^Pay ")))
    expect(buyer.error_summary).to_be_visible()
    expect_accessible(page)
    buyer.fill_details()
    press(page.get_by_role("button", name=re.compile("^Pay ")))
    buyer.expect_tickets(*seats)
    expect_accessible(page)
    press(page.get_by_role("button", name=f"Show the code of seat {seats[0]} large"))
    expect(page.get_by_role("dialog").get_by_role("img")).to_be_visible()
    expect_accessible(page)


def test_reload_and_back_keep_the_seats(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    hold = buyer.hold
    page.reload()
    expect(page.locator("#order-seats")).to_contain_text(seat)
    page.go_back()
    expect(page.locator("#booking-status")).to_contain_text("Your seats are kept for you until")
    expect(buyer.seat(seat)).to_be_checked()
    expect(page.get_by_role("link", name=re.compile("payment"))).to_have_count(0)
    buyer.go_to_payment()
    assert buyer.hold == hold
    buyer.fill_details()
    buyer.pay()
    buyer.expect_tickets(seat)


def test_seats_given_back_are_on_sale_again(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    page.get_by_role("button", name="Give the seats back").click()
    expect(buyer.seat(seat)).to_have_attribute("data-state", "available")
    expect(buyer.seat(seat)).not_to_be_checked()


def test_no_id_that_is_a_right_travels_in_a_query_or_referrer(buyer, page, cinema, showing):
    sent = []
    page.on("request", lambda request: sent.append(request))
    buyer.buy(showing, *cinema.seats(showing, 1))
    order = page.url.split("#")[1]
    assert len(order) >= 22
    pages = [request for request in sent if request.url.startswith(cinema.site)]
    assert not any(urlsplit(request.url).query or order in request.url.split("#")[0] for request in pages)
    assert not any(order in request.headers.get("referer", "") for request in sent)


def test_the_door_reads_the_code_and_its_signature_verifies(buyer, page, cinema, showing, tmp_path):
    [seat] = cinema.seats(showing, 1)
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

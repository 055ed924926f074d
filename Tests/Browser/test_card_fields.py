"""What people and password managers put into the fields of the card, and what opening the form asks of booking."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect


def test_nothing_is_asked_for_that_is_not_there(buyer, page, cinema, showing):
    """What is not there is an error in the browser's console, which nobody can take back."""
    answers = []
    page.on("response", lambda answer: answers.append((answer.status, answer.url)))
    buyer.begin_payment(showing, *cinema.seats(showing, 1))
    page.reload()
    expect(page.get_by_role("button", name=re.compile("^Pay "))).to_be_visible()
    assert [answer for answer in answers if answer[0] >= 400] == []


EXPIRIES = ["12 / {year}", "12/{short}", "12{short}", "12{year}", "12-{year}", "12–{short}", "{year}-12", " 12 / {short} ", "12. {year}", "{wide}"]


@pytest.mark.parametrize("form", EXPIRIES)
def test_an_expiry_is_understood_as_it_is_pasted(form, buyer, page, cheap_form):
    year = date.today().year + 5
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in f"12/{year}")
    page.get_by_label("Expires").evaluate(
        "(field, text) => { field.focus(); document.execCommand('insertText', false, text); }",
        form.format(year=year, short=year % 100, wide=wide))
    buyer.pay()
    expect(page.locator("#name-error")).not_to_be_empty()
    expect(page.locator("#expiry-error")).to_be_empty()


NUMBERS = ["4242 4242 4242 4242", "4242-4242-4242-4242", "4242 – 4242 – 4242 – 4242", " 4242\u00a04242\u202f4242\u20094242\t", "\u202d4242424242424242\u202c", "４２４２４２４２４２４２４２４２"]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_card_number_is_understood_as_it_is_pasted(number, buyer, page, cheap_form):
    page.get_by_label("Card number").evaluate(
        "(field, text) => { field.focus(); document.execCommand('insertText', false, text); }", number)
    buyer.pay()
    expect(page.locator("#name-error")).not_to_be_empty()
    expect(page.locator("#number-error")).to_be_empty()


@pytest.fixture(scope="module")
def held(cinema):
    """One hold for all tests that only fill in the form."""
    showing = cinema.new_showing()
    return cinema.hold(showing, *cinema.seats(showing, 1), key="only-the-form")


@pytest.fixture
def cheap_form(page, held):
    page.goto(f"/checkout/#{held['id']}")
    expect(page.get_by_role("button", name=re.compile("^Pay "))).to_be_visible()

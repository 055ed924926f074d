"""No page and no step of a purchase breaks a rule of WCAG 2.2 AA that axe can check."""

import pytest
from playwright.sync_api import expect

from accessibility import expect_accessible
from buyer import NO_MONEY_CARD, Buyer
from page_kinds import KINDS, address

LOOKS = [(scheme, width) for scheme in ("light", "dark") for width in (320, 1280)]
looks = pytest.mark.parametrize("scheme, width", LOOKS, ids=[f"{scheme}-{width}" for scheme, width in LOOKS])


@looks
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_each_kind(kind, scheme, width, new_page, cinema):
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    page.goto(address(kind, cinema))
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    if kind == "showtime":
        expect(Buyer(page, cinema).free_seats.first).to_be_visible()
    expect_accessible(page)


@looks
def test_each_step_of_a_purchase(scheme, width, new_page, cinema, showing):
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 800}, reduced_motion="reduce")
    buyer = Buyer(page, cinema)

    first, second = cinema.seats(showing, 2)
    cinema.hold(showing, second)
    buyer.open_seats(showing)
    buyer.choose(first)
    expect_accessible(page)
    buyer.go_to_payment()
    expect_accessible(page)
    buyer.pay()
    expect(page.locator("#error-summary")).to_be_visible()
    expect_accessible(page)
    buyer.fill_details(card=NO_MONEY_CARD)
    buyer.pay()
    expect(page.get_by_text("The payment was declined")).to_be_visible()
    expect_accessible(page)
    buyer.fill_details()
    buyer.pay()
    buyer.expect_tickets(first)
    expect_accessible(page)

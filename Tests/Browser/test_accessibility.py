"""No page and no step of a purchase breaks a rule of WCAG 2.2 AA that axe can check."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from buyer import NO_MONEY_CARD, Buyer
from page_kinds import KINDS, address

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = [(scheme, width) for scheme in ("light", "dark") for width in (320, 1280)]
looks = pytest.mark.parametrize("scheme, width", LOOKS, ids=[f"{scheme}-{width}" for scheme, width in LOOKS])


def expect_no_violations(page) -> None:
    report = Axe().run(page, options={"runOnly": RULES}).response
    found = [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in report["violations"]]
    assert found == [], f"{page.url}: {found}"


def expect_no_sideways_scrolling(page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, page.url


@looks
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_each_kind(kind, scheme, width, new_page, cinema):
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    page.goto(address(kind, cinema))
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    if kind == "showtime":
        expect(Buyer(page, cinema).free_seats.first).to_be_visible()
    expect_no_violations(page)
    expect_no_sideways_scrolling(page)


@looks
def test_each_step_of_a_purchase(scheme, width, new_page, cinema, showing):
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 800}, reduced_motion="reduce")
    buyer = Buyer(page, cinema)

    def check_step():
        expect_no_violations(page)
        expect_no_sideways_scrolling(page)

    first, second = (seat["label"] for seat in cinema.layout(showing)["rows"][0]["seats"][:2])
    cinema.hold(showing, second)
    buyer.open_seats(showing)
    buyer.choose(first)
    check_step()
    buyer.go_to_payment()
    check_step()
    buyer.pay()
    expect(page.locator("#error-summary")).to_be_visible()
    check_step()
    buyer.fill_details(card=NO_MONEY_CARD)
    buyer.pay()
    expect(page.get_by_text("The payment was declined")).to_be_visible()
    check_step()
    buyer.fill_details()
    buyer.pay()
    buyer.expect_tickets(first)
    check_step()

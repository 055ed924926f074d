"""What buyers are told when a showing is changed after they have paid."""

import sqlite3

from playwright.sync_api import expect

from accessibility import expect_accessible


def change(cinema, showing, what: str) -> None:
    """What the cinema's editor does in the catalog."""
    with sqlite3.connect(cinema.catalog) as catalog:
        catalog.execute(f"UPDATE showtime SET {what} WHERE id = ?", (showing.id,))


def test_a_showing_that_is_moved_and_then_cancelled_is_told_on_the_tickets_page(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.buy(showing, seat)
    before = page.locator(".ticket-when").first.text_content()
    news = page.locator(".order > .notice")
    expect(news).to_have_count(0)
    change(cinema, showing, "starts_at = starts_at + 300, ends_at = ends_at + 300")
    page.reload()
    expect(news).to_contain_text("This showing was moved.")
    expect(news).to_contain_text(f"These tickets were sold for: {before},")
    after = page.locator(".ticket-when").first.text_content()
    assert after != before
    expect(news).to_contain_text(f"It is now: {after},")
    expect_accessible(page)
    change(cinema, showing, "status = 'cancelled'")
    page.reload()
    expect(news).to_contain_text("This showing is cancelled.")
    expect(page.get_by_role("img", name=f"QR code of the ticket for seat {seat}")).to_be_visible()


def test_a_showing_after_midnight_is_on_one_day_from_the_plan_to_the_tickets(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    # So far ahead that nothing else is on in its room.
    night = "starts_at - starts_at % 86400 + 60 * 86400 + 1800"
    change(cinema, showing, f"starts_at = {night}, ends_at = {night} + 7200")
    cinema.build()
    page.goto(showing.path)
    words = page.locator(".showing-when time").text_content()
    assert words in page.title()
    buyer.begin_payment(showing, seat)
    expect(page.locator("#order-showing")).to_contain_text(words)
    buyer.fill_details()
    buyer.pay()
    buyer.expect_tickets(seat)
    expect(page.locator(".ticket-when").first).to_have_text(words)

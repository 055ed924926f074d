"""What the browser does to the programme after it was written."""

from datetime import datetime, timedelta

from playwright.sync_api import expect


def test_a_showing_disappears_on_the_minute_it_begins(page, cinema):
    movie = cinema.data("now-showing.json")["movies"][0]["slug"]
    first, *_ = cinema.data(f"movies/{movie}.json")["showtimes"]
    starts = datetime.fromisoformat(first["startsAt"])
    page.clock.install(time=starts - timedelta(seconds=30))
    page.goto(f"/movies/{movie}/")
    showing = page.locator(f'[data-starts-at="{first["startsAt"]}"]').first
    expect(showing).to_be_visible()
    page.clock.fast_forward(40_000)
    expect(showing).to_be_hidden()


def test_a_programme_without_a_showing_left_says_so(page, cinema):
    movie = cinema.data("now-showing.json")["movies"][0]["slug"]
    page.clock.install(time=datetime.now() + timedelta(days=400))
    page.goto(f"/movies/{movie}/")
    expect(page.get_by_text("The last showing on sale has begun.")).to_be_visible()
    expect(page.locator(".showing-day:visible")).to_have_count(0)


def test_every_page_forbids_foreign_and_inline_scripts(page, cinema):
    page.goto("/")
    policy = page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content")
    assert "unsafe" not in policy and "default-src 'none'" in policy
    assert cinema.api in policy

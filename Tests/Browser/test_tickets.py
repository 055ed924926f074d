"""The tickets: shown large, without a network, on paper, in a calendar, and void when refunded."""

import json
import re
import subprocess
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import expect

from accessibility import expect_accessible
from buyer import Buyer
from eventually import eventually


def codes_in(picture: Path) -> list[str]:
    read = subprocess.run(["zbarimg", "--quiet", "--raw", str(picture)], capture_output=True, text=True)
    return read.stdout.split()


def expect_kept_offline(page) -> None:
    expect(page.get_by_text("These tickets are kept on this device")).to_be_visible()


def kept_offline(page) -> list[str]:
    """The addresses of all that the browser keeps for this site."""
    return page.evaluate("""async () => {
        const all = await Promise.all((await caches.keys()).map(name => caches.open(name)));
        return (await Promise.all(all.map(cache => cache.keys()))).flat().map(({ url }) => url);
    }""")


def test_the_kept_link_shows_the_tickets_in_another_browser(buyer, page, cinema, showing, new_page):
    [seat] = cinema.seats(showing, 1)
    buyer.buy(showing, seat)
    elsewhere = new_page()
    elsewhere.goto(page.url)
    expect(elsewhere.get_by_role("img", name=f"QR code of the ticket for seat {seat}")).to_be_visible()


def test_tickets_open_without_a_network(buyer, page, cinema, showing, tmp_path):
    seats = cinema.seats(showing, 2)
    buyer.buy(showing, *seats)
    expect_kept_offline(page)
    film = page.get_by_role("heading", level=2).first.text_content()
    page.context.set_offline(True)
    page.reload()
    buyer.expect_tickets(*seats)
    expect(page.get_by_role("heading", level=2).first).to_have_text(film)
    expect(page.get_by_text("Booking cannot be reached, so these are the tickets as they were")).to_be_visible()
    expect_accessible(page)
    shot = tmp_path / "offline.png"
    page.get_by_role("img", name=f"QR code of the ticket for seat {seats[0]}").screenshot(path=shot)
    [code] = codes_in(shot)
    assert subprocess.run([*cinema.verify_command, code], capture_output=True).returncode == 0
    page.goto("/tickets/")
    buyer.expect_tickets(*seats)
    page.context.set_offline(False)


def test_tickets_open_while_site_and_booking_are_away(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.buy(showing, seat)
    expect_kept_offline(page)
    cinema.site_server.stop()
    cinema.api_server.stop()
    try:
        page.reload()
        buyer.expect_tickets(seat)
    finally:
        cinema.site_server.start()
        cinema.api_server.start()


def test_only_the_tickets_page_and_its_own_orders_are_kept(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.buy(showing, seat)
    expect_kept_offline(page)
    order = page.url.split("#")[1]
    page.goto("/movies/")
    page.goto("/tickets/")
    expect_kept_offline(page)
    kept = kept_offline(page)
    api = [url for url in kept if "/v1/" in url]
    assert sorted(url.removeprefix(cinema.api).split("/")[2] for url in api) == ["orders", "tickets"]
    assert f"{cinema.api}/v1/orders/{order}" in api
    rest = [url.removeprefix(cinema.site) for url in kept if url not in api]
    assert all(re.fullmatch(r"/tickets/|/assets/[0-9a-f]+/.+", path) for path in rest), rest
    assert not any("/checkout/" in path or "/seats/" in path for path in rest)


def test_a_page_of_an_older_build_is_let_go(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.buy(showing, seat)
    expect_kept_offline(page)
    old = page.evaluate("""async () => {
        const name = (await caches.keys()).find(name => name.includes(" page "));
        const old = name.replace(/assets\\/[0-9a-f]+/, "assets/00000000");
        await (await caches.open(old)).put("/tickets/", new Response("an old page", { headers: { "Content-Type": "text/html" } }));
        await caches.delete(name);
        return old;
    }""")
    page.reload()
    buyer.expect_tickets(seat)
    expect_kept_offline(page)
    names = page.evaluate("caches.keys()")
    assert old not in names and len([name for name in names if " page " in name]) == 1
    page.context.set_offline(True)
    page.reload()
    buyer.expect_tickets(seat)
    page.context.set_offline(False)


def test_forgotten_tickets_leave_nothing_behind(buyer, page, cinema, showing):
    buyer.buy(showing, *cinema.seats(showing, 1))
    expect_kept_offline(page)
    page.goto("/tickets/")
    page.get_by_role("button", name="Forget these tickets on this device").click()
    expect(page.locator("#booking-status")).to_contain_text("There are no tickets in this browser yet.")
    names = page.evaluate("caches.keys()")
    assert not any("orders" in name for name in names)
    assert page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])") == "[{},{}]"


def test_my_tickets_are_listed_newest_first(buyer, page, cinema):
    bought = []
    for _ in range(2):
        showing = cinema.new_showing()
        [seat] = cinema.seats(showing, 1)
        buyer.buy(showing, seat)
        bought.insert(0, page.url.split("#")[1])
        expect_kept_offline(page)
    # To look at an older one does not make it the newest.
    page.goto(f"/tickets/#{bought[1]}")
    page.goto("/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Tickets").click()
    expect(page.locator(".order")).to_have_count(2)
    links = page.get_by_role("link", name="Add to calendar")
    hrefs = [links.nth(index).get_attribute("href") for index in (0, 1)]
    assert [href.rsplit("/", 1)[1].removesuffix(".ics") for href in hrefs] == bought
    expect_accessible(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_code_is_large_and_bright_and_keeps_the_screen_awake(scheme, new_page, cinema, showing, tmp_path):
    page = new_page(color_scheme=scheme, viewport={"width": 320, "height": 640})
    page.add_init_script("""
        window.locks = [];
        Object.defineProperty(navigator, "wakeLock", { value: { request: async kind => {
            locks.push(`on ${kind}`);
            return { release: async () => { locks.push("off"); } };
        } } });
    """)
    buyer = Buyer(page, cinema)
    seats = cinema.seats(showing, 2)
    buyer.buy(showing, *seats)
    code = page.get_by_role("img", name=f"QR code of the ticket for seat {seats[0]}")
    assert code.bounding_box()["width"] >= 240
    assert code.locator("..").evaluate("paper => getComputedStyle(paper).backgroundColor") == "rgb(255, 255, 255)"
    page.get_by_role("button", name=f"Show the code of seat {seats[0]} large").click()
    dialog = page.get_by_role("dialog")
    large = dialog.get_by_role("img")
    expect(large).to_have_js_property("complete", True)
    assert large.bounding_box()["width"] >= 280
    assert dialog.evaluate("dialog => getComputedStyle(dialog).backgroundColor") == "rgb(255, 255, 255)"
    expect_accessible(page)
    dialog.get_by_role("button", name="Next").click()
    expect(dialog).to_contain_text("2 of 2")
    expect(dialog.get_by_role("img", name=f"QR code of the ticket for seat {seats[1]}")).to_be_visible()
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()
    eventually(page, lambda: page.evaluate("locks"), ["on screen", "off"])


@pytest.mark.parametrize("paper", [dict(format="A4"), dict(width="80mm", height="297mm")], ids=["A4", "receipt"])
def test_each_printed_ticket_has_its_code_in_one_piece(paper, buyer, page, cinema, showing, tmp_path):
    seats = cinema.seats(showing, 3)
    buyer.buy(showing, *seats)
    (tmp_path / "tickets.pdf").write_bytes(page.pdf(**paper))
    document = pypdfium2.PdfDocument(tmp_path / "tickets.pdf")
    codes, texts = [], []
    for number, printed in enumerate(document):
        picture = tmp_path / f"{number}.png"
        printed.render(scale=3).to_pil().save(picture)
        codes += codes_in(picture)
        texts.append(printed.get_textpage().get_text_range())
    assert len(codes) == len(set(codes)) == 3
    for code in codes:
        assert subprocess.run([*cinema.verify_command, code], capture_output=True).returncode == 0
    for seat in seats:
        assert sum(len(re.findall(rf"Seat {seat}\b", text)) for text in texts) == 1
    assert "Skip to the content" not in "".join(texts)


def test_four_tickets_share_a_sheet_and_say_all_that_a_door_asks(buyer, page, cinema, showing, tmp_path):
    seats = cinema.seats(showing, 4)
    buyer.buy(showing, *seats)
    order = page.url.split("#")[1]
    facts = cinema.json(f"{cinema.api}/v1/orders/{order}")
    (tmp_path / "tickets.pdf").write_bytes(page.pdf(format="A4"))
    document = pypdfium2.PdfDocument(tmp_path / "tickets.pdf")
    assert len(document) == 1
    text = re.sub(r"\s+", " ", document[0].get_textpage().get_text_range())
    for ticket in facts["tickets"]:
        assert text.count(ticket["id"]) == 1
    theater = json.loads(re.search(r'id="showing-data">([^<]*)<', cinema.html(showing.path))[1])["theater"]
    assert theater["address"]
    for said in ("Ana Prucnal", theater["name"], theater["address"]):
        assert text.count(said) >= 4, (said, text)
    prices = Counter(f"€{ticket['price']['amount'] / 100:.2f}" for ticket in facts["tickets"])
    for price, tickets in prices.items():
        assert text.count(price) >= tickets, (price, text)
    assert f"Order {order}" in text


def test_the_plain_page_of_an_order_is_one_link_away(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.buy(showing, seat)
    page.get_by_role("link", name="Plain page to print").click()
    expect(page.get_by_role("heading", level=2)).to_have_text(f"Seat {seat}")


def test_a_refunded_order_is_shown_as_void(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.buy(showing, seat)
    expect_kept_offline(page)
    cinema.refund(page.url.split("#")[1])
    page.reload()
    expect(page.locator(".order")).to_contain_text("Its tickets are not valid any more.")
    expect(page.get_by_text("This ticket is not valid any more.")).to_be_visible()
    expect(page.locator(".ticket-code")).to_have_count(0)
    expect_accessible(page)
    # Nor is its code kept any longer.
    eventually(page, lambda: [url for url in kept_offline(page) if "/v1/tickets/" in url], [])


def test_the_showing_goes_into_the_calendar(buyer, page, cinema, showing):
    buyer.buy(showing, *cinema.seats(showing, 1))
    with page.expect_download() as download:
        page.get_by_role("link", name="Add to calendar").click()
    calendar = Path(download.value.path()).read_text()
    assert calendar.startswith("BEGIN:VCALENDAR") and "DTSTART" in calendar


def test_a_link_that_names_no_order_is_explained(page):
    page.goto("/tickets/#aaaaaaaaaaaaaaaaaaaaaaaaaa")
    expect(page.locator("#booking-status")).to_contain_text("There is no order under this link.")

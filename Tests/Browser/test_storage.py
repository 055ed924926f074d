"""Browsers that keep nothing, that are full, or whose storage holds what no page of ours has written."""

import json

import pytest
from playwright.sync_api import expect

from buyer import NO_MONEY_CARD, Buyer

THROWS = "Object.defineProperty(window, '{area}', {{ get() {{ throw new DOMException('The operation is insecure.', 'SecurityError'); }} }});"
AREAS = ("localStorage", "sessionStorage")

#: As cookies that are blocked, a WebView without DOM storage, and a private window of old do it.
STORAGES = {
    "blocked": "".join(THROWS.format(area=area) for area in AREAS),
    "absent": "".join(f"Object.defineProperty(window, '{area}', {{ value: null }});" for area in AREAS),
    "full": "Storage.prototype.setItem = () => { throw new DOMException('The quota has been exceeded.', 'QuotaExceededError'); };",
    "blocked, with all else that cookies block": "".join(THROWS.format(area=area) for area in (*AREAS, "caches"))
    + "window.BroadcastChannel = class { constructor() { throw new DOMException('', 'SecurityError'); } };",
}
storages = pytest.mark.parametrize("storage", STORAGES)

KEYS = {
    "localStorage": ["marquee.holds", "marquee.wishes", "marquee.orders", "marquee.seat-view"],
    "sessionStorage": ["marquee.buyer", "marquee.hold"],
}


@pytest.fixture
def forgetful(storage, new_page, cinema):
    page = new_page()
    page.add_init_script(STORAGES[storage])
    return Buyer(page, cinema)


@storages
def test_seats_are_chosen_and_paid_for(forgetful, cinema, showing):
    page, seats = forgetful.page, cinema.seats(showing, 2)
    forgetful.buy(showing, *seats)
    expect(page.get_by_text("This browser does not keep these tickets.")).to_be_visible()
    page.reload()
    forgetful.expect_tickets(*seats)


@storages
def test_the_own_seats_are_not_somebody_elses_on_the_way_back(forgetful, cinema, showing):
    page, [seat] = forgetful.page, cinema.seats(showing, 1)
    forgetful.open_seats(showing)
    expect(page.get_by_text("allow cookies and site data for this site")).to_be_attached()
    forgetful.choose(seat)
    forgetful.go_to_payment()
    hold = forgetful.hold
    page.reload()
    expect(page.locator("#order-seats")).to_contain_text(seat)
    page.go_back()
    forgetful.expect_state("available", seat)
    page.reload()
    forgetful.expect_state("available", seat)
    expect(forgetful.seat(seat)).to_be_checked()
    expect(forgetful.notice).to_be_empty()
    forgetful.go_to_payment()
    assert forgetful.hold == hold


@storages
def test_a_decline_is_told(forgetful, cinema, showing):
    forgetful.begin_payment(showing, *cinema.seats(showing, 1))
    forgetful.fill_details(card=NO_MONEY_CARD)
    forgetful.pay()
    expect(forgetful.error_summary).to_contain_text("The payment was declined")
    forgetful.fill_details()
    forgetful.pay()
    forgetful.expect_tickets()


def with_soon(value):
    """An end in half an hour in the place of "soon", so that only the rest is junk."""
    return json.dumps(value).replace('"soon"', "${Date.now() + 1800000}")


ID = "a" * 26
JUNK = {
    "nothing": "", "half": '[{"id":', "no JSON": "plan<script>", "NaN": "NaN", "null": "null", "a number": "1e400", "a text": '"listed"',
    "an object": "{}", "nulls": "[null, null]", "lists": "[[[]]]", "deep": "[" * 50_000, "huge": json.dumps(["x" * 1_000_000]),
    "ids of other types": '[{"id":null},{"id":7},{"id":{}},{"id":""},{"id":["a"]}]',
    "prototypes": '{"__proto__":[{"id":"a"}],"constructor":{"id":"a"},"toString":1,"length":3}',
    "keys of every object": '[{"__proto__":{"id":"%s"}},{"constructor":1,"hasOwnProperty":2}]' % ID,
    "of the version before": '{"id":"%s","showtime":"x","seats":[{"seat":"C5","ticketType":"adult"}],"isPaying":true}' % ID,
    "orders without days": json.dumps([{"id": ID, "showing": {
        "movie": 1, "startsAt": "2026-13-45T99:00:00Z", "theater": None, "auditorium": [], "ticketTypes": {}}}]),
    "holds of no showing": with_soon([{"id": ID, "showtime": None, "seats": [], "until": "soon"}]),
    "holds without seats": with_soon([{"id": ID, "showtime": "SHOWTIME", "seats": "C5", "until": "soon"}]),
    "holds of no seats": with_soon([{"id": ID, "showtime": "SHOWTIME", "seats": [{"seat": {}, "ticketType": 3}], "until": "soon"}]),
    "holds for ever": json.dumps([{"id": ID, "showtime": "SHOWTIME", "seats": [{"seat": "C5", "ticketType": "x"}], "until": 9e15}]),
    "a hold that booking never gave": with_soon(
        [{"id": ID, "key": "k" * 40, "showtime": "SHOWTIME", "seats": [{"seat": "Z999", "ticketType": "nobody"}], "until": "soon",
          "isPaying": True}]),
    "a path for an id": with_soon(
        [{"id": "../../v1/holds", "showtime": "SHOWTIME", "seats": [{"seat": "C5", "ticketType": "x"}], "until": "soon"}]),
}


def fill(page, junk: str, showing) -> None:
    template = json.dumps(junk.replace("SHOWTIME", showing.id))
    for area, keys in KEYS.items():
        for key in keys:
            page.evaluate(
                f"{area}.setItem({json.dumps(key)}, {template}.replace('${{Date.now() + 1800000}}', Date.now() + 1800000))")


def test_junk_counts_as_nothing(page, buyer, cinema, showing):
    """The faults that pages have had are told when the test ends."""
    page.goto("/404.html")
    for junk in JUNK.values():
        fill(page, junk, showing)
        buyer.open_seats(showing)
        expect(page.get_by_text("Someone else was faster")).to_have_count(0)
        fill(page, junk, showing)
        page.goto("/checkout/")
        expect(page.locator("#booking-status, #keep-bar").filter(has_text=".").filter(visible=True)).to_have_count(1)
        fill(page, junk, showing)
        page.goto("/tickets/")
        expect(page.locator("#booking-status")).to_contain_text("There are no tickets in this browser yet.")


@pytest.mark.parametrize("junk", ["half", "of the version before", "a hold that booking never gave"])
def test_seats_are_paid_for_in_spite_of_junk(junk, page, buyer, cinema, showing):
    page.goto("/404.html")
    fill(page, JUNK[junk], showing)
    seats = cinema.seats(showing, 1)
    buyer.buy(showing, *seats)
    page.goto("/tickets/")
    buyer.expect_tickets(*seats)


def test_storage_that_is_emptied_in_the_middle_loses_no_seats(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    empty = "localStorage.clear(); sessionStorage.clear()"
    buyer.open_seats(showing)
    buyer.choose(seat)
    page.evaluate(empty)
    buyer.go_to_payment()
    page.evaluate(empty)
    page.reload()
    expect(page.locator("#order-seats")).to_contain_text(seat)
    page.evaluate(empty)
    buyer.fill_details()
    buyer.pay()
    buyer.expect_tickets(seat)


@pytest.mark.parametrize("junk", ["half", "prototypes", "a hold that booking never gave"])
def test_junk_from_another_tab_changes_nothing(junk, buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.begin_payment(showing, seat)
    page.go_back()
    expect(buyer.seat(seat)).to_be_checked()
    other = page.context.new_page()
    other.goto("/404.html")
    fill(other, JUNK[junk], showing)
    page.wait_for_timeout(200)
    buyer.expect_state("available", seat)
    buyer.go_to_payment()
    buyer.fill_details()
    buyer.pay()
    buyer.expect_tickets(seat)


def test_one_order_that_is_junk_takes_no_other_with_it(buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.buy(showing, seat)
    page.evaluate("localStorage.setItem('marquee.orders', JSON.stringify([null, { id: 3 }, ...JSON.parse(localStorage.getItem('marquee.orders'))]))")
    page.goto("/tickets/")
    buyer.expect_tickets(seat)


@pytest.mark.parametrize("junk", ["no JSON", "null", "a number", "an object", "prototypes", "nulls"])
def test_junk_in_place_of_a_kept_order_is_no_order(junk, buyer, page, cinema, showing):
    [seat] = cinema.seats(showing, 1)
    buyer.buy(showing, seat)
    expect(page.get_by_text("These tickets are kept on this device")).to_be_visible()
    page.evaluate("""async ({ url, body }) => {
        const name = (await caches.keys()).find(name => name.endsWith("orders"));
        await (await caches.open(name)).put(url, new Response(body, { headers: { "Content-Type": "application/json" } }));
    }""", {"url": f"{cinema.api}/v1/orders/{page.url.split('#')[1]}", "body": JUNK[junk]})
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("#booking-status")).to_contain_text("Booking cannot be reached")
    page.context.set_offline(False)
    buyer.expect_tickets(seat)


@pytest.mark.parametrize("fragment", ["#%", "#%E0%A4%A", "#__proto__", "#" + "a" * 5000, "#../../health", "#%00"])
def test_a_link_that_was_cut_is_explained(fragment, page):
    for path in ("/checkout/", "/tickets/"):
        page.goto("/404.html")
        page.goto(path + fragment)
        expect(page.locator("#booking-status")).to_contain_text(".")

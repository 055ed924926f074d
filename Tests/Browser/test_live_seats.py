"""Several buyers look at one showing, and the connection is not always what it should be."""

import pytest
from playwright.sync_api import expect

from buyer import Buyer
from conftest import opened_cinema, opened_pages
from programs import chromium


@pytest.fixture(scope="module")
def brisk_cinema(tmp_path_factory, line, brief_hold):
    """Holds end soon here, and the line to the booking API can break."""
    folder = tmp_path_factory.mktemp("brisk-cinema")
    with opened_cinema(folder, "--hold-seconds", str(brief_hold), through=line.to) as cinema:
        yield cinema


@pytest.fixture
def brisk_buyer(browser, brisk_cinema, line):
    with opened_pages(browser, brisk_cinema) as new_page:
        yield Buyer(new_page(), brisk_cinema)
    line.mend()


@pytest.fixture
def brisk_showing(brisk_cinema):
    return brisk_cinema.new_showing()


def test_two_buyers_see_what_the_other_does(new_page, cinema, showing):
    ana, ben = Buyer(new_page(), cinema), Buyer(new_page(), cinema)
    [seat] = cinema.seats(showing, 1)
    for buyer in (ana, ben):
        buyer.open_seats(showing)
        buyer.expect_connection("live")
        # From here on nobody learns anything by asking.
        buyer.page.route("**/v1/showtimes/*/seats", lambda route: route.abort())
    ana.choose(seat)
    ana.go_to_payment()
    ben.expect_state("held", seat)
    ana.page.get_by_role("button", name="Give the seats back").click()
    ben.expect_state("available", seat)
    ben.choose(seat)
    ben.go_to_payment()
    ana.expect_state("held", seat)
    ben.fill_details()
    ben.pay()
    ana.expect_state("sold", seat)
    ben.expect_tickets(seat)


def test_a_hold_that_ends_by_itself_frees_its_seats_in_all_browsers(brisk_buyer, brisk_cinema, brisk_showing):
    seats = brisk_cinema.seats(brisk_showing, 2)
    brisk_buyer.open_seats(brisk_showing)
    brisk_buyer.expect_connection("live")
    brisk_buyer.page.route("**/v1/showtimes/*/seats", lambda route: route.abort())
    brisk_cinema.hold(brisk_showing, *seats)
    brisk_buyer.expect_state("held", *seats)
    brisk_buyer.expect_state("available", *seats)


def test_the_seats_of_a_hold_stay_free_to_their_buyer_until_it_ends(brisk_buyer, brisk_cinema, brisk_showing):
    own, other = brisk_cinema.seats(brisk_showing, 2)
    status = brisk_buyer.page.locator("#booking-status")
    brisk_buyer.open_seats(brisk_showing)
    brisk_buyer.choose(own)
    brisk_buyer.go_to_payment()
    brisk_buyer.page.go_back()
    expect(status).to_contain_text("Your seats are kept for you until")
    brisk_cinema.hold(brisk_showing, other)
    brisk_buyer.expect_state("held", other)
    brisk_buyer.expect_state("available", own)
    expect(brisk_buyer.seat(own)).to_be_checked()
    expect(status).to_contain_text("The time is over")
    expect(brisk_buyer.seat(own)).to_be_checked()
    brisk_cinema.hold(brisk_showing, own)
    expect(brisk_buyer.notice).to_contain_text("Someone else was faster")


def test_a_cut_connection_is_opened_again_and_tells_what_was_missed(brisk_buyer, brisk_cinema, brisk_showing, line):
    kept, other = brisk_cinema.seats(brisk_showing, 2)
    brisk_buyer.open_seats(brisk_showing)
    brisk_buyer.expect_connection("live")
    brisk_buyer.choose(kept)
    with brisk_buyer.page.expect_websocket():
        line.cut()
        brisk_cinema.hold(brisk_showing, other)
    brisk_buyer.expect_state("held", other)
    brisk_buyer.expect_connection("live")
    expect(brisk_buyer.seat(kept)).to_be_checked()


def test_a_lost_message_is_noticed_by_its_missing_version(brisk_buyer, brisk_cinema, brisk_showing, line):
    first, second = brisk_cinema.seats(brisk_showing, 2)
    brisk_buyer.open_seats(brisk_showing)
    brisk_buyer.expect_connection("live")
    line.loses_next_change = True
    with brisk_buyer.page.expect_websocket():
        brisk_cinema.hold(brisk_showing, first)
        assert line.has_lost_change.wait(timeout=60)
        brisk_cinema.hold(brisk_showing, second)
    brisk_buyer.expect_state("held", first, second)


def test_where_websockets_are_blocked_the_page_asks_instead_and_tries_again(brisk_buyer, brisk_cinema, brisk_showing, line):
    [seat] = brisk_cinema.seats(brisk_showing, 1)
    line.refuses_upgrades = True
    brisk_buyer.open_seats(brisk_showing)
    brisk_buyer.expect_connection("polling")
    brisk_cinema.hold(brisk_showing, seat)
    brisk_buyer.expect_state("held", seat)
    line.refuses_upgrades = False
    # A network that comes back is a reason to try at once.
    brisk_buyer.page.context.set_offline(True)
    brisk_buyer.page.context.set_offline(False)
    brisk_buyer.expect_connection("live")


def test_a_choice_survives_a_restart_of_the_api(brisk_buyer, brisk_cinema, brisk_showing):
    page = brisk_buyer.page
    kept, lost = brisk_cinema.seats(brisk_showing, 2)
    brisk_buyer.open_seats(brisk_showing)
    brisk_buyer.choose(kept)
    brisk_cinema.api_server.stop()
    try:
        expect(page.get_by_text("Booking cannot be reached at the moment").first).to_be_visible()
        brisk_buyer.expect_connection("none")
        expect(page.get_by_role("heading", name="Prices")).to_be_visible()
        brisk_buyer.choose(lost)
    finally:
        brisk_cinema.api_server.start()
    brisk_buyer.expect_connection("live")
    expect(page.locator("#booking-status")).to_be_hidden()
    expect(brisk_buyer.seat(kept)).to_be_checked()
    expect(brisk_buyer.seat(lost)).to_be_checked()
    brisk_buyer.go_to_payment()


def test_nobody_is_told_of_seats_that_are_not_theirs(buyer, page, cinema, showing):
    mine, other = cinema.seats(showing, 2)
    buyer.open_seats(showing)
    buyer.expect_connection("live")
    buyer.choose(mine)
    said = page.locator("#announcer").text_content()
    page.evaluate("""() => {
        window.heard = [];
        const take = () => window.heard.push(document.querySelector("#announcer").textContent);
        new MutationObserver(take).observe(document.querySelector("#announcer"), { childList: true, characterData: true, subtree: true });
    }""")
    cinema.release(cinema.hold(showing, other))
    cinema.hold(showing, other, key="another-time")
    buyer.expect_state("held", other)
    assert page.evaluate("window.heard") == []
    expect(page.locator("#announcer")).to_have_text(said)


def test_what_the_buyer_is_about_to_use_stays_while_others_buy(buyer, page, cinema, showing):
    mine, other = cinema.seats(showing, 2)
    buyer.open_seats(showing)
    buyer.expect_connection("live")
    buyer.choose(mine)
    select = page.get_by_label("Ticket for Row").element_handle()
    cinema.hold(showing, other)
    buyer.expect_state("held", other)
    assert select.evaluate("element => element.isConnected")


def hide(page, is_hidden: bool) -> None:
    page.evaluate("""isHidden => {
        Object.defineProperty(document, "hidden", { configurable: true, get: () => isHidden });
        document.dispatchEvent(new Event("visibilitychange"));
    }""", is_hidden)


def test_the_connection_is_closed_while_nobody_looks_for_long(buyer, page, cinema, showing):
    page.clock.install()
    with page.expect_websocket() as opened:
        buyer.open_seats(showing)
    buyer.expect_connection("live")
    hide(page, True)
    page.clock.fast_forward("04:50")
    assert not opened.value.is_closed()
    with opened.value.expect_event("close"):
        page.clock.fast_forward("00:20")
    [seat] = cinema.seats(showing, 1)
    cinema.hold(showing, seat)
    with page.expect_websocket():
        hide(page, False)
    buyer.expect_state("held", seat)


def test_the_way_back_leads_to_the_page_as_it_was_and_on_to_what_has_changed(browser, cinema, showing):
    """Browsers keep a page for the way back unless it has a connection open. Playwright forbids it unless it is told not to."""
    mine, other = cinema.seats(showing, 2)
    keeper = browser.browser_type.launch(
        executable_path=chromium(), args=["--no-sandbox"], ignore_default_args=["--disable-back-forward-cache"])
    with opened_pages(keeper, cinema) as new_page:
        buyer = Buyer(new_page(), cinema)
        page = buyer.page
        buyer.open_seats(showing)
        buyer.expect_connection("live")
        buyer.choose(mine)
        page.evaluate("addEventListener('pageshow', event => { window.wasKept = event.persisted; })")
        page.evaluate("location.assign('/movies/')")
        expect(page.get_by_role("heading", level=1, name="Films")).to_be_visible()
        cinema.hold(showing, other)
        page.evaluate("history.back()")
        buyer.expect_state("held", other)
        assert page.evaluate("window.wasKept")
        expect(buyer.seat(mine)).to_be_checked()
    keeper.close()

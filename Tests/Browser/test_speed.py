"""The largest room on a cheap phone. How fast that is differs from machine to machine; how much work it is does not."""

import pytest
from playwright.sync_api import expect

#: Seats drawn in one go. A processor six times slower than that of a laptop draws so many in less than 50 ms.
MOST_AT_ONCE = 100
#: Elements that a finger on a seat changes in the whole page: the seat, the list of chosen seats, the total.
MOST_FOR_A_FINGER = 30
#: How often the browser may work out where things are, for one seat chosen.
MOST_LAYOUTS = 3

# Draws the room beside the page's own, with the page's own modules and style, and tells which elements each piece of work
# has changed.
DRAW = """async () => {
    const seats = document.querySelector('script[src$="/seats/page.js"]').src.replace("page.js", "");
    const load = async name => import(new URL(name, seats));
    const [{ Room }, { SeatMap }, { SeatStates }, { Choice }, { SeatWords }, { PriceList }, { showingOn }] = await Promise.all(
        ["room.js", "seat-map.js", "seat-states.js", "choice.js", "seat-words.js", "../booking/price-list.js", "../booking/showing.js"].map(load));
    const showing = showingOn(document);
    const room = new Room(await (await fetch(showing.layout)).json());
    const prices = new PriceList(showing), states = new SeatStates(), choice = new Choice(room, prices, 10);
    const map = new SeatMap({ room, words: new SeatWords(prices), states, choice, onRefuse() {} });
    const place = document.querySelector("#seat-map").cloneNode();
    place.append(map.element);
    document.querySelector("#seat-map").after(place);

    const observer = new MutationObserver(() => {});
    observer.observe(place, { subtree: true, childList: true, attributes: true, characterData: true });
    const boxes = node => node instanceof Element ? [...(node.matches("input") ? [node] : []), ...node.querySelectorAll("input")] : [];
    const touched = work => {
        observer.takeRecords();
        work();
        const records = observer.takeRecords();
        return new Set(records.flatMap(({ type, target, addedNodes }) =>
            type === "childList" ? [...addedNodes].flatMap(boxes) : boxes(target))).size;
    };
    const slices = [], refresh = map.refresh.bind(map);
    map.refresh = () => slices.push(touched(refresh));
    const drawn = async is => { while (!is()) await new Promise(resolve => setTimeout(resolve)); };
    map.refresh();
    await drawn(() => map.box(room.last()));
    const first = slices.splice(0);
    states.take({ sold: [], held: [] });
    map.refresh();
    await drawn(() => map.box(room.last()).dataset.state === "available");
    const again = slices.splice(0);
    states.change({ sold: [], held: ["C5"], released: [] });
    const change = touched(refresh);
    place.remove();
    return { first, again, change };
}"""

TOUCH = """() => {
    const observer = new MutationObserver(() => {});
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    const seat = document.querySelector('#seat-map .seats .seat[data-state="available"]');
    seat.click();
    document.body.offsetHeight;
    const records = observer.takeRecords();
    const count = node => 1 + (node instanceof Element ? node.querySelectorAll("*").length : 0);
    const made = records.flatMap(({ addedNodes }) => [...addedNodes]).map(count).reduce((all, one) => all + one, 0);
    const seats = new Set(records.map(({ target }) => target).filter(node => node instanceof Element && node.matches(".seat")));
    return { made, changed: new Set(records.map(({ target }) => target)).size, otherSeats: [...seats].filter(one => one !== seat).length };
}"""


@pytest.fixture
def page(new_page, cinema):
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, device_scale_factor=2)
    page.goto(cinema.large_room().path)
    expect(page.locator("#seat-map .seats .seat")).to_have_count(640)
    expect(page.locator('#seat-map .seats .seat[data-state="unknown"]')).to_have_count(0)
    return page


def test_the_largest_room_is_drawn_in_slices_that_keep_no_finger_waiting(page, record_property):
    work = page.evaluate(DRAW)
    record_property("work", work)
    for slices in (work["first"], work["again"]):
        assert sum(slices) == 640
        assert max(slices) <= MOST_AT_ONCE, slices


def test_a_seat_that_another_buyer_takes_is_the_only_one_drawn_anew(page):
    assert page.evaluate(DRAW)["change"] == 1


def test_a_finger_on_a_seat_changes_that_seat_and_little_else(page, record_property):
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    before = layouts(session)
    work = page.evaluate(TOUCH)
    record_property("work", work)
    assert layouts(session) - before <= MOST_LAYOUTS
    assert work["otherSeats"] == 0, work
    assert work["made"] + work["changed"] <= MOST_FOR_A_FINGER, work


def layouts(session) -> int:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(int(metric["value"]) for metric in metrics if metric["name"] == "LayoutCount")

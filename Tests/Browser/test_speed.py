"""The largest room on a cheap phone: a processor six times slower than this one."""

import pytest
from playwright.sync_api import expect

SLOWER, LONGEST, TRIES = 6, 50, 6

# Draws the room beside the page's own, with the page's own modules and style, and tells how long each piece of work took.
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

    const timed = work => {
        const start = performance.now();
        work();
        document.body.offsetHeight;
        return performance.now() - start;
    };
    const slices = [], refresh = map.refresh.bind(map);
    map.refresh = () => slices.push(timed(refresh));
    const drawn = async is => { while (!is()) await new Promise(resolve => setTimeout(resolve)); };
    map.refresh();
    await drawn(() => map.box(room.last()));
    states.take({ sold: [], held: [] });
    map.refresh();
    await drawn(() => map.box(room.last()).dataset.state === "available");
    states.change({ sold: [], held: ["C5"], released: [] });
    const change = timed(refresh);
    place.remove();
    const seat = document.querySelector("#seat-map .seats .seat"), toggle = timed(() => seat.click());
    seat.click();
    return { drawing: Math.max(...slices), change, toggle };
}"""


@pytest.fixture
def timings(new_page, cinema):
    """Of several tries, because other work on this machine can only make one look slower."""
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, device_scale_factor=2)
    page.goto(cinema.large_room().path)
    expect(page.locator("#seat-map .seats .seat")).to_have_count(640)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return [page.evaluate(DRAW) for _ in range(TRIES)]


def test_the_largest_room_is_drawn_and_used_without_keeping_a_finger_waiting(timings, record_property):
    for work in ("drawing", "change", "toggle"):
        best = min(timing[work] for timing in timings)
        record_property(work, best)
        assert best < LONGEST, f"{work}: {timings}"

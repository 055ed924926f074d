"""The other ways to choose: a list of the rows, the best seats found by the page, a plan made larger with two fingers."""

import re

import pytest
from playwright.sync_api import expect

from buyer import Buyer

PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}


@pytest.fixture
def rows(cinema, showing):
    return cinema.layout(showing)["rows"]


def test_a_list_is_a_second_way_to_choose(buyer, page, showing, rows):
    buyer.open_seats(showing)
    page.get_by_role("button", name="List").click()
    expect(page.locator("#seat-map .plan")).to_be_hidden()
    row = rows[1]
    page.locator("#seat-list summary", has_text=f"Row {row['label']}").click()
    name = re.compile(f"^Row {row['label']}, seat 2, .*, available$")
    page.locator("#seat-list").get_by_role("checkbox", name=name).check()
    expect(page.locator("#announcer")).to_contain_text("1 of 10 seats chosen")
    expect(page.locator("#seat-list")).to_contain_text("1 chosen")
    page.get_by_role("button", name="Plan").click()
    expect(buyer.seat(row["seats"][1]["label"])).to_be_checked()
    buyer.go_to_payment()


def test_the_list_tells_what_is_taken_and_refuses_it(buyer, page, cinema, showing, rows):
    seat = rows[0]["seats"][0]["label"]
    buyer.open_seats(showing)
    buyer.expect_connection("live")
    page.get_by_role("button", name="List").click()
    page.locator("#seat-list summary").first.click()
    box = page.locator(f'#seat-list [data-seat="{seat}"]')
    box.focus()
    cinema.hold(showing, seat)
    expect(box).to_have_attribute("aria-disabled", "true")
    expect(box).to_be_focused()
    page.keyboard.press("Space")
    expect(box).not_to_be_checked()
    expect(page.locator("#announcer")).to_contain_text("kept for someone else")


def test_who_likes_the_list_gets_it_again(buyer, page, showing):
    buyer.open_seats(showing)
    page.get_by_role("button", name="List").click()
    page.reload()
    expect(page.get_by_role("button", name="List")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#seat-list summary").first).to_contain_text("free")


@pytest.fixture
def showing_with_stretches(cinema):
    """In a room where four can sit side by side."""
    return cinema.new_showing(lambda room: room.stretch(4))


def test_the_page_finds_seats_side_by_side(buyer, page, showing_with_stretches):
    buyer.open_seats(showing_with_stretches)
    page.get_by_label("How many").select_option("3")
    page.get_by_role("button", name="Find the best seats").click()
    expect(page.locator(".chosen li")).to_have_count(3)
    expect(page.locator("#announcer")).to_have_text(re.compile(r"^Row \w+, seats \d+, \d+ and \d+\. 3 of 10 seats chosen, total .+"))
    expect(page.locator("#seat-map input:checked")).to_have_count(3)
    buyer.go_to_payment()


def test_seats_are_found_with_the_keyboard_alone(buyer, page, showing_with_stretches):
    buyer.open_seats(showing_with_stretches)
    buyer.tab_to(page.get_by_label("How many"))
    page.keyboard.press("ArrowDown")
    buyer.tab_to(page.get_by_role("button", name="Find the best seats"))
    page.keyboard.press("Enter")
    expect(page.locator(".chosen li")).to_have_count(3)
    expect(page.get_by_role("button", name="Find the best seats")).to_be_focused()
    buyer.tab_to(page.get_by_role("button", name="List"))
    page.keyboard.press("Enter")
    buyer.tab_to(page.locator("#seat-list summary").first)
    page.keyboard.press("Enter")
    buyer.tab_to(page.locator("#seat-list input").first)
    page.keyboard.press("Space")
    expect(page.locator(".chosen li")).to_have_count(4)
    buyer.tab_to(page.get_by_role("button", name="Continue to payment"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Payment")).to_be_visible()


def test_where_so_many_are_not_side_by_side_the_page_says_so_and_offers_the_closest(buyer, page, cinema):
    # Every third seat is taken by somebody, so that no three are side by side; in a small room those are soon taken.
    showing = cinema.new_showing(lambda room: 20 <= len(room.seats) <= 60)
    taken = [seat["label"] for seat in cinema.room(showing).seats if seat["column"] % 3 == 0]
    for start in range(0, len(taken), 10):
        cinema.hold(showing, *taken[start:start + 10])
    buyer.open_seats(showing)
    page.get_by_label("How many").select_option("4")
    page.get_by_role("button", name="Find the best seats").click()
    expect(page.get_by_text("There are no 4 seats side by side.")).to_be_visible()
    expect(page.locator(".chosen li")).to_have_count(0)
    page.get_by_role("button", name="Take these").click()
    expect(page.locator(".chosen li")).to_have_count(4)
    expect(page.locator(".finder-answer")).to_be_empty()


@pytest.fixture
def accessible_showing(cinema):
    """In a room with a wheelchair space and a companion seat beside it."""
    return cinema.new_showing(lambda room: room.has("wheelchair", "companion"))


def test_a_wheelchair_space_comes_with_the_companion_seat_beside_it(buyer, page, accessible_showing):
    buyer.open_seats(accessible_showing)
    page.locator('#seat-map input[data-kind="wheelchair"]').first.check()
    page.get_by_role("button", name="Add the companion seat beside it").click()
    expect(page.locator(".chosen li")).to_have_count(2)
    expect(page.locator('#seat-map [data-kind="companion"]:checked')).to_have_count(1)
    expect(page.get_by_role("button", name="Add the companion seat beside it")).to_have_count(0)


def test_wheelchair_spaces_are_found_for_those_who_ask_and_for_nobody_else(buyer, page, accessible_showing):
    buyer.open_seats(accessible_showing)
    page.get_by_role("button", name="Find the best seats").click()
    chosen = page.locator("#seat-map input:checked")
    expect(chosen).to_have_count(2)
    assert chosen.evaluate_all("all => all.map(one => one.dataset.kind)") == ["seat", "seat"]
    page.get_by_label("One of us uses a wheelchair").check()
    page.get_by_role("button", name="Find the best seats").click()
    expect(page.locator('#seat-map [data-kind="wheelchair"]:checked')).to_have_count(1)
    expect(page.locator('#seat-map [data-kind="companion"]:checked')).to_have_count(1)


def sizes(page) -> list[float]:
    return page.eval_on_selector_all("#seat-map .seats .seat", "all => all.flatMap(one => [one.getBoundingClientRect().width, one.getBoundingClientRect().height])")


def pinch(page, start: int, end: int) -> None:
    """Two fingers on the plan move from so many pixels apart to so many."""
    session = page.context.new_cdp_session(page)
    box = page.locator(".seat-scroller").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for kind, apart in (("touchStart", start), ("touchMove", (start + end) / 2), ("touchMove", end)):
        points = [{"x": x - apart / 2, "y": y, "id": 0}, {"x": x + apart / 2, "y": y, "id": 1}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.fixture
def phone_buyer(new_page, cinema):
    return Buyer(new_page(**PHONE), cinema)


def test_at_320_pixels_seats_are_chosen_by_touch_and_the_plan_grows_under_two_fingers(phone_buyer, cinema):
    page, showing = phone_buyer.page, cinema.large_room()
    phone_buyer.open_seats(showing)
    expect(page.locator("#seat-map .seats .seat")).to_have_count(640)
    assert min(sizes(page)) >= 24
    before = sizes(page)[0]
    page.locator(".seat-scroller").scroll_into_view_if_needed()
    pinch(page, 80, 160)
    assert sizes(page)[0] > 1.5 * before
    assert page.evaluate("visualViewport.scale") == 1
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    phone_buyer.seat("B12").tap()
    expect(phone_buyer.seat("B12")).to_be_checked()
    pinch(page, 160, 20)
    assert sizes(page)[0] == pytest.approx(before)
    expect(page.get_by_role("button", name="Make the plan smaller")).to_have_attribute("aria-disabled", "true")
    phone_buyer.go_to_payment()


def test_buttons_make_the_plan_larger_around_its_middle(phone_buyer, cinema):
    page = phone_buyer.page
    phone_buyer.open_seats(cinema.large_room())
    expect(page.locator("#seat-map .seats .seat")).to_have_count(640)
    larger, smaller = (page.get_by_role("button", name=f"Make the plan {name}") for name in ("larger", "smaller"))
    before = sizes(page)[0]
    while larger.get_attribute("aria-disabled") != "true":
        larger.tap()
        assert min(sizes(page)) > before
    assert page.evaluate("""() => {
        const box = document.querySelector(".seat-scroller");
        return Math.abs((box.scrollLeft + box.clientWidth / 2) / box.scrollWidth - 0.5);
    }""") < 0.05
    while smaller.get_attribute("aria-disabled") != "true":
        smaller.tap()
    assert sizes(page)[0] == pytest.approx(before)

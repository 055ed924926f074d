"""The plan of the room, with the keyboard, with other buyers around, and while the booking API is away."""

import pytest
from playwright.sync_api import expect

from buyer import Buyer


@pytest.fixture
def rows(cinema, showing):
    return cinema.layout(showing)["rows"]


def labels(row) -> list[str]:
    return [seat["label"] for seat in row["seats"]]


def test_the_room_is_one_tab_stop_and_keeps_its_place(buyer, page, showing, rows):
    buyer.open_seats(showing)
    buyer.seat(labels(rows[0])[0]).focus()
    page.keyboard.press("ArrowRight")
    assert buyer.focused_seat == labels(rows[0])[1]
    page.keyboard.press("Tab")
    assert buyer.focused_seat == ""
    page.keyboard.press("Shift+Tab")
    assert buyer.focused_seat == labels(rows[0])[1]


def test_arrows_go_by_position_and_stop_at_the_walls(buyer, page, showing, rows):
    buyer.open_seats(showing)
    first = rows[0]["seats"][0]
    buyer.seat(first["label"]).focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowUp")
    assert buyer.focused_seat == first["label"]
    page.keyboard.press("ArrowDown")
    nearest = min(rows[1]["seats"], key=lambda seat: abs(seat["column"] - first["column"]))
    assert buyer.focused_seat == nearest["label"]


def test_home_end_and_page_keys_jump(buyer, page, showing, rows):
    buyer.open_seats(showing)
    buyer.seat(labels(rows[1])[1]).focus()
    jumps = {"End": labels(rows[1])[-1], "Home": labels(rows[1])[0], "Control+End": labels(rows[-1])[-1], "Control+Home": labels(rows[0])[0]}
    for key, label in jumps.items():
        page.keyboard.press(key)
        assert buyer.focused_seat == label, key
    page.keyboard.press("PageDown")
    assert buyer.focused_seat in labels(rows[min(5, len(rows) - 1)])


def test_the_space_bar_chooses_and_enter_does_not_send(buyer, page, showing, rows):
    buyer.open_seats(showing)
    seat = labels(rows[0])[0]
    buyer.seat(seat).focus()
    page.keyboard.press("Space")
    expect(buyer.seat(seat)).to_be_checked()
    expect(page.locator("#announcer")).to_contain_text("seats chosen, total")
    page.keyboard.press("Enter")
    expect(page).to_have_url(page.url)
    expect(buyer.seat(seat)).to_be_checked()


def test_each_seat_says_what_it_is(buyer, page, showing, rows):
    buyer.open_seats(showing)
    kinds = {"seat": "", "wheelchair": "wheelchair space", "companion": "companion seat"}
    for row in rows:
        for seat in row["seats"]:
            name = buyer.seat(seat["label"]).get_attribute("aria-label")
            assert name.startswith(f"Row {row['label']}, seat {seat['label'].removeprefix(row['label'])}, ")
            assert name.endswith(", available") and kinds[seat["kind"]] in name


def test_a_seat_that_another_buyer_keeps_can_be_reached_but_not_chosen(buyer, page, cinema, showing, rows):
    seat = labels(rows[0])[1]
    cinema.hold(showing, seat)
    buyer.open_seats(showing)
    buyer.seat(labels(rows[0])[0]).focus()
    page.keyboard.press("ArrowRight")
    assert buyer.focused_seat == seat
    expect(buyer.seat(seat)).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("Space")
    expect(buyer.seat(seat)).not_to_be_checked()
    expect(page.locator("#announcer")).to_contain_text("kept for someone else")


def test_states_are_told_by_signs_where_the_reader_has_chosen_all_colours(new_page, cinema, showing, rows):
    buyer = Buyer(new_page(forced_colors="active"), cinema)
    chosen, held, free = labels(rows[-1])[:3]
    cinema.hold(showing, held)
    buyer.open_seats(showing)
    buyer.choose(chosen)
    signs = {label: buyer.seat(label).evaluate("seat => getComputedStyle(seat, '::before').content") for label in (chosen, held, free)}
    assert signs[chosen] == '"✓"' and signs[held] == '"…"' and signs[free] not in (signs[chosen], signs[held])


def test_who_comes_second_is_told_which_seat_is_lost_and_keeps_the_rest(buyer, page, cinema, showing, rows):
    lost, kept = labels(rows[0])[:2]
    # The page must not learn it from others: it learns it from the answer to its own hold.
    page.route_web_socket("**/v1/showtimes/*/live", lambda socket: socket.close())
    buyer.open_seats(showing)
    buyer.choose(lost, kept)
    page.route("**/v1/showtimes/*/seats", lambda route: route.abort())
    cinema.hold(showing, lost)
    go_on = page.get_by_role("button", name="Continue to payment")
    go_on.focus()
    page.keyboard.press("Enter")
    expect(buyer.notice).to_contain_text("Someone else was faster: Row")
    expect(buyer.seat(lost)).not_to_be_checked()
    expect(buyer.seat(kept)).to_be_checked()
    expect(go_on).to_be_focused()
    buyer.go_to_payment()
    expect(page.locator("#order-seats")).to_contain_text(kept)


def test_a_seat_taken_meanwhile_leaves_the_choice_by_itself(buyer, page, cinema, showing, rows):
    seat = labels(rows[0])[0]
    buyer.open_seats(showing)
    buyer.choose(seat)
    cinema.hold(showing, seat)
    expect(buyer.seat(seat)).to_have_attribute("data-state", "held")
    expect(buyer.notice).to_contain_text("Someone else was faster")


def test_the_ticket_type_changes_price_and_total(buyer, page, cinema, showing, rows):
    buyer.open_seats(showing)
    buyer.choose(labels(rows[0])[0])
    total = page.locator("#choice .total strong")
    before = total.text_content()
    select = page.get_by_label("Ticket for Row")
    assert select.locator("option").count() > 1
    select.focus()
    page.keyboard.press("ArrowDown")
    expect(total).not_to_have_text(before)
    expect(select).to_be_focused()


def test_the_room_and_prices_stay_while_booking_is_away_and_it_comes_back_by_itself(buyer, page, cinema, showing):
    cinema.api_server.stop()
    try:
        page.goto(showing.path)
        expect(page.get_by_text("Booking cannot be reached at the moment").first).to_be_visible()
        expect(page.locator('#seat-map input[data-state="unknown"]').first).to_be_visible()
        expect(page.get_by_role("heading", name="Prices")).to_be_visible()
    finally:
        cinema.api_server.start()
    expect(buyer.free_seats.first).to_be_visible()
    expect(page.locator("#booking-status")).to_be_hidden()

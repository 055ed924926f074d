"""No way to choose seats breaks a rule of WCAG 2.2 AA that axe can check, nor the loss of one, nor an API that is away."""

from playwright.sync_api import expect

from accessibility import expect_accessible
from buyer import Buyer
from test_accessibility import looks


@looks
def test_each_way_to_choose_seats(scheme, width, new_page, cinema):
    showing = cinema.new_showing(lambda room: room.has("wheelchair") and len(room.labels()) >= 12)
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 800}, reduced_motion="reduce")
    buyer = Buyer(page, cinema)

    [lost] = cinema.seats(showing, 1)
    page.route_web_socket("**/v1/showtimes/*/live", lambda socket: socket.close())
    page.route("**/v1/showtimes/*/seats", lambda route: route.abort())
    page.goto(showing.path)
    expect(page.get_by_text("Booking cannot be reached at the moment").first).to_be_visible()
    expect_accessible(page)
    page.unroute("**/v1/showtimes/*/seats")
    expect(buyer.free_seats.first).to_be_visible()
    buyer.choose(lost)
    page.locator('#seat-map input[data-kind="wheelchair"]').first.check()
    page.get_by_role("button", name="Make the plan larger").click()
    expect_accessible(page)
    cinema.hold(showing, lost)
    expect(buyer.notice.get_by_role("button")).to_be_visible()
    expect_accessible(page)
    page.get_by_label("How many").select_option("10")
    page.get_by_role("button", name="Find the best seats").click()
    page.get_by_role("button", name="List").click()
    page.locator("#seat-list summary").first.click()
    expect_accessible(page)

"""What a first visit loads, compressed as hosts do it, without pictures of films."""

import gzip

import pytest

from buyer import Buyer
from page_kinds import KINDS, address

PAGE, SEAT_PAGE = 45_000, 65_000
REQUESTS = 5
BOOKING_KINDS = ["showtime", "checkout", "tickets"]


@pytest.fixture
def loaded(new_page, cinema):
    """Opens a page of a kind and answers with what came from the site for it."""

    def load(kind):
        page, answers = new_page(), []
        page.on("response", lambda response: answers.append(response) if response.url.startswith(cinema.site) else None)
        page.goto(address(kind, cinema).split("?")[0], wait_until="networkidle")
        return [answer for answer in answers if "/posters/" not in answer.url]

    return load


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_stays_light(kind, loaded, record_property):
    sizes = {answer.url: len(gzip.compress(answer.body(), 9)) for answer in loaded(kind)}
    record_property("bytes", sum(sizes.values()))
    assert sum(sizes.values()) <= (SEAT_PAGE if kind == "showtime" else PAGE), sizes


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in BOOKING_KINDS])
def test_a_page_of_the_programme_needs_few_requests(kind, loaded):
    assert len(loaded(kind)) <= REQUESTS


@pytest.mark.parametrize("kind", BOOKING_KINDS)
def test_every_module_is_announced_in_the_page(kind, new_page, cinema):
    """Else the browser finds out about a module only after it has read the one that imports it."""
    page, modules = new_page(), []
    page.on("response", lambda response: modules.append(response.url) if response.url.endswith(".js") else None)
    page.goto(address(kind, cinema), wait_until="networkidle")
    announced = page.eval_on_selector_all("link[rel=modulepreload], script[type=module]", "all => all.map(one => one.href || one.src)")
    assert sorted(set(modules)) == sorted(announced)


def test_choosing_a_seat_waits_for_nothing(new_page, cinema, showing):
    """The seat shows that it is chosen, and the total what it costs, before the click returns: no answer is waited for."""
    page = new_page()
    buyer = Buyer(page, cinema)
    buyer.open_seats(showing)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    is_checked, total = page.evaluate("""() => {
        const seat = document.querySelector('#seat-map [data-state="available"]');
        seat.click();
        return [seat.checked, document.querySelector("#choice .total strong")?.textContent ?? ""];
    }""")
    assert is_checked and any(sign.isdigit() for sign in total)
    assert asked == []

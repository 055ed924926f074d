"""What a first visit loads, compressed as hosts do it, without pictures of films."""

import gzip

import pytest

from buyer import Buyer
from page_kinds import KINDS, address

PAGE, SEAT_PAGE = 45_000, 65_000
REQUESTS, BOOKING_REQUESTS = 5, 12
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
def test_a_page_of_the_booking_needs_few_requests(kind, loaded):
    """A phone on a slow line asks for six things at a time, and all that a page needs is there after two such rounds."""
    assert len(answers := loaded(kind)) <= BOOKING_REQUESTS, [answer.url for answer in answers]


def test_the_room_is_asked_for_by_the_page_and_loaded_once(new_page, cinema, showing):
    """Not only by the script, which is there a round later; and the script has to ask in the same way, or asks anew."""
    assert f'<link rel="preload" as="fetch" href="/data/layouts/{showing.layout}.json" crossorigin>' in cinema.html(showing.path)
    page, asked = new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    Buyer(page, cinema).open_seats(showing)
    assert len([url for url in asked if "/data/layouts/" in url]) == 1


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

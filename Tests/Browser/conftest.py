"""What every test can ask for: the cinema, a browser's page, a buyer in front of it."""

import math
import time
from contextlib import contextmanager

import pytest
from playwright.sync_api import Error, expect, sync_playwright

from buyer import Buyer
from cinema import Cinema
from line import Line
from programs import chromium

#: What is waited for comes within a second or two; who waits this long waits in vain, however busy the machine is.
PATIENCE_SECONDS = 60
expect.set_options(timeout=PATIENCE_SECONDS * 1000)


@pytest.fixture(scope="session")
def cinema(tmp_path_factory):
    with opened_cinema(tmp_path_factory.mktemp("cinema")) as cinema:
        yield cinema


@contextmanager
def opened_cinema(folder, *api_options, **places):
    """For tests that need one of their own, with other options of the booking API or another way to it."""
    cinema = Cinema(folder, *api_options, **places)
    try:
        cinema.open()
        yield cinema
    finally:
        cinema.close()


@pytest.fixture(scope="session")
def pace(browser, cinema) -> float:
    """How many seconds a buyer needs on this machine from the plan to the form of the payment."""
    with opened_pages(browser, cinema) as new_page:
        buyer, showing = Buyer(new_page(), cinema), cinema.new_showing()
        started = time.monotonic()
        buyer.begin_payment(showing, *cinema.seats(showing, 1))
        return time.monotonic() - started


@pytest.fixture(scope="session")
def brief_hold(pace) -> int:
    """Seconds that a hold lasts where tests wait for its end: enough for what they do before, even at this pace."""
    return min(PATIENCE_SECONDS - 15, max(12, math.ceil(8 * pace)))


@pytest.fixture(scope="module")
def line():
    line = Line()
    yield line
    line.close()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser, cinema):
    """Opens pages of one test; when it ends, none of them may have complained."""
    with opened_pages(browser, cinema) as new_page:
        yield new_page


@contextmanager
def opened_pages(browser, cinema):
    contexts, complaints = [], []

    def watch(page):
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on("console", lambda message: complaints.append(f"{page.url}: {message.text}") if is_fault(message) else None)

    def new_page(**options):
        context = browser.new_context(base_url=cinema.site, **options)
        context.set_default_timeout(PATIENCE_SECONDS * 1000)
        contexts.append(context)
        context.on("page", watch)
        return context.new_page()

    yield new_page
    heard = list(complaints)
    for context in contexts:
        close(context)
    assert heard == []


def close(context):
    """Closes a context once none of its pages is on its way to another: of one that is, Chromium may lose the call, and nobody
    is ever answered (https://github.com/microsoft/playwright/issues/42366)."""
    for page in context.pages:
        come_to_rest(page)
    context.close()


def come_to_rest(page):
    """Leaves for an empty page, from which nothing leads on."""
    for _ in range(10):
        try:
            page.goto("about:blank")
            return
        except Error:
            # It had set out for another page itself, and is there next.
            continue


#: What a test that takes the network away has asked for.
NO_NETWORK = ("net::ERR_INTERNET_DISCONNECTED", "net::ERR_CONNECTION_REFUSED")


def is_fault(message) -> bool:
    """Chromium reports every answer that is no success; an answer of the API is for the page to tell the reader."""
    url = message.location.get("url", "")
    # The page of the simulated bank has no icon.
    is_answer = "/v1/" in url or "/v1/" in message.text or url.endswith("/favicon.ico") or message.text.endswith(NO_NETWORK)
    return message.type in ("error", "warning") and not is_answer


@pytest.fixture
def page(new_page):
    return new_page(viewport={"width": 1280, "height": 900})


@pytest.fixture
def showing(cinema):
    return cinema.new_showing()


@pytest.fixture
def buyer(page, cinema):
    return Buyer(page, cinema)

"""A moviegoer at the browser."""

import re
from datetime import date

from playwright.sync_api import Locator, Page, expect

VALID_CARD = "4242 4242 4242 4242"
NO_MONEY_CARD = "4000 0000 0000 9995"
EXPIRY = f"12/{(date.today().year + 3) % 100:02}"


class Buyer:
    def __init__(self, page: Page, cinema):
        self._page, self.cinema = page, cinema

    @property
    def page(self) -> Page:
        """The tab, brought to the front as who looks at it does: a browser lets those behind draw once a second."""
        self._page.bring_to_front()
        return self._page

    def open_seats(self, showing) -> None:
        self.page.goto(showing.path)
        expect(self.free_seats.first).to_be_visible()

    def expect_connection(self, way: str, **options) -> None:
        """`live` through the WebSocket, `polling` while there is none, `none` if the API is away."""
        expect(self.page.locator("#seat-map")).to_have_attribute("data-connection", way, **options)

    def expect_state(self, state: str, *labels: str, **options) -> None:
        for label in labels:
            expect(self.seat(label)).to_have_attribute("data-state", state, **options)

    @property
    def notice(self) -> Locator:
        """What is said of the choice, beside the way on."""
        return self.page.locator(".choice-notice")

    @property
    def free_seats(self) -> Locator:
        return self.page.locator('#seat-map input[data-state="available"]')

    def seat(self, label: str) -> Locator:
        return self.page.locator(f'#seat-map [data-seat="{label}"]')

    def choose(self, *labels: str) -> None:
        for label in labels:
            self.seat(label).check()

    def go_to_payment(self) -> None:
        self.page.get_by_role("button", name="Continue to payment").click()
        expect(self.page.get_by_role("heading", level=1, name="Payment")).to_be_visible()
        expect(self.page.get_by_role("button", name=re.compile("^Pay "))).to_be_visible()

    def fill_details(self, card: str = VALID_CARD) -> None:
        self.page.get_by_label("Name").fill("Ana Prucnal")
        self.page.get_by_label("E-mail").fill("ana@example.org")
        self.page.get_by_label("Card number").fill(card)
        self.page.get_by_label("Expires").fill(EXPIRY)
        self.page.get_by_label("Security code").fill("123")

    def pay(self) -> None:
        self.page.get_by_role("button", name=re.compile("^Pay ")).click()

    def expect_tickets(self, *labels: str) -> None:
        expect(self.page.get_by_role("heading", level=1, name="Your tickets")).to_be_visible()
        for label in labels:
            code = self.page.get_by_role("img", name=f"QR code of the ticket for seat {label}")
            expect(code).to_be_visible()
            expect(code).to_have_js_property("complete", True)
            assert code.evaluate("image => image.naturalWidth") > 0

    def buy(self, showing, *labels: str) -> None:
        self.begin_payment(showing, *labels)
        self.fill_details()
        self.pay()
        self.expect_tickets(*labels)

    def begin_payment(self, showing, *labels: str) -> None:
        """All the way to the form of the payment."""
        self.open_seats(showing)
        self.choose(*labels)
        self.go_to_payment()

    @property
    def hold(self) -> str:
        return self.page.url.split("#")[1]

    @property
    def error_summary(self) -> Locator:
        return self.page.locator("#error-summary")

    @property
    def keep_bar(self) -> Locator:
        return self.page.locator("#keep-bar")

    @property
    def focused_seat(self) -> str:
        return self.page.evaluate("document.activeElement.dataset.seat ?? ''")

    def tab_to(self, locator: Locator, most: int = 200) -> None:
        """Presses Tab until the focus is there, as who has no mouse does."""
        expect(locator).to_be_attached()
        for _ in range(most):
            if locator.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{locator} is not reached with {most} presses of Tab")

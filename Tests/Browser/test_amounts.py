"""What is asked for and what is shown: the amounts of every currency, from the document to the ticket."""

import json
import re
import urllib.request
from datetime import datetime, timedelta, timezone

import pytest
from playwright.sync_api import expect

from buyer import Buyer
from cinema import Showing
from conftest import opened_cinema, opened_pages

#: ISO 4217, list one: the minor unit of each currency that has one, by digits.
ISO_4217 = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    2: "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP "
       "COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR "
       "JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN "
       "NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL "
       "THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}
DIGITS = {code: digits for digits, codes in ISO_4217.items() for code in codes.split()}
SIGNS = {"EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥"}
#: In whole units. The second has a smaller part where there is one.
ADULT, CHILD = 12_500, 7


def written(code: str, units: int, minor: int = 0) -> str:
    decimals = f".{minor:0{DIGITS[code]}}" if DIGITS[code] else ""
    return f"{SIGNS.get(code, code + chr(0xA0))}{units:,}{decimals}"


def child(code: str) -> tuple[str, int]:
    """As a document has it, and in minor units: 7.05, 7.005, 7."""
    decimals = "." + "5".rjust(DIGITS[code], "0") if DIGITS[code] else ""
    return f"{CHILD}{decimals}", CHILD * 10 ** DIGITS[code] + (5 if DIGITS[code] else 0)


def document() -> str:
    starts = datetime.now(timezone.utc).replace(hour=12, minute=0) + timedelta(days=4)
    lists = [{"id": code, "currency": code, "prices": {"adult": ADULT, "child": "CHILD" + code}} for code in DIGITS]
    showtimes = [
        {"id": code.lower(), "movie": "money", "auditorium": "vault", "prices": code,
         "starts": (starts + timedelta(hours=3 * number)).strftime("%Y-%m-%d %H:%M")}
        for number, code in enumerate(DIGITS)]
    text = json.dumps({
        "marquee": 1, "currency": "EUR",
        "ticketTypes": [{"id": "adult", "name": "Adult"}, {"id": "child", "name": "Child"}], "priceLists": lists,
        "theaters": [{"id": "bank", "name": "The Bank", "timeZone": "Europe/Paris", "city": "Zug",
                      "auditoriums": [{"id": "vault", "name": "Vault", "plan": "A  ss\nB  ss"}]}],
        "movies": [{"id": "money", "title": "L'Argent", "runtime": 85}], "showtimes": showtimes})
    return re.sub(r'"CHILD([A-Z]{3})"', lambda found: child(found[1])[0], text)


@pytest.fixture(scope="module")
def bank(tmp_path_factory):
    with opened_cinema(tmp_path_factory.mktemp("bank"), document=document()) as cinema:
        yield cinema


@pytest.fixture
def page(browser, bank):
    with opened_pages(browser, bank) as new_page:
        yield new_page()


def post(url: str, body: dict) -> dict:
    request = urllib.request.Request(url, json.dumps(body).encode(), {
        "Content-Type": "application/json", "Idempotency-Key": f"amounts-{hash(url + str(body))}"})
    with urllib.request.urlopen(request) as response:
        return json.load(response)


def order(bank, code: str) -> dict:
    seats = [{"seat": "A1", "ticketType": "adult"}, {"seat": "A2", "ticketType": "child"}]
    hold = post(f"{bank.api}/v1/holds", {"showtime": code.lower(), "seats": seats})
    assert hold["seats"][0]["price"]["amount"] == ADULT * 10 ** DIGITS[code], code
    return post(f"{bank.api}/v1/holds/{hold['id']}/payment", {
        "name": "Robert Bresson", "email": "robert@example.org", "payment": {"method": "pm_card_visa"}})["order"]


FORMAT = """async moneys => {
    const home = document.querySelector('script[src$="/page.js"]').src;
    const { formatted } = await import(new URL("../booking/money.js", home));
    return moneys.map(formatted);
}"""


def test_every_currency_reads_the_same_on_page_ticket_and_paper(bank, page):
    """What scripts write is asked of their one function for money, which all pages use."""
    orders = {code: order(bank, code) for code in DIGITS}
    page.goto("/tickets/")
    totals = page.evaluate(FORMAT, [one["total"] for one in orders.values()])
    prices = page.evaluate(FORMAT, [one["tickets"][1]["price"] for one in orders.values()])
    for (code, one), total, price in zip(orders.items(), totals, prices):
        part = 5 if DIGITS[code] else 0
        assert one["tickets"][1]["price"]["amount"] == child(code)[1], code
        assert total == written(code, ADULT + CHILD, part), code
        assert price == written(code, CHILD, part), code
        seat_page = bank.html(f"/showtimes/{code.lower()}/")
        assert f"<td>{written(code, ADULT)}</td>" in seat_page and f"<td>{price}</td>" in seat_page, code
        with urllib.request.urlopen(f"{bank.api}/v1/orders/{one['id']}.html") as printed:
            assert total in (text := printed.read().decode()) and price in text, code


@pytest.mark.parametrize("code", ["HUF", "IQD", "JPY", "BHD", "CLF", "UYW", "IDR", "EUR"])
def test_a_buyer_sees_one_amount_from_the_plan_to_the_ticket(code, bank, page):
    buyer, price = Buyer(page, bank), written(code, ADULT)
    buyer.open_seats(Showing(code.lower(), "money", ""))
    expect(page.locator(".prices")).to_contain_text(price)
    expect(page.locator(".legend")).to_contain_text(f"Standard {price}")
    expect(buyer.seat("B1")).to_have_attribute("aria-label", re.compile(re.escape(price)))
    buyer.choose("B1")
    expect(page.locator("#choice .total strong")).to_have_text(price)
    expect(page.locator("#choice .chosen-price")).to_have_text(price)
    buyer.go_to_payment()
    expect(page.locator("#order-total")).to_have_text(price)
    expect(page.locator("#order-seats")).to_contain_text(price)
    expect(page.locator("#pay")).to_have_text(f"Pay {price}")
    buyer.fill_details()
    buyer.pay()
    buyer.expect_tickets("B1")
    expect(page.locator(".order .lead")).to_contain_text(price)
    expect(page.locator(".ticket")).to_contain_text(price)
    # Some time after the showing its page is gone, and the amount still reads the same.
    page.route("**/showtimes/**", lambda route: route.fulfill(body="Moved.", content_type="text/html"))
    page.evaluate("localStorage.clear()")
    page.reload()
    expect(page.locator(".order .lead")).to_contain_text(price)

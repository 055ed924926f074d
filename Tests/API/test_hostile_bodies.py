"""Bodies that no good client sends. Each is refused by the right code, and nothing comes of it."""

import json
import sqlite3
from datetime import date

import pytest

from client import Client, hold_body, payment_body

NESTED = 100_000


@pytest.fixture
def seats_stay_free(server, showing):
    """Whatever the test sends, no seat of its showing is taken by it."""
    yield
    with Client(server.port) as other:
        answer = other.ask("GET", f"/v1/showtimes/{showing.id}/seats")
    assert (answer.json["held"], answer.json["sold"]) == ([], [])


@pytest.mark.usefixtures("seats_stay_free")
class TestNewHold:
    @pytest.mark.parametrize("body", [
        b"", b"{", b"}", b"nonsense", b'{"showtime":', b"[1,2", b"\x00", b'{"showtime":"a","seats":[]}trailing',
        b"\xef\xbb\xbf{", b"{'showtime':'a'}", b'{"showtime":NaN,"seats":[]}', b"{" * NESTED, b"[" * 60_000,
    ], ids=lambda body: repr(body)[:20])
    def test_what_is_no_json_is_malformed(self, client, body):
        answer = client.ask("POST", "/v1/holds", body)
        if len(body) > 65536:
            assert (answer.status, answer.code) == (413, "body_too_large")
        else:
            assert (answer.status, answer.code) == (400, "invalid_request")

    @pytest.mark.parametrize("depth", [400, 1_000, 10_000, 20_000])
    def test_deep_nesting_is_no_danger(self, client, showing, depth):
        deep = f'{{"showtime":"{showing.id}","seats":[{"[" * depth}{"]" * depth}]}}'.encode()
        answer = client.ask("POST", "/v1/holds", deep)
        assert answer.status in (400, 422) and answer.code == "invalid_request"

    @pytest.mark.parametrize("depth", [400, 20_000])
    def test_deep_nesting_in_a_field_that_nobody_reads_is_no_danger(self, client, showing, depth):
        body = json.dumps(hold_body(showing, "ZZ9")).encode()
        deep = body[:-1] + b',"x":' + b"[" * depth + b"]" * depth + b"}"
        assert client.ask("POST", "/v1/holds", deep).code in ("unknown_seat", "invalid_request")

    def test_a_hundred_thousand_brackets_are_too_many(self, client):
        answer = client.ask("POST", "/v1/holds", b'{"seats":' + b"[" * NESTED)
        assert (answer.status, answer.code) == (413, "body_too_large")

    @pytest.mark.parametrize("value", [None, True, 0, -1, 1.5, 2**70, [], {}, [[]], [None]])
    @pytest.mark.parametrize("field", ["showtime", "seats", "seat", "ticketType"])
    def test_wrong_types_are_named(self, client, showing, field, value):
        body = hold_body(showing, showing.seats[0])
        (body["seats"][0] if field in ("seat", "ticketType") else body)[field] = value
        answer = client.ask("POST", "/v1/holds", body)
        assert (answer.status, answer.code) == (422, "invalid_request")
        assert field in answer.json["detail"] or "seat" in answer.json["detail"]

    @pytest.mark.parametrize("missing", ["showtime", "seats", "seat", "ticketType"])
    def test_missing_fields_are_named(self, client, showing, missing):
        body = hold_body(showing, showing.seats[0])
        del (body["seats"][0] if missing in ("seat", "ticketType") else body)[missing]
        answer = client.ask("POST", "/v1/holds", body)
        assert (answer.status, answer.code) == (422, "invalid_request") and missing in answer.json["detail"]

    @pytest.mark.parametrize("body", [b"null", b"[]", b'"text"', b"1", b"true", b"{}"])
    def test_json_that_is_no_hold_is_not_valid(self, client, body):
        answer = client.ask("POST", "/v1/holds", body)
        assert (answer.status, answer.code) == (422, "invalid_request")

    def test_the_same_seat_twice_is_refused(self, client, showing):
        answer = client.hold(showing, showing.seats[0], showing.seats[0])
        assert (answer.status, answer.code) == (422, "invalid_request")

    def test_ten_thousand_seats_are_refused(self, client, showing):
        body = {"showtime": showing.id, "seats": [{"seat": "A1", "ticketType": "a"}] * 1_500}
        assert client.ask("POST", "/v1/holds", body).code == "too_many_seats"
        body["seats"] *= 7
        assert client.ask("POST", "/v1/holds", body).code == "body_too_large"

    def test_unknown_seats_are_named(self, client, showing):
        answer = client.hold(showing, showing.seats[0], "ZZ9", "A0", "A01", " A1", "a1")
        assert (answer.status, answer.code) == (422, "unknown_seat")
        assert answer.json["seats"] == ["ZZ9", "A0", "A01", " A1", "a1"]

    @pytest.mark.parametrize("text", [
        "' OR 1=1 --", "'; DROP TABLE claim; --", '" OR ""="', "A1\x00", "\x00", "%", "_", "A1' UNION SELECT 1 --",
        "../../etc/passwd", "\U0001f3ac", "\u202e1A", "a" * 20_000, "NULL", "",
    ])
    @pytest.mark.parametrize("field", ["showtime", "seat", "ticketType"])
    def test_sql_and_other_tricks_are_text(self, client, showing, field, text):
        body = hold_body(showing, showing.seats[0])
        (body if field == "showtime" else body["seats"][0])[field] = text
        answer = client.ask("POST", "/v1/holds", body)
        assert (answer.status, answer.code) == {
            "showtime": (404, "unknown_showtime"), "seat": (422, "unknown_seat"),
            "ticketType": (422, "unknown_ticket_type")}[field]

    @pytest.mark.parametrize("raw", [b"\xff\xfe", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"])
    def test_invalid_utf8_is_malformed(self, client, showing, raw):
        body = b'{"showtime":"' + raw + b'","seats":[{"seat":"A1","ticketType":"adult"}]}'
        answer = client.ask("POST", "/v1/holds", body)
        assert answer.status in (400, 404) and answer.code in ("invalid_request", "unknown_showtime")

    @pytest.mark.parametrize("escape", [r"\ud800", r"\udc00\ud800", r"\u0000", r"\uZZZZ", r"\x41"])
    def test_broken_escapes_are_no_danger(self, client, showing, escape):
        body = f'{{"showtime":"{escape}","seats":[{{"seat":"A1","ticketType":"adult"}}]}}'.encode()
        answer = client.ask("POST", "/v1/holds", body)
        assert answer.code in ("invalid_request", "unknown_showtime")

    @pytest.mark.parametrize("media_type", [
        "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml",
        "application", "/", "", "application/jsonx", "a" * 1000, "application/json, text/plain"])
    def test_another_media_type_is_refused(self, client, showing, media_type):
        answer = client.hold(showing, showing.seats[0], content_type=media_type)
        assert (answer.status, answer.code) == (415, "unsupported_media_type")


@pytest.mark.parametrize("media_type", ["application/json; charset=utf-8", "Application/JSON", "application/json;x=y"])
def test_parameters_and_case_of_the_media_type_do_not_matter(client, showing, media_type):
    assert client.hold(showing, showing.seats[0], content_type=media_type).status == 201


def test_unknown_fields_are_ignored(client, showing):
    body = hold_body(showing, showing.seats[0]) | {"price": 0, "id": "mine", "__proto__": {"sold": []}}
    body["seats"][0]["price"] = {"amount": 0, "currency": "EUR"}
    answer = client.ask("POST", "/v1/holds", body)
    assert answer.status == 201 and answer.json["total"]["amount"] > 0


def test_of_a_field_that_is_there_twice_one_counts_and_the_price_is_right(client, showing):
    seat = f'{{"seat":"{showing.seats[0]}","ticketType":"{showing.ticket_type}"}}'
    body = f'{{"showtime":"x","showtime":"{showing.id}","seats":[],"seats":[{seat}]}}'.encode()
    answer = client.ask("POST", "/v1/holds", body)
    assert answer.status in (201, 400, 404, 422)
    if answer.status == 201:
        assert answer.json["showtime"] == showing.id and answer.json["total"]["amount"] > 0


class TestPayment:
    @pytest.fixture
    def hold(self, client, showing):
        """A hold that is open before and after whatever the test sends."""
        hold = client.hold(showing, showing.seats[0]).json["id"]
        yield hold
        assert client.ask("GET", f"/v1/holds/{hold}").status == 200

    @pytest.mark.parametrize("field", ["name", "email"])
    @pytest.mark.parametrize("value", ["", " ", "\x00", "a\nb@example.org\r\nBcc: x", "x" * 300, None, 1, [], {}])
    def test_names_and_addresses_that_are_none_are_refused(self, client, hold, field, value):
        answer = client.ask("POST", f"/v1/holds/{hold}/payment", payment_body() | {field: value})
        assert (answer.status, answer.code) == (422, "invalid_request") and field in answer.json["detail"]

    @pytest.mark.parametrize("payment", [
        {}, [], None, "pm_card_visa", {"method": None, "card": None}, {"method": 1}, {"card": {}}, {"card": []},
        {"method": "pm_card_visa", "card": {"number": "4242424242424242", "expMonth": 1, "expYear": 2034, "cvc": "123"}},
        {"card": {"number": 4242424242424242, "expMonth": 12, "expYear": 2034, "cvc": "123"}},
        {"card": {"number": "4242424242424242", "expMonth": "12", "expYear": 2034, "cvc": "123"}},
        {"card": {"number": "4242424242424242", "expMonth": 12, "expYear": 2**70, "cvc": "123"}},
        {"card": {"number": "4242424242424242", "expMonth": 1.5, "expYear": 2034, "cvc": "123"}},
        {"card": {"number": "4242424242424242", "expMonth": 12, "expYear": 2034}},
    ])
    def test_what_is_no_way_to_pay_is_refused(self, client, hold, payment):
        answer = client.ask("POST", f"/v1/holds/{hold}/payment", payment_body() | {"payment": payment})
        assert (answer.status, answer.code) == (422, "invalid_request")

    @pytest.mark.parametrize("number", [b"1e400", b"-1e400", b"1e99", b"-0.0", b"99999999999999999999", b"0x10", b"+1"])
    def test_numbers_out_of_range_are_refused(self, client, hold, number):
        body = (b'{"name":"A","email":"a@example.org","payment":{"card":{"number":"4242424242424242","expMonth":'
                + number + b',"expYear":2034,"cvc":"123"}}}')
        answer = client.ask("POST", f"/v1/holds/{hold}/payment", body)
        assert answer.status in (400, 402, 422)
        assert answer.code in ("invalid_request", "payment_declined")

    @pytest.mark.parametrize("number, year, month, cvc", [
        ("4242424242424241", 2034, 12, "123"), ("4000000000000010", 2034, 12, "123"), ("", 2034, 12, "123"),
        ("0" * 60_000, 2034, 12, "123"), ("４２４２４２４２４２４２４２４２", 2034, 12, "123"),
        ("4242424242424242", 2034, 13, "123"), ("4242424242424242", 2034, -1, "123"),
        ("4242424242424242", -2034, 12, "123"), ("4242424242424242", 2**62, 12, "123"),
        ("4242424242424242", 2034, 12, "12"), ("4242424242424242", 2034, 12, "1" * 1000),
        ("4242424242424242", 2034, 12, "'--"), ("4242 4242 4242 4242\x00", 2034, 12, "123"),
    ])
    def test_cards_that_are_none_are_declined(self, client, hold, number, year, month, cvc):
        card = {"number": number, "expYear": year, "expMonth": month, "cvc": cvc}
        answer = client.ask("POST", f"/v1/holds/{hold}/payment", payment_body() | {"payment": {"card": card}})
        assert (answer.status, answer.code) == (402, "payment_declined") and answer.json["declineCode"]

    @pytest.mark.parametrize("method", ["", "pm_card_'; DROP TABLE payment; --", "PM_CARD_VISA", "x" * 30_000, "\x00"])
    def test_unknown_methods_are_declined(self, client, hold, method):
        answer = client.pay(hold, method)
        assert (answer.status, answer.json["declineCode"]) == (402, "resource_missing")


def test_sql_in_a_name_is_a_name(client, showing, server):
    name = "Robert'); DROP TABLE \"order\"; --"
    hold = client.hold(showing, showing.seats[0]).json["id"]
    answer = client.ask("POST", f"/v1/holds/{hold}/payment", payment_body() | {"name": name})
    assert answer.status == 201
    with sqlite3.connect(f"file:{server.store}?mode=ro", uri=True) as store:
        assert store.execute('SELECT count(*) FROM "order" WHERE name = ?', [name]).fetchone() == (1,)


def test_a_card_is_neither_stored_nor_logged(client, showing, server):
    number, cvc, name = "4000056655665556", "737", "Zebulon Quagmire"
    hold = client.hold(showing, showing.seats[0]).json["id"]
    card = {"number": number, "expYear": date.today().year + 3, "expMonth": 12, "cvc": cvc}
    body = {"name": name, "email": "zq@example.org", "payment": {"card": card}}
    answer = client.ask("POST", f"/v1/holds/{hold}/payment", body, idempotency_key=f"card-{hold}")
    assert answer.status == 201
    for path in server.store.parent.iterdir():
        content = path.read_bytes()
        assert number.encode() not in content, path
        if path == server.log:
            assert name.encode() not in content and hold.encode() not in content

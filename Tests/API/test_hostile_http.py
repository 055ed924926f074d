"""HTTP that no good client speaks. Each test hears the right refusal, or is hung up on; the server lives on."""

import json
import select
import socket

import pytest

from booking_api import BookingAPI
from client import Client, hold_body

CANARY = b"GET /v1/ticket-keys HTTP/1.1\r\nhost: x\r\n\r\n"
_CHUNKED = b"2\r\n{}\r\n0\r\n\r\n"

FRAMINGS = {
    **{f"te {codings!r}": ([f"transfer-encoding: {codings}"], _CHUNKED) for codings in (
        "gzip, chunked", "identity, chunked", ", chunked", "chunked,", "chunked, chunked", "chunked, gzip", "chunked;q=1",
        "\"chunked\"", "gzip", "identity", "xchunked", "chunked\x0b", "\x0bchunked", "x;y=z, chunked", ",", "gzip, , chunked")},
    "te empty": (["transfer-encoding:"], b""),
    "te empty and cl": (["transfer-encoding:", "content-length: 2"], b"{}"),
    "te in two lines": (["transfer-encoding: identity", "transfer-encoding: chunked"], _CHUNKED),
    "te twice": (["transfer-encoding: chunked", "transfer-encoding: chunked"], _CHUNKED),
    "te, empty line": (["transfer-encoding: chunked", "transfer-encoding:"], _CHUNKED),
    "te and cl": (["transfer-encoding: chunked", "content-length: 2"], _CHUNKED),
    "cl and te": (["content-length: 2", "transfer-encoding: chunked"], _CHUNKED),
    "te blank": (["transfer-encoding : chunked"], _CHUNKED),
    "te folded": (["transfer-encoding:\r\n chunked"], _CHUNKED),
    "te folded on": (["transfer-encoding: chunked\r\n , identity"], _CHUNKED),
    **{f"cl {length!r}": ([f"content-length: {length}"], b"{}") for length in (
        "+2", "-2", "0x2", "2.0", "2e0", "2 2", "2, 2", "2_0", "", "\x0b2", "18446744073709551618", "2;", "two")},
    "cl twice": (["content-length: 2", "content-length: 3"], b"{}"),
    "cl the same twice": (["content-length: 2", "Content-Length: 2"], b"{}"),
    "cl blank": (["content-length : 2"], b"{}"),
    "cl folded": (["content-length:\r\n 2"], b"{}"),
    "bare lf": (["x: y\ncontent-length: 2"], b"{}"),
    "bare cr": (["x: y\rcontent-length: 2"], b"{}"),
    "cr cr lf": (["x: y\r", "content-length: 2"], b"{}"),
    "nul": (["x: y\x00z", "content-length: 2"], b"{}"),
    "no colon": (["nonsense", "content-length: 2"], b"{}"),
}
"""Headers, and the body they might announce, that a proxy in front may read otherwise than we do."""

GOOD_FRAMINGS = {
    "chunked": (["transfer-encoding: chunked"], _CHUNKED),
    "large letters": (["Transfer-Encoding: CHUNKED"], _CHUNKED),
    "blanks": (["transfer-encoding: \t chunked"], _CHUNKED),
    "an extension": (["transfer-encoding: chunked"], b"2;a=b\r\n{}\r\n0\r\n\r\n"),
    "a trailer": (["transfer-encoding: chunked"], b"2\r\n{}\r\n0\r\nx: y\r\n\r\n"),
    "length": (["content-length: 2"], b"{}"),
    "zeros": (["content-length: 0002"], b"{}"),
    "blanks of a length": (["content-length:  2  "], b"{}"),
}


def raw(*lines: str, body: bytes = b"") -> bytes:
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def refused_or_cut(client: Client, *statuses: int) -> None:
    answer = client.answer()
    assert answer is None or answer.status in statuses, answer
    assert answer is None or answer.status < 500


def has_ended(connection: socket.socket) -> bool:
    """Whether the server has hung up on somebody who was never answered anything."""
    return bool(select.select([connection], [], [], 0)[0])


class TestBodies:
    def test_a_megabyte_is_refused(self, client):
        answer = client.ask("POST", "/v1/holds", b" " * 1_000_000)
        assert (answer.status, answer.code) == (413, "body_too_large")

    def test_a_megabyte_in_chunks_is_refused(self, client):
        client.send(raw("POST /v1/holds HTTP/1.1", "host: x", "content-type: application/json",
                        "transfer-encoding: chunked"))
        for _ in range(100):
            client.send(b"2710\r\n" + b" " * 10_000 + b"\r\n")
        client.send(b"0\r\n\r\n")
        answer = client.answer()
        assert (answer.status, answer.code) == (413, "body_too_large")

    def test_a_good_body_in_chunks_is_taken(self, client, showing):
        body = json.dumps(hold_body(showing, showing.seats[0])).encode()
        chunks = b"".join(b"%x\r\n%c\r\n" % (1, byte) for byte in body) + b"0\r\n\r\n"
        client.send(raw("POST /v1/holds HTTP/1.1", "host: x", "content-type: application/json",
                        "transfer-encoding: chunked", body=chunks))
        assert client.answer().status == 201

    def test_a_body_without_length_is_no_body(self, client):
        client.send(raw("POST /v1/holds HTTP/1.1", "host: x", "content-type: application/json"))
        answer = client.answer()
        assert (answer.status, answer.code) == (400, "invalid_request")

    def test_no_body_and_no_type_is_refused(self, client):
        client.send(raw("POST /v1/holds HTTP/1.1", "host: x"))
        assert client.answer().code == "unsupported_media_type"

    def test_a_length_beyond_the_limit_is_refused_at_once_though_nothing_follows(self, client):
        client.send(raw("POST /v1/holds HTTP/1.1", "host: x", "content-type: application/json",
                        "content-length: 1000000000"))
        answer = client.answer()
        assert (answer.status, answer.code) == (413, "body_too_large")
        assert client.is_closed

    @pytest.mark.parametrize("length", ["-1", "1e3", "99999999999999999999", "0x10", "1, 2", "abc"])
    def test_a_length_that_is_none_is_refused(self, client, length):
        client.send(raw("POST /v1/holds HTTP/1.1", "host: x", "content-type: application/json",
                        f"content-length: {length}", body=b"{}"))
        refused_or_cut(client, 400, 413)

    def test_a_length_beyond_the_limit_is_refused_before_it_is_sent(self, server):
        with Client(server.port) as client:
            client.send(raw("POST /v1/holds HTTP/1.1", "host: x", "content-type: application/json",
                            "content-length: 1000000000", body=b" " * 70_000))
            answer = client.answer()
            assert (answer.status, answer.code) == (413, "body_too_large")

    def test_a_client_that_hangs_up_in_its_body_harms_nobody(self, server):
        for _ in range(20):
            with Client(server.port) as client:
                client.send(raw("POST /v1/holds HTTP/1.1", "host: x", "content-type: application/json",
                                "content-length: 100", body=b'{"showtime":'))

    @pytest.mark.parametrize("chunks", [b"zz\r\n{}\r\n0\r\n\r\n", b"-1\r\n{}\r\n0\r\n\r\n", b"2\r\n{}XX0\r\n\r\n",
                                        b"ffffffffffffffff1\r\n{}"])
    def test_broken_chunks_are_malformed(self, client, chunks):
        client.send(raw("POST /v1/holds HTTP/1.1", "host: x", "content-type: application/json",
                        "transfer-encoding: chunked", body=chunks))
        answer = client.answer()
        assert answer is None or (answer.status == 400 and answer.code == "invalid_request")
        assert client.is_closed


class TestSmuggling:
    """A proxy in front may read where a request ends otherwise than we do: such requests are refused whole."""

    @pytest.mark.parametrize("headers", [
        ["content-length: 4", "transfer-encoding: chunked"],
        ["transfer-encoding: chunked", "content-length: 4"],
        ["content-length: 4", "content-length: 5"],
        ["transfer-encoding: xchunked", "content-length: 4"],
        ["transfer-encoding: chunked, identity"],
        ["transfer-encoding : chunked", "content-length: 4"],
        ["content-length: 4", "transfer-encoding:\x0bchunked"],
    ])
    def test_two_ways_to_read_a_request_are_one_too_many(self, client, headers):
        smuggled = b"GET /v1/ticket-keys HTTP/1.1\r\nhost: x\r\n\r\n"
        client.send(raw("POST /v1/holds HTTP/1.1", "host: x", "content-type: application/json", *headers,
                        body=b"0\r\n\r\n" + smuggled))
        answers = []
        client.socket.settimeout(2)
        try:
            while (answer := client.answer()) is not None:
                answers.append(answer)
        except TimeoutError:
            pass
        assert all(answer.status != 200 for answer in answers), answers

    @pytest.mark.parametrize("version", ["1.1", "1.0"])
    @pytest.mark.parametrize("framing", [*FRAMINGS, *(name + ":first" for name in FRAMINGS)])
    def test_what_follows_a_doubtful_end_is_no_request(self, client, framing, version):
        """The canary behind the body would be answered with the keys."""
        lines, body = FRAMINGS[framing.removesuffix(":first")]
        others = ["host: x", "connection: keep-alive", "content-type: application/json"]
        headers = [*lines, *others] if framing.endswith(":first") else [*others, *lines]
        client.send(raw(f"POST /v1/holds HTTP/{version}", *headers, body=body + CANARY))
        answer = client.answer()
        assert answer is not None and answer.status in (400, 501), answer
        assert answer.code in ("invalid_request", "not_implemented") and answer.headers["connection"] == "close"
        assert client.answer() is None

    @pytest.mark.parametrize("framing", [*GOOD_FRAMINGS])
    def test_a_clear_end_is_one(self, client, framing):
        """The control: here the canary is a request of its own."""
        lines, body = GOOD_FRAMINGS[framing]
        client.send(raw("POST /v1/holds HTTP/1.1", "host: x", "content-type: application/json", *lines, body=body + CANARY))
        assert client.answer().code == "invalid_request"
        assert b'"keys"' in client.answer().body

    @pytest.mark.parametrize("chunks", [
        b"2\n{}\n0\n\n", b"2;a=b\n{}\r\n0\r\n\r\n", b"2 \r\n{}\r\n0\r\n\r\n", b"0x2\r\n{}\r\n0\r\n\r\n",
        b"+2\r\n{}\r\n0\r\n\r\n", b"-2\r\n{}\r\n0\r\n\r\n", b"2\r\n{}XX\r\n0\r\n\r\n", b"2\r\n{}\n0\r\n\r\n",
        b"2\r\n{}\r\n0\n\r\n", b"2\r\n{}\r\n0\r\n\n", b"\r\n2\r\n{}\r\n0\r\n\r\n", b"2_0\r\n{}\r\n0\r\n\r\n",
        b"10000000000000002\r\n{}\r\n0\r\n\r\n", b"2\r\n{}\r\n0\r\ncontent-length: 9\r\n\r\n",
        b"2\r\n{}\r\n0\r\ntransfer-encoding: chunked\r\n\r\n", b"2\r{}\r\n0\r\n\r\n"])
    def test_what_follows_broken_chunks_is_no_request(self, client, chunks):
        client.send(raw("POST /v1/holds HTTP/1.1", "host: x", "content-type: application/json",
                        "transfer-encoding: chunked", body=chunks + CANARY))
        answers = []
        while (answer := client.answer()) is not None:
            answers.append(answer.status)
        assert answers in ([], [400]), answers

    @pytest.mark.parametrize("line", ["x: y\r\n z: folded", "x\x00: y", "x y: z", ": nothing", "x: a\x00b", "x: a\rb"])
    def test_broken_headers_are_refused(self, client, line):
        client.send(raw("GET /health HTTP/1.1", "host: x", line))
        refused_or_cut(client, 400)


class TestHost:
    @pytest.mark.parametrize("lines", [
        [], ["host: a", "host: b"], ["host: a", "HOST: a"], ["host:"], ["host: a b/<>\""], ["host: a b"], ["host: user@a"],
        ["host: a:port"], ["host: a:80:80"], ["host: a:65536"], ["host: http://a"], ["host: a/x?y=#"], ["host: [::1"],
        ["host: [::1]x"], ["host: [127.0.0.1]"], ["host: ::1"], ["host: k%zz"], ["host: :80"], ["host: a\\b"],
        ["host: k\u00f6nig.example"], ["host: a, b"], ["host: {a}"]])
    @pytest.mark.parametrize("target", ["/health", "http://a/health"])
    def test_a_host_that_is_missing_doubled_or_none_is_refused(self, client, target, lines):
        client.send(raw(f"GET {target} HTTP/1.1", *lines) + CANARY)
        answer = client.answer()
        assert (answer.status, answer.code) == (400, "invalid_request")
        assert answer.headers["connection"] == "close" and client.answer() is None

    @pytest.mark.parametrize("host", [
        "a", "A.example.", "a:8081", "a:", "127.0.0.1:80", "[::1]", "[2001:db8::7]:443", "xn--mnchen-3ya.example", " a ", "a_b"])
    @pytest.mark.parametrize("version", ["1.1", "1.0"])
    def test_a_host_that_is_one_is_taken(self, client, host, version):
        client.send(raw(f"GET /health HTTP/{version}", f"host: {host}"))
        assert client.answer().status == 200

    @pytest.mark.parametrize("target", [
        "http://", "http:///health", "http://:80/health", "http://u@a/health", "ftp://a/health", "health", "*", "/health#x"])
    def test_a_target_that_is_none_is_refused(self, client, target):
        client.send(raw(f"GET {target} HTTP/1.1", "host: a") + CANARY)
        assert client.answer().status == 400
        assert client.answer() is None

    def test_a_refusal_keeps_its_turn(self, client):
        client.send(raw("GET /health HTTP/1.1", "host: a") * 3 + raw("GET /health HTTP/1.1") + CANARY)
        assert [client.answer().status for _ in range(4)] == [200, 200, 200, 400]
        assert client.answer() is None

    def test_a_refused_head_has_no_body(self, client):
        client.send(raw("HEAD /health HTTP/1.1"))
        answer = client.answer("HEAD")
        assert answer.status == 400 and client.is_closed and client._received == b""


class TestExpectations:
    HEAD = ("host: x", "content-type: application/json", "expect: 100-continue")

    def test_who_waits_for_it_is_told_to_go_on(self, client, showing):
        body = json.dumps(hold_body(showing, showing.seats[0])).encode()
        client.send(raw("POST /v1/holds HTTP/1.1", *self.HEAD, f"content-length: {len(body)}"))
        assert client.answer().status == 100
        client.send(body)
        assert client.answer().status == 201

    @pytest.mark.parametrize(("start", "header", "status"), [
        ("POST /nothing", "content-length: 2", 404), ("PUT /v1/holds", "content-length: 2", 405),
        ("POST /v1/holds", "content-length: 70000", 413), ("POST /v1/holds", "transfer-encoding: gzip, chunked", 501),
        ("GET /health", "content-length: 2", 200)])
    def test_what_the_head_decides_is_answered_at_once(self, client, start, header, status):
        client.send(raw(f"{start} HTTP/1.1", *self.HEAD, header))
        assert client.answer().status == status
        assert client.answer() is None

    def test_a_wrong_type_is_refused_before_the_body_is_sent(self, client):
        client.send(raw("POST /v1/holds HTTP/1.1", "host: x", "content-type: text/plain", "expect: 100-continue",
                        "content-length: 2"))
        assert client.answer().code == "unsupported_media_type"
        assert client.answer() is None

    @pytest.mark.parametrize("value", ["200-ok", "100-continue, more", "100", "\"100-continue\""])
    def test_other_expectations_fail(self, client, value):
        client.send(raw("POST /v1/holds HTTP/1.1", "host: x", f"expect: {value}", "content-length: 2", body=b"{}"))
        answer = client.answer()
        assert (answer.status, answer.code) == (417, "expectation_failed")

    def test_old_clients_expect_nothing(self, client, showing):
        body = json.dumps(hold_body(showing, showing.seats[0])).encode()
        client.send(raw("POST /v1/holds HTTP/1.0", *self.HEAD, f"content-length: {len(body)}", body=body))
        assert client.answer().status == 201


class TestWebSockets:
    """A request is judged once: it becomes a WebSocket, or hears what it lacks."""

    def ask(self, client, showing, *extra, target="/v1/showtimes/{}/live", version="1.1", upgrade="websocket",
            connection="Upgrade"):
        client.send(raw(
            f"GET {target.format(showing.id)} HTTP/{version}", "host: x", f"upgrade: {upgrade}", f"connection: {connection}",
            "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==", "sec-websocket-version: 13", *extra))
        return client.answer()

    @pytest.mark.parametrize("asked", [
        {}, {"target": "http://any.example/v1/showtimes/{}/live"}, {"target": "/v1/showtimes/{}/live?x=y"},
        {"target": "/v1//showtimes/{}/live/"}, {"upgrade": "WebSocket"}, {"upgrade": "h2c, websocket"},
        {"upgrade": "websocket "}, {"connection": "keep-alive, UPGRADE"}, {"connection": "upgrade "}])
    def test_every_form_of_a_good_request_is_one(self, client, showing, asked):
        assert self.ask(client, showing, **asked).status == 101

    @pytest.mark.parametrize(("asked", "extra", "status"), [
        ({"version": "1.0"}, [], 426), ({"upgrade": "h2c"}, [], 426), ({"connection": "close"}, [], 426),
        ({}, ["content-length: 2"], 426), ({"target": "/v1/showtimes/nothing/live"}, [], 404),
        ({"target": "http://x/v1/showtimes/nothing/live"}, [], 404), ({}, ["origin: https://evil.example"], 403),
        ({}, ["origin: https://evil.example "], 403), ({}, ["sec-websocket-key: twice"], 422),
        ({}, ["sec-websocket-version: 13"], 426)])
    def test_a_refused_one_hears_what_it_lacks(self, client, showing, asked, extra, status):
        answer = self.ask(client, showing, *extra, **asked)
        assert answer.status == status and answer.code != "overloaded"
        assert "upgrade" in answer.headers or status != 426

    @pytest.mark.parametrize("blanks", ["{} ", "{}\t", "  {}  "])
    def test_blanks_around_an_origin_are_no_part_of_it(self, catalog, showing, tmp_path, blanks):
        server = BookingAPI(tmp_path, catalog, "--allow-origin", "http://localhost:8080")
        server.start()
        with Client(server.port) as client:
            assert self.ask(client, showing, "origin: " + blanks.format("http://localhost:8080")).status == 101
        assert server.stop() == 0


class TestHeaders:
    def test_a_flood_of_headers_is_refused(self, client):
        client.send(raw("GET /health HTTP/1.1", "host: x", *(f"x-{number}: y" for number in range(20_000))))
        refused_or_cut(client, 400, 431)

    def test_a_huge_header_is_refused(self, client):
        client.send(raw("GET /health HTTP/1.1", "host: x", "x: " + "y" * 1_000_000))
        refused_or_cut(client, 400, 431)

    def test_a_huge_path_is_refused(self, client):
        client.send(raw(f"GET /{'x' * 1_000_000} HTTP/1.1", "host: x"))
        refused_or_cut(client, 400, 404, 414, 431)

    def test_headers_without_end_do_not_fill_the_memory(self, server):
        """The server stops reading after a while, and hangs up."""
        with Client(server.port) as client:
            client.send(b"GET /health HTTP/1.1\r\nhost: x\r\n" + (b"x: " + b"y" * 4_000 + b"\r\n") * 5_000)
            assert client.is_closed

    @pytest.mark.parametrize("key", ["", "1", "x" * 15, "x" * 256, "x" * 20_000, "ключ" * 5, "a\x80b" * 8, "a\tb" * 8, "a b" * 8])
    def test_a_key_that_is_none_is_refused(self, client, showing, key):
        answer = client.hold(showing, showing.seats[0], idempotency_key=key.encode().decode("latin-1"))
        assert answer is None or answer.code == "invalid_request"
        assert client.is_closed if answer is None else answer.status in (400, 422)

    @pytest.mark.parametrize("etag", ['"', 'W/"x"', "*", ",,,,", "x" * 10_000, "\xff\xfe"])
    def test_a_strange_etag_is_no_danger(self, client, showing, etag):
        assert client.ask("GET", f"/v1/showtimes/{showing.id}/seats", if_none_match=etag).status in (200, 304)

    def test_invalid_utf8_in_a_header_is_no_danger(self, client):
        client.send(b"GET /health HTTP/1.1\r\nhost: x\r\nx-name: \xff\xfe\xc0\xaf\r\n\r\n")
        refused_or_cut(client, 200, 400)


class TestPaths:
    @pytest.mark.parametrize("path", [
        "/../../etc/passwd", "/v1/../../etc/passwd", "/v1/tickets/../../../etc/passwd.png", "/v1/tickets/..%2f..%2fetc",
        "/v1/tickets/%2e%2e/%2e%2e/etc/passwd.png", "/%00", "/v1/holds/%00", "/v1/holds/a%00b", "/v1//holds//x",
        "/v1/orders/%27%20OR%201=1%20--", "/v1/orders/' OR 1=1 --".replace(" ", "+"), "/v1/tickets/%F0%9F%8E%AC.png",
        "/v1/orders/%ff%fe", "/v1/orders/%", "/v1/orders/%zz", "/v1/orders/%C0%AF", "/v1/orders/" + "a" * 20_000,
        "/v1/orders/AAAAAAAAAAAAAAAAAAAAAAAAAA", "/v1/orders/aaaaaaaaaaaaaaaaaaaaaaaaaa%20", "/v1/orders/a/b/c/d/e",
        "/V1/HOLDS/x", "/v1/showtimes/%27/seats", "/v1/showtimes/%00/seats", "/v1/showtimes//seats", "/?" + "q=1&" * 5_000,
    ])
    def test_tricks_with_paths_find_nothing(self, client, path):
        answer = client.ask("GET", path)
        assert answer.status == 404 and answer.code in (
            "not_found", "unknown_hold", "unknown_order", "unknown_ticket", "unknown_showtime")
        assert b"root:" not in answer.body

    def test_raw_bytes_in_a_path_find_nothing(self, client):
        client.send(b"GET /v1/orders/\xff\xfe\x80 HTTP/1.1\r\nhost: x\r\n\r\n")
        refused_or_cut(client, 400, 404)

    @pytest.mark.parametrize("scale", ["0", "33", "-1", "1e9", "99999999999999999999", "8px", "", "%00", "1;2"])
    def test_a_scale_that_is_none_is_refused(self, client, showing, scale):
        ticket = client.order(showing, showing.seats[0])["tickets"][0]
        answer = client.ask("GET", f"{ticket['png']}?scale={scale}")
        assert (answer.status, answer.code) == (422, "invalid_request")

    def test_an_id_in_percent_signs_is_the_same_id(self, client, showing):
        order = client.order(showing, showing.seats[0])["id"]
        encoded = "".join(f"%{ord(letter):02x}" for letter in order)
        assert client.ask("GET", f"/v1/orders/{encoded}").status in (200, 404)

    def test_a_whole_url_may_be_asked_for(self, client):
        """As clients speak to proxies; RFC 9112 wants every server to understand it."""
        client.send(raw("GET http://localhost/health HTTP/1.1", "host: localhost"))
        assert client.answer().status == 200

    @pytest.mark.parametrize("target", ["http://evil.example/v1/orders/x", "//evil.example/health", "http://", "*", "health"])
    def test_strange_targets_are_no_danger(self, client, target):
        client.send(raw(f"GET {target} HTTP/1.1", "host: x"))
        refused_or_cut(client, 200, 400, 404)


class TestMethods:
    @pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PUT", "PATCH", "OPTIONS", "PROPFIND", "FOO", "QUERY"])
    def test_a_method_that_a_call_does_not_know_is_refused(self, client, method):
        client.send(raw(f"{method} /health HTTP/1.1", "host: x", "content-length: 0"))
        answer = client.answer()
        if answer is not None and answer.status != 400:
            assert (answer.status, answer.code) == (405, "method_not_allowed")
            assert answer.headers["allow"] == "GET, HEAD"
        else:
            # What the parser does not take for a method is no HTTP; CONNECT asks for a tunnel, and has no path.
            assert method in ("FOO", "QUERY", "CONNECT")

    def test_trace_does_not_echo(self, client):
        client.send(raw("TRACE /health HTTP/1.1", "host: x", "cookie: secret"))
        assert b"secret" not in client.answer().body

    @pytest.mark.parametrize("path", ["/health", "/metrics", "/ready", "/v1/ticket-keys", "/v1/orders/x"])
    def test_head_is_get_without_a_body(self, client, path):
        get = client.ask("GET", path)
        head = client.ask("HEAD", path)
        assert (head.status, head.headers["content-type"], head.body) == (get.status, get.headers["content-type"], b"")
        # Nothing of a body is left on the connection.
        assert client.ask("GET", "/health").status == 200

    def test_head_to_a_call_that_changes_something_changes_nothing(self, client, showing):
        hold = client.hold(showing, showing.seats[0]).json["id"]
        assert client.ask("HEAD", f"/v1/holds/{hold}/extend").status == 405
        assert client.ask("GET", f"/v1/holds/{hold}").status == 200

    def test_options_of_a_foreign_page_allows_nothing(self, client):
        answer = client.ask("OPTIONS", "/v1/holds", origin="https://evil.example", access_control_request_method="POST")
        assert answer.status == 405 and "access-control-allow-origin" not in answer.headers


class TestConnections:
    def test_requests_in_a_row_are_answered_in_order(self, client, showing):
        client.send(b"".join(raw(f"GET {path} HTTP/1.1", "host: x") for path in (
            "/health", "/nothing", f"/v1/showtimes/{showing.id}/seats", "/health")))
        assert [client.answer().status for _ in range(4)] == [200, 404, 200, 200]

    def test_a_thousand_requests_in_a_row_are_answered(self, client):
        client.send(raw("GET /health HTTP/1.1", "host: x") * 1_000)
        assert all(client.answer().status == 200 for _ in range(1_000))

    def test_a_close_in_the_middle_of_a_row_is_obeyed(self, client):
        client.send(raw("GET /health HTTP/1.1", "host: x", "connection: close") + raw("GET /health HTTP/1.1", "host: x"))
        assert client.answer().status == 200
        assert client.answer() is None

    @pytest.mark.parametrize("line", [
        "nonsense", "GET", "GET /health", "GET /health HTTP/9.9", "\x00\x01\x02", "GET /health HTTP/2.0",
        "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"])
    def test_what_is_no_http_is_refused(self, client, line):
        client.send(raw(line, "host: x"))
        refused_or_cut(client, 400, 505)

    def test_an_old_client_is_answered(self, client):
        client.send(raw("GET /health HTTP/1.0"))
        assert client.answer().status == 200

    def test_many_clients_that_say_nothing_disturb_nobody(self, server, showing):
        silent = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(300)]
        try:
            with Client(server.port) as client:
                assert client.hold(showing, showing.seats[0]).status == 201
            # Nobody had to leave first to make room.
            assert not any(has_ended(one) for one in silent)
        finally:
            for one in silent:
                one.close()

    def test_many_clients_that_speak_slowly_disturb_nobody(self, server, showing):
        slow = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(100)]
        try:
            for one in slow:
                one.sendall(b"POST /v1/holds HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{")
            with Client(server.port) as client:
                assert client.order(showing, showing.seats[0])["status"] == "paid"
        finally:
            for one in slow:
                one.close()

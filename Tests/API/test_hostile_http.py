"""HTTP that no good client speaks. Each test hears the right refusal, or is hung up on; the server lives on."""

import json
import select
import socket

import pytest

from client import Client, hold_body


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

    @pytest.mark.parametrize("line", ["x: y\r\n z: folded", "x\x00: y", "x y: z", ": nothing", "x: a\x00b", "x: a\rb"])
    def test_broken_headers_are_refused(self, client, line):
        client.send(raw("GET /health HTTP/1.1", "host: x", line))
        refused_or_cut(client, 200 if "folded" in line else 400, 400)


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

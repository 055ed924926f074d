"""The pictures of tickets, as a phone shows them and a door's scanner reads them."""

import subprocess

import pytest

from black_and_white import picture

QUIET_ZONE = 4


@pytest.fixture
def ticket(client, showing):
    return client.order(showing, showing.seats[0])["tickets"][0]


@pytest.mark.parametrize("scale", [2, 3, 7, 8, 32])
def test_a_picture_is_sharp_at_any_scale(client, ticket, scale):
    """Each module is a square of whole pixels: the picture of one pixel for each, enlarged."""
    small = picture(client.ask("GET", f"{ticket['png']}?scale=1").body)
    large = picture(client.ask("GET", f"{ticket['png']}?scale={scale}").body)
    assert large == ["".join(pixel * scale for pixel in row) for row in small for _ in range(scale)]


def test_around_the_code_is_quiet(client, ticket):
    rows = picture(client.ask("GET", f"{ticket['png']}?scale=1").body)
    assert len(rows) == len(rows[0]) and (len(rows) - 17 - 2 * QUIET_ZONE) % 4 == 0
    edge = "0" * QUIET_ZONE
    assert all(set(row) == {"0"} for row in rows[:QUIET_ZONE] + rows[-QUIET_ZONE:])
    assert all(row.startswith(edge) and row.endswith(edge) for row in rows)
    # The corner that every QR code begins with.
    assert rows[QUIET_ZONE][QUIET_ZONE:QUIET_ZONE + 8] == "11111110"


@pytest.mark.parametrize("scale", [3, 8])
def test_a_scanner_reads_what_the_ticket_says(client, ticket, scale, tmp_path):
    path = tmp_path / "ticket.png"
    path.write_bytes(client.ask("GET", f"{ticket['png']}?scale={scale}").body)
    read = subprocess.run(["zbarimg", "--quiet", "--raw", path], capture_output=True, text=True, check=True)
    assert read.stdout.strip() == client.ask("GET", f"/v1/tickets/{ticket['id']}").json["code"]

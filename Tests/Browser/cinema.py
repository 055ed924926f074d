"""A cinema for the length of the tests: a demo catalog, its site, its booking API, and what is on."""

import json
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cache
from itertools import chain, zip_longest
from pathlib import Path

import large_room
import long_run
from programs import Server, binary, free_port, run
from room import Room


MANAGER_KEY = "the-manager-of-the-tests-0123456789"


@dataclass(frozen=True)
class Showing:
    id: str
    movie: str
    layout: str

    @property
    def path(self) -> str:
        return f"/showtimes/{self.id}/"


class Cinema:
    def __init__(
            self, folder: Path, *api_options: str, through: Callable[[str], str] = lambda api: api, document: str = ""):
        """
        `through` gives the address at which the pages reach the API, if it is not the API's own. `document` is the
        programme, in JSON; without one it is the demo's.
        """
        self.folder = folder
        self.document = document
        self.catalog, self.store, self.output = folder / "catalog.sqlite", folder / "bookings.sqlite", folder / "site"
        port, api_port = free_port(), free_port()
        self.site, self.api = f"http://127.0.0.1:{port}", f"http://127.0.0.1:{api_port}"
        self.api_for_pages = through(self.api)
        self.site_server = Server(
            folder / "site.log", f"{self.site}/",
            # Live reload keeps a request open for as long as a page is.
            "sitegen", "serve", "--no-live-reload", "--output", str(self.output), "--host", "127.0.0.1",
            "--port", str(port))
        self.api_server = Server(
            folder / "api.log", f"{self.api}/health",
            "booking-api", "--catalog", str(self.catalog), "--store", f"sqlite:{self.store}", "--order-key", f"{self.store}.order-key",
            "--host", "127.0.0.1", "--port", str(api_port), "--allow-origin", self.site, "--manager-key", MANAGER_KEY,
            # All buyers come from one address.
            "--open-seats-per-client", "0", "--open-seats-per-showing", "0", *api_options)

    def open(self) -> None:
        if self.document:
            (self.folder / "programme.json").write_text(self.document)
            run("sitegen", "import", str(self.folder / "programme.json"), "--catalog", str(self.catalog))
        else:
            run("sitegen", "demo", "--catalog", str(self.catalog))
            long_run.add(self.catalog)
            large_room.add(self.catalog)
        self.build()
        self.site_server.start()
        self.api_server.start()
        self._unused = self._showings_ahead()

    def build(self) -> None:
        """The site as the catalog is now."""
        run("sitegen", "build", "--catalog", str(self.catalog), "--output", str(self.output),
            "--base-url", self.site, "--api-url", self.api_for_pages)

    def close(self) -> None:
        self.site_server.stop()
        self.api_server.stop()

    def new_showing(self, fits: Callable[[Room], object] = lambda room: True) -> Showing:
        """A showing that no other test touches, far enough ahead to stay on sale, with nothing sold, in a room that fits.

        Which rooms there are does not depend on the day; what is on in them does. So a test says what it needs of a
        room, and takes whatever film comes.
        """
        showing = next((one for one in self._unused if fits(self.room(one))), None)
        assert showing, f"none of the {len(self._unused)} showings that are left is in such a room"
        self._unused.remove(showing)
        return showing

    def large_room(self) -> Showing:
        return self._showing_of(large_room.FILM)

    def layout(self, showing: Showing) -> dict:
        return self.data(f"layouts/{showing.layout}.json")

    @cache
    def room(self, showing: Showing) -> Room:
        return Room(self.layout(showing))

    def seats(self, showing: Showing, count: int) -> list[str]:
        """The first ordinary seats of its room."""
        return self.room(showing).labels()[:count]

    def data(self, path: str):
        return self.json(f"{self.site}/data/{path}")

    @property
    def verify_command(self) -> list[str]:
        """What a door runs to check a code; the code comes last."""
        return [binary("booking-api"), "verify", "--ticket-key", f"{self.store}.ticket-key"]

    def html(self, path: str) -> str:
        with urllib.request.urlopen(self.site + path) as response:
            return response.read().decode()

    @staticmethod
    def json(url: str):
        with urllib.request.urlopen(url) as response:
            return json.load(response)

    def release(self, hold: dict) -> None:
        request = urllib.request.Request(f"{self.api}/v1/holds/{hold['id']}", method="DELETE")
        urllib.request.urlopen(request).close()

    def hold(self, showing: Showing, *seats: str, key: str = "another-buyer") -> dict:
        """What another buyer does elsewhere at the same time."""
        ticket_type = self._ticket_type(showing)
        body = {"showtime": showing.id, "seats": [{"seat": seat, "ticketType": ticket_type} for seat in seats]}
        request = urllib.request.Request(
            f"{self.api}/v1/holds", json.dumps(body).encode(), method="POST",
            headers={"Content-Type": "application/json", "Idempotency-Key": f"{key}-{showing.id}-{'-'.join(seats)}"})
        with urllib.request.urlopen(request) as response:
            return json.load(response)

    def try_card(self, hold: str, method: str, key: str) -> int:
        """Pays for a hold without the page.

        Returns:
            The status of the answer.
        """
        body = {"name": "Ana Prucnal", "email": "ana@example.org", "payment": {"method": method}}
        request = urllib.request.Request(
            f"{self.api}/v1/holds/{hold}/payment", json.dumps(body).encode(), method="POST",
            headers={"Content-Type": "application/json", "Idempotency-Key": f"{key}-{hold}"})
        try:
            with urllib.request.urlopen(request) as response:
                return response.status
        except urllib.error.HTTPError as refused:
            return refused.code

    def seat_states(self, showing: Showing) -> dict:
        return self.json(f"{self.api}/v1/showtimes/{showing.id}/seats")

    def refund(self, order: str) -> dict:
        """What the box office does."""
        request = urllib.request.Request(
            f"{self.api}/v1/orders/{order}/refund", b"", method="POST",
            headers={"Authorization": f"Bearer {MANAGER_KEY}", "Idempotency-Key": f"refund-{order}"})
        with urllib.request.urlopen(request) as response:
            return json.load(response)

    def _ticket_type(self, showing: Showing) -> str:
        showtimes = self.data(f"movies/{showing.movie}.json")["showtimes"]
        return next(one for one in showtimes if str(one["id"]) == showing.id)["prices"][0]["ticketType"]

    def _showings_ahead(self) -> list[Showing]:
        """All that any test may have, the rooms in turn: which room comes next depends on the day no more than need be."""
        # Today and tomorrow are for the tests that walk there from the home page.
        soonest = datetime.now(timezone.utc) + timedelta(days=3)
        by_room: dict[str, list[Showing]] = {}
        for movie in self.data("now-showing.json")["movies"]:
            if movie["slug"] in (long_run.LONG_RUN, large_room.FILM):
                continue
            for showtime in self.data(f"movies/{movie['slug']}.json")["showtimes"]:
                is_ahead = datetime.fromisoformat(showtime["startsAt"]) > soonest
                if is_ahead and showtime.get("status", "scheduled") == "scheduled":
                    showing = Showing(str(showtime["id"]), movie["slug"], layout_id(showtime["layout"]))
                    by_room.setdefault(showing.layout, []).append(showing)
        turns = zip_longest(*(by_room[layout] for layout in sorted(by_room)))
        return [showing for showing in chain.from_iterable(turns) if showing]

    def _showing_of(self, movie: str) -> Showing:
        showtime = self.data(f"movies/{movie}.json")["showtimes"][0]
        return Showing(str(showtime["id"]), movie, layout_id(showtime["layout"]))


def layout_id(reference: str) -> str:
    """A layout is named by its id or by the address of its file."""
    return str(reference).rsplit("/", 1)[-1].removesuffix(".json")

"""Disks that are full, stores that cannot be written or read: said in words that help, and mended without a trace."""

import contextlib
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

from booking_api import BookingAPI, program, run
from client import Client, hold_body
from connection import request

MARGIN = 16 * 1024
"""Bytes that a file may still grow by until its disk is full."""


def refusal(catalog: Path, store: Path, **options) -> str:
    """Starts the program on a store that it cannot use, and returns what it says; it must end by itself, and not well."""
    with tempfile.TemporaryDirectory() as folder:
        api = BookingAPI(Path(folder), catalog, store=store)
        process = api.launch(**options)
        try:
            # A crash would end it with the negative number of a signal.
            assert process.wait(timeout=120) > 0, api.last_words()
        except subprocess.TimeoutExpired:
            process.kill()
            pytest.fail(f"it serves: {api.last_words()}")
        return api.log.read_text()


@pytest.fixture
def used(catalog, showing, tmp_path):
    """A store with one order, and its folder; nobody has it open."""
    api = BookingAPI(tmp_path, catalog)
    api.start()
    with Client(api.port) as client:
        order = client.order(showing, showing.seats[0])
    assert api.stop() == 0
    return api, order


class TestStart:
    def test_a_folder_that_is_not_there_is_named(self, catalog, tmp_path):
        store = tmp_path / "nowhere" / "booking.sqlite"
        assert str(store) in refusal(catalog, store) or str(store.parent) in refusal(catalog, store)

    def test_an_empty_file_beside_what_has_sold_is_not_taken_for_a_new_store(self, catalog, used):
        api, _ = used
        for beside in (".ticket-key", ".simulated-payments"):
            api.store.write_bytes(b"")
            assert "this file is empty, and no booking store" in refusal(catalog, api.store)
            assert api.store.read_bytes() == b""
            Path(f"{api.store}{beside}").unlink()

    def test_a_log_of_another_store_is_not_laid_over_a_backup(self, catalog, used, tmp_path):
        api, _ = used
        copy = tmp_path / "copy.sqlite"
        shutil.copy(api.store, copy)
        with contextlib.closing(sqlite3.connect(copy)) as database:
            database.execute("PRAGMA journal_mode = DELETE")
        Path(f"{copy}-wal").write_bytes(b"x" * 4152)
        before = copy.read_bytes()
        assert f"{copy}-wal: this is the log of another file" in refusal(catalog, copy)
        assert copy.read_bytes() == before

    def test_a_foreign_database_is_left_as_it_is(self, catalog, tmp_path):
        store = tmp_path / "diary.sqlite"
        with sqlite3.connect(store) as database:
            database.execute("CREATE TABLE diary (day TEXT)")
        before = store.read_bytes()
        assert str(store) in refusal(catalog, store)
        assert store.read_bytes() == before

    def test_a_catalog_is_no_store(self, catalog, tmp_path):
        store = shutil.copy(catalog, tmp_path / "booking.sqlite")
        assert str(store) in refusal(catalog, Path(store))

    def test_a_file_that_is_no_database_is_left_as_it_is(self, catalog, tmp_path):
        store = tmp_path / "booking.sqlite"
        store.write_text("Dear diary, " * 1000)
        assert str(store) in refusal(catalog, store)
        assert store.read_text() == "Dear diary, " * 1000

    def test_a_folder_is_no_store(self, catalog, tmp_path):
        store = tmp_path / "booking.sqlite"
        store.mkdir()
        assert str(store) in refusal(catalog, store)

    def test_a_newer_store_is_left_as_it_is(self, used, catalog):
        api, _ = used
        with sqlite3.connect(api.store) as database:
            version = database.execute("PRAGMA user_version").fetchone()[0]
            database.execute(f"PRAGMA user_version = {version + 1}")
        said = refusal(catalog, api.store)
        assert str(api.store) in said and "newer" in said
        with sqlite3.connect(api.store) as database:
            assert database.execute("PRAGMA user_version").fetchone()[0] == version + 1

    def test_a_store_without_its_tables_is_refused(self, used, catalog):
        """What a broken disk or a helpful hand may leave."""
        api, _ = used
        with sqlite3.connect(api.store) as database:
            database.execute("PRAGMA foreign_keys = OFF")
            database.execute("DROP TABLE ticket")
        assert run("booking-api", "check", "--store", f"sqlite:{api.store}").returncode != 0

    def test_a_store_whose_pages_are_broken_sells_nothing(self, used, catalog, showing):
        """Told at the start, or to whoever asks: but nobody is promised a seat that such a store cannot keep."""
        api, order = used
        with sqlite3.connect(api.store) as database:
            # What still stood in the log would mend what is broken here.
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = api.store.stat().st_size
        with api.store.open("r+b") as file:
            file.seek(4096)
            file.write(b"\xA5" * (size - 4096))
        assert run("booking-api", "check", "--store", f"sqlite:{api.store}").returncode != 0
        try:
            api.start()
        except RuntimeError:
            assert str(api.store) in api.log.read_text()
            return
        with Client(api.port) as client:
            assert client.hold(showing, showing.seats[1]).code == "service_unavailable"
            assert client.ask("GET", f"/v1/orders/{order['id']}").code == "service_unavailable"
            assert client.ask("GET", "/ready").status == 503
        api.kill()

    def test_a_store_that_may_not_be_written_is_named(self, used, catalog):
        api, order = used
        with tempfile.TemporaryDirectory(prefix="marquee-read-only-") as folder:
            store = Path(folder) / "booking.sqlite"
            for path in [*api.store.parent.glob("booking.sqlite*"), catalog]:
                shutil.copy(path, folder)
            before = store.read_bytes()
            with nobody_may_write(Path(folder)) as options:
                assert str(store) in refusal(Path(folder) / catalog.name, store, **options)
            assert store.read_bytes() == before

    def test_a_catalog_that_is_missing_is_named(self, tmp_path):
        missing = tmp_path / "catalog.sqlite"
        assert str(missing) in refusal(missing, tmp_path / "booking.sqlite")

    def test_a_port_that_is_taken_is_named(self, catalog, server, tmp_path):
        api = BookingAPI(tmp_path, catalog)
        api.arguments[api.arguments.index("--port") + 1] = str(server.port)
        assert api.launch().wait(timeout=120) != 0
        assert str(server.port) in api.log.read_text() and "--port" in api.log.read_text()


NOBODY = 65534


@contextlib.contextmanager
def nobody_may_write(folder: Path):
    """Makes a folder read-only, and gives the options to start a program that has to obey: root need not."""
    options = {}
    if os.geteuid() == 0:
        options["preexec"] = lambda: (os.setgroups([]), os.setgid(NOBODY), os.setuid(NOBODY))
        try:
            subprocess.run([program("booking-api"), "--version"], user=NOBODY, capture_output=True)
        except PermissionError:
            pytest.skip("the program is in a folder that only root may read")
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)
    try:
        yield options
    finally:
        folder.chmod(0o755)


class TestFullDisk:
    """A limit on the size of files stands in for the disk: writing beyond it fails as on a full one."""

    @pytest.fixture
    def api(self, catalog, tmp_path):
        api = BookingAPI(tmp_path, catalog)
        api.start()
        yield api
        api.stop()

    def test_nothing_is_sold_that_cannot_be_written_and_all_is_well_again_afterwards(self, api, showing):
        places = iter(showing.seats)
        with Client(api.port) as client:
            orders = [client.order(showing, next(places)) for _ in range(3)]
            self.fill(api)
            held, refused = [], None
            for seat in places:
                answer = client.hold(showing, seat)
                if answer.status != 201:
                    refused = answer
                    break
                held.append(answer.json["id"])
            assert refused is not None, "the disk was never full"
            assert (refused.status, refused.code) == (503, "service_unavailable")
            assert int(refused.headers["retry-after"]) > 0

            # What it writes to find out, once a second, is smaller than a hold, and may fit a few times.
            self.wait_until(client, 503)
            assert client.ask("GET", "/health").status == 200
            payment = client.pay(held[-1]) if held else None
            assert payment is None or payment.status in (201, 503)
            # Reading goes on.
            assert client.ask("GET", f"/v1/orders/{orders[0]['id']}").status == 200
            assert client.ask("GET", f"/v1/showtimes/{showing.id}/seats").status in (200, 503)

            self.make_room(api)
            self.wait_until_ready(client)
            sold = {ticket["seat"] for order in orders for ticket in order["tickets"]}
            if payment and payment.status == 201:
                sold |= {ticket["seat"] for ticket in payment.json["order"]["tickets"]}
            now = client.ask("GET", f"/v1/showtimes/{showing.id}/seats").json
            assert set(now["sold"]) == sold
            assert len(now["held"]) == len(held) - (1 if payment and payment.status == 201 else 0)
            assert client.hold(showing, seat).status == 201, "a refused hold has taken its seat"
            if held:
                assert client.pay(held[0]).status in (201, 409)
        assert api.stop() == 0
        with sqlite3.connect(api.store) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)

    def fill(self, api) -> None:
        """From now on no file of the server grows by more than a little."""
        longest = max(path.stat().st_size for path in api.store.parent.glob("booking.sqlite*"))
        resource.prlimit(api.process.pid, resource.RLIMIT_FSIZE, (longest + MARGIN, resource.RLIM_INFINITY))

    def make_room(self, api) -> None:
        resource.prlimit(api.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    def wait_until_ready(self, client) -> None:
        self.wait_until(client, 200)

    def wait_until(self, client, status: int) -> None:
        """Until `/ready` says so."""
        deadline = time.monotonic() + 120
        while client.ask("GET", "/ready").status != status:
            assert time.monotonic() < deadline, f"/ready does not become {status}"
            time.sleep(0.1)


class TestWhileRunning:
    def test_a_program_that_writes_the_store_for_a_while_is_waited_for(self, used, catalog, showing):
        """As a backup tool may."""
        api, _ = used
        api.start()
        try:
            with Client(api.port) as client, sqlite3.connect(api.store, isolation_level=None) as other:
                other.execute("BEGIN IMMEDIATE")
                client.send(request_for(showing, showing.seats[1]))
                time.sleep(0.2)
                other.execute("ROLLBACK")
                assert client.answer().status == 201
        finally:
            api.stop()

    def test_a_program_that_writes_the_store_for_too_long_is_no_reason_to_hang(self, used, catalog, showing):
        api, order = used
        api.start()
        try:
            with Client(api.port, timeout=120) as client, sqlite3.connect(api.store, isolation_level=None) as other:
                other.execute("BEGIN IMMEDIATE")
                answer = client.hold(showing, showing.seats[1])
                assert (answer.status, answer.code) == (503, "service_unavailable")
                assert client.ask("GET", f"/v1/orders/{order['id']}").status == 200
                other.execute("ROLLBACK")
                assert client.hold(showing, showing.seats[1]).status == 201
        finally:
            api.stop()


def request_for(showing, seat: str) -> bytes:
    return request("POST", "/v1/holds", json.dumps(hold_body(showing, seat)).encode())

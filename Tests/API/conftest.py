"""What every test can ask for: a running booking-api, and somebody who buys there."""

import random

import pytest

from booking_api import BookingAPI, run
from client import Client
from showings import showings_ahead

MANAGER_KEY = "a-manager-key-for-these-tests-alone"


@pytest.fixture(scope="session")
def catalog(tmp_path_factory):
    path = tmp_path_factory.mktemp("catalog") / "catalog.sqlite"
    done = run("sitegen", "demo", "--theaters", "12", "--catalog", path)
    assert done.returncode == 0, done.stderr
    return path


@pytest.fixture(scope="session")
def showings(catalog):
    """Showtimes on sale, each for one test."""
    showings = showings_ahead(catalog)
    random.Random(1).shuffle(showings)
    return iter(showings)


@pytest.fixture(scope="session")
def server(catalog, tmp_path_factory):
    """One server for all tests: whatever is thrown at it, it must live on."""
    server = BookingAPI(
        tmp_path_factory.mktemp("server"), catalog, "--manager-key", MANAGER_KEY,
        # All of them come from this machine, which is one client.
        "--connections-per-client", "0")
    server.start()
    yield server
    assert server.stop() == 0, server.last_words()


@pytest.fixture
def showing(showings):
    return next(showings)


@pytest.fixture
def client(server):
    with Client(server.port) as client:
        yield client


@pytest.fixture(autouse=True)
def the_server_lives_on(request):
    """After each test the same process answers, and another buyer gets a seat."""
    if "server" not in request.fixturenames and "client" not in request.fixturenames:
        yield
        return
    server, showings = request.getfixturevalue("server"), request.getfixturevalue("showings")
    process = server.process.pid
    yield
    assert not server.has_ended and server.process.pid == process, server.last_words()
    showing = next(showings)
    with Client(server.port) as other:
        assert other.hold(showing, showing.seats[0]).status == 201

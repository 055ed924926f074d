"""Every program has the same clock, also when `make test-days` has moved it: else nothing would be proven by that."""

import os
import subprocess
import time
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

from programs import Server, chromium, free_port

#: Seconds that may pass between two looks at the clock on a busy machine; the clock is moved by days.
SOON = 600


def test_the_clock_shows_the_moment_that_was_asked_for():
    if moment := os.environ.get("MARQUEE_MOMENT"):
        assert 0 <= time.time() - datetime.fromisoformat(moment).astimezone().timestamp() < 6 * 3600


def test_timers_are_left_alone():
    uptime = Path("/proc/uptime")
    # Without the time for which a laptop slept, which only one of the two counts.
    assert 0 < time.monotonic() < (float(uptime.read_text().split()[0]) + SOON if uptime.exists() else float("inf"))


def test_the_booking_api_and_other_programs_agree(demo):
    port = free_port()
    server = Server(
        demo.folder / "api.log", f"http://127.0.0.1:{port}/health", "booking-api", "--catalog", str(demo.catalog),
        "--store", f"sqlite:{demo.folder / 'booking.sqlite'}", "--order-key", str(demo.folder / "order-key"), "--port", str(port))
    server.start()
    try:
        with urlopen(server.health) as answer:
            assert abs(parsedate_to_datetime(answer.headers["Date"]).timestamp() - time.time()) < SOON
    finally:
        server.stop()
    assert abs(int(subprocess.check_output(["date", "+%s"])) - time.time()) < SOON


def test_the_browser_agrees():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        assert abs(page.evaluate("Date.now()") / 1000 - time.time()) < SOON
        if zone := os.environ.get("TZ"):
            assert page.evaluate("new Date().getTimezoneOffset()") == -datetime.now().astimezone().utcoffset().total_seconds() / 60, zone
        browser.close()

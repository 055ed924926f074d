"""What Playwright's `expect` does for elements, for anything that can be asked for."""

import time
from collections.abc import Callable


def eventually(page, found: Callable[[], object], expected: object, seconds: float = 60) -> None:
    """Asks until the answer is as expected; the browser goes on with its work in between."""
    deadline = time.monotonic() + seconds
    while (last := found()) != expected:
        assert time.monotonic() < deadline, f"expected {expected!r}, found {last!r}"
        page.wait_for_timeout(50)

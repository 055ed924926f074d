"""Tortures the real booking-api: contested seats, kill -9, lost connections; then checks every promise it made.

    python3 torture.py [--seconds 60] [--attempts 1000000] [--kills 6] [--servers 2] [--seed 1]

The seed repeats what buyers decide and when, in the course of the run, the server is killed; how requests meet is up
to the machine. Exit codes: 0 all is well; 1 a promise was broken; 2 the run proves nothing.
"""

import argparse
import asyncio
import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "BookingProgram"))

from asker import Crowd  # noqa: E402
from booking_api import BookingAPI, run  # noqa: E402
from findings import Findings, look  # noqa: E402
from ledger import Ledger  # noqa: E402
from market import Market  # noqa: E402
from showings import Showing, showings_ahead  # noqa: E402
from spellings import rename_rows  # noqa: E402
from storm import Plan, Storm, ask_all  # noqa: E402
from verdict import emptiness, verdict  # noqa: E402

MANAGER_KEY = "the-manager-key-of-the-torture-alone"
SHOWN_FAULTS = 20
REPEATED_PURCHASES = 500


def main() -> int:
    options = read_options()
    print(f"Torture with seed {options.seed} …", flush=True)
    with tempfile.TemporaryDirectory(prefix="marquee-torture-") as folder:
        return asyncio.run(torture(options, Path(options.folder or folder)))


async def torture(options: argparse.Namespace, folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    showings = demo_showings(folder)
    random.Random(options.seed).shuffle(showings)
    ledger = Ledger()
    servers = [server(folder, number, options) for number in range(options.servers)]
    crowd = Crowd(
        [api.port for api in servers], Market(iter(showings), options.showtimes, ledger), ledger, MANAGER_KEY)
    storm = Storm(servers, crowd, Plan(
        options.seed, options.seconds, options.attempts, options.kills, options.buyers))
    for api in servers:
        api.start()
    try:
        await storm.rage()
        servers[0].kill()
        await servers[0].start_meanwhile()
        found = await look(servers[0], ledger)
        # What one has promised, any keeps.
        found.broken_promises = await broken_promises(servers[-1], ledger)
    finally:
        codes = [api.stop() for api in servers]
    faults = verdict(ledger, found)
    for api, code in zip(servers, codes):
        if code != 0:
            faults.append(f"a server ended with {code} after SIGTERM; its last words:\n{api.last_words()}")
    return report(options, storm, ledger, found, faults)


def server(folder: Path, number: int, options: argparse.Namespace) -> BookingAPI:
    """One of those that serve the one store, with a log of its own."""
    own = folder / f"server-{number}"
    own.mkdir(exist_ok=True)
    return BookingAPI(
        own, folder / "catalog.sqlite", "--hold-seconds", str(options.hold_seconds), "--manager-key", MANAGER_KEY,
        "--payment-faults", str(options.payment_faults), "--payment-seed", str(options.seed + number),
        # All buyers come from this machine, which is one client.
        "--connections-per-client", "0", store=folder / "booking.sqlite")


async def broken_promises(api: BookingAPI, ledger: Ledger) -> list[str]:
    """Sends purchases again with their keys: whatever crashes came between, the answer is the first one."""
    orders = [order for order in ledger.orders.values() if order.request]
    orders = orders[:REPEATED_PURCHASES] + orders[REPEATED_PURCHASES:][-REPEATED_PURCHASES:]
    answers = await ask_all(api.port, [order.request for order in orders])
    return [f"{answer}, and {order.answer[:200]!r} before" for order, answer in zip(orders, answers)
            if not answer or (answer.status, answer.body) != (201, order.answer)]


def demo_showings(folder: Path) -> list[Showing]:
    catalog = folder / "catalog.sqlite"
    done = run("sitegen", "demo", "--theaters", "12", "--catalog", catalog)
    if done.returncode != 0:
        raise SystemExit(f"the demo catalog could not be written: {done.stderr}")
    rename_rows(catalog)
    return showings_ahead(catalog)


def report(options: argparse.Namespace, storm: Storm, ledger: Ledger, found: Findings, faults: list[str]) -> int:
    print("\n" + summary(storm, ledger, found) + "\n")
    if faults:
        print(f"FAILED, {len(faults)} faults, with seed {options.seed}:")
        print("\n".join(f"  {fault}" for fault in faults[:SHOWN_FAULTS]))
        return 1
    if empty := emptiness(ledger):
        print(f"FAILED: this run proves nothing, for {' and '.join(empty)}.")
        return 2
    print(f"Every promise was kept. (Seed {options.seed}.)")
    return 0


def summary(storm: Storm, ledger: Ledger, found: Findings) -> str:
    counts = sorted(ledger.counts.items(), key=lambda item: (-item[1], item[0]))
    lines = [f"{name:<26}{count:>12,}" for name, count in counts if name != "double sales"]
    lines += [
        f"{'double sales':<26}{ledger.counts['double sales']:>12,}",
        f"{'taken, minor units':<26}{found.captured:>12,}  for {len(found.tickets):,} tickets",
        f"{'seconds':<26}{storm.seconds:>12,.1f}",
        f"{'attempts per second':<26}{ledger.counts['attempts'] / max(storm.seconds, 0.001):>12,.0f}",
    ]
    return "\n".join(f"  {line}" for line in lines)


def read_options(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="torture", description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, help="how long (default: 60, unless --attempts is given)")
    parser.add_argument("--attempts", type=int, help="after so many attempts to hold seats it is over")
    parser.add_argument("--kills", type=int, default=6, help="how often the server is killed meanwhile")
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--buyers", type=int, default=64, help="how many buy at the same time")
    parser.add_argument("--servers", type=int, default=1, help="how many serve the one store")
    parser.add_argument("--showtimes", type=int, default=3, help="how many showtimes are contested at a time")
    parser.add_argument("--hold-seconds", type=int, default=2)
    parser.add_argument("--payment-faults", type=int, default=0, help="per cent of the calls to the bank that go wrong")
    parser.add_argument("--folder", help="where the store and the log are, and stay")
    options = parser.parse_args(arguments)
    if options.seconds is None and options.attempts is None:
        options.seconds = 60
    return options


if __name__ == "__main__":
    sys.exit(main())

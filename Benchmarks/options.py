"""What can be said on the command line."""

import argparse
from pathlib import Path

from groups import GROUPS
from scale import SCALES


def read(description: str) -> argparse.Namespace:
    """The options; `only` has the groups that are to run. Ends the program if something is wrong with them."""
    parser = _parser(description)
    options = parser.parse_args()
    unknown = [name for name in options.only if name not in GROUPS]
    if unknown:
        parser.exit(2, f"{parser.prog}: there is no group {_quoted(unknown)}; the groups are {', '.join(GROUPS)}.\n")
    if not options.list_groups and options.sitegen is None:
        parser.error("--sitegen must name the program that is measured")
    return options


def _quoted(names: list[str]) -> str:
    return " or ".join(f"'{name}'" for name in names)


def _parser(description: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description=description)
    parser.add_argument("--sitegen", type=Path, help="the release build that is measured")
    parser.add_argument("--booking-api", type=Path, help="so, too; without it, the measures of booking are skipped")
    parser.add_argument("--hugo", type=Path, help="Hugo's program; without it, the measures beside Hugo are skipped")
    parser.add_argument("--scale", choices=SCALES, default="full")
    parser.add_argument("--films", type=int, help="instead of the scale's number of films")
    parser.add_argument("--rival-films", type=int, help="how many films both SiteGen and Hugo render, page for page")
    parser.add_argument("--runs", type=int, help="of each timing; medians are reported (default: 3, small: 1)")
    parser.add_argument("--only", nargs="+", default=list(GROUPS), metavar="GROUP", help=", ".join(GROUPS))
    parser.add_argument("--list-groups", action="store_true", help="says which groups would run, and runs none")
    parser.add_argument("--folder", type=Path, default=Path(".build/bench"), help="where catalogs and outputs are")
    return parser

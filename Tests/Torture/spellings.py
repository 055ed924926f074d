"""The ways to spell the name of a seat that Unicode calls the same, and rooms whose rows have such names."""

import sqlite3
import unicodedata
from pathlib import Path

ROWS = {"A": "\u00C5", "B": "K", "C": "\u03A9", "D": "\u1EAC", "K": "B"}
"""What some rows of a room are called instead. Each new name has several spellings, but for B, which makes room for K."""
SPELLINGS = {
    "\u00C5": ("\u00C5", "A\u030A", "\u212B"),
    "K": ("K", "\u212A"),
    "\u03A9": ("\u03A9", "\u2126"),
    "\u1EAC": ("\u1EAC", "A\u0323\u0302", "A\u0302\u0323", "\u00C2\u0323", "\u1EA0\u0302"),
}


def same(text: str) -> str:
    """The one spelling of all that are the same."""
    return unicodedata.normalize("NFC", text)


def spellings(seats: list[str] | tuple[str, ...]) -> list[tuple[str, ...]]:
    """Some seats in all their spellings, each seat in the same one."""
    ways = max((len(SPELLINGS.get(sign, "1")) for seat in seats for sign in seat), default=1)
    return [tuple("".join(SPELLINGS.get(sign, (sign,))[way % len(SPELLINGS.get(sign, (sign,)))] for sign in seat)
                  for seat in seats) for way in range(ways)]


def rename_rows(catalog: Path) -> None:
    """Gives rows of all rooms names that have several spellings."""
    with sqlite3.connect(catalog) as database:
        for layout, plan in database.execute("SELECT id, plan FROM seat_layout").fetchall():
            database.execute("UPDATE seat_layout SET plan = ? WHERE id = ?", [_renamed(plan), layout])
    database.close()


def _renamed(plan: str) -> str:
    lines = []
    for line in plan.splitlines():
        label, space, places = line.strip().partition(" ")
        lines.append(f"{ROWS.get(label, label)}{space}{places}")
    return "\n".join(lines)

"""Real films and cinemas, as many as one wants, in the form in which `sitegen import` reads them."""

import csv
import gzip
import io
import json
from pathlib import Path

_CINEMAS = "cinemas/etablissements-cinematographiques.csv"
_KNOWN = {"Casablanca", "Citizen Kane", "Ratatouille", "The Matrix", "WALL-E"}

# What the tables do not have: prices; and, as France reaches around the world, theaters in other time zones.
HOUSE = """
marquee: 1
name: Cinémas de France
currency: EUR
ticketTypes: [{id: adult, name: Plein tarif}, {id: child, name: Moins de 14 ans}]
priceLists:
  - {id: matinee, prices: {adult: 7.50, child: 5}}
  - {id: evening, prices: {adult: 10.50, child: 5}}
  - {id: late, prices: {adult: 8, child: 5}}
theaters:
  - {id: reunion, name: Le Lagon, city: Saint-Denis, country: FR, timeZone: Indian/Reunion,
     auditoriums: [{name: Salle 1, rows: 8, columns: 12}, {name: Salle 2, rows: 6, columns: 10}]}
  - {id: martinique, name: Le Madras, city: Fort-de-France, country: FR, timeZone: America/Martinique,
     auditoriums: [{name: Salle 1, rows: 8, columns: 12}]}
"""


def films(data: Path, count: int) -> bytes:
    """A JSON table of films of all decades, those that everybody knows among them."""
    rows = []
    for path in sorted((data / "movies").glob("movies-*")):
        text = path.read_bytes()
        rows += json.loads(gzip.decompress(text) if path.suffix == ".gz" else text)
    known = [row for row in rows if row["title"] in _KNOWN]
    others = [row for row in rows if row["title"] not in _KNOWN]
    return json.dumps((known + evenly(others, count - len(known)))[:count]).encode()


def cinemas(data: Path, count: int) -> bytes:
    """A CSV table of cinemas: half of them the largest, half of all sizes."""
    text = (data / _CINEMAS).read_text(encoding="utf-8-sig")
    reader = csv.DictReader(io.StringIO(text), delimiter=";")
    rows = sorted(reader, key=lambda row: -float(row["écrans"] or 0))
    largest = count // 2
    table = io.StringIO()
    writer = csv.DictWriter(table, reader.fieldnames, delimiter=";")
    writer.writeheader()
    writer.writerows(rows[:largest] + evenly(rows[largest:], count - largest))
    return table.getvalue().encode()


def evenly(rows: list, count: int) -> list:
    """As many as that, or all there are, from beginning to end."""
    count = max(0, min(count, len(rows)))
    return [rows[number * len(rows) // count] for number in range(count)]

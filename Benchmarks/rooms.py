"""The rooms and the prices of a catalog, as the pages of showtimes need them."""

import sqlite3

import wording


def layouts(database: sqlite3.Connection) -> dict:
    """By id: the plan, the number of seats, each row in words."""
    return {row["id"]: _layout(row["plan"]) for row in database.execute("SELECT id, plan FROM seat_layout")}


def _layout(plan: str) -> dict:
    rows = [line.split(maxsplit=1) for line in plan.splitlines() if line.strip()]
    drawn = [(label, [sign for sign in signs if sign in "spwc"]) for label, signs in rows]
    total = sum(len(seats) for _, seats in drawn)
    return {
        "picture": plan, "count": total, "seats": wording.count(total, "seat"),
        "rows": [{"label": label, "seats": wording.ranges(range(1, len(seats) + 1)), "notes": _notes(seats)}
                 for label, seats in drawn],
    }


def _notes(seats: list[str]) -> str:
    found = []
    for sign, name in (("w", "wheelchair"), ("c", "companion"), ("p", "premium")):
        numbers = [number for number, seat in enumerate(seats, 1) if seat == sign]
        if numbers:
            found.append(f"{name} {wording.ranges(numbers)}")
    return "; ".join(found)


def prices(database: sqlite3.Connection) -> dict:
    """By the price list's name: the table for people, and the entries for programs."""
    rows = database.execute(
        "SELECT source_key, currency, amount, ticket_type.code AS type, ticket_type.name AS type_name, "
        "price_category.code AS category, price_category.name AS category_name FROM price "
        "JOIN price_list ON price_list.id = price_list_id JOIN ticket_type ON ticket_type.id = ticket_type_id "
        "JOIN price_category ON price_category.id = price_category_id "
        "ORDER BY price_list_id, ticket_type.position, price_category.position").fetchall()
    return {name: _prices([row for row in rows if row["source_key"] == name]) for name in
            {row["source_key"] for row in rows}}


def _prices(rows: list[sqlite3.Row]) -> dict:
    types = {row["type"]: row["type_name"] for row in rows}
    categories = {row["category"]: row["category_name"] for row in rows}
    amounts = {(row["type"], row["category"]): wording.money(row["amount"]) for row in rows}
    return {
        "from": wording.money(min(row["amount"] for row in rows)), "categories": list(categories.values()),
        "rows": [{"type": name, "amounts": [amounts.get((code, category), "–") for category in categories]}
                 for code, name in types.items()],
        "ticketTypes": [{"code": code, "name": name} for code, name in types.items()],
        "priceCategories": [{"code": code, "name": name} for code, name in categories.items()],
        "entries": [{"ticketType": row["type"], "priceCategory": row["category"], "amount": row["amount"],
                     "currency": row["currency"]} for row in rows],
    }

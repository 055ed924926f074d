"""The theaters of a catalog and their rooms."""

import sqlite3
from collections import defaultdict

import wording


def read(database: sqlite3.Connection, layouts: dict) -> dict:
    """By slug. Days and showings are still to be filled in."""
    auditoriums = defaultdict(list)
    for row in database.execute("SELECT * FROM auditorium ORDER BY theater_id, position, id"):
        layout = row["seat_layout_id"]
        auditoriums[row["theater_id"]].append(
            {"name": row["name"], "layout": layout, "count": layouts[layout]["count"],
             "seats": layouts[layout]["seats"]})
    theaters = {}
    for row in database.execute("SELECT * FROM theater ORDER BY slug"):
        locality = " ".join(part for part in [row["postal_code"], row["city"]] if part)
        theaters[row["slug"]] = {
            "name": row["name"], "timeZone": row["time_zone"], "city": row["city"], "street": row["street"],
            "postalCode": row["postal_code"], "region": row["region"], "countryCode": row["country"],
            "country": wording.country(row["country"]), "locality": locality,
            "address": ", ".join(part for part in [row["street"], locality] if part),
            "latitude": row["latitude"], "longitude": row["longitude"], "website": row["website"],
            "phone": row["phone"], "description": row["description"], "rooms": auditoriums[row["id"]],
            "screens": wording.count(len(auditoriums[row["id"]]), "screen"), "days": [], "showings": [],
        }
    return theaters

"""Days, lengths, seats and amounts in the words in which the site has them."""

from collections.abc import Iterable
from datetime import date

_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December"]
_LANGUAGES = {
    "ar": "Arabic", "bm": "Bambara", "bn": "Bangla", "cs": "Czech", "da": "Danish", "de": "German", "en": "English",
    "es": "Spanish", "fa": "Persian", "fr": "French", "hi": "Hindi", "hy": "Armenian", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish",
    "tl": "Tagalog", "yue": "Cantonese", "zh": "Chinese",
}
_COUNTRIES = {
    "AT": "Austria", "EE": "Estonia", "FR": "France", "IE": "Ireland", "IT": "Italy", "PT": "Portugal",
}


def long_day(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def short_day(day: date, today: date) -> str:
    ahead = (day - today).days
    short = f"{_WEEKDAYS[day.weekday()][:3]} {day.day} {_MONTHS[day.month - 1][:3]}"
    return {0: "Today", 1: "Tomorrow"}.get(ahead, short)


def length(minutes: int | None) -> str:
    hours, rest = divmod(minutes or 0, 60)
    return " ".join(part for part in [f"{hours} h" if hours else "", f"{rest} min" if rest else ""] if part)


def count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def language(code: str) -> str:
    return _LANGUAGES.get(code, code)


def country(code: str) -> str:
    return _COUNTRIES.get(code, code)


def money(cents: int) -> str:
    return f"€{cents / 100:.2f}"


def excerpt(text: str, limit: int) -> str:
    """As many whole words as fit."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + "…"


def ranges(numbers: Iterable[int]) -> str:
    """`1–4, 7`"""
    found: list[list[int]] = []
    for number in numbers:
        if found and found[-1][1] + 1 == number:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in found)

"""The best seats for a party, found in the browser: beside what trying every set of seats finds, and in rooms to look at."""

import random

import pytest

from seat_reference import Reference

FIND = """async ([base, cases]) => {
    const [{ Room }, { bestSeats }] = await Promise.all([import(base + "room.js"), import(base + "best-seats.js")]);
    return cases.map(({ layout, taken, wish }) => {
        const groups = bestSeats(new Room(layout), seat => !taken.includes(seat.label), wish);
        return groups.map(seats => seats.map(({ label }) => label));
    });
}"""


@pytest.fixture
def find(page):
    """Asks the module as it is served; a case is a plan as people draw rooms, with `x` for a taken seat, and a wish."""
    page.goto("/")
    assets = page.locator('link[href$="/site.css"]').get_attribute("href").removesuffix("site.css")

    def find(*cases):
        rooms = [dict(zip(("layout", "taken"), drawn(plan)), wish=wish) for plan, wish in cases]
        return page.evaluate(FIND, [f"{assets}seats/", rooms]), rooms

    return find


def drawn(plan: str) -> tuple[dict, list[str]]:
    """The layout of a plan, and its taken seats."""
    kinds = {"w": "wheelchair", "c": "companion"}
    rows, taken = [], []
    for depth, line in enumerate(plan.strip().splitlines()):
        if not line.strip():
            continue
        label, signs = line.split()
        seats = []
        for column, sign in enumerate(signs, 1):
            if sign in "._":
                continue
            seat = {
                "label": f"{label}{len(seats) + 1}", "column": column, "kind": kinds.get(sign, "seat"),
                "priceCategory": "premium" if sign == "p" else "standard"}
            seats.append(seat)
            if sign == "x":
                taken.append(seat["label"])
        rows.append({"label": label, "depth": depth, "seats": seats})
    return {"id": "drawn", "rows": rows}, taken


def random_case(dice: random.Random):
    rows = dice.randint(1, 4)
    fullness = dice.choice((2, 4, 9))
    signs = "s" * 6 + "pp" + "_" + "x" * fullness + dice.choice(("", "wc"))
    lines = ["".join(dice.choices(signs, k=dice.randint(3, 7))) for _ in range(rows)]
    plan = "\n".join(f"{label} {line}" for label, line in zip("ABCD", lines) if line.strip("_"))
    wish = {"count": dice.randint(1, 4)}
    if dice.random() < 0.3:
        wish["category"] = "premium"
    if dice.random() < 0.3:
        wish["wheelchair"] = True
    if dice.random() < 0.3:
        wish["near"] = {"column": dice.randint(1, 7), "depth": dice.randint(0, 3)}
    return plan or "A s", wish


def test_nobody_finds_better_seats_by_trying_all(find):
    dice = random.Random(20261125)
    cases = [random_case(dice) for _ in range(600)]
    answers, rooms = find(*cases)
    numbers = set()
    for (plan, wish), groups, room in zip(cases, answers, rooms):
        reference = Reference(room["layout"], set(room["taken"]), wish)
        best = reference.best()
        case = f"{wish} in\n{plan}\n{groups}"
        if best is None:
            assert groups == [], case
            continue
        party = [seat for seat in reference.seats if seat["label"] in sum(groups, [])]
        assert len(party) == len(set(sum(groups, []))) == wish["count"], case
        assert tuple(party) in list(reference.parties()), case
        numbers.add(len(groups))
        if best[0] <= 2:
            found = reference.groups(party)
            assert len(found) == best[0], case
            assert reference.rank(found) == pytest.approx(best[1]), case
    assert numbers >= {1, 2, 3}


def labels(groups) -> list[str]:
    return [" ".join(group) for group in groups]


EMPTY = """
A ssssssssss
B ssssssssss
C ssssssssss
D ssssssssss
E ssssssssss
F ssssssssss
"""


@pytest.mark.parametrize("plan, wish, expected", [
    pytest.param(EMPTY, {"count": 2}, ["D5 D6"], id="the middle, two thirds back"),
    pytest.param("A ssssxssssx", {"count": 3}, ["A2 A3 A4"], id="beside others, not one seat apart"),
    pytest.param("A sssxsssxsss", {"count": 2}, ["A2 A3"], id="no seat stranded where another place is left"),
    pytest.param("A xsssx", {"count": 2}, ["A2 A3"], id="a seat stranded where there is no other"),
    pytest.param("A ss_ss", {"count": 2}, ["A1 A2"], id="no aisle between two"),
    pytest.param("A ss_ss\nB ss_ss", {"count": 4}, ["A1 A2", "B1 B2"], id="two and two, one behind the other"),
    pytest.param("A s_sss\nB xxxxx", {"count": 4}, ["A2 A3 A4", "A1"], id="over the aisle if there is nothing else"),
    pytest.param("A wcsss", {"count": 3}, ["A3 A4 A5"], id="wheelchair spaces are left alone"),
    pytest.param("A wc_ss", {"count": 3}, [], id="even if nothing else is left"),
    pytest.param("A ssss\nB wc.ss", {"count": 2, "wheelchair": True}, ["B1 B2"], id="a wheelchair space with its companion seat"),
    pytest.param("A ssss\nB wc.ss", {"count": 3, "wheelchair": True}, ["B1 B2", "A1"], id="and the third close by"),
    pytest.param("A ssppss", {"count": 2, "category": "premium"}, ["A3 A4"], id="the wished price"),
    pytest.param("A ssssss", {"count": 7}, [], id="nothing if the room is too small"),
])
def test_the_best_seats(find, plan, wish, expected):
    [groups], _ = find((plan, wish))
    assert labels(groups) == expected

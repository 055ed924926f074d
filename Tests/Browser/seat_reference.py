"""What the best seats are, by trying every set of seats there is: right because it is simple, and slow for the same reason."""

from itertools import combinations, groupby
from math import hypot

ROW_DEPTH, BEST_DEPTH, FRONT = 1.8, 0.65, 1.4
AT_AISLE, MIXED_PRICES, APART, STRANDED_NEAR = 2, 1, 2, 1


class Reference:
    """A room as its layout file tells it, some seats taken, and what a party wishes."""

    def __init__(self, layout: dict, taken: set[str], wish: dict):
        rows = layout["rows"]
        self.seats = [{**seat, "row": row["label"], "depth": row["depth"]} for row in rows for seat in row["seats"]]
        self.at = {(seat["row"], seat["column"]): seat for seat in self.seats}
        self.free = {seat["label"] for seat in self.seats} - taken
        self.count, self.category = wish["count"], wish.get("category")
        self.wheelchair, self.near = wish.get("wheelchair", False), wish.get("near")
        columns = [seat["column"] for seat in self.seats]
        front, back = rows[0]["depth"], rows[-1]["depth"]
        self.place = self.near or {
            "column": (min(columns) + max(columns)) / 2, "depth": front + (back - front) * BEST_DEPTH}

    def parties(self):
        """Every set of seats that the party may have."""
        wanted = [seat for seat in self.seats if seat["label"] in self.free and self._may_have(seat)]
        for party in combinations(wanted, self.count):
            spaces = [seat for seat in party if seat["kind"] == "wheelchair"]
            companions = [seat for seat in party if seat["kind"] == "companion"]
            if len(spaces) == self.wheelchair and all(self._beside(seat, spaces[0]) for seat in companions):
                yield party

    def groups(self, party) -> list[list[dict]]:
        """The party cut where two do not sit side by side."""
        seats = sorted(party, key=lambda seat: (seat["depth"], seat["column"]))
        places = [(seat["row"], seat["column"] - index) for index, seat in enumerate(seats)]
        return [[seat for _, seat in run] for _, run in groupby(zip(places, seats), key=lambda pair: pair[0])]

    def best(self) -> tuple[int, list[float]] | None:
        """The fewest groups, and the lowest rank of all parties in so many; ranks of more than two are not told."""
        best = None
        for party in self.parties():
            groups = self.groups(party)
            if best is None or len(groups) < best[0]:
                best = (len(groups), self.rank(groups))
            elif len(groups) == best[0]:
                best = min(best, (len(groups), self.rank(groups)))
        return best

    def rank(self, groups) -> list[float]:
        if len(groups) > 2:
            return []
        party = [seat for group in groups for seat in group]
        strands = {single["label"] for group in groups for single in self._singles(group, party)["between"]}
        cost = sum(self._cost(group) * len(group) for group in groups) / self.count
        alone = 0
        if len(groups) == 2:
            cost += APART * self._distance(*groups)
            alone = sum(len(group) == 1 for group in groups)
            alone += any(len(group) == 1 and group[0]["kind"] == "wheelchair" for group in groups)
        return [alone, cost + STRANDED_NEAR * len(strands)] if self.near else [alone, len(strands), cost]

    def _may_have(self, seat) -> bool:
        if seat["kind"] == "seat":
            return not self.category or seat["priceCategory"] == self.category
        return self.wheelchair

    @staticmethod
    def _beside(seat, other) -> bool:
        return seat["row"] == other["row"] and abs(seat["column"] - other["column"]) == 1

    def _cost(self, group) -> float:
        way = sum(self._way(seat) for seat in group) / len(group)
        is_mixed = len({seat["priceCategory"] for seat in group}) > 1
        at_aisle = 0 if self.near else len(self._singles(group, group)["at aisle"])
        return way + AT_AISLE * at_aisle + MIXED_PRICES * is_mixed

    def _way(self, seat) -> float:
        depth = seat["depth"] - self.place["depth"]
        factor = FRONT if depth < 0 and not self.near else 1
        return hypot(seat["column"] - self.place["column"], depth * ROW_DEPTH * factor)

    def _singles(self, group, party) -> dict[str, list[dict]]:
        singles = {"between": [], "at aisle": []}
        for edge, side in ((group[0], -1), (group[-1], 1)):
            single = self.at.get((edge["row"], edge["column"] + side))
            beyond = self.at.get((edge["row"], edge["column"] + 2 * side))
            if not self._is_empty(single, party):
                continue
            if beyond is None or beyond["kind"] != "seat":
                singles["at aisle"].append(single)
            elif not self._is_empty(beyond, party):
                singles["between"].append(single)
        return singles

    def _is_empty(self, seat, party) -> bool:
        return seat is not None and seat["kind"] == "seat" and seat["label"] in self.free and seat not in party

    @staticmethod
    def _distance(one, other) -> float:
        columns = max(0, other[0]["column"] - one[-1]["column"], one[0]["column"] - other[-1]["column"])
        return hypot(columns, (one[0]["depth"] - other[0]["depth"]) * ROW_DEPTH)

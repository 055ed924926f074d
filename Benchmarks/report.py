"""What was measured, for people and for programs."""

from dataclasses import dataclass

from goals import GOALS


@dataclass(frozen=True)
class Line:
    name: str
    value: float
    unit: str

    @property
    def number(self) -> str:
        digits = 0 if abs(self.value) >= 1000 else 1 if abs(self.value) >= 100 else 2 if abs(self.value) >= 1 else 3
        return f"{self.value:.{digits}f}"


class Report:
    """Collects measures; each is printed for programs as soon as it is known, and all of them as a table at the end."""

    def __init__(self) -> None:
        self.lines: list[Line] = []

    def add(self, name: str, value: float, unit: str) -> None:
        line = Line(name, value, unit)
        self.lines.append(line)
        print(f"bench: {name} {line.number}", flush=True)

    def note(self, text: str) -> None:
        print(text, flush=True)

    def skip(self, what: str, why: str) -> None:
        print(f"skipped: {what}: {why}", flush=True)

    def table(self) -> str:
        rows = [("", "value", "unit", "goal", "met?")]
        for line in self.lines:
            goal = GOALS.get(line.name)
            met = "" if goal is None else "yes" if goal.is_met(line.value) else "NO"
            rows.append((line.name, line.number, line.unit, str(goal or ""), met))
        widths = [max(len(row[column]) for row in rows) for column in range(5)]
        return "\n".join(
            f"{name:<{widths[0]}}  {value:>{widths[1]}}  {unit:<{widths[2]}}  {goal:<{widths[3]}}  {met}".rstrip()
            for name, value, unit, goal, met in rows)

"""What a page must not break: the rules of WCAG 2.2 AA that axe can check, and a width of 320 px."""

from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def expect_no_violations(page) -> None:
    report = Axe().run(page, options={"runOnly": RULES}).response
    found = [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in report["violations"]]
    assert found == [], f"{page.url}: {found}"


# What sticks out, and in no box that scrolls by itself.
WIDER = """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.body.querySelectorAll("*")]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 0.5)
    .map(one => one.tagName + (one.id && "#" + one.id) + [...one.classList].map(name => "." + name).join(""))"""


def expect_no_sideways_scrolling(page) -> None:
    found = page.evaluate(WIDER)
    assert found == [], f"{page.url}: {found}"


def expect_accessible(page) -> None:
    expect_no_violations(page)
    expect_no_sideways_scrolling(page)

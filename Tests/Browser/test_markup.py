"""Every kind of page is valid HTML, as the Nu HTML checker of the W3C understands it."""

import re

import pytest

from nu_checker import complaints
from page_kinds import KINDS, address

# What the checker advises against and we do all the same: its words, our markup, and the reason.
ADVICE_NOT_TAKEN = [
    ("Possible misuse of “aria-label”", r'<[ou]l class="\w+" aria-label=',
     "a list may have a name (WAI-ARIA, role list), and screen readers say it"),
    ("The “inputmode” attribute is not supported in all browsers", r"<input .*inputmode=",
     "all browsers on phones have known it for years, and elsewhere it does nothing"),
    ("The “date” input type is not supported in all browsers", r'<input .*type="date"',
     "where it is not known the field takes text, and the search says what is wrong with it"),
]


@pytest.fixture(scope="module")
def found(cinema, tmp_path_factory):
    """What the checker says of a page of each kind, and of one that is broken on purpose."""
    folder = tmp_path_factory.mktemp("pages")
    for kind in KINDS:
        (folder / f"{kind}.html").write_text(cinema.html(address(kind, cinema)))
    broken = cinema.html("/").replace("</main>", "<p id=content><span></p><img src=/x.png></main>")
    (folder / "broken.html").write_text(broken)
    return complaints(folder)


def is_taken(complaint) -> bool:
    return not any(
        words in complaint.message and re.search(markup, complaint.markup) for words, markup, _ in ADVICE_NOT_TAKEN)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_each_kind_is_valid(kind, found):
    complaints = [one for one in found if one.file == f"{kind}.html"]
    assert [one for one in complaints if one.is_error] == []
    assert [one for one in complaints if is_taken(one)] == []


def test_a_broken_page_is_found(found):
    errors = " ".join(one.message for one in found if one.file == "broken.html" and one.is_error)
    assert "Duplicate ID “content”" in errors
    assert "Unclosed element “span”" in errors or "“p”" in errors
    assert "“img” element must have an “alt” attribute" in errors

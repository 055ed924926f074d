"""No page grows with the cinema: a phone on a slow line opens each of them."""

import pytest
from pages import KINDS

BUDGETS = {"seats": 65_000}
PAGE = 45_000
ELEMENTS = {"seats": 3_000}
MOST_ELEMENTS = 1_500
MOST_LINKS = 600


@pytest.mark.parametrize("kind", KINDS)
def test_there_are_pages_of_each_kind(kind, site):
    assert site.pages[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_is_light(kind, site, record_property):
    heaviest = max(site.weights(kind), key=lambda page: page.bytes)
    record_property("heaviest", f"{heaviest.path}: {heaviest.bytes:,} bytes")
    assert heaviest.bytes <= BUDGETS.get(kind, PAGE), heaviest


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_has_more_elements_than_a_phone_can_lay_out(kind, site):
    largest = max(site.weights(kind), key=lambda page: page.elements)
    assert largest.elements <= ELEMENTS.get(kind, MOST_ELEMENTS), largest


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_leads_everywhere(kind, site):
    fullest = max(site.weights(kind), key=lambda page: page.links)
    assert fullest.links <= MOST_LINKS, fullest

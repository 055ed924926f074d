"""Finding films by name and by how they are shown, in the browser, over files."""

import gzip
import json
import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from programs import REPOSITORY

VECTORS = json.loads((REPOSITORY / "Tests/TextTests/folding.json").read_text())
NEEDS = {"audioDescription": "audio-description", "captions": "captions", "relaxed": "relaxed"}


@pytest.fixture(scope="module")
def movies(cinema):
    """The data of every film that is on."""
    slugs = [movie["slug"] for movie in cinema.data("now-showing.json")["movies"]]
    return [cinema.data(f"movies/{slug}.json") for slug in slugs]


def find(page, query: str):
    page.goto("/search/")
    page.get_by_label("Film or person").fill(query)
    return page.locator(".results a")


def titles(page) -> set[str]:
    expect(page.get_by_role("status")).to_have_text(re.compile(r"found"))
    while page.get_by_role("button", name="Show more").is_visible():
        page.get_by_role("button", name="Show more").click()
    return {href.split("/")[-2] for href in page.locator(".results a").evaluate_all("all => all.map(one => one.pathname)")}


def shown(movies, *conditions) -> set[str]:
    """The films of which one showing meets all conditions."""
    def fits(showing):
        return showing.get("status") != "cancelled" and all(condition(showing) for condition in conditions)
    return {movie["slug"] for movie in movies if any(fits(showing) for showing in movie["showtimes"])}


# Words


def test_words_are_folded_as_the_index_folds_them(page):
    page.goto("/search/")
    folded = page.evaluate("""async texts => {
        const script = document.querySelector('script[src$="search/page.js"]').src;
        const { foldedPieces } = await import(script.replace("page.js", "films.js"));
        return texts.map(text => foldedPieces(text).map(words => words.join(" ")).join(" | "));
    }""", [text for text, _ in VECTORS])
    assert len(VECTORS) > 500
    assert [(text, words) for (text, _), words in zip(VECTORS, folded)] == [tuple(vector) for vector in VECTORS]


def test_a_title_is_found_as_one_types(page, cinema):
    movie = cinema.data("now-showing.json")["movies"][0]
    found = find(page, movie["title"])
    expect(found.first).to_contain_text(movie["title"])
    found.first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(movie["title"])


@pytest.mark.parametrize("query, title", [
    ("cleo", "Cléo from 5 to 7"), ("CLÉO", "Cléo from 5 to 7"), ("cléo de 5", "Cléo from 5 to 7"),
    ("cleo varda", "Cléo from 5 to 7"), ("gaestebud", "Babette's Feast"), ("POTËMKIN", "Battleship Potemkin"),
    ("потемкин", "Battleship Potemkin"), ("七人", "Seven Samurai"), ("侍", "Seven Samurai"), ("ｺﾞｼﾞﾗ", "Godzilla"),
    ("하녀", "The Housemaid"), ("diament", "Ashes and Diamonds"), ("8½", "8½"), ("8 1/2", "8½"), ("M", "M"),
])
def test_a_film_is_found_by_either_title_and_by_its_people_in_any_spelling(page, query, title):
    expect(find(page, query).filter(has_text=title).first).to_be_visible()


@pytest.mark.parametrize("query", ["close-up", "closeup", "close up", "CLOSE·UP"])
def test_words_that_punctuation_divides_are_found_however_they_are_written(page, query):
    expect(find(page, query).first).to_contain_text("Close-Up")


def test_a_director_leads_to_the_film(page, movies):
    movie = movies[0]
    expect(find(page, movie["directors"][0]).filter(has_text=movie["title"])).to_have_count(1)
    expect(page.locator(".results li").filter(has_text=movie["title"])).to_contain_text(f"with {movie['directors'][0]}")


def test_nothing_found_is_said(page):
    find(page, "zzqqxx")
    expect(page.get_by_role("status")).to_have_text("No film found for “zzqqxx”.")


# Filters


def test_a_genre_leads_to_its_films_that_are_on(page, cinema):
    page.goto("/search/")
    name = page.locator("#genre option").nth(1).text_content()
    page.get_by_label("Genre", exact=True).select_option(name)
    found = titles(page)
    slug = page.locator("#genre").input_value()
    everything = cinema.html(f"/genres/{slug}/")
    assert found and all(f"/movies/{film}/" in everything for film in found)
    page.get_by_role("link", name="All films of this genre").click()
    expect(page).to_have_url(re.compile(f"/genres/{slug}/$"))


def test_a_person_is_another_filter(page, movies):
    movie = movies[0]
    page.goto(f"/search/?q={movie['title']}&person={movie['directors'][0]}")
    assert movie["slug"] in titles(page)
    page.goto(f"/search/?q={movie['title']}&person=zzqqxx")
    expect(page.get_by_role("status")).to_have_text(f"No film found for “{movie['title']}” with these filters.")


@pytest.mark.parametrize("name", ["format", "language"])
def test_what_is_shown_in_a_format_or_a_language_is_found(page, movies, name):
    values = {showing[name] for movie in movies for showing in movie["showtimes"] if showing.get(name)}
    value = sorted(values)[0]
    page.goto("/search/")
    page.locator(f"#{name}").select_option(value)
    assert titles(page) == shown(movies, lambda showing: showing.get(name) == value)


@pytest.mark.parametrize("need", NEEDS)
def test_what_is_shown_with_help_is_found(page, movies, need):
    page.goto(f"/search/?accessibility={NEEDS[need]}")
    assert titles(page) == shown(movies, lambda showing: showing.get(need))


def test_all_filters_are_met_by_one_showing(page, movies):
    page.goto("/search/?accessibility=captions&accessibility=audio-description")
    assert titles(page) == shown(movies, lambda one: one.get("captions"), lambda one: one.get("audioDescription"))


def test_a_range_of_days_is_met(page, movies):
    day = cinema_days(movies)[1]
    page.goto(f"/search/?from={day}&to={day}")
    assert titles(page) == shown(movies, lambda showing: cinema_day(showing) == day)


def cinema_day(showing) -> str:
    day, hour = date.fromisoformat(showing["startsAt"][:10]), int(showing["startsAt"][11:13])
    return (day - timedelta(days=hour < 6)).isoformat()


def cinema_days(movies) -> list[str]:
    return sorted({cinema_day(showing) for movie in movies for showing in movie["showtimes"]})


# Mistakes


@pytest.mark.parametrize("field", ["from", "to"])
@pytest.mark.parametrize("value", ["2026-13-45", "2026-02-30", "tomorrow", "20261121"])
def test_what_is_no_date_is_said_beside_the_field(page, field, value):
    page.goto(f"/search/?q=the&{field}={value}")
    input = page.locator(f"#{field}")
    expect(input).to_have_attribute("aria-invalid", "true")
    expect(input).to_have_accessible_description(f"“{value}” is not a date. Choose a day, or write it as 2026-11-21.")
    expect(page.locator(".results a")).to_have_count(0)
    input.fill("2026-11-21")
    expect(input).not_to_have_attribute("aria-invalid", "true")


def test_a_range_that_ends_before_it_begins_is_said(page):
    page.goto("/search/")
    page.get_by_label("From").fill("2026-11-22")
    page.get_by_label("Until").fill("2026-11-21")
    expect(page.get_by_label("Until")).to_have_accessible_description(
        "The last day is before the first. Choose the same day or a later one.")
    page.get_by_label("Until").fill("2026-11-22")
    expect(page.locator("#to-error")).to_be_empty()


# The address


def test_a_search_can_be_shared(page, new_page, movies):
    find(page, "a")
    page.get_by_label("Captions").check()
    page.get_by_label("From").fill(cinema_days(movies)[0])
    expect(page).to_have_url(re.compile(rf"\?q=a&from={cinema_days(movies)[0]}&accessibility=captions$"))
    status = page.get_by_role("status")
    expect(status).to_contain_text("found")
    elsewhere = new_page()
    elsewhere.goto(page.url)
    expect(elsewhere.get_by_role("status")).to_have_text(status.text_content())
    expect(elsewhere.get_by_label("Captions")).to_be_checked()


def test_going_back_restores_the_search_before(page):
    find(page, "cleo")
    expect(page.locator(".results a").first).to_contain_text("Cléo")
    page.get_by_label("Relaxed screening").check()
    expect(page).to_have_url(re.compile("relaxed"))
    page.go_back()
    expect(page.get_by_label("Relaxed screening")).not_to_be_checked()
    expect(page.locator(".results a").first).to_contain_text("Cléo")
    page.locator(".results a").first.click()
    page.go_back()
    expect(page.locator(".results a").first).to_contain_text("Cléo")


def test_clearing_empties_form_and_address(page):
    page.goto("/search/?q=cleo&accessibility=captions&from=2026-13-45")
    page.get_by_role("button", name="Clear all").click()
    expect(page).to_have_url(re.compile("/search/$"))
    expect(page.get_by_label("Film or person")).to_have_value("")
    expect(page.locator("#from-error")).to_be_empty()


# Files


@pytest.mark.parametrize("query", ["q=the", "q=a", "q=cleo&format=35mm", "accessibility=captions", "person=welles"])
def test_a_query_takes_two_small_requests(page, query):
    answers = []
    page.on("response", lambda response: answers.append(response) if "/data/" in response.url else None)
    page.goto(f"/search/?{query}", wait_until="networkidle")
    expect(page.get_by_role("status")).to_contain_text("found")
    assert 1 <= len(answers) <= 2
    assert sum(len(gzip.compress(answer.body(), 9)) for answer in answers) <= 25_000


def test_a_search_that_cannot_be_reached_says_so_and_is_tried_again(new_page):
    page = new_page()
    page.route("**/data/search/**", lambda route: route.fulfill(status=200, body="no JSON"))
    find(page, "cleo")
    expect(page.get_by_role("status")).to_contain_text("cannot be reached")
    page.unroute("**/data/search/**")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.locator(".results a").first).to_contain_text("Cléo")

"""Finding films by name, in the browser, over files."""

import re

from playwright.sync_api import expect


def find(page, query: str):
    page.goto("/search/")
    page.get_by_label("Film or person").fill(query)
    return page.locator(".results a")


def test_a_title_is_found_as_one_types(page, cinema):
    movie = cinema.data("now-showing.json")["movies"][0]
    found = find(page, movie["title"])
    expect(found.first).to_contain_text(movie["title"])
    found.first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(movie["title"])


def test_a_director_leads_to_the_film(page, cinema):
    slug = cinema.data("now-showing.json")["movies"][0]["slug"]
    movie = cinema.data(f"movies/{slug}.json")
    expect(find(page, movie["directors"][0]).filter(has_text=movie["title"])).to_have_count(1)


def test_accents_and_case_do_not_matter(page, cinema):
    titles = [movie["title"] for movie in cinema.data("now-showing.json")["movies"]]
    title = next(title for title in titles if re.search("[éèêáóöüçñ]", title, re.IGNORECASE))
    plain = title.upper().translate(str.maketrans("ÉÈÊÁÓÖÜÇÑ", "EEEAOOUCN"))
    expect(find(page, plain).first).to_contain_text(title)


def test_a_search_can_be_shared(page, new_page):
    find(page, "man")
    expect(page).to_have_url(re.compile(r"\?q=man$"))
    status = page.get_by_role("status")
    expect(status).to_contain_text("found")
    elsewhere = new_page()
    elsewhere.goto(page.url)
    expect(elsewhere.get_by_role("status")).to_have_text(status.text_content())


def test_a_query_takes_two_small_requests(page):
    answers = []
    page.on("response", lambda response: answers.append(response) if "/data/search/" in response.url else None)
    expect(find(page, "the").first).to_be_visible()
    assert len({answer.url for answer in answers}) <= 2 + 1  # "t" is on the way to "th"
    assert sum(len(answer.body()) for answer in answers) <= 25_000


def test_nothing_found_is_said(page):
    find(page, "zzqqxx")
    expect(page.get_by_role("status")).to_have_text("No film found for “zzqqxx”.")

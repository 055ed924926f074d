"""The posters that are drawn for films without one: their titles in the types that this system has."""

#: Of the drawing, which is 400 units wide.
WIDTH, MARGIN = 400, 16


def test_every_title_is_within_its_poster(cinema, browser):
    drawings = sorted((cinema.output / "posters").rglob("*.svg"))
    assert len(drawings) > 20
    page = browser.new_page()
    page.set_content("".join(drawing.read_text() for drawing in drawings))
    boxes = page.evaluate("""() => [...document.querySelectorAll("svg > g[font-family] > text")].map(text => {
        const { x, width } = text.getBBox();
        return [text.textContent, x, x + width];
    })""")
    page.close()
    assert len(boxes) > len(drawings)
    assert [box for box in boxes if box[1] < MARGIN or box[2] > WIDTH - MARGIN] == []
    assert [text for text, _, _ in boxes if text.endswith("…")] == []

"""What somebody could slip into a page is not run, not applied and not loaded, whichever way the policy arrives."""

import re

import pytest

from page_kinds import KINDS, address

INJECTED = """
<script>window.intruder = "script"</script>
<style>body { --intruder: style }</style>
<p id="bystander" style="--intruder: attribute" onclick="window.intruder = 'handler'">Click here</p>
<img src="//localhost/intruder.png" onerror="window.intruder = 'image'" alt="">
<link rel="stylesheet" href="data:text/css,body{--intruder:link}">
<iframe srcdoc="<script>parent.intruder = 'frame'</script>"></iframe>
<iframe src="//localhost/intruder"></iframe>
<base href="//localhost/">
"""
BLOCKED = {
    "script-src-elem", "script-src-attr", "style-src-elem", "style-src-attr", "img-src", "frame-src", "base-uri",
}
META = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


@pytest.fixture
def violations(browser, cinema):
    """Opens a page of a kind with something in it that does not belong there, and tells which rules stopped it."""
    context = browser.new_context(base_url=cinema.site)
    context.add_init_script("""
        window.violations = [];
        addEventListener("securitypolicyviolation", (event) => window.violations.push(event.effectiveDirective));
    """)

    def violations(kind, change=lambda html, headers: (html, headers)):
        page = context.new_page()

        def inject(route):
            answer = route.fetch()
            html, headers = change(answer.text(), dict(answer.headers))
            route.fulfill(response=answer, headers=headers, body=html.replace("</main>", INJECTED + "</main>"))

        page.route(lambda url: url == cinema.site + address(kind, cinema), inject)
        page.goto(address(kind, cinema), wait_until="load")
        page.locator("#bystander").dispatch_event("click")
        assert page.evaluate("window.intruder ?? null") is None
        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--intruder')") == ""
        return set(page.evaluate("window.violations"))

    yield violations
    context.close()


def without_header(html, headers):
    return html, {name: value for name, value in headers.items() if name != "content-security-policy"}


def without_meta(html, headers):
    assert META.search(html)
    return META.sub("", html), headers


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_slipped_into_a_page_is_blocked(kind, violations):
    assert violations(kind) >= BLOCKED


@pytest.mark.parametrize("change", [without_header, without_meta])
def test_the_page_and_the_host_each_protect_alone(change, violations):
    assert violations("movie", change) >= BLOCKED


def test_without_a_policy_the_test_sees_the_intruder(browser, cinema):
    """Else the tests above would pass whatever they are given."""
    context = browser.new_context(base_url=cinema.site)
    page = context.new_page()

    def inject(route):
        answer = route.fetch()
        html, headers = without_meta(*without_header(answer.text(), dict(answer.headers)))
        route.fulfill(response=answer, headers=headers, body=html.replace("</main>", INJECTED + "</main>"))

    page.route(lambda url: url == cinema.site + "/", inject)
    page.goto("/")
    assert page.evaluate("window.intruder ?? null") is not None
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_no_script_can_make_elements_from_text(kind, browser, cinema):
    context = browser.new_context(base_url=cinema.site)
    page = context.new_page()
    page.goto(address(kind, cinema))
    made = page.evaluate("""() => {
        try { document.body.innerHTML = "<p>made from text</p>"; return true } catch { return false }
    }""")
    assert not made
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_the_host_says_what_the_page_says(kind, page, cinema):
    headers = page.goto(address(kind, cinema)).headers
    meta = page.get_attribute('meta[http-equiv="Content-Security-Policy"]', "content")
    assert headers["content-security-policy"] == meta + "; require-trusted-types-for 'script'; trusted-types marquee-tickets; frame-ancestors 'none'"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cross-origin-opener-policy"] == "same-origin"

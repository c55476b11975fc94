"""The page in a real browser: no accessibility violation, no sideways scroll, all by keyboard, no request."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Made
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
WIDTHS, SCHEMES = (1280, 390), ("light", "dark")
PAGES = ("brief", "several", "twelve", "wordy", "empty", "one_source")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.is_file(), reason=f"no Chromium at {CHROMIUM}"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield found
        found.close()


class Open:
    """Opens a brief's page and notes every request it makes."""

    def __init__(self, browser: Browser, made: Made, folder: Path) -> None:
        self._browser, self._made, self._folder = browser, made, folder
        self.requests: list[str] = []

    def __call__(self, case: str, width: int = 1280, scheme: Any = "light", **context: Any) -> Page:
        path = self._folder / f"{case}.html"
        path.write_bytes(self._made(case, "html"))
        page = self._browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, **context)
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(path.as_uri())
        return page


@pytest.fixture
def opened(browser: Browser, made: Made, tmp_path: Path) -> Iterator[Open]:
    found = Open(browser, made, tmp_path)
    yield found
    for context in browser.contexts:
        context.close()


@pytest.mark.parametrize("case", PAGES)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(opened: Open, case: str, width: int, scheme: str) -> None:
    page = opened(case, width, scheme, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("case", PAGES)
def test_a_phone_never_scrolls_sideways(opened: Open, case: str) -> None:
    page = opened(case, 390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    wide = page.evaluate(
        "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 391)"
        ".map(e => e.outerHTML)"
    )
    assert wide == []


def test_the_page_requests_nothing_but_itself(opened: Open) -> None:
    opened("hostile")
    assert [url for url in opened.requests if not url.startswith(("data:", "file:"))] == []
    assert len([url for url in opened.requests if url.startswith("file:")]) == 1


def test_the_fonts_inside_are_used(opened: Open) -> None:
    page = opened("names")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("[...document.fonts].filter(f => f.status === 'error').length") == 0
    assert page.evaluate("document.fonts.check('600 16px \"Source Serif\"', 'Đặng')")


def test_the_first_key_leads_past_the_links(opened: Open) -> None:
    page = opened("brief")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the brief"


def test_the_keyboard_reaches_every_link(opened: Open) -> None:
    page = opened("one_source")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    stops = "[...document.querySelectorAll('a[href], select, summary')]"
    links = page.evaluate(f"{stops}.length")
    seen = set()
    for _ in range(links):
        page.keyboard.press("Tab")
        seen.add(page.evaluate(f"{stops}.indexOf(document.activeElement)"))
    assert seen == set(range(links))


def test_a_reference_shows_its_sentence_when_it_has_the_focus(opened: Open) -> None:
    page = opened("brief")
    page.keyboard.press("Tab")
    page.evaluate("document.querySelector('a.ref').focus()")
    shown = page.evaluate("getComputedStyle(document.querySelector('a.ref'), '::after').content")
    assert "agreed to keep a line open" in shown


@pytest.mark.parametrize("selector", [".bluf a.ref", ".dev a.ref", ".differ a.ref", ".actors a.ref", ".quotes a.ref"])
def test_the_card_of_a_reference_stays_on_the_page(opened: Open, selector: str) -> None:
    page = opened("brief", 800)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    for link in page.query_selector_all(selector):
        page.mouse.move(0, 0)
        link.hover()
        assert page.evaluate("document.documentElement.scrollWidth") <= 800


def test_the_keyboard_opens_the_sentences_of_an_actor(opened: Open) -> None:
    page = opened("brief")
    first = page.locator("#actors details").first
    assert not first.locator("a.ref").first.is_visible()
    first.locator("summary").focus()
    page.keyboard.press("Enter")
    links = first.locator("a.ref")
    assert links.first.is_visible()
    assert links.count() == int(first.locator(".n").inner_text())


def test_a_reference_leads_to_its_sentence_and_marks_it(opened: Open) -> None:
    page = opened("brief")
    page.click("a.ref >> nth=0")
    assert page.url.endswith("#s2-2")
    plain = page.evaluate("getComputedStyle(document.querySelector('#s2-3')).backgroundColor")
    assert page.evaluate("getComputedStyle(document.querySelector('#s2-2')).backgroundColor") != plain


def test_everything_can_be_read_without_script(opened: Open) -> None:
    page = opened("brief", java_script_enabled=False)
    assert page.inner_text("#actors").count("Vinter") == 2


def shown(page: Page, rows: str) -> int:
    return sum(row.is_visible() for row in page.query_selector_all(rows))


def test_lines_can_be_filtered_by_source_actor_and_carriage(opened: Open) -> None:
    page = opened("brief")
    assert shown(page, ".dev > li") == 6
    page.select_option(".filter select >> nth=0", "2")
    assert shown(page, ".dev > li") == 3
    assert page.inner_text(".filter output").endswith("lines")
    page.select_option(".filter select >> nth=0", "")
    page.select_option(".filter select >> nth=1", label="Pim Oduya")
    assert shown(page, ".dev > li") == 1
    page.select_option(".filter select >> nth=1", "")
    page.select_option(".filter select >> nth=2", "differ")
    assert shown(page, ".dev > li") == 1
    page.select_option(".filter select >> nth=2", "")
    assert shown(page, ".dev > li") == 6


def test_a_link_to_a_hidden_line_shows_it(opened: Open) -> None:
    page = opened("brief")
    page.select_option(".filter select >> nth=0", "1")
    assert not page.is_visible("#q3")
    page.click(".actors a[href='#q3']")
    assert page.is_visible("#q3")


def test_no_other_script_may_run(opened: Open) -> None:
    page = opened("hostile")
    failed = page.evaluate(
        "() => new Promise(done => {"
        " document.addEventListener('securitypolicyviolation', e => done(e.violatedDirective));"
        " const s = document.createElement('script'); s.textContent = '1'; document.body.append(s); })"
    )
    assert failed.startswith("script-src")


def test_without_script_there_is_no_filter_and_nothing_is_hidden(opened: Open) -> None:
    page = opened("brief", java_script_enabled=False)
    assert page.query_selector(".filter") is None
    assert shown(page, ".dev > li") == 6

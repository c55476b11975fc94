"""The HTML body in a real browser, at the widths of a mail program's pane and of a phone, light and dark."""

from __future__ import annotations

import dataclasses
import re
import shutil

import pytest

from briefing.deliver.abstract import Attached, make_abstract
from briefing.deliver.body import mail_body
from briefing.model import Passage

CHROMIUM = shutil.which("chromium")
pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")]

VIEWS = [(width, scheme) for width in (640, 390) for scheme in ("light", "dark")]


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def open_body(browser, brief):
    """Opens the body of the brief, with changes, in a pane of this width and colour scheme."""
    pages = []

    def show(width, scheme, **changes):
        attached = (Attached("situation-brief-2031-03-05.pdf", "pdf", 96_000, 4),)
        body = mail_body(
            make_abstract(dataclasses.replace(brief, **changes), attached, "en-GB"), "mailto:a@example.org"
        )
        page = browser.new_page(viewport={"width": width, "height": 600}, color_scheme=scheme)
        page.route("**/*", lambda route: route.abort())
        page.set_content(body.html)
        pages.append(page)
        return page

    yield show
    for page in pages:
        page.close()


@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_no_sideways_scroll_even_with_words_that_never_break(open_body, brief, width, scheme):
    story = dataclasses.replace(brief.stories[0], bottom_line=(Passage("W" * 300),))
    page = open_body(width, scheme, stories=(story,), title="V" * 200, handling="TLP:AMBER+STRICT")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_every_text_has_a_contrast_of_4_5(open_body, width, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page = open_body(width, scheme, handling="TLP:RED")
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []


def test_dark_is_dark_and_light_is_light(open_body):
    def paper(scheme):
        return open_body(640, scheme).evaluate("getComputedStyle(document.querySelector('.paper')).backgroundColor")

    assert paper("light") == "rgb(255, 255, 255)"
    assert paper("dark") == "rgb(16, 23, 29)"


def test_the_order_of_reading_is_that_of_the_target(open_body):
    text = open_body(640, "light").inner_text("body")
    heard = re.findall(
        "SITUATION BRIEF|TLP:CLEAR|Information to|strike over|1.1, 1.2|Key developments|both sources|sources differ"
        "|In their words|Ines Varga|brief is attached|Made by machine|Duty desk",
        text.replace("\u00a0", " "),
    )
    assert heard == [
        "SITUATION BRIEF",
        "TLP:CLEAR",
        "Information to",
        "strike over",
        "1.1, 1.2",
        "Key developments",
        "both sources",
        "sources differ",
        "In their words",
        "Ines Varga",
        "brief is attached",
        "Made by machine",
        "Duty desk",
    ]

"""Pages crowded with links and marks of looks: their words stay, what costs the square of their number goes."""

from __future__ import annotations

from lxml import html

from briefing.ingest.pages.crowds import MOST_INLINE, MOST_STYLED, thin_out

SENTENCE = "The port of Calder reopened on Friday after a strike of nine days."


def thinned(markup: str) -> html.HtmlElement:
    """A page as it is handed to the extractors."""
    tree = html.document_fromstring(f"<html><head><title>Port</title></head><body>{markup}</body></html>")
    thin_out(tree)
    return tree


def test_words_set_apart_in_a_page_of_nothing_else_stay_without_their_marks() -> None:
    tree = thinned(f"<p>{'<span>word</span> ' * 6}</p>" * (MOST_STYLED // 6 + 1))
    assert tree.find(".//span") is None
    assert {paragraph.text_content().strip() for paragraph in tree.iter("p")} == {"word word word word word word"}


def test_the_links_of_an_index_go_with_their_words() -> None:
    tree = thinned(f"<p>{'<a href=/x>Harbors</a> | ' * (MOST_INLINE + 1)}</p><p>{SENTENCE}</p>")
    assert "Harbors" not in tree.text_content()
    assert SENTENCE in tree.text_content()


def test_the_links_in_a_long_text_leave_their_words() -> None:
    tree = thinned(f"<div>{'The port of <a href=/x>Calder</a> reopened. ' * (MOST_INLINE + 1)}</div>")
    assert tree.find(".//a") is None
    assert tree.text_content().count("The port of Calder reopened.") == MOST_INLINE + 1


def test_what_hides_its_words_keeps_hiding_them() -> None:
    tree = thinned(f"<div><script>let a = 1;</script>{'<i>word</i> ' * (MOST_STYLED + 1)}</div>")
    assert tree.find(".//script") is not None


def test_a_page_with_some_marks_stays_as_it_is() -> None:
    markup = f"<p><b>Calder</b> - {SENTENCE} <a href='/a'>More</a></p>"
    assert html.tostring(thinned(markup)) == html.tostring(
        html.document_fromstring(f"<html><head><title>Port</title></head><body>{markup}</body></html>")
    )


def test_fields_of_forms_go_and_leave_the_words_behind_them() -> None:
    tree = thinned(f"<form><input name=q>{SENTENCE}<select><option>Calder</option></select></form>")
    assert tree.text_content() == f"Port{SENTENCE}"

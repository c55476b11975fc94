"""The HTML page: one file, no request, every line traceable, nothing hostile gets through."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import briefs
import pytest
import variants
from conftest import CASES, Made

from briefing.model import Brief, Passage
from briefing.render import FORMATS
from briefing.render.look import Look


class Page(HTMLParser):
    """A page as its elements: tags, ids, links, and the text of each element with an id."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, str] = {}
        self.words: list[str] = []
        self._open: list[str] = []
        self._skip = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.tags.append((tag, found))
        if tag in ("style", "script"):
            self._skip += 1
        if tag in ("meta", "link", "img", "br"):
            return
        self._open.append(found.get("id", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script"):
            self._skip -= 1
        if self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._skip:
            return
        self.words.append(data)
        for name in filter(None, self._open):
            self.texts[name] = self.texts.get(name, "") + data

    @property
    def text(self) -> str:
        return "".join(self.words)

    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.tags if "id" in attrs]

    def hrefs(self) -> list[str]:
        return [attrs["href"] for tag, attrs in self.tags if tag == "a" and "href" in attrs]


def page(made: Made, case: str) -> Page:
    return Page(made(case, "html").decode())


def test_the_page_asks_the_network_for_nothing(made: Made, any_case: str) -> None:
    text = made(any_case, "html").decode()
    found = Page(text)
    assert not [tag for tag, _ in found.tags if tag in ("link", "iframe", "object", "base", "form")]
    assert [attrs for tag, attrs in found.tags if tag == "script"] == [{}]
    assert all(attrs["src"].startswith("data:") for _, attrs in found.tags if "src" in attrs)
    style = text.partition("<style>")[2].partition("</style>")[0]
    assert all(url.startswith("data:font/woff2;") for url in re.findall(r'url\("([^"]*)"\)', style))
    assert "@import" not in style
    assert text.count("<style>") == 1


def test_slanted_letters_are_carried_only_where_there_are_some(made: Made, tmp_path: Path) -> None:
    assert "font-style: italic" not in made("brief", "html").decode()
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "end.html").write_text("<p><em>Made by machine.</em></p>", "utf-8")
    assert FORMATS["html"](briefs.brief(), Look(templates=tmp_path)).decode().count("font-style: italic") == 2


def test_every_reference_has_its_target(made: Made, case: str) -> None:
    found = page(made, case)
    ids = found.ids()
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in found.hrefs() if href.startswith("#")} <= set(ids)


def test_every_label_by_id_is_there(made: Made, any_case: str) -> None:
    found = page(made, any_case)
    named = {name for _, attrs in found.tags for name in attrs.get("aria-labelledby", "").split()}
    assert named <= set(found.ids())


def test_every_sentence_of_the_evidence_is_word_for_word(made: Made, case: str) -> None:
    found = page(made, case)
    for source in CASES[case]().sources:
        for number, one in enumerate(source.sentences, 1):
            label = f"{source.number}.{number}"
            words = found.texts[f"s{source.number}-{number}"]
            assert words == f"{label} {source.article.text[one.start : one.end]}"


def passages(brief: Brief) -> list[Passage]:
    found: list[Passage] = []
    for story in brief.stories:
        found += story.bottom_line
        for group in (story.developments, story.unknowns, story.chronology):
            found += [passage for one in group for passage in one.passages]
        found += [passage for one in story.differences for side in one.sides for passage in side.passages]
        found += [quote.text for quote in story.quotes]
    return found


def test_every_passage_is_shown_with_its_references(made: Made) -> None:
    text = " ".join(page(made, "brief").text.split())
    for passage in passages(briefs.brief()):
        assert " ".join(passage.text.split()) in text


def test_only_cited_sentences_are_dark(made: Made) -> None:
    text = made("brief", "html").decode()
    unused = re.findall(r'<li id="(s\d-\d+)" class="unused"', text)
    assert unused == ["s2-12", "s2-13"]


def test_sections_stand_in_the_order_of_the_brief(made: Made) -> None:
    ids = page(made, "brief").ids()
    order = ["bottom_line", "sequence", "developments", "differences", "unknowns", "actors", "quotes", "chronology"]
    places = [ids.index(name) for name in [*order, "sources", "evidence"]]
    assert places == sorted(places)


def test_headings_never_skip_a_level(made: Made, any_case: str) -> None:
    levels = [int(tag[1]) for tag, _ in page(made, any_case).tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_an_empty_section_keeps_its_name_and_says_so(made: Made) -> None:
    found = page(made, "bare")
    assert "Key actors" in found.texts["actors"]
    assert "None found in the sources." in found.texts["actors"]
    assert "No dated event found in the sources." in found.texts["chronology"]
    assert "sequence" not in found.ids()
    assert not [tag for tag, _ in found.tags if tag == "table"]


def test_an_empty_brief_says_what_could_not_be_read(made: Made) -> None:
    text = page(made, "empty").text
    assert "No story could be made of what was given." in text
    assert "a.txt: the file is empty" in text


def test_one_source_has_no_differences_and_no_dots(made: Made) -> None:
    found = page(made, "one_source")
    assert "There is one source only." in found.texts["differences"]
    assert "one source" in found.texts["developments"]
    assert "dif" not in {attrs.get("class") for _, attrs in found.tags}


def test_many_origins_are_counted(made: Made) -> None:
    found = page(made, "twelve")
    assert "7 of 12" in found.texts["chronology"]
    assert "1 · Outlet 1, 2 · Outlet 2, 3 · Outlet 3" in found.texts["differences"]


def test_the_page_carries_what_paper_leaves_out(made: Made) -> None:
    actors = page(made, "twelve").texts["actors"]
    assert actors.count("Captain") == 14


def test_several_stories_have_a_list_of_contents_and_their_own_anchors(made: Made) -> None:
    found = page(made, "several")
    assert "#s1" in found.hrefs()
    assert "s2-actors" in found.ids()
    assert "Changed since issue 2" in found.texts["s1-changes"]
    assert "the letters are not the initials" in found.texts["s1-acronyms"]
    assert "harbour dues not mentioned" in found.texts["watch"]
    assert "source 3" in found.texts["noted"]
    assert "Stories are ranked by watch-words, independent origins" in found.text
    assert "Stories are ranked" not in page(made, "brief").text
    assert "broken.txt" in found.texts["sources"]


def test_hostile_words_are_shown_as_words(made: Made) -> None:
    text = made("hostile", "html").decode()
    found = Page(text)
    assert " ".join(variants.HOSTILE.split()) in " ".join(found.texts["actors"].split())
    assert not [tag for tag, _ in found.tags if tag in ("link", "img")]
    assert [tag for tag, _ in found.tags].count("script") == 1
    assert "alert" not in text.rpartition("<script>")[2].partition("</script>")[0]
    assert not [attrs for _, attrs in found.tags if any(name.startswith("on") for name in attrs)]
    assert not [href for href in found.hrefs() if not href.startswith(("#", "https://"))]
    assert "{{ 7*7 }}" in found.text
    assert "49" not in found.texts["quotes"]


def test_no_tag_can_come_from_the_brief(made: Made) -> None:
    def shape(case: str) -> set[str]:
        return {tag for tag, _ in page(made, case).tags}

    assert shape("hostile") <= shape("brief") | shape("several")


def test_an_address_that_leads_nowhere_safe_is_no_link(made: Made) -> None:
    found = page(made, "hostile")
    assert "javascript:alert(1)" in found.texts["source-2"]
    assert "javascript:alert(1)" not in found.hrefs()


def test_control_characters_do_not_reach_the_page() -> None:
    made = FORMATS["html"](briefs.brief(subject="a\x00b\x1bc\x9dd"), Look())
    assert b"abcd" in made


@pytest.mark.parametrize("sections", [("sources",), ("actors", "bottom_line", "evidence"), ()])
def test_sections_can_be_left_out_and_put_in_another_order(sections: tuple[str, ...]) -> None:
    found = Page(FORMATS["html"](briefs.brief(), Look(sections=sections)).decode())
    shown = [name for name in found.ids() if name in ("bottom_line", "actors", "sources", "evidence", "quotes")]
    assert shown == list(sections)
    targets = {href[1:] for href in found.hrefs() if href.startswith("#")}
    assert targets <= set(found.ids())


def test_the_colour_of_the_user_is_made_readable() -> None:
    text = FORMATS["html"](briefs.brief(), Look(accent="#ffee00")).decode()
    accent = re.search(r"--accent: (#[0-9a-f]{6})", text)
    assert accent is not None
    assert accent[1] != "#ffee00"


def test_a_title_that_is_only_the_first_storys_gives_way_to_their_number() -> None:
    brief = variants.several()
    found = Page(FORMATS["html"](dataclasses.replace(brief, title=brief.stories[0].headline), Look()).decode())
    assert "Two stories, 14 June 2024" in found.text
    assert Page(FORMATS["html"](brief, Look()).decode()).text.count("Two matters: the Orsk strait") == 2


def test_an_actor_without_a_role_is_called_what_it_is(made: Made) -> None:
    actors = page(made, "brief").texts["actors"]
    assert "Foreign ministry, Veldaniainstitution" in actors
    assert "A senior officialnot named" in actors

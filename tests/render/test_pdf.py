"""The PDF: pages, text, fonts, attachment, and nothing opened that is not ours."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import briefs
import pytest
import variants
from conftest import FOREIGN, Made, listening
from pypdf import PdfReader
from weasyprint import HTML

from briefing.errors import RenderError
from briefing.model import Brief
from briefing.render import FORMATS
from briefing.render.child import Press
from briefing.render.fetcher import LocalFetcher
from briefing.render.layout import lay_out
from briefing.render.look import Look
from briefing.render.page import paper_markup
from briefing.render.pdf import CHILD_PAGES, expected_pages, to_pdf
from briefing.render.record import to_json

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed"
)


def pdf(made: Made, case: str, **how: str) -> PdfReader:
    log = FOREIGN if case == "foreign" else ()
    return PdfReader(io.BytesIO(made(case, "pdf", log=log, **how)))  # type: ignore[arg-type]


def words(content: bytes) -> str:
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=content, capture_output=True, check=True)
    return done.stdout.decode()


def fonts(reader: PdfReader) -> set[str]:
    return {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_brief_of_two_sources_has_four_pages_of_its_paper(made: Made, paper: str) -> None:
    reader = pdf(made, "brief", paper=paper)
    assert len(reader.pages) <= 4
    width = round(float(reader.pages[0].mediabox.width))
    assert width == {"a4": 595, "letter": 612}[paper]


def test_every_kind_of_brief_becomes_a_pdf_without_a_word_of_the_engine(made: Made, any_case: str) -> None:
    assert len(pdf(made, any_case).pages) >= 1


def test_the_json_is_attached_once_and_whole(made: Made, any_case: str) -> None:
    reader = pdf(made, any_case)
    assert list(reader.attachments) == ["brief.json"]
    assert reader.attachments["brief.json"] == [made(any_case, "json")]


def test_title_language_dates_and_maker_are_the_briefs(made: Made) -> None:
    reader = pdf(made, "brief")
    info = reader.metadata
    assert info is not None
    assert info.title == f"Situation brief, 14 June 2024: {briefs.brief().title}"
    assert info["/CreationDate"] == "D:20240614114300Z"
    assert info["/ModDate"] == "D:20240614114300Z"
    assert info.creator == "briefing 0.1.0; spaCy 3.8; en_core_web_md 3.7.1"
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"


def test_bookmarks_are_the_sections_with_the_sources_below_the_evidence(made: Made) -> None:
    outline = pdf(made, "brief").outline
    top = [str(one.title) for one in outline if not isinstance(one, list)]
    assert top[:4] == ["Bottom line", "The sequence", "Key developments", "Where the sources differ"]
    assert top[-2:] == ["Sources", "Evidence"]
    assert [str(one.title) for one in outline[-1]] == ["Source 1, meridian.example", "Source 2, The Lakeside Post"]


def test_bookmarks_of_several_stories_are_the_stories(made: Made) -> None:
    top = [str(one.title) for one in pdf(made, "several").outline if not isinstance(one, list)]
    assert top[:2] == [story.headline for story in variants.several().stories]


def test_fonts_are_ours_and_embedded(made: Made) -> None:
    reader = pdf(made, "names")
    assert fonts(reader) <= {
        "Source-Sans", "Source-Sans-Semi-Bold", "Source-Sans-Bold", "Source-Serif", "Source-Serif-Semi-Bold",
    }  # fmt: skip
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            assert "/FontFile2" in inner or "/FontFile3" in inner


@needs_poppler
@pytest.mark.parametrize("name", variants.NAMES)
def test_names_come_back_letter_by_letter(made: Made, name: str) -> None:
    text = " ".join(words(made("names", "pdf")).split())
    assert name in unicodedata.normalize("NFC", text)


@needs_poppler
def test_text_comes_in_the_order_of_the_sections(made: Made) -> None:
    text = words(made("brief", "pdf"))
    heads = ["BOTTOM LINE", "The sequence", "Full record", "Key developments", "Not yet known", "Key actors", "Q8"]
    place = 0
    for head in [*heads, "In their words", "Chronology", "1.10", "Sources", "SHA-256", "Evidence", "Made by machine"]:
        place = text.index(head, place)


@needs_poppler
def test_letters_without_a_glyph_are_named_and_never_silent(made: Made) -> None:
    text = words(made("foreign", "pdf", log=FOREIGN))
    assert "□□□" in text
    gaps = text[text.index("Not yet known") : text.index("Key actors")]
    assert "Letters that no installed font prints" in gaps
    assert "U+D55C" in text


@needs_poppler
def test_installed_fonts_help_out_and_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE")
    installed = subprocess.run(["fc-list", ":lang=ko", "family"], capture_output=True, text=True, check=True).stdout
    if "Noto Sans CJK" not in installed:
        pytest.skip("Noto Sans CJK is not installed")
    with listening() as said, Press() as press:
        press.order(variants.foreign(), Look())
        text = words(press.collect())
    assert [line for line in said if "Noto Sans CJK" in line] == said
    assert ("한겨레" in text, "王毅山" in text, "□" in text) == (True, True, False)


@needs_poppler
def test_a_word_too_long_for_its_label_breaks_with_a_hyphen() -> None:
    brief = briefs.brief()
    story = brief.stories[0]
    events = tuple(replace(event, label="Harbourmasterassociation opens") for event in story.chronology)
    long = replace(brief, stories=(replace(story, chronology=events),))
    assert re.search(r"Harbour[a-z]{2,13}-\n", words(to_pdf(long, Look())))


@needs_poppler
def test_hostile_words_are_printed_and_nothing_is_opened(made: Made) -> None:
    content = made("hostile", "pdf")
    text = words(content)
    assert "<script>alert(1)</script>" in text
    assert "file:///etc/passwd" in text
    assert b"root:" not in content
    assert list(PdfReader(io.BytesIO(content)).attachments) == ["brief.json"]


def test_paper_carries_twelve_actors_five_quotes_six_developments_and_says_so(made: Made) -> None:
    text = "\n".join(page.extract_text() for page in pdf(made, "twelve").pages)
    assert "2 more actors in the HTML page and in brief.json." in text
    assert "2 more developments in the HTML page and in brief.json." in text
    assert "Captain Dagny Eskil" in text


def test_paper_prints_only_cited_sentences_past_a_hundred_and_fifty() -> None:
    big = variants.large(8, 20, events=3, actors=2, quotes=0)
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(FORMATS["pdf"](big, Look()))).pages)
    left = re.search(r"(\d+) more stand in the HTML page", text)
    assert left is not None
    assert 100 < int(left[1]) < 160


def test_the_same_bytes_again(made: Made) -> None:
    assert FORMATS["pdf"](briefs.brief(), Look()) == made("brief", "pdf")


def test_zone_locale_hash_seed_and_folder_change_no_byte(made: Made, tmp_path: Path) -> None:
    record = tmp_path / "brief.json"
    record.write_bytes(to_json(briefs.brief()))
    script = (
        "import sys, pathlib\n"
        "from briefing.render import FORMATS\n"
        "from briefing.render.look import Look\n"
        "from briefing.render.record import from_json\n"
        "brief = from_json(pathlib.Path('brief.json').read_bytes())\n"
        "for name in ('pdf', 'html', 'json', 'markdown', 'text'):\n"
        "    pathlib.Path('out.' + name).write_bytes(FORMATS[name](brief, Look()))\n"
    )
    env = {**os.environ, "TZ": "Pacific/Kiritimati", "LANG": "de_DE.UTF-8", "LC_ALL": "C", "PYTHONHASHSEED": "77"}
    subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=env, check=True)
    for name in ("pdf", "html", "json", "markdown", "text"):
        assert (tmp_path / f"out.{name}").read_bytes() == made("brief", name), name


def test_no_path_of_this_machine_is_in_the_files(made: Made) -> None:
    for name in ("pdf", "html"):
        assert str(Path(__file__).parents[2]).encode() not in made("brief", name)


@pytest.mark.parametrize("case", ["brief", "several", "wordy", "twelve"])
def test_one_page_is_one_page(made: Made, case: str) -> None:
    for paper in ("a4", "letter"):
        assert len(pdf(made, case, paper=paper, template_set="one-page").pages) == 1


@needs_poppler
def test_what_one_page_leaves_out_is_counted(made: Made) -> None:
    assert "5 more in the whole brief." in words(made("twelve", "pdf", template_set="one-page"))


def test_what_does_not_fit_on_one_page_is_named() -> None:
    with pytest.raises(RenderError, match="'one-page' holds 1 page: 'sources' does not fit"):
        FORMATS["pdf"](crowd(), Look(template_set="one-page"))


def crowd() -> Brief:
    """So many sources that their names alone fill half a page."""
    return variants.large(150, 2, events=14, actors=14, quotes=8)


def test_a_situation_report_has_highlights_and_a_contact(made: Made) -> None:
    text = "\n".join(page.extract_text() for page in pdf(made, "brief", template_set="sitrep").pages)
    assert "HIGHLIGHTS" in text.upper()
    assert "Situation overview" in text
    assert "desk@brief.example" in text


def test_a_process_of_its_own_makes_the_same_file(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.render.pdf.CHILD_PAGES", -1)
    assert FORMATS["pdf"](briefs.brief(), Look()) == made("brief", "pdf")


def test_a_mistake_in_the_other_process_is_the_same_line(tmp_path: Path) -> None:
    (tmp_path / "one-page.html").write_text("{% extends 'default/one-page.html' %}")
    with Press() as press:
        press.order(crowd(), Look(template_set="one-page", templates=tmp_path))
        with pytest.raises(RenderError, match="'sources' does not fit"):
            press.collect()


def test_a_process_that_is_not_needed_after_all_ends() -> None:
    with Press() as press:
        pass
    assert press._process.returncode is not None


def test_a_process_that_dies_is_an_error_that_says_so() -> None:
    with Press() as press:
        press._process.kill()
        press.order(briefs.brief(), Look())
        with pytest.raises(RenderError, match="the process that made the PDF ended with -9"):
            press.collect()


def test_only_a_very_long_brief_has_a_process_of_its_own() -> None:
    assert expected_pages(paper_markup(variants.twelve(), Look())) == 9
    assert expected_pages(paper_markup(variants.large(80, 30, events=640, actors=60, quotes=600), Look())) > CHILD_PAGES


def test_a_nearly_empty_last_page_is_saved_by_tighter_setting() -> None:
    """The tight page is taken only where it is shorter: a brief that fits has the type of the design."""
    assert b"tight" not in paper_markup(briefs.brief(), Look()).encode().partition(b"</style>")[2]
    look = Look(paper="letter")
    document = lay_out(lambda tight: paper_markup(variants.wordy(), look, tight=tight), look, LocalFetcher())
    normal = HTML(string=paper_markup(variants.wordy(), look), url_fetcher=LocalFetcher()).render()
    assert len(document.pages) == len(normal.pages) - 1

"""The tag tree: one structure element for one HTML element, whatever the pages do."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import Made
from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, IndirectObject
from test_page import Page
from weasyprint.pdf import tags

from briefing.errors import RenderError
from briefing.render import FORMATS
from briefing.render.look import Look
from briefing.render.page import paper_markup

CASES = ["brief", "several", "twelve", "wordy", "bare"]
HEADS = {"h1": "/H1", "h2": "/H2", "h3": "/H3", "h4": "/H4"}


def kids(element: Any) -> list[Any]:
    found = element.get("/K", [])
    found = found.get_object() if isinstance(found, IndirectObject) else found
    return [kid.get_object() for kid in found] if isinstance(found, ArrayObject) else [found]


def walk(element: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Every structure element below one, in order, with the kinds above it."""
    for kid in kids(element):
        if hasattr(kid, "get") and kid.get("/S"):
            yield kid, above
            yield from walk(kid, (*above, str(kid["/S"])))


def tree(made: Made, case: str) -> tuple[PdfReader, list[tuple[Any, tuple[str, ...]]]]:
    reader = PdfReader(io.BytesIO(made(case, "pdf")))
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    return reader, list(walk(root))


def html(case: str) -> Counter[str]:
    from conftest import CASES as BRIEFS

    return Counter(tag for tag, _ in Page(paper_markup(BRIEFS[case](), Look())).tags)


@pytest.mark.parametrize("case", CASES)
def test_tables_sections_and_heads_are_as_many_as_in_the_html(made: Made, case: str) -> None:
    _, found = tree(made, case)
    kinds = Counter(str(element["/S"]) for element, _ in found)
    wanted = html(case)
    assert kinds["/Table"] == wanted["table"]
    assert kinds["/Sect"] == wanted["section"]
    assert kinds["/TR"] == wanted["tr"]
    assert kinds["/THead"] == wanted["thead"]
    assert {kind: kinds[kind] for kind in HEADS.values()} == {kind: wanted[tag] for tag, kind in HEADS.items()}


@pytest.mark.parametrize("case", CASES)
def test_list_items_are_as_many_as_in_the_html(made: Made, case: str) -> None:
    _, found = tree(made, case)
    assert Counter(str(element["/S"]) for element, _ in found)["/LI"] == html(case)["li"]


@pytest.mark.parametrize("case", CASES)
def test_lists_are_as_many_as_in_the_html_over_pages_and_columns(made: Made, case: str) -> None:
    _, found = tree(made, case)
    wanted = html(case)
    assert Counter(str(element["/S"]) for element, _ in found)["/L"] == wanted["ol"] + wanted["ul"]


@pytest.mark.parametrize("case", CASES)
def test_every_element_names_its_parent(made: Made, case: str) -> None:
    reader, _ = tree(made, case)

    def check(parent: Any) -> None:
        for kid in kids(parent):
            if hasattr(kid, "get") and kid.get("/S"):
                assert kid["/P"].get("/S") == parent.get("/S")
                check(kid)

    check(kids(reader.trailer["/Root"]["/StructTreeRoot"])[0])


@pytest.mark.parametrize("case", CASES)
def test_every_marked_content_has_one_place_in_the_tree(made: Made, case: str) -> None:
    """Each MCID of a page stands below exactly one element, and the parent tree leads back to it."""
    reader, found = tree(made, case)
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
    placed: Counter[tuple[int, int]] = Counter()
    for element, _ in found:
        for kid in element.get("/K", []):
            if isinstance(kid, int):
                placed[pages[element.raw_get("/Pg").idnum], int(kid)] += 1
            elif not isinstance(kid, IndirectObject) and kid.get("/Type") == "/MCR":
                placed[pages[kid.raw_get("/Pg").idnum], int(kid["/MCID"])] += 1
    drawn = {
        (number, int(operands[1]["/MCID"]))
        for number, page in enumerate(reader.pages)
        for operands, operator in ContentStream(page["/Contents"], reader).operations
        if operator == b"BDC" and "/MCID" in operands[1]
    }
    assert set(placed) == drawn
    assert set(placed.values()) == {1}


@pytest.mark.parametrize("case", ["brief", "twelve"])
def test_page_furniture_and_repeated_heads_are_artifacts(made: Made, case: str) -> None:
    reader, _ = tree(made, case)
    for page in reader.pages:
        operations = ContentStream(page["/Contents"], reader).operations
        pagination = [
            operands
            for operands, operator in operations
            if operator == b"BDC" and operands[0] == "/Artifact" and operands[1].get("/Type") == "/Pagination"
        ]
        assert pagination
    nums = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    assert any(slot.get_object() is None or str(slot.get_object()) == "NullObject" for slot in nums[1].get_object())


def test_head_cells_have_scope_and_cells_point_to_heads_that_are_there(made: Made) -> None:
    reader, found = tree(made, "twelve")
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    names = {str(name) for name in root["/IDTree"]["/Names"][::2]}
    assert list(root["/IDTree"]["/Names"][::2]) == sorted(root["/IDTree"]["/Names"][::2])
    for element, above in found:
        if element["/S"] == "/TH":
            assert element["/A"]["/Scope"] == ("/Column" if "/THead" in above else "/Row")
            assert str(element["/ID"]) in names
        if element["/S"] == "/TD":
            assert {str(name) for name in element["/A"]["/Headers"]} <= names
            assert element["/A"]["/Headers"]


def test_elements_come_in_the_order_of_reading(made: Made) -> None:
    _, found = tree(made, "brief")
    sections = [element for element, _ in found if element["/S"] == "/Sect"]
    assert len(sections) == 10


def test_without_its_hook_the_repair_says_which_version_it_needs(monkeypatch: pytest.MonkeyPatch, made: Made) -> None:
    from conftest import CASES as BRIEFS

    monkeypatch.delattr(tags, "_build_box_tree")
    with pytest.raises(RenderError, match="from 70 to below 71"):
        FORMATS["pdf"](BRIEFS["bare"](), Look())


def test_the_hook_is_given_back(made: Made) -> None:
    original = tags._build_box_tree
    made("bare", "pdf")
    assert tags._build_box_tree is original

"""A tag tree that is right over page breaks.

WeasyPrint 70 builds the structure of a tagged PDF page by page: a table over two pages becomes two tables, a list in
columns several lists, a repeated head is read out again, page furniture hangs in the air (its issues 1836, 2508, 2903).
``TagRepair`` watches which structure element was made from which HTML element, and its ``finish`` then joins the parts,
drops repeated heads, turns furniture into artifacts and completes the tables (Scope, Headers, IDTree), as PDF/UA-1
(ISO 14289-1, 7.1, 7.5) asks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import tags

from briefing.errors import RenderError

_HOOK = "_build_box_tree"
"""The private function that makes one structure element from one box."""
_REPEATED = ("/THead", "/TFoot")
_IN_COLUMNS = ("/Div", "/L", "/LI", "/LBody")
"""What columns break within a page; the engine also gives each column an element of its own."""


class _Origin(NamedTuple):
    """Where a structure element comes from."""

    element: Any
    """The HTML element, None for anonymous boxes without one."""
    tag: str | None
    """Its name, with ``::before`` and the like for pseudo-elements."""
    page: int


class TagRepair:
    """Repairs the tags of one PDF: ``with repair.watching(): document.write_pdf(finisher=repair.finish)``."""

    def __init__(self) -> None:
        self._origins: dict[int, _Origin] = {}
        self._furniture: defaultdict[int, set[int]] = defaultdict(set)
        """Page to the marked content of its margins and repeated heads."""
        self._replaced: dict[bytes, bytes] = {}
        """Reference of a dropped structure element to the one that stands for it."""
        self._heads: dict[str, str] = {}
        """ID of a repeated head cell to the ID of the first."""
        self._pdf: Any = None

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Notes what WeasyPrint makes of which element while a PDF is written."""
        original = getattr(tags, _HOOK, None)
        if original is None:
            raise RenderError(f"WeasyPrint has no {_HOOK} any more: install a version from 70 to below 71")

        def building(box: Any, parent: Any, pdf: Any, page: int, nums: Any, *rest: Any) -> Iterator[Any]:
            real = getattr(box, "_box", box)
            before = set(nums) if isinstance(real, boxes.MarginBox) else None
            element = real.element
            origin = _Origin(element, None if element is None else real.element_tag, page)
            for made in original(box, parent, pdf, page, nums, *rest):
                self._origins.setdefault(made.number, origin)
                yield made
            if before is not None:
                self._furniture[page] |= set(nums) - before

        setattr(tags, _HOOK, building)
        try:
            yield
        finally:
            setattr(tags, _HOOK, original)

    def finish(self, document: Any, pdf: Any) -> None:
        """Repairs the tree of a PDF that is about to be written; WeasyPrint's finisher."""
        del document
        self._pdf = pdf
        root = self._at(pdf.catalog["StructTreeRoot"])
        self._join(self._at(root["K"][0]))
        self._complete_tables(root)
        self._mend_parent_tree(self._at(root["ParentTree"]))
        self._mark_artifacts()

    def _at(self, reference: Any) -> Any:
        return self._pdf.objects[int(bytes(reference).split()[0])]

    def _structures(self, parent: Any) -> Iterator[Any]:
        """The structure elements right below one."""
        for kid in parent["K"]:
            if isinstance(kid, bytes) and (child := self._at(kid)).get("Type") == "/StructElem":
                yield child

    def _below(self, parent: Any) -> Iterator[Any]:
        stack = [parent]
        while stack:
            for child in self._structures(stack.pop()):
                yield child
                stack.append(child)

    def _join(self, root: Any) -> None:
        """Joins the parts that one HTML element left on several pages and in several columns, from the top down."""
        stack = [root]
        while stack:
            parent = stack.pop()
            first: dict[tuple[int, str | None, str], Any] = {}
            previous = None
            kept = pydyf.Array()
            for kid in parent["K"]:
                child: Any = self._at(kid) if isinstance(kid, bytes) else None
                key = self._key(child)
                if key is None:
                    kept.append(kid)
                elif key not in first:
                    first[key] = child
                    kept.append(kid)
                elif self._on_one_page(child, first[key]) and not (key == previous and child["S"] in _IN_COLUMNS):
                    kept.append(kid)
                else:
                    self._absorb(first[key], child)
                previous = key
            parent["K"] = kept
            stack += self._structures(parent)

    def _on_one_page(self, child: Any, other: Any) -> bool:
        """Whether two parts of one element stand on one page, as the two lines of a link may."""
        return self._origins[child.number].page == self._origins[other.number].page

    def _key(self, child: Any) -> tuple[int, str | None, str] | None:
        """What parts of one element share; None for anything that is never joined."""
        if child is None or child.get("Type") != "/StructElem":
            return None
        origin = self._origins.get(child.number)
        return None if origin is None or origin.element is None else (id(origin.element), origin.tag, child["S"])

    def _absorb(self, first: Any, later: Any) -> None:
        """Moves the kids of a later part into the first; a repeated table head becomes furniture."""
        if first["S"] in _REPEATED:
            self._drop_head(first, later)
            return
        self._replaced[later.reference] = first.reference
        for kid in later["K"]:
            if isinstance(kid, int):
                first["K"].append(pydyf.Dictionary({"Type": "/MCR", "Pg": later["Pg"], "MCID": kid}))
                continue
            first["K"].append(kid)
            if isinstance(kid, bytes) and (child := self._at(kid)).get("Type") == "/StructElem":
                child["P"] = first.reference

    def _drop_head(self, first: Any, later: Any) -> None:
        cells = {id(self._origins[cell.number].element): cell for cell in self._below(first) if "ID" in cell}
        for part in self._below(later):
            page = self._origins[part.number].page if part.number in self._origins else None
            page = self._origins[later.number].page if page is None else page
            self._furniture[page] |= {kid for kid in part["K"] if isinstance(kid, int)}
            origin = self._origins.get(part.number)
            if "ID" in part and origin is not None and id(origin.element) in cells:
                self._heads[part["ID"].string] = cells[id(origin.element)]["ID"].string

    def _complete_tables(self, root: Any) -> None:
        """Gives every head cell its scope, points cells to the heads that are left, and lists the heads' IDs."""
        names: list[tuple[str, bytes]] = []
        for part in self._below(self._at(root["K"][0])):
            if part["S"] == "/TH":
                element = self._origins[part.number].element
                row = element is not None and element.get("scope") in ("row", "rowgroup")
                part.setdefault("A", pydyf.Dictionary({"O": "/Table"}))["Scope"] = "/Row" if row else "/Column"
                if "ID" in part:
                    names.append((part["ID"].string, part.reference))
            elif part["S"] == "/TD" and "Headers" in part.get("A", {}):
                old = [header.string for header in part["A"]["Headers"]]
                new = dict.fromkeys(self._heads.get(name, name) for name in old)
                part["A"]["Headers"] = pydyf.Array(pydyf.String(name) for name in new)
        if names:
            flat = [item for name, reference in sorted(names) for item in (pydyf.String(name), reference)]
            root["IDTree"] = pydyf.Dictionary({"Names": pydyf.Array(flat)})

    def _mend_parent_tree(self, tree: Any) -> None:
        """Points every slot to the element that is left, and empties those of furniture."""
        slots = tree["Nums"]
        for index in range(0, len(slots), 2):
            number, value = slots[index], slots[index + 1]
            if isinstance(value, bytes):
                slots[index + 1] = self._final(value)
                continue
            furniture = self._furniture.get(number, set())
            for mcid, reference in enumerate(value):
                value[mcid] = b"null" if mcid in furniture else self._final(reference)

    def _final(self, reference: Any) -> Any:
        while reference in self._replaced:
            reference = self._replaced[reference]
        return reference

    def _mark_artifacts(self) -> None:
        """Turns the marked content of furniture into pagination artifacts."""
        pages = [self._at(reference) for reference in self._pdf.page_references]
        for number, mcids in sorted(self._furniture.items()):
            stream = self._at(pages[number]["Contents"]).stream
            for index, item in enumerate(stream):
                if isinstance(item, pydyf.Dictionary) and item.get("MCID") in mcids:
                    stream[index - 1] = "/Artifact"
                    stream[index] = pydyf.Dictionary({"Type": "/Pagination"})

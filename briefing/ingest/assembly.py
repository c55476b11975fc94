"""A draft becomes an article: cleaned text with its map to the source, masthead and what was left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.ingest import outlets
from briefing.ingest.cleaning.masthead import Head
from briefing.ingest.cleaning.paragraphs import joined, physical_lines, split
from briefing.ingest.cleaning.sorting import Cleaned, Known, Label, clean
from briefing.ingest.cleaning.titles import split_outlet
from briefing.ingest.dates import Stamp, find_dates, read_date
from briefing.ingest.drafts import Draft, Facts, SkipError
from briefing.ingest.language import language_of
from briefing.ingest.marking import own_marks
from briefing.ingest.naming import shown_line
from briefing.model import Article, Block, BlockKind, DateBasis, Dropped, Segment

PARAGRAPH_BREAK = "\n\n"
URL_DATE = re.compile(
    r"/(?P<year>(?:19|20)\d\d)(?:[/-](?P<month>0?[1-9]|1[0-2])[/-](?P<day>0?[1-9]|[12]\d|3[01])(?:[/-]|$)"
    r"|/[A-Za-z]{2,20}/(?P<month_behind>0[1-9]|1[0-2])/(?P<day_behind>0[1-9]|[12]\d|3[01])/)"
)
"""A section may stand between: ``/2024/WORLD/06/14/``."""
MIXED_SCRIPT = re.compile(r"[A-Za-z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][A-Za-z]")
"""A Latin letter beside a Greek or Cyrillic one: a word made to look like another."""
HEAD_OF_LINE = 400
DATELINE_END = re.compile(r"\)?,? ?(?:[/(][A-Za-z ./-]{2,30}[)/]?)? ?[-–—:]{1,2} ")
THIN = 0.3
"""A page of which fewer words survive is reported."""


@dataclass(frozen=True, slots=True)
class Body:
    """The text of an article with its map, as ``assemble`` puts it together."""

    text: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    dropped: tuple[Dropped, ...]


def make_article(draft: Draft, identity: str, *, keep_all: bool = False) -> Article:
    """The article in a draft; raises ``SkipError`` (``no-text``, ``language``)."""
    draft = replace(draft, text=outlets.hide_passwords(draft.text))
    if not draft.text.strip():
        raise SkipError("no-text", "There are no words in it.")
    if keep_all:
        cleaned = _kept_whole(draft.text)
    else:
        known = Known(draft.facts.title, draft.facts.byline, draft.cleaned)
        cleaned = clean(split(draft.text, join=not (draft.cleaned or draft.joined)), known)
    body = assemble(draft.text, cleaned)
    found = any(block.kind is BlockKind.BODY for block in body.blocks)
    if not any(letter.isalpha() for letter in body.text or draft.text):
        raise SkipError("no-text", "There are no words in it.")
    language = (keep_all and draft.facts.language) or language_of(_body_text(body) if found else draft.text)
    if not found and (keep_all or language == "en"):
        raise SkipError("no-text", "No article text was found in it.")
    if language != "en" and not keep_all:
        raise SkipError("language", f"Not in English (found: {language}).")
    return _with_masthead(draft, identity, body, cleaned.head, language)


def _kept_whole(text: str) -> Cleaned:
    """Every paragraph as body: parted by empty lines, or by lines where there are none."""
    lines = list(physical_lines(text))
    paragraphs = joined(lines) if any(line.gap for line in lines[1:]) else split(text, join=False)
    return Cleaned(tuple(paragraphs), (Label(BlockKind.BODY, "kept"),) * len(paragraphs), Head())


def _body_text(body: Body) -> str:
    """The body paragraphs in one string."""
    return "\n".join(body.text[block.start : block.end] for block in body.blocks if block.kind is BlockKind.BODY)


def assemble(source: str, cleaned: Cleaned) -> Body:
    """Text, blocks and segments of the paragraphs kept, and the stretches of the source that were dropped."""
    texts: list[str] = []
    blocks: list[Block] = []
    segments: list[Segment] = []
    dropped: list[Dropped] = []
    length = 0
    for paragraph, label in zip(cleaned.paragraphs, cleaned.labels, strict=True):
        if label.kind is None:
            stretch = source[paragraph.start : paragraph.end]
            dropped.append(Dropped(paragraph.start, paragraph.end, _public_rule(label.rule, stretch), stretch))
            continue
        if texts:
            length += len(PARAGRAPH_BREAK)
        texts.append(paragraph.text)
        blocks.append(Block(label.kind, length, length + len(paragraph.text)))
        segments.extend(Segment(length + one.start, length + one.end, one.source) for one in paragraph.pieces)
        length += len(paragraph.text)
    return Body(PARAGRAPH_BREAK.join(texts), tuple(blocks), tuple(segments), tuple(dropped))


def _public_rule(rule: str, text: str) -> str:
    """The name of a rule as it is shown: an address given as the source is no mere link."""
    return "source-url" if rule == "url" and text.lower().lstrip().startswith("source") else rule


def _with_masthead(draft: Draft, identity: str, body: Body, head: Head, language: str) -> Article:
    """The article with everything known of it beside its text."""
    facts = _shown(draft.facts)
    left_out = [(dropped.rule, dropped.text) for dropped in body.dropped]
    title, behind = _title(body, facts)
    url = outlets.safe_address(facts.url) or outlets.source_address(left_out)
    publisher, basis = _publisher(facts, head, left_out, _lead_text(body), url, behind)
    stamp, published_basis, warnings = _published(facts, head, left_out, url, _lead_text(body))
    kept = sum(len(body.text[block.start : block.end].split()) for block in body.blocks)
    thin = kept < THIN * len(draft.text.split()) and not draft.cleaned
    mixed = MIXED_SCRIPT.search(body.text) is not None
    marks = [name for name, found in (("mixed-script", mixed), ("thin", thin)) if found]
    return Article(
        id=identity,
        name=draft.name,
        text=body.text,
        blocks=body.blocks,
        segments=body.segments,
        digest=draft.digest,
        title=title,
        subtitle=_block_text(body, BlockKind.SUBTITLE) or facts.subtitle,
        byline=facts.byline or head.byline,
        publisher=publisher,
        publisher_basis=basis,
        published=stamp.value if stamp else None,
        published_basis=published_basis,
        published_text=stamp.text if stamp else None,
        url=url,
        language=language,
        handling=own_marks(draft.text, facts.title, facts.handling),
        topic=facts.topic,
        dropped=body.dropped,
        record=draft.record,
        warnings=tuple(dict.fromkeys((*draft.warnings, *warnings, *marks))),
    )


def _shown(facts: Facts) -> Facts:
    """The facts with names and titles that are safe to show; what holds nothing visible is not stated."""

    def line(text: str | None) -> str | None:
        return shown_line(text or "") or None

    return replace(
        facts,
        title=line(facts.title),
        subtitle=line(facts.subtitle),
        publisher=line(facts.publisher),
        topic=line(facts.topic),
        byline=tuple(name for one in facts.byline if (name := line(one))),
    )


def _block_text(body: Body, kind: BlockKind) -> str | None:
    """The first block of a kind."""
    return next((body.text[block.start : block.end] for block in body.blocks if block.kind is kind), None)


def _lead_text(body: Body) -> str:
    """The first body paragraph."""
    return _block_text(body, BlockKind.BODY) or ""


def _title(body: Body, facts: Facts) -> tuple[str | None, str | None]:
    """The title and the outlet's name that stood behind it, if one did."""
    title = facts.title or _block_text(body, BlockKind.TITLE)
    return split_outlet(title) if title else (None, None)


def _publisher(
    facts: Facts, head: Head, left_out: Sequence[tuple[str, str]], lead: str, url: str | None, behind: str | None
) -> tuple[str | None, str]:
    """The outlet and how it is known, the surest first."""
    if facts.publisher:
        return facts.publisher, facts.publisher_basis
    if stated := head.outlet or behind or outlets.stated_outlet(left_out, lead):
        return stated, "stated"
    if named := outlets.outlet_in_appeals(left_out):
        return named, "clutter"
    if head.written_for:
        return head.written_for, "stated"
    if host := outlets.host_of(url):
        return host, "url"
    return None, "none"


def _published(
    facts: Facts, head: Head, left_out: Sequence[tuple[str, str]], url: str | None, lead: str
) -> tuple[Stamp | None, DateBasis, tuple[str, ...]]:
    """The publication time, how it is known, and warnings about it."""
    warnings = list(head.warnings)
    given = read_date(facts.published) if facts.published else None
    stated = head.stamp if head.stamp and head.stamp.value else _late_stamp(left_out) or _lead_stamp(lead)
    if given and given.warning:
        warnings.append(given.warning)
    if stated and given and stated.value and given.value and stated.value[:10] != given.value[:10]:
        warnings.append("date-conflict")
    for stamp, basis in ((given, facts.published_basis), (stated, DateBasis.STATED), (_url_stamp(url), DateBasis.URL)):
        if stamp and stamp.value:
            return stamp, basis, tuple(warnings)
    return None, DateBasis.NONE, (*warnings, "no-date")


def _late_stamp(left_out: Sequence[tuple[str, str]]) -> Stamp | None:
    """A publication time below the article."""
    for rule, text in left_out:
        if rule in {"stamp", "legal", "credit"} and len(text) < 200:
            stamp = read_date(text)
            if stamp and stamp.value and "©" not in text:
                return stamp
    return None


def _lead_stamp(lead: str) -> Stamp | None:
    """The day in a dateline ("GENEVA, May 3, 2024 (Wire) -"), or a day with its hour on a page of one line."""
    for stamp in find_dates(lead[:HEAD_OF_LINE]):
        behind = lead[stamp.end : stamp.end + 40]
        dateline = stamp.start <= 60 and DATELINE_END.match(behind) and not re.search(r"[.!?] ", lead[: stamp.start])
        if stamp.value and (dateline or ("T" in stamp.value and len(lead) > 2 * HEAD_OF_LINE)):
            return stamp
    return None


def _url_stamp(url: str | None) -> Stamp | None:
    """The day in an address such as ``/2024/06/14/``."""
    match = URL_DATE.search(url or "")
    if match is None:
        return None
    month, day = match["month"] or match["month_behind"], match["day"] or match["day_behind"]
    return read_date(f"{match['year']}-{int(month):02}-{int(day):02}")

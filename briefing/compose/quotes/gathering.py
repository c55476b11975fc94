"""Quotations of a story: each once, in the longest form, with every sentence that carries it and whose words they are.

Full direct quotations come first, by the weight of their source and how widely they are carried; then partial
quotations and reported speech by date. Words are cut from the sources and checked against them letter by letter.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from briefing.annotate import layers
from briefing.annotate.layers import Attribution
from briefing.compose.actors.gathering import ActorTable
from briefing.compose.actors.roles import is_tie
from briefing.compose.documents import Document
from briefing.compose.origins import Origins
from briefing.compose.quotes import folding, quote_actors, quote_dates, quote_texts
from briefing.errors import ComposeError
from briefing.model import Actor, Evidence, Passage, Quote, QuoteKind

logger = logging.getLogger(__name__)

NO_DATE = "9999"
READABLE = range(8, 46)
"""Words of a quotation that reads well at a glance."""
SHORTEST = 4
"""Words a report must have to be worth a row."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """One quotation of one article, before the same words of other articles are folded into it."""

    quote: Quote
    document: Document
    number: int
    """Position of the article."""
    start: int
    evidence: tuple[Evidence, ...]
    full: bool
    salience: float
    words: tuple[str, ...]
    speaker_key: str


def compose_quotes(documents: Sequence[Document], actors: ActorTable, origins: Origins) -> tuple[Quote, ...]:
    """The quotations of ``documents`` in the order shown, ids ``Q1`` and on.

    A quotation whose words do not stand in the sentences named for them is left out, and a warning names them.
    """
    carriers = origins.carriers()
    drafts = [
        draft
        for number, document in enumerate(documents)
        for attribution in _outermost(_carried(document, carriers))
        if (draft := _draft(document, number, attribution, actors, origins)) is not None
    ]
    folded = [_fold([drafts[n] for n in group], origins) for group in folding.groups(drafts)]
    folded.sort(key=_rank)
    return tuple(replace(draft.quote, id=f"Q{number}") for number, draft in enumerate(folded, 1))


def _draft(
    document: Document, number: int, attribution: Attribution, actors: ActorTable, origins: Origins
) -> _Draft | None:
    """One quotation as shown; None where it has no source, no body sentence or too few words."""
    contents = quote_texts.extents(document, attribution)
    full = quote_texts.is_whole(attribution)
    if not contents or not (full or quote_texts.is_complete(attribution)):
        return None
    text = quote_texts.direct(document, contents) if full else quote_texts.reported(document, attribution)
    words = folding.fold(text.text)
    if not text.evidence or len(words) < SHORTEST or not _stands(document, text):
        return None
    actor = _actor(document, attribution, actors)
    evidence = quote_texts.evidence_of(document, attribution)
    source = _source(attribution, actor)
    if not source and not full:
        return None
    quote = Quote(
        id="",
        kind=_kind(attribution, full),
        contents=contents,
        text=text,
        source=source,
        actor=actor.id if actor is not None else None,
        source_role=_role(actor),
        cue=" ".join(attribution.cue.text.split()) if attribution.cue is not None else "",
        when=quote_dates.date_of(document, attribution),
        via=" ".join(attribution.via.text.split()) if attribution.via is not None else None,
        carriage=origins.carriage(evidence),
    )
    salience = actor.salience if actor is not None else 0.0
    key = actor.id if actor is not None else source.casefold()
    return _Draft(quote, document, number, contents[0].start, evidence, full, salience, words, key)


def _actor(document: Document, attribution: Attribution, actors: ActorTable) -> Actor | None:
    """Whom the source stands for; None for a description of nobody known."""
    if attribution.entity:
        return actors.of(document.article.id, attribution.entity)
    return quote_actors.of_words(attribution.speaker or "", actors.actors)


def _stands(document: Document, text: Passage) -> bool:
    """The words stand in their sentences; one quotation that does not is no reason to stop the brief."""
    try:
        quote_texts.check(document, text)
    except ComposeError as error:
        numbers = ", ".join(str(document.sentences.index(one) + 1) for one in text.evidence)
        logger.warning("left out of %s, sentence %s: %s", document.article.name, numbers, error)
        return False
    return True


def _kind(attribution: Attribution, full: bool) -> QuoteKind:
    """Direct where the quoted words are shown alone; quoted words within a clause are mixed."""
    if attribution.kind == "direct":
        return QuoteKind.DIRECT if full else QuoteKind.MIXED
    return QuoteKind(attribution.kind)


def _carried(document: Document, carriers: Set[tuple[str, str]]) -> list[Attribution]:
    """The attributions of a document; what an outlet of the story reports somebody to say is carried by that outlet.

    An article does not always show that "Meridian" is a paper: "according to Meridian, the company denies".
    """
    found = layers.attributions(document.doc)
    outlets = [one for one in found if one.entity and (document.article.id, one.entity) in carriers]
    inner = {one.id: outlet for outlet in outlets for one in found if one not in outlets and _reports(outlet, one)}
    outer = {outlet.id for outlet in inner.values()}
    return [
        one._replace(via=one.via or inner[one.id].source) if one.id in inner else one
        for one in found
        if one.id not in outer
    ]


def _outermost(found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions that no other one reports: what X says that Y said is X's statement, not Y's."""
    return [one for one in found if not any(_reports(other, one) for other in found)]


def _reports(outer: Attribution, inner: Attribution) -> bool:
    """The inner cue and its words stand in the words of the outer source."""
    if outer.id == inner.id or inner.cue is None:
        return False
    return any(
        span.start <= inner.cue.start and inner.cue.end <= span.end and span.start <= inner.contents[0].start < span.end
        for span in outer.contents
    )


def _source(attribution: Attribution, actor: Actor | None) -> str:
    """The name shown for the source."""
    if actor is not None:
        return actor.name
    if attribution.speaker:
        return " ".join(attribution.speaker.split())
    return ""


def _role(actor: Actor | None) -> str:
    """The role most sentences give; one that ties the actor to another ("counterpart") only for want of a better."""
    if actor is None or not actor.roles:
        return ""
    role = min(actor.roles, key=lambda role: (is_tie(role.text), -len(role.evidence), -len(role.text), role.text))
    says_where = role.says_where or any(word[:1].isupper() for word in role.text.split())
    return role.text if says_where or not role.affiliation else f"{role.text}, {role.affiliation}"


def _fold(group: list[_Draft], origins: Origins) -> _Draft:
    """The longest form with the references of all; told differently where the words are neither equal nor contained."""
    best = next((draft for draft in group if draft.full), group[0])
    if len(group) == 1:
        return best
    others = [draft for draft in group if draft is not best]
    evidence = tuple(dict.fromkeys((*best.evidence, *(one for draft in others for one in draft.evidence))))
    differs = any(not folding.contains(best.words, draft.words) for draft in others if draft.full == best.full)
    references = tuple(dict.fromkeys((*best.quote.text.evidence, *(e for d in others for e in d.quote.text.evidence))))
    quote = replace(
        best.quote,
        text=Passage(best.quote.text.text, references),
        when=min((draft.quote.when for draft in group), key=lambda when: when.value or NO_DATE),
        via=best.quote.via or next((draft.quote.via for draft in others if draft.quote.via), None),
        carriage=origins.carriage(evidence, differs=differs),
    )
    return replace(best, quote=quote, evidence=evidence)


def _rank(draft: _Draft) -> tuple[int, float, str, int, int]:
    """Full quotations by weight, the others by date; position decides ties."""
    if draft.full:
        carried = len(draft.quote.carriage.origins)
        weight = draft.salience * (1.0 if len(draft.words) in READABLE else 0.6) * (1 + 0.5 * (carried - 1))
        known = 1.0 if draft.quote.source else 0.0
        return 0, -(known * 100 + weight), "", draft.number, draft.start
    return 1, 0.0, draft.quote.when.value or NO_DATE, draft.number, draft.start

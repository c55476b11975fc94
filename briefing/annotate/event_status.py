"""What a source says of an event: reported, expected, denied or alleged."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.annotate.outlook import verb_outlook
from briefing.annotate.timex_setting import FUTURE

DENIALS = {"deny", "refute", "disavow", "rebut"}
ALLEGATIONS = {"allege", "accuse", "suspect", "claim"}
ALLEGING_ADVERBS = {"allegedly", "purportedly", "supposedly"}


def status_of(head: Token) -> str:
    """The status of the clause with this head."""
    if verb_outlook(head) == FUTURE:
        return "expected"
    above = head.head
    if head.dep_ in {"ccomp", "xcomp", "pcomp", "advcl"} and above != head:
        governor = above.head if above.pos_ == "ADP" else above
        if governor.lemma_ in DENIALS:
            return "denied"
        if governor.lemma_ in ALLEGATIONS:
            return "alleged"
    if any(child.lower_ in ALLEGING_ADVERBS for child in head.children):
        return "alleged"
    return "reported"

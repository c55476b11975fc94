"""Where the words of a source end and those of the outlet go on: the right edge of a reported clause.

Two cuts pay (PolNeAR development half, indirect F1 77.0 to 77.6): a participle that reports anew («, adding that ...»)
and a second verb of saying that the parser hung into the clause. Cutting at «, which ...» or at a dash does not.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.annotate.quotes import cues

TURNS = ("though", "although", "while", "whereas")
"""Behind a comma these more often start what the outlet sets against the words than the words' own turn."""
THEREUPON = ("before", "after", "while")
"""Behind quoted words these tell what the source did besides: «said it was "good" before leaving»."""


def cut(doc: Doc, start: int, end: int, cue: Token) -> int:
    """The end of a reported clause without what the outlet adds to it."""
    for token in doc[start + 2 : end]:
        before = doc[token.i - 1]
        if before.text == "," and token.tag_ == "VBG" and set(cues.verb_frames(token)) & set("qc"):
            return before.i
        if before.text == "," and token.lower_ in TURNS:
            return before.i
        if before.is_quote and token.lower_ in THEREUPON and token.nbor(1).tag_ == "VBG":
            return token.i
        if before.lower_ in ("and", "but") and _second_cue(token, cue):
            return before.i
    return end


def _second_cue(token: Token, cue: Token) -> bool:
    """A second verb of saying in the tense of the first, without a subject of its own: «said ... and warned ...»."""
    verb = token.nbor(1) if token.pos_ == "ADV" else token
    if verb.tag_ != _finite_tag(cue) or verb.tag_ not in ("VBD", "VBZ") or verb.head.tag_ == verb.tag_:
        return False
    own = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    return not own and verb.head != cue and bool(set(cues.verb_frames(verb)) & set("qc"))


def _finite_tag(cue: Token) -> str:
    """The tag of the finite part of a cue: of "is" in "is telling"."""
    auxiliary = next((child for child in cue.lefts if child.dep_ == "aux" and child.tag_ in ("VBZ", "VBD")), cue)
    return str(auxiliary.tag_)

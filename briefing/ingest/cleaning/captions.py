"""Captions of pictures: by the credit they end in or hang on, how they open, and the tense of what is shown."""

from __future__ import annotations

import re

from briefing.ingest.cleaning.closings import is_signed
from briefing.ingest.words import words_of

MOST_WORDS = 45
"""No caption of the fixtures or of the development articles is longer."""
CREDIT = re.compile(
    r"""[(\[](?:photo|image|picture|pic|video|source|credit|file|courtesy|illustration|photograph)\b
        [^()\[\]]{0,80}[)\]]\W{0,3}$
      | (?:[.!?”"’|/)\]–—-]\ ?|\bvia\ |^)
        (?:ap\ photo|epa-efe|getty\ images|reuters|afp|epa|kyodo|jiji|bernama|shutterstock|anadolu\ agency|pool)
        (?:\ ?/\ ?[\w.'’\- ]{1,40})?\W{0,3}$
      | \b(?:getty\ images|shutterstock|istock(?:photo)?|ap\ photo/[\w.'’\- ]{1,40}|alamy)
        (?:\ ?[/|]\ ?[\w.'’\- ]{1,40})?\W{0,3}$
      | /(?:dpa|picture\ alliance|imago|ap|afp|reuters|epa|getty\ images|xinhua|anadolu|nurphoto|zuma|pool|tass)\W{0,2}$
      | (?:\b|(?-i:(?<=[a-z.])(?=[IP])))(?:photo|image|picture|photograph|credit|courtesy|illustration)
        (?:\ (?:by|credit|courtesy))?:
        \ ?[^.:]{1,60}\W{0,2}$
      | \b(?:reuters|afp|epa|ap|xinhua|anadolu|nurphoto)/[A-Z][\w.'’\- ]{1,40}\W{0,3}$
      | [(\[][^()\[\]]{2,70}\ ?/\ ?[^()\[\]]{2,40}[)\]]\W{0,3}$
      | [(\[](?:submitted|supplied|provided|contributed|handout)\b[^()\[\]]{2,60}[)\]]\W{0,3}$
      | [.!?”"’]\ [(\[](?-i:[A-Z])[\w\ .&'’-]{1,30}:\ (?-i:[A-Z])[\w\ .,'’-]{1,40}[)\]]\W{0,3}$
      | [.!?”"’]\ ?(?:pic|photo|picture|image|photograph)s?\ (?:by|via|from|courtesy(?:\ of)?)
        \ (?-i:[A-Z])[\w.'’/\ -]{2,50}(?:,\ used\b[^.]{2,40})?\W{0,2}$
      | ©[^.]{0,60}\W{0,2}$""",
    re.VERBOSE | re.IGNORECASE,
)
OPENING = re.compile(
    r"(?:FILE|ARCHIVE|File|Archive)(?: (?:PHOTO|photo|IMAGE|image|PICTURE|picture))? ?[-–—:] ?[A-Z]"
    r"|\((?:L-R|L to R|From left|from left)\)|In this (?:\w+ ){0,3}(?:photo|image|picture|frame|photograph)\b"
)
PAST = re.compile(r"\b(?:said|says|told|was|were|had|according|announced|did|would|[“”\"])", re.IGNORECASE)
"""Words of a report that captions do without: they tell in the present what is to be seen."""
SHOWN = re.compile(
    r"\b(?:walks?|speaks?|attends?|arrives?|looks?|stands?|holds?|waves?|shakes?|sits?|watch(?:es)?|inspects?|gestures?"
    r"|meets?|address(?:es)?|delivers?|poses?|listens?|reacts?|greets?|gathers?|carry|carries|rides?|march(?:es)?|rally"
    r"|rallies|wades?|waits?|smiles?|talks|boards?|mourns?|cheers?|drives?|flies|rises?|gives?|signs?"
    r"|(?:is|are) seen|pictured)\b"
)
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
DATED = re.compile(rf"\b{MONTH} \d{{1,2}}, (?:19|20)\d\d\W{{0,2}}$|\b\d{{1,2}} {MONTH},? (?:19|20)\d\d\W{{0,2}}$")
THIS_PICTURE = re.compile(
    r"Th(?:is|ese) (?:[\w-]+ ){0,3}(?:photo|image|picture|photograph|still|screengrab)s?\b.{0,160}?\bshows?\b"
)
"""Words that point at a picture, which none of a report do."""
AGENCY_BEHIND = re.compile(r"[.!?] ?\((?:[A-Z][A-Za-z]{1,10}[ ,/&]{0,2}){1,3}\)\W{0,2}$")
SIDES = re.compile(r"\((?:[LRC]|left|right|centre|center)\)|, (?:second from )?(?:left|right|centre|center),")
HANGING = re.compile(
    r"\((?i:photo|image|picture|credit|courtesy)\b[^()]{2,80}\)"
    r"|(?:[A-Z][\w.'’-]{0,20} ){1,3}[A-Z][\w.'’-]{1,20} ?/ ?[A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20}){0,3}"
)
"""A credit on a line of its own that belongs to the caption above it."""


NAMED = re.compile(
    r"(?i:(?:photo|image|picture)?s? ?(?:credits?|courtesy)|photo(?:graph)?s?|pic(?:ture)?s?|images?)"
    r" ?(?:[:|/]|by\b|\.{3}|…) ?[^.!?]{2,80}(?:\.[^.!?]{2,40})?"
    r"|(?:Getty Images|Shutterstock|Alamy|AFP|Reuters|REUTERS|EPA)(?: ?/ ?[\w .]{2,40})?"
)
"""The same in the words of any page; beside such a line stand paragraphs of the story too, where a picture has none."""
BEHIND = re.compile(r"[.!?][”\"’]? ?(?:[—–-]{1,2} ?[A-Z][\w.]{1,20}(?: [\w./]{1,20}){0,3}|\([A-Z][^()!?]{2,80}\))$")
"""What may be a credit behind the last stop, or the signature of a report."""
VERB = words_of("finite", "finite_in_sentences", "reporting", "saying", "finite_elsewhere")
ATTRIBUTE = re.compile(r"(?:\b(?:an?|the|his|her|its|their)|[’']s) [a-z]{3,20}ed\b")
"""A participle before its noun ("the capital's planned palace")."""
FIRST_SENTENCE = re.compile(r"[^.!?“”\"]{15,250}[.!?](?= |$)")
VERBLESS_WORDS = 4
SUBORDINATE = re.compile(r",? (?:when|where|which|who|whose|that|as|after|before|while|because)\b")


def is_caption(text: str, words: int) -> bool:
    """The paragraph is the caption of a picture."""
    if words > MOST_WORDS:
        return False
    if (text.endswith("|") or CREDIT.search(text[-130:])) and not is_signed(text):
        return True
    if BEHIND.search(text[-130:]) and _names_what_is_shown(text):
        return True
    return bool(OPENING.match(text) or THIS_PICTURE.match(text)) or _tells_what_is_shown(text)


def hangs_below(credit: str, text: str, words: int) -> bool:
    """``text`` is a caption whose credit is the line below it."""
    if words > MOST_WORDS:
        return False
    hangs = bool(HANGING.fullmatch(credit)) and not PAST.search(text)
    return hangs or (bool(NAMED.fullmatch(credit)) and _names_what_is_shown(text))


def _names_what_is_shown(text: str) -> bool:
    """The first main clause has no finite verb: it names what is to be seen, perhaps with what that does."""
    match = FIRST_SENTENCE.match(text)
    clause = SUBORDINATE.split(match.group(), maxsplit=1)[0] if match else ""
    return clause.count(" ") >= VERBLESS_WORDS and not VERB.search(ATTRIBUTE.sub("", clause))


def _tells_what_is_shown(text: str) -> bool:
    """A sentence in the present tense with the picture's day or agency behind it, or with who stands left and right."""
    placed = DATED.search(text[-24:]) or SIDES.search(text) or AGENCY_BEHIND.search(text[-40:])
    return bool(placed and SHOWN.search(text)) and not PAST.search(text)

"""Mentions of a surname that are a town or a firm of that name: "Bo Aal flew to Aal", "Ann Bek founded Bek"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set

from spacy.tokens import Doc, Token

from briefing.annotate import countries, lexicon
from briefing.annotate.names import signs
from briefing.annotate.names.candidates import Candidate
from briefing.annotate.names.evidence import (
    ORGANISATION,
    PERSON,
    PLACE,
    gender_of_given_name,
    is_club_name,
    is_organisation_name,
    opens_as_club,
)
from briefing.annotate.names.neighbours import PLACE_PREPOSITIONS, noun_of_apposition
from briefing.annotate.names.organisation_names import is_company
from briefing.annotate.names.sharing import is_free

_PLACE_LABELS = ("GPE", "LOC", "FAC")
_MOTION = lexicon.word_set("motion")


def told_apart(doc: Doc, types: Mapping[Candidate, str]) -> dict[Candidate, str]:
    """``types`` with those mentions of surnames turned that the text shows to be a town's, a firm's or a club's.

    One mention must be shown by the words beside it; the recogniser's word is enough for the others.
    """
    types = {**types, **_as_full_names(doc, types)}
    people = [one for one, kind in types.items() if kind == PERSON and one.end - one.start > 1]
    reigning = [one for one, kind in types.items() if kind == PERSON and one.start and _reigns(doc, one)]
    full = {doc[one.end - 1].text for one in (*people, *reigning)}
    single = [one for one in types if one.end - one.start == 1 and one.label != "TITLE"]
    bare = [one for one in single if types[one] == PERSON]
    places = {doc[one.start].text for one in single if types[one] == PLACE}
    given = [one for one in bare if _is_given_only(doc, one, people)]
    turned = {one: PLACE for one in given if _is_town(doc, one, places)}
    turned |= {one: ORGANISATION for one in given if doc[one.start].text in lexicon.words("club_words.txt")}
    turned |= {one: PLACE for one in single if types[one] == ORGANISATION and _is_told_to_lie(doc, one)}
    turned |= {one: PLACE for one in bare if doc[one.start].text not in full and signs.is_inhabited(doc, one)}
    turned |= _as_people(doc, [one for one in single if types[one] != PERSON and doc[one.start].text in full])
    bare = [one for one in bare if doc[one.start].text in full and not _is_state(doc[one.start].text)]
    if not bare:
        return {**types, **turned}
    return {**types, **turned, **_as_namesakes(doc, types, people, bare, places)}


def with_regions_of_firms(doc: Doc, types: Mapping[Candidate, str]) -> dict[Candidate, str]:
    """``types`` with the mentions turned that "the" makes a region: "fires in the Aal" where "Aal" is a firm."""
    bodies = [one for one, kind in types.items() if kind == ORGANISATION and one.end - one.start == 1 and one.start > 1]
    firms = {doc[one.start].text for one in bodies if doc[one.start].dep_ == "nsubj" and not doc[one.start].n_lefts}
    turned = [one for one in bodies if doc[one.start].text in firms and _has_article(doc, one)]
    turned = [one for one in turned if doc[one.start].lower_ not in lexicon.words("organisation_words.txt")]
    turned = [one for one in turned if doc[one.start - 2].lower_ in PLACE_PREPOSITIONS and _ends_phrase(doc[one.start])]
    return {one: PLACE if one in turned else kind for one, kind in types.items()}


def _has_article(doc: Doc, one: Candidate) -> bool:
    return one.start > 0 and doc[one.start - 1].lower_ == "the"


def _ends_phrase(token: Token) -> bool:
    return token.dep_ == "pobj" and not token.is_upper


def _is_state(word: str) -> bool:
    return countries.country_name(word) is not None


def _as_full_names(doc: Doc, types: Mapping[Candidate, str]) -> dict[Candidate, str]:
    """Those bodies that open as people's names and whose last word is somebody: "J.P. Aal lent. Aal died in Rome."."""
    told = [one for one, kind in types.items() if kind == PERSON and one.end - one.start == 1]
    surnames = {doc[one.start].text for one in told if signs.is_told_to_live(doc, one)}
    surnames -= {doc[one.end - 1].text for one, kind in types.items() if kind == PERSON and one.end - one.start > 1}
    bodies = [one for one, kind in types.items() if kind == ORGANISATION and one.end - one.start in (2, 3)]
    bodies = [one for one in bodies if doc[one.end - 1].text in surnames]
    return {one: PERSON for one in bodies if _opens_as_somebody(doc[one.start].text)}


def _opens_as_somebody(word: str) -> bool:
    initials = word.isupper() and (word.count(".") * 2 == len(word) or len(word) < 3)
    return initials or gender_of_given_name(word) is not None


def _as_people(doc: Doc, bare: Sequence[Candidate]) -> dict[Candidate, str]:
    """Those of ``bare``, surnames that are a town's or a body's too, that are shown to be somebody's."""
    return {one: PERSON for one in bare if signs.is_somebody(doc, one)}


def _as_namesakes(
    doc: Doc,
    types: Mapping[Candidate, str],
    people: Sequence[Candidate],
    bare: Sequence[Candidate],
    places: Set[str],
) -> dict[Candidate, str]:
    """Those of ``bare``, surnames of ``people``, that are a town, a firm or a club."""
    free = [one for one in bare if is_free(doc[one.start].text)]
    towns = {doc[one.start].text for one in free if _is_where(doc, one)} | places
    told = {one for one in free if _is_in_state(doc, one) or _is_told_to_be_place(doc, one)}
    told |= {one for one in free if signs.is_inhabited(doc, one) or _plays_as_nation(doc, one)}
    shown = {one for one in bare if one not in told and _is_shown_as_body(doc, one, people, bare)}
    firms = {doc[one.start].text for one in shown if not signs.is_possessive_brand(doc, one)}
    firms |= {word for one, kind in types.items() if kind == ORGANISATION for word in _firm_words(doc, one)}
    addressed = {doc[one.start].text for one in bare if signs.is_addressed(doc, one)}
    firms |= _always_bodies(doc, people, bare)
    turned = {}
    for one in [one for one in bare if not signs.is_somebody(doc, one)]:
        word = doc[one.start].text
        may_be_town = not signs.stays(doc[one.start]) and _may_be_town(doc, one, is_firm=word in firms)
        if one in told or (one in free and word in towns and may_be_town and one not in shown):
            turned[one] = PLACE
        elif one in shown or (word in firms and (one.label in ("ORG", "BODY") or word in addressed)):
            turned[one] = ORGANISATION
    return turned


def _always_bodies(doc: Doc, people: Sequence[Candidate], bare: Sequence[Candidate]) -> set[str]:
    """Surnames that a known firm has, whose bearer is named in full or addressed again, and that alone are a body's.

    A writer who says "Ann Aal" again keeps her apart from "Aal".
    """
    alone = [one for one in bare if not signs.is_addressed(doc, one)]
    others = {doc[one.start].text for one in alone if one.label == "PERSON"}
    full = Counter(doc[one.end - 1].text for one in people)
    full.update(doc[one.start].text for one in bare if signs.is_addressed(doc, one))
    told = {doc[one.start].text for one in alone if full[doc[one.start].text] > 1} - others
    return told & lexicon.words("eponymous_firms.txt")


def _plays_as_nation(doc: Doc, one: Candidate) -> bool:
    """Whether a region that has a side of its own plays a state: "Wales beat Aalia"."""
    verb = doc[one.start].head
    if doc[one.start].text not in lexicon.phrases("regions.tsv") or not signs.plays(doc, one):
        return False
    return any(countries.country_name(child.text) is not None for child in verb.children)


def _may_be_town(doc: Doc, one: Candidate, *, is_firm: bool) -> bool:
    """Whether the recogniser takes a mention for a town or a body that is no firm, or it acts as no person does."""
    return one.label in _PLACE_LABELS or (not is_firm and (one.label == "ORG" or signs.has_own_object(doc[one.start])))


def _is_shown_as_body(doc: Doc, one: Candidate, people: Sequence[Candidate], bare: Sequence[Candidate]) -> bool:
    """Whether the words beside a surname tell a firm, or a club of that name that plays."""
    word = doc[one.start].text
    if word in lexicon.words("club_words.txt") and signs.plays(doc, one):
        return True
    addressed = [other for other in bare if signs.is_addressed(doc, other)]
    ends = {other.end - 1 for other in (*people, *addressed) if doc[other.end - 1].text == word}
    return signs.is_body(doc, one, ends)


def _reigns(doc: Doc, one: Candidate) -> bool:
    """Whether a king, a pope or the like is called by one name: "Queen Aal"."""
    return one.end - one.start == 1 and doc[one.start - 1].text in lexicon.word_set("first-name-titles")


def with_namesakes_of_states(doc: Doc, types: Mapping[Candidate, str]) -> dict[Candidate, str]:
    """``types`` with the states and capitals turned that bear somebody's surname and do what people do.

    "Ann Aal lives in Aal. Aal flew home" is about her. So is "Aal wants a train" where Aal is a state that the text has
    nowhere else; of a capital that is said of its government.
    """
    full = {doc[one.end - 1].text for one, kind in types.items() if kind == PERSON and one.end - one.start > 1}
    bare = [one for one, kind in types.items() if kind == PLACE and one.end - one.start == 1]
    bare = [one for one in bare if doc[one.start].text in full and one.label in ("NAME", "CAPITAL")]
    acting = [one for one in bare if doc[one.start].dep_ == "nsubj"]
    places = {doc[one.start].text for one in bare if one not in acting}
    turned = [one for one in acting if signs.stays(doc[one.start]) or _is_state_only_here(doc, one, places)]
    return {one: PERSON if one in turned else kind for one, kind in types.items()}


def _is_state_only_here(doc: Doc, one: Candidate, places: Set[str]) -> bool:
    state = signs.has_own_object(doc[one.start])
    return one.label == "NAME" and not state and doc[one.start].text not in places


def _is_town(doc: Doc, one: Candidate, places: Set[str]) -> bool:
    """Whether the recogniser takes a word for a place, here or elsewhere, or it is visited."""
    token = doc[one.start]
    visited = token.dep_ == "dobj" and token.head.lemma_ in lexicon.word_set("seen")
    located = token.dep_ == "pobj" and token.head.lower_ in PLACE_PREPOSITIONS
    named = one.label in _PLACE_LABELS and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "poss")
    return visited or located or named or token.text in places


def _is_given_only(doc: Doc, one: Candidate, people: Sequence[Candidate]) -> bool:
    """Whether a word that the recogniser takes for a place is a given name, and its bearer called by the surname.

    A writer keeps to one short form: where "Florence Aal" is "Aal", "Florence" is the town.
    """
    word = doc[one.start].text
    bearers = [full for full in people if doc[full.start].text == word]
    surnames = {doc[full.end - 1].text for full in bearers}
    inside = {index for full in people for index in range(full.start, full.end)}
    return bool(bearers) and any(token.text in surnames and token.i not in inside for token in doc)


def _is_in_state(doc: Doc, one: Candidate) -> bool:
    """Whether the state in which it lies stands behind it between commas: "Aal, Nebraska, is"."""
    closed = one.end + 2 < len(doc) and doc[one.end].text == "," and doc[one.end + 2].is_punct
    return closed and doc[one.end + 1].text in lexicon.phrases("regions.tsv")


def _is_where(doc: Doc, one: Candidate) -> bool:
    """Whether somebody is or goes there, or it is told to be a town; "turn to Aal" is no journey."""
    if _is_told_to_be_place(doc, one):
        return True
    if one.label not in _PLACE_LABELS or one.start < 2:
        return False
    before, verb = doc[one.start - 1].lower_, doc[one.start - 2].lemma_
    return before in PLACE_PREPOSITIONS or (before in ("to", "from") and verb in _MOTION)


def _is_told_to_be_place(doc: Doc, one: Candidate) -> bool:
    """Whether the sentence says what place it is: "Aal, the capital of Bekland,", "Aal is a town"."""
    if one.end < len(doc) and doc[one.end].text == ",":
        noun = noun_of_apposition(doc, one.end + 1)
        if noun is not None and noun.lower_ in lexicon.words("place_nouns.txt"):
            return True
    token = doc[one.start]
    if token.dep_ != "nsubj" or token.head.lemma_ != "be":
        return False
    told = (child.lower_ for child in token.head.children if child.dep_ == "attr")
    return not lexicon.words("place_nouns.txt").isdisjoint(told)


def _is_told_to_lie(doc: Doc, one: Candidate) -> bool:
    """Whether something is in what else is a firm: "in Aal, a city in Bekland"."""
    located = one.start > 0 and doc[one.start - 1].lower_ in PLACE_PREPOSITIONS
    return located and _is_told_to_be_place(doc, one)


def _firm_words(doc: Doc, one: Candidate) -> tuple[str, ...]:
    """The words by which a body is called whose name ends with a legal form: "Aal" of "Ann Aal Motor Company"."""
    words = doc[one.start : one.end].text.split()
    if len(words) == 1 or not is_company(" ".join(words)):
        return ()
    return words[0], words[-2]


def with_opponents(doc: Doc, types: Mapping[Candidate, str]) -> dict[Candidate, str]:
    """``types`` with the towns turned that play against somebody, where the text names a club: "Rovers beat Aal".

    So is what the recogniser takes for somebody whom nothing else names ("Aal beat Rovers. Aal lead by a point.").
    """
    clubs = [one for one, kind in types.items() if kind == ORGANISATION and _is_club(doc, one)]
    if not clubs:
        return dict(types)
    towns = {doc[one.end - 1].text for one in clubs if one.end - one.start > 1}
    parts = {token.text for one, kind in types.items() if kind == PERSON for token in doc[one.start : one.end][:-1]}
    parts |= {doc[one.end - 1].text for one, kind in types.items() if kind == PERSON and one.end - one.start > 1}
    unknown = {one for one, kind in types.items() if kind == PERSON and one.label == "PERSON"}
    unknown = {one for one in unknown if doc[one.start].text not in parts}
    playing = {one for one, kind in types.items() if kind == PLACE and one.label in _PLACE_LABELS}
    playing = {one for one in playing | unknown if signs.plays(doc, one) or _is_owned(doc, one, towns)}
    words = {doc[one.start].text for one in playing & unknown}
    playing |= {one for one in unknown if doc[one.start].text in words}
    return {one: ORGANISATION if one in playing else kind for one, kind in types.items()}


def _is_owned(doc: Doc, one: Candidate, towns: Set[str]) -> bool:
    """Whether a club's town has an owner or a trainer, and so is the club: "the firm owns Aal"."""
    token = doc[one.start]
    return token.text in towns and token.dep_ == "dobj" and token.head.lemma_ in lexicon.word_set("has-clubs")


def _is_club(doc: Doc, one: Candidate) -> bool:
    words = [token.text for token in doc[one.start : one.end]]
    if opens_as_club(words) or words[-1] in lexicon.word_set("club-tails"):
        return True
    return is_club_name(words) and not is_organisation_name(words)

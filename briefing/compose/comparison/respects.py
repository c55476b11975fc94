"""Respects: what a number is told of, so that only numbers of one thing are compared."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.compose import wordlists
from briefing.compose.statements import content_lemma

NEAR = frozenset({"acomp", "oprd", "prep", "attr", "prt"})
AUXILIARY = frozenset({"have", "begin", "start", "continue", "manage", "force", "order", "tell"})
POINTS = frozenset({"point", "percentage", "basis"})
HELD = frozenset({"nummod", "compound", "nmod", "amod", "quantmod"})


def respect(noun: Token) -> str:
    """The class of what happens to what is counted: words on the noun first ("people on board"), then the verb."""
    verb = verb_above(noun)
    near = [noun.lemma_.casefold(), *(child.lemma_.casefold() for child in noun.subtree if child is not noun)]
    near += _near_verb(verb) if verb is not None else []
    for name, members in wordlists.groups("respects").items():
        if any(lemma in members for lemma in near):
            return name
    if noun.dep_ == "pobj" and noun.head.lower_ == "with" and anchor(noun) in wordlists.words("vehicles"):
        return "aboard"
    return verb.lemma_.casefold() if verb is not None else ""


def _near_verb(verb: Token) -> list[str]:
    """Lemmas that say what a verb does: its own, its complements', and what is left behind ("left their homes")."""
    children = list(verb.children)
    near = [child.lemma_.casefold() for child in children if child.dep_ in NEAR]
    near += [grand.lemma_.casefold() for child in children if child.dep_ == "prep" for grand in child.children]
    if meaning(verb.lemma_.casefold()) == "leave":
        near += [child.lemma_.casefold() for child in children if child.dep_ == "dobj"]
    return [*near, verb.lemma_.casefold()]


def meaning(lemma: str) -> str:
    """One word for all verbs of a meaning."""
    return next((name for name, members in wordlists.groups("verbs").items() if lemma in members), lemma)


def verb_above(noun: Token) -> Token | None:
    """The verb that a word hangs on."""
    token = noun
    while token.head != token:
        token = token.head
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
            return _meant(token, noun)
    return None


def _meant(verb: Token, noun: Token) -> Token:
    """What the subject of "had to leave" does, rather than that it had to."""
    deeper = [child for child in verb.children if child.dep_ == "xcomp" and child.pos_ == "VERB"]
    is_subject = any(
        child in {noun, *noun.ancestors} for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}
    )
    return deeper[0] if deeper and is_subject and verb.lemma_ in AUXILIARY else verb


def anchor(noun: Token) -> str | None:
    """The noun that an amount belongs to: before "of", "with", "at", or behind it ("a $2m fine")."""
    head = noun.head
    if noun.dep_ == "pobj" and head.dep_ == "prep":
        head = head.head
    elif noun.dep_ not in HELD:
        return None
    if head.lemma_ == "magnitude" and head != noun:
        return anchor(head)
    if head.pos_ not in {"NOUN", "PROPN"} or head == noun:
        return None
    lemma = head.lemma_.casefold()
    return "quake" if lemma in wordlists.words("quakes") else lemma


def measured(noun: Token) -> frozenset[str]:
    """Content words of what an amount is told of: its own phrase, and its verb's object, or subject where it has none.

    An amount of which the verb has another object is of that object ("cut the price by 5 percent").
    """
    verb, head = verb_above(noun), noun.head
    own = {*unit_of(noun).split(), *wordlists.words("measures"), *POINTS}
    tokens = [token for token in noun.subtree if token is not noun and not token.like_num]
    if noun.dep_ == "pobj" and head.dep_ == "prep" and head.head != verb:
        tokens.append(head.head)
    others = [child for child in verb.children if child is not noun] if verb is not None else []
    objects = [child for child in others if child.dep_ in {"dobj", "nsubjpass"} and child.lemma_.casefold() not in own]
    tokens += objects or [child for child in others if child.dep_ == "nsubj"]
    return frozenset(lemma for token in tokens if (lemma := content_lemma(token)) is not None and lemma not in own)


def beside(noun: Token) -> frozenset[str]:
    """Common nouns that the verb of an amount ties to it by prepositions ("in its harbour", "from roofs")."""
    verb = verb_above(noun)
    preps = [child for child in verb.children if child.dep_ == "prep"] if verb is not None else []
    objects = [grand for prep in preps for grand in prep.children if grand.dep_ == "pobj" and grand is not noun]
    fates = frozenset().union(*wordlists.groups("respects").values())
    return frozenset(
        lemma
        for token in objects
        if token.pos_ == "NOUN" and not token.ent_type_
        if (lemma := content_lemma(token)) is not None and lemma not in fates
    )


def unit_of(noun: Token) -> str:
    """What is counted; of a measure also the words that make it one ("cubic metres a second")."""
    parts = [
        child.lemma_.casefold() for child in noun.children if child.dep_ in {"amod", "compound"} and child.i < noun.i
    ]
    per = [
        child.lemma_.casefold()
        for child in noun.children
        if child.dep_ in {"npadvmod", "quantmod"} or (child.dep_ == "prep" and child.lower_ in {"per", "a"})
    ]
    lemma = noun.lemma_.casefold()
    return " ".join([*parts, lemma, *per]) if lemma in wordlists.words("measures") else lemma

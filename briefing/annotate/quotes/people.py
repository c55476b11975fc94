"""Who the words of a source stand for: an entity of the document, a description, or nobody known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Span, Token

from briefing.annotate import layers, lexicon
from briefing.annotate.layers import Entity
from briefing.annotate.quotes import focus, pronouns
from briefing.annotate.quotes import gender as quote_gender
from briefing.annotate.quotes.pronouns import Wanted
from briefing.annotate.quotes.scene import Scene
from briefing.annotate.roles import role_agreement, role_phrases
from briefing.annotate.roles.role_agreement import Office

FIRST_OR_SECOND = {"i", "we", "you", "me", "us", "one"}


TITLE_TAGS = ("JJ", "NN", "NNP", "HYPH", "POS")
STUCK = re.compile(r"[a-z]{3,}(?P<name>[A-Z][a-z]{2,}\w*)")
"""A name whose blank is lost («the newspaperKurier»)."""


class Speaker(NamedTuple):
    """What a source resolves to."""

    entity: str | None
    name: str | None


UNKNOWN = Speaker(None, None)


class People:
    """The entities of a document, ready for the question who a source is."""

    def __init__(self, scene: Scene) -> None:
        doc = scene.doc
        self._scene = scene
        self._entities = {entity.id: entity for entity in layers.entities(doc)}
        self._mention_at: dict[int, Span] = {}
        for mention in layers.spans(doc, layers.MENTIONS):
            for token in mention:
                self._mention_at.setdefault(token.i, mention)
        for entity in [one for one in self._entities.values() if quote_gender.is_doubtful(scene, one)]:
            self._entities[entity.id] = entity._replace(gender="")
        self._offices: dict[str, list[Office]] = {}
        self._role_before: dict[int, Span] = {}
        for role in layers.roles(doc):
            self._offices.setdefault(role.entity, []).append(role_agreement.held_as(role.span))
            self._role_before[role.span.end] = role.span

    def resolve(self, source: tuple[int, int, int], last: Speaker, reported: Sequence[tuple[int, int]] = ()) -> Speaker:
        """The speaker of a source given as start, end and head.

        ``last`` is the speaker of the quotation before, ``reported`` what this one says.
        """
        doc = self._scene.doc
        start, end, position = source
        head = doc[position]
        low = head.lower_
        if low in pronouns.GENDERS:
            joined = any(child.dep_ == "conj" and child.i < end for child in head.children)
            return Speaker(None, doc[start:end].text) if joined else self._pronoun(head, last, reported)
        if low in FIRST_OR_SECOND and end - start == 1:
            return UNKNOWN
        if low in focus.PRONOUNS:
            subject = focus.subject_for(self._scene, head, reported)
            if subject is None:
                return UNKNOWN
            return self._phrase(subject.head, subject.span.start, subject.span.end, last.entity, reported)
        return self._phrase(head, start, end, last.entity, reported)

    def _phrase(
        self, head: Token, start: int, end: int, last: str | None, reported: Sequence[tuple[int, int]]
    ) -> Speaker:
        """The speaker of a noun phrase."""
        words = self._scene.doc[start:end].text
        entity = self._titled(start, end)
        if entity is None and (self._is_joined(head, start, end) or self._names_another(head, start, end)):
            return Speaker(None, words)
        entity = entity or (self._labelled(words) if words.isupper() else None) or self._named(head, start, end)
        if entity is not None:
            entity = self._fuller(entity, start)
            return Speaker(entity.id, entity.name)
        if head.pos_ == "PRON":
            return UNKNOWN
        if (stuck := STUCK.fullmatch(head.text)) is not None:
            return Speaker(None, stuck["name"])
        if (told := self._explained(head, start) or self._by_one_name(head, end)) is not None:
            return Speaker(told.id, told.name)
        if head.dep_ == "appos":
            return Speaker(None, words)  # it explains somebody, though not whom the parse says
        entity = focus.described(self._scene, head, self._entities.values(), last, self._offices, reported)
        return Speaker(entity.id, entity.name) if entity is not None else Speaker(None, words)

    def _fuller(self, entity: Entity, position: int) -> Entity:
        """The person a bare surname at ``position`` stands for where several bear it: who last acted by full name.

        Papers give the full name again before they turn to another bearer; who is only spoken of ("attacked his father,
        Rolf Ondal") does not count.
        """
        bearers = [
            one for one in self._entities.values() if one.type == "person" and one.name.endswith(f" {entity.name}")
        ]
        fits = [one for one in bearers if not one.gender or entity.gender in ("", one.gender)]
        if entity.type != "person" or not fits:
            return entity
        if len(fits) == 1:
            sure = len(entity.name.split()) > 1 or (entity.gender and len(bearers) > 1 and fits[0].gender)
            return fits[0] if sure else entity
        last = max(fits, key=lambda one: _last_act(one, position))
        return last if _last_act(last, position) else entity

    def _by_one_name(self, head: Token, end: int) -> Entity | None:
        """The only person of a first name or surname that stands alone: «Bettina», «his brother, Jonas,»."""
        names = {
            one.text for one in (head, *head.rights) if one.i < end and one.pos_ == "PROPN" and one.dep_ != "compound"
        }
        if len(names) != 1:
            return None
        parted = [(one, one.name.split()) for one in self._entities.values() if one.type == "person"]
        fits = [one for one, parts in parted if len(parts) > 1 and {parts[0], parts[-1]} & names]
        return fits[0] if len(fits) == 1 else None

    def _titled(self, start: int, end: int) -> Entity | None:
        """The person whose offices open the phrase without an article: «former engineer and head of mail Ann Aal»."""
        last = self._mention_at.get(end - 1)
        role = self._role_before.get(last.start) if last is not None and last.end == end else None
        if last is None or role is None or self._scene.doc[start].tag_ in ("DT", "PRP$"):
            return None
        between = self._scene.doc[start : role.start]
        plain = all(token.tag_ in TITLE_TAGS for token in between)
        return (
            self._entities.get(last.id_)
            if role.start >= start and plain and not any(role_phrases.is_plural(token) for token in role)
            else None
        )

    def _labelled(self, label: str) -> Entity | None:
        """The only person whose name ends in the words of a label in capitals ("ONDAL:")."""
        fits = [
            entity
            for entity in self._entities.values()
            if entity.type == "person"
            and not entity.name.isupper()
            and entity.name.casefold().split()[-len(label.split()) :] == label.casefold().split()
        ]
        return fits[0] if len(fits) == 1 else None

    def _is_joined(self, head: Token, start: int, end: int) -> bool:
        """The phrase names two or more ("Orlan and Vell"), by the parse or by its names."""
        named = head.i in self._mention_at and self._is_person(head.i)
        for child in head.children:
            joins = child.dep_ == "conj" and start <= child.i < end
            if joins and (not named or child.pos_ == "PROPN" or child.i in self._mention_at):
                return True
        people = [i for i in range(start, end) if i in self._mention_at and self._is_person(i)]
        return any(
            self._mention_at[one].id_ != self._mention_at[other].id_
            and any(self._scene.doc[i].lower_ == "and" for i in range(one + 1, other))
            for one, other in pairwise(people)
        )

    def _names_another(self, head: Token, start: int, end: int) -> bool:
        """A name that explains a second person in the phrase: «a lawyer for the captain, Ann Aal»."""
        doc = self._scene.doc
        for comma in range(max(start, head.i + 2), end - 1):
            named = doc[comma].text == "," and comma + 1 in self._mention_at and self._is_person(comma + 1)
            linked = any(token.dep_ == "prep" for token in doc[head.i + 1 : comma - 1])
            if named and linked and role_phrases.is_role_word(head) and role_phrases.is_role_word(doc[comma - 1]):
                return True
        return False

    def _is_person(self, position: int) -> bool:
        """The word is part of a person's name."""
        mention = self._mention_at[position]
        return mention.label_ == "person" and mention.kb_id_ == "name"

    def _named(self, head: Token, start: int, end: int) -> Entity | None:
        """The entity that the head, or a name in apposition to it, mentions."""
        for token in (
            head,
            *(child for child in head.children if child.dep_ in ("appos", "flat") and start <= child.i < end),
        ):
            mention = self._mention_at.get(token.i)
            if mention is not None and mention.root.i == token.i and self._stands_for(mention, token):
                return self._entities[mention.id_]
        if (last := self._name_behind_body(head, start, end)) is not None:
            return self._entities[last.id_]
        mention = self._mention_at.get(head.i)
        if mention is not None and mention.end >= end - 1 and self._stands_for(mention, head):
            return self._entities[mention.id_]
        return None

    def _explained(self, head: Token, start: int) -> Entity | None:
        """The person that a description behind a comma explains: «Ondal, now the mayor, who said»."""
        comma = start - 1
        if head.dep_ != "appos" or comma < 1 or self._scene.doc[comma].text != ",":
            return None
        mention = self._mention_at.get(comma - 1)
        named = mention is not None and self._is_person(comma - 1) and head.head.i in range(mention.start, mention.end)
        return self._entities.get(mention.id_) if mention is not None and named else None

    def _name_behind_body(self, head: Token, start: int, end: int) -> Span | None:
        """The person named right behind a body's name («head of the Harbour Board Maria Ondal»): the source itself.

        A comma may part the two where the phrase is an office.
        """
        last = self._mention_at.get(end - 1)
        if last is None or last.label_ != "person" or last.kb_id_ != "name" or last.start <= start:
            return None
        parted = self._scene.doc[last.start - 1].text == "," and role_phrases.is_role_word(head)
        body = self._mention_at.get(last.start - 1 - parted)
        fits = body is not None and body.label_ != "person" and body.kb_id_ == "name" and last.end == end
        return last if fits and last.id_ in self._entities else None

    def _stands_for(self, mention: Span, head: Token) -> bool:
        """The mention names the source itself: "Vellanders" are people of Velland, not Velland."""
        people = mention.kb_id_ == "demonym" and head.tag_ in ("NNPS", "NNS", "JJ")
        return mention.id_ in self._entities and not people

    def _pronoun(self, pronoun: Token, last: Speaker, reported: Sequence[tuple[int, int]]) -> Speaker:
        """The person a pronoun stands for: one with a name, or one known by a noun if that weighs more."""
        mention = self._mention_at.get(pronoun.i)
        linked = mention.id_ if mention is not None and len(mention) == 1 else None
        clause = _told_by(pronoun)
        wanted = Wanted(gender=pronouns.GENDERS[pronoun.lower_], reported=(*reported, *clause))
        chosen = pronouns.best(self._scene, pronoun, self._entities.values(), wanted, last.entity, linked)
        spoke = last.name if last.entity is None else None
        noun = focus.person_before(self._scene, pronoun, self._mention_at, spoke)
        if noun is not None and (chosen is None or noun[0] > chosen.value):
            spoken = self._phrase(noun[1].head, noun[1].span.start, noun[1].span.end, last.entity, reported)
            if spoken.entity is not None or chosen is None or focus.is_unnamed(self._scene, noun[1].head):
                return spoken
        if chosen is None:
            return last if last.entity and self._may_be_person(last.entity, wanted.gender) else UNKNOWN
        person = self._fuller(chosen.entity, pronoun.i)
        return Speaker(person.id, person.name)

    def _may_be_person(self, key: str, gender: str) -> bool:
        """A name of two or three words taken for a body or place: who spoke last and is called "she" is neither."""
        entity = self._entities[key]
        words = entity.name.split()
        known = lexicon.column("given_names.tsv", 1).get(words[0])
        explained = any(role_phrases.is_role_word(child) for one in entity.mentions for child in one.root.rights)
        return 2 <= len(words) <= 3 and (known == gender or (known is None and explained))


def _told_by(pronoun: Token) -> tuple[tuple[int, int], ...]:
    """The clause that a pronoun's verb reports: in «He said that Aal would go» he is not Aal."""
    clauses = (child for child in pronoun.head.rights if child.dep_ == "ccomp" and pronoun.dep_ == "nsubj")
    return tuple((clause.left_edge.i, clause.right_edge.i + 1) for clause in clauses)


def _last_act(person: Entity, position: int) -> int:
    """Where the person was last the subject by a name of several words before ``position``; 0 where never."""
    acts = [
        one.end
        for one in person.mentions
        if one.end <= position and len(one) > 1 and one.kb_id_ == "name" and one.root.dep_ in pronouns.SUBJECTS
    ]
    return max(acts, default=0)

"""Actors are merged over articles: one person once, two people never one, every merge with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from briefing.annotate import layers, pipeline
from briefing.compose.actors.gathering import ActorTable, merge_actors
from briefing.compose.documents import Document
from briefing.model import Actor, ActorKind, Article

pytestmark = pytest.mark.model

FIRST = (
    "German foreign minister Robert Hallam had a call with his French counterpart Helena Marek on Monday. "
    "Mr Hallam said that Berlin would pay. The Kremlin has not commented. Reuters reported the call."
)
SECOND = (
    "French deputy foreign minister Helena Marek left for Berlin. Marek said she was hopeful. "
    "A senior official at the German interior ministry said the border was open. "
    "Peter Lindqvist and Anna Lindqvist protested."
)
THIRD = "Hallam resigned, Reuters reported. Lindqvist said nothing. Marek thanked him. Germany will vote in May."


def documents(nlp: Language, *texts: str) -> list[Document]:
    """Documents with the ids ``d1``, ``d2`` ..."""
    made = []
    for number, text in enumerate(texts, 1):
        article = Article(id=f"d{number}", name=f"d{number}.txt", text=text, blocks=(), segments=(), digest="")
        made.append(Document(article, nlp(pipeline.make_doc(nlp, text))))
    return made


def merged(nlp: Language, *texts: str) -> ActorTable:
    """The actors of some texts."""
    return merge_actors(documents(nlp, *texts))


def named(table: ActorTable, name: str) -> Actor:
    """The only actor of that name."""
    [actor] = [actor for actor in table.actors if actor.name == name]
    return actor


def test_one_person_of_two_articles_is_one_actor_with_the_roles_of_both(nlp: Language) -> None:
    marek = named(merged(nlp, FIRST, SECOND), "Helena Marek")
    assert [(role.text, role.affiliation) for role in marek.roles] == [
        ("French deputy foreign minister", "France"),
        ("French counterpart", "France"),
    ]
    assert "'Helena Marek' (d2) is 'Helena Marek' (d1): same name" in marek.merges


def test_a_role_said_in_full_is_not_repeated_in_short(nlp: Language) -> None:
    table = merged(
        nlp, "German chancellor Helena Marek spoke.", "Chancellor Helena Marek left. Vice chancellor Bo Dahl stayed."
    )
    assert [role.text for role in named(table, "Helena Marek").roles] == ["German chancellor"]


def test_other_words_for_an_office_follow_the_fullest_and_name_it(nlp: Language) -> None:
    marek = named(
        merged(
            nlp,
            "French vice foreign minister Helena Marek spoke.",
            "Vice Minister Helena Marek left. France’s deputy foreign minister Helena Marek spoke again.",
        ),
        "Helena Marek",
    )
    assert [(role.text, role.same_as) for role in marek.roles] == [
        ("French vice foreign minister", None),
        ("Vice Minister", "French vice foreign minister"),
        ("France’s deputy foreign minister", "French vice foreign minister"),
    ]


def test_a_counterpart_is_a_wording_of_the_office_it_is_the_counterpart_of(nlp: Language) -> None:
    roles = {role.text: role.same_as for role in named(merged(nlp, FIRST, SECOND), "Helena Marek").roles}
    assert roles == {"French deputy foreign minister": None, "French counterpart": "French deputy foreign minister"}
    assert named(merged(nlp, FIRST), "Helena Marek").roles == ()


def test_a_tie_says_to_whom(nlp: Language) -> None:
    text = "His friend Helena Marek left. Bo Dahl, a brother of Anna Lindqvist, stayed."
    table = merged(nlp, text)
    assert named(table, "Helena Marek").roles == ()
    assert [role.text for role in named(table, "Bo Dahl").roles] == ["brother of Anna Lindqvist"]


def test_two_offices_of_one_person_both_lead(nlp: Language) -> None:
    dahl = named(merged(nlp, "German interior minister Bo Dahl spoke.", "Party leader Bo Dahl left."), "Bo Dahl")
    assert [role.same_as for role in dahl.roles] == [None, None]


def test_every_role_has_the_sentence_it_stands_in(nlp: Language) -> None:
    docs = documents(nlp, FIRST, SECOND)
    texts = {document.article.id: document.article.text for document in docs}
    for actor in merge_actors(docs).actors:
        for role in actor.roles:
            assert role.evidence
            assert all(role.text in texts[one.article][one.start : one.end] for one in role.evidence)


def test_a_surname_alone_is_the_one_person_of_that_name_in_the_other_articles(nlp: Language) -> None:
    table = merged(nlp, FIRST, SECOND, THIRD)
    hallam = named(table, "Robert Hallam")
    assert {one.article for one in hallam.evidence} == {"d1", "d3"}
    assert any("surname" in reason for reason in hallam.merges)


def test_a_surname_of_two_people_joins_neither(nlp: Language) -> None:
    table = merged(nlp, SECOND, THIRD)
    assert {one.article for one in named(table, "Lindqvist").evidence} == {"d2"}
    names = {actor.name for actor in table.actors if "Lindqvist" in actor.name}
    assert names == {"Peter Lindqvist", "Anna Lindqvist", "Lindqvist"}


def test_one_person_of_two_spellings_is_one_actor_and_says_why(nlp: Language) -> None:
    table = merged(nlp, "Muammar Sadhafi opened the port.", "Moammar Saddafi closed the port in May.")
    [actor] = table.actors
    assert {actor.name, *actor.aliases} == {"Muammar Sadhafi", "Moammar Saddafi"}
    assert "another spelling of both names" in actor.merges[-1]


def test_a_surname_spelled_otherwise_is_the_only_one_it_can_be(nlp: Language) -> None:
    table = merged(nlp, "Muammar Sadhafi opened the port.", "President Saddafi closed the port in May.")
    assert [actor.name for actor in table.actors] == ["Muammar Sadhafi"]
    assert "another spelling of the surname" in table.actors[0].merges[-1]


def test_a_surname_spelled_otherwise_is_its_own_bearers_first(nlp: Language) -> None:
    table = merged(nlp, "Muammar Sadhafi opened it.", "Helena Saddafi shut it.", "President Saddafi wept in May.")
    assert [actor.name for actor in table.actors] == ["Helena Saddafi", "Muammar Sadhafi"]
    assert {one.article for one in named(table, "Helena Saddafi").evidence} == {"d2", "d3"}


def test_a_word_made_of_both_names_is_that_person(nlp: Language) -> None:
    table = merged(nlp, "Joko Wirano opened the port.", "President Jokowi closed the port in May.")
    assert [actor.name for actor in table.actors] == ["Joko Wirano"]


def test_mrs_hallam_is_not_robert_hallam_of_the_other_article(nlp: Language) -> None:
    table = merged(nlp, "Robert Hallam spoke on Monday. He left.", "Mrs Hallam protested. She was alone.")
    assert {actor.name for actor in table.actors} == {"Robert Hallam", "Hallam"}


def test_two_people_of_one_surname_in_two_articles_stay_two(nlp: Language) -> None:
    table = merged(nlp, "Robert Hallam spoke on Monday.", "Edward Hallam spoke on Monday.")
    assert {actor.name for actor in table.actors} == {"Robert Hallam", "Edward Hallam"}


def test_a_wire_that_reports_is_no_actor(nlp: Language) -> None:
    docs = documents(nlp, FIRST, THIRD)
    table = merge_actors(docs)
    assert "Reuters" not in {actor.name for actor in table.actors}
    [reuters] = [entity for entity in layers.entities(docs[0].doc) if entity.name == "Reuters"]
    assert table.of("d1", reuters.id) is None


def test_a_seat_and_a_capital_that_acts_are_governments(nlp: Language) -> None:
    table = merged(nlp, FIRST)
    assert (named(table, "Kremlin").kind, named(table, "Kremlin").stands_for) == (ActorKind.GOVERNMENT, "Russia")
    assert (named(table, "Berlin").kind, named(table, "Berlin").stands_for) == (ActorKind.GOVERNMENT, "Germany")


def test_a_capital_where_something_is_stays_a_place(nlp: Language) -> None:
    assert named(merged(nlp, "They met in Berlin on Monday."), "Berlin").kind is ActorKind.PLACE


def test_a_country_known_by_its_adjective_only_is_no_actor(nlp: Language) -> None:
    assert merged(nlp, "German police stopped a car.").actors == ()


def test_an_official_without_a_name_is_an_actor_of_its_own(nlp: Language) -> None:
    official = named(merged(nlp, SECOND), "senior official at the German interior ministry")
    assert official.kind is ActorKind.UNNAMED


def test_initials_defined_in_one_article_hold_in_the_others(nlp: Language) -> None:
    table = merged(nlp, "The Stanberg River Authority (SRA) met.", "Officials of the SRA left. The SRA will report.")
    authority = named(table, "Stanberg River Authority")
    assert {one.article for one in authority.evidence} == {"d1", "d2"}
    assert authority.aliases == ("SRA",)


def test_ministries_without_a_country_are_not_joined_over_articles(nlp: Language) -> None:
    table = merged(nlp, "The Foreign Ministry protested on Monday.", "The Foreign Ministry had no comment.")
    assert [actor.name for actor in table.actors] == ["Foreign Ministry", "Foreign Ministry"]


def test_a_ministry_is_joined_over_articles_by_its_country(nlp: Language) -> None:
    table = merged(nlp, "Germany's foreign ministry protested.", "The German Foreign Ministry had no comment.")
    [ministry] = [actor for actor in table.actors if actor.kind is ActorKind.ORGANISATION]
    assert {one.article for one in ministry.evidence} == {"d1", "d2"}


def test_every_entity_points_to_its_actor(nlp: Language) -> None:
    docs = documents(nlp, FIRST, SECOND)
    table = merge_actors(docs)
    [marek] = [entity for entity in layers.entities(docs[1].doc) if entity.name == "Helena Marek"]
    assert table.of("d2", marek.id) == named(table, "Helena Marek")
    assert table.of("d2", "e999") is None


def test_actors_are_numbered_by_salience(nlp: Language) -> None:
    actors = merged(nlp, FIRST, SECOND, THIRD).actors
    assert [actor.id for actor in actors] == [f"a{number}" for number in range(1, len(actors) + 1)]
    assert [actor.salience for actor in actors] == sorted((actor.salience for actor in actors), reverse=True)


def test_no_documents_have_no_actors() -> None:
    assert merge_actors([]).actors == ()


def test_the_order_of_the_articles_changes_nothing(nlp: Language) -> None:
    docs = documents(nlp, FIRST, SECOND, THIRD)
    tables = [merge_actors(order) for order in permutations(docs)]
    assert all(table == tables[0] for table in tables)


SENTENCES = (
    "Robert Hallam met Helena Marek.",
    "Hallam said nothing.",
    "German minister Edward Hallam resigned.",
    "The Stanberg River Authority (SRA) met in Berlin.",
    "Berlin said the SRA was wrong.",
    "Mrs Marek thanked the United States.",
    "The US will pay.",
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), min_size=1, max_size=4), st.randoms())
def test_whatever_the_articles_say_their_order_changes_nothing(
    nlp: Language, articles: Sequence[Sequence[str]], random: Random
) -> None:
    docs = documents(nlp, *(" ".join(sentences) for sentences in articles))
    shuffled = list(docs)
    random.shuffle(shuffled)
    assert merge_actors(shuffled) == merge_actors(docs)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), min_size=1, max_size=3))
def test_every_sentence_of_evidence_is_a_sentence_of_the_article(
    nlp: Language, articles: Sequence[Sequence[str]]
) -> None:
    docs = documents(nlp, *(" ".join(sentences) for sentences in articles))
    known = {sentence for document in docs for sentence in document.sentences}
    for actor in merge_actors(docs).actors:
        assert set(actor.evidence) <= known

"""Actors over several issues: the same is followed under one name and key, others never are."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.compose import Masthead, compose_brief
from briefing.compose.actors.continuity import Past, with_keys
from briefing.compose.documents import Document
from briefing.model import (
    Actor,
    ActorKind,
    Brief,
    Change,
    Correction,
    CorrectionKind,
    Evidence,
    FullerName,
    Role,
    Story,
)

Annotate = Callable[..., Document]


def actor(name: str, *roles: str, kind: ActorKind = ActorKind.PERSON, aliases: tuple[str, ...] = ()) -> Actor:
    """An actor with roles such as ``foreign minister | Alvania``."""
    held = [role.partition(" | ") for role in roles]
    return Actor(
        id="a1",
        name=name,
        kind=kind,
        salience=1.0,
        aliases=aliases,
        roles=tuple(Role(text, body or None, ()) for text, _, body in held),
        evidence=(Evidence("d1", 10, 20),),
    )


def body(name: str, *aliases: str) -> Actor:
    return actor(name, kind=ActorKind.ORGANISATION, aliases=aliases)


def issue(*actors: Actor, number: int = 1) -> Brief:
    """An issue of one story with these actors and nothing else."""
    story = Story("s1", "", "title", (), (), (), (), (), (), tuple(actors), (), (), 0, None)
    return Brief("SB", "", "", "2025-10-14", None, "", number, "", "", (story,), (), (), ())


def followed(today: Sequence[Actor] | Actor, *before: Actor, corrections: tuple[Correction, ...] = ()) -> list[str]:
    """Whom of the earlier issue each actor of today is, empty for nobody."""
    actors = [today] if isinstance(today, Actor) else list(today)
    found = Past(issue(*before), corrections).follow(actors)
    return [found[number].actor.name if number in found else "" for number in range(len(actors))]


# ---- people -------------------------------------------------------------------------------------------------


def test_the_same_full_name_is_the_same_person() -> None:
    assert followed(actor("Helena Marek"), actor("Helena Marek"), actor("Bo Dahl")) == ["Helena Marek"]


def test_the_same_full_name_in_offices_of_two_states_is_not() -> None:
    assert followed(actor("Ivan Petrow", "Polish general | Poland"), actor("Ivan Petrow", "minister | Bulgaria")) == [
        ""
    ]


def test_a_former_office_in_the_same_state_is_no_contradiction() -> None:
    today = actor("Helena Marek", "former Polish minister | Poland")
    assert followed(today, actor("Helena Marek", "Polish minister | Poland")) == ["Helena Marek"]


def test_names_that_only_agree_need_an_office_or_a_state_in_common() -> None:
    before = actor("Robert Hallam", "Alvanian foreign minister | Alvania")
    assert followed(actor("R. Hallam", "foreign minister | Alvania"), before) == ["Robert Hallam"]
    assert followed(actor("R. Hallam", "farmer"), before) == [""]


def test_a_bare_surname_alone_is_nobody() -> None:
    assert followed(actor("Hallam"), actor("Robert Hallam", "foreign minister | Alvania")) == [""]
    assert followed(actor("Hallam"), actor("Hallam")) == [""]


def test_a_bare_surname_with_the_same_office_is_the_same_person() -> None:
    before = actor("Robert Hallam", "Alvania’s foreign minister | Alvania")
    assert followed(actor("Hallam", "Alvanian Foreign Minister"), before) == ["Robert Hallam"]


def test_an_office_without_its_state_is_not_enough_for_a_bare_surname() -> None:
    before = actor("Robert Hallam", "president | Hanul Motors")
    assert followed(actor("Hallam", "President"), before) == [""]


def test_two_kims_stay_two() -> None:
    before = actor("Kim Dae-su", "Velmari minister | Velmar"), actor("Kim Min-ho", "Velmari minister | Velmar")
    assert followed(actor("Kim", "Velmari minister | Velmar"), *before) == [""]
    assert followed(actor("Kim Min-ho"), *before) == ["Kim Min-ho"]
    assert followed(actor("Kim Jae-su"), *before) == [""]


def test_two_of_today_are_never_one_of_yesterday() -> None:
    before = actor("Robert Hallam", "minister | Alvania")
    today = [actor("R. Hallam", "minister | Alvania"), actor("Hallam", "minister | Alvania")]
    assert followed(today, before) == ["", ""]
    assert followed([*today, actor("Robert Hallam")], before) == ["", "", "Robert Hallam"]


def test_a_shorter_form_is_not_the_very_name() -> None:
    before = actor("Robert Jan Hallam", "minister | Alvania"), actor("Robert Piet Hallam", "minister | Alvania")
    assert followed(actor("Robert Hallam", "minister | Alvania"), *before) == [""]


def test_the_desk_goes_before_the_names() -> None:
    same = Correction(CorrectionKind.SAME, ("Elena Marek", "Helena Marek"))
    different = Correction(CorrectionKind.DIFFERENT, ("Hallam", "Robert Hallam"))
    assert followed(actor("Elena Marek"), actor("Helena Marek"), corrections=(same,)) == ["Helena Marek"]
    before = actor("Robert Hallam", "minister | Alvania")
    assert followed(actor("Hallam", "minister | Alvania"), before, corrections=(different,)) == [""]


def test_a_surname_kept_apart_from_its_full_name_does_not_part_the_full_name_from_itself() -> None:
    different = Correction(CorrectionKind.DIFFERENT, ("Hallam", "Robert Hallam"))
    hallam = actor("Robert Hallam", aliases=("Hallam",))
    assert followed(hallam, hallam, corrections=(different,)) == ["Robert Hallam"]


# ---- bodies -------------------------------------------------------------------------------------------------


def test_a_body_is_known_by_the_initials_it_had() -> None:
    assert followed(body("KRC"), body("Korda River Commission", "KRC")) == ["Korda River Commission"]


@pytest.mark.parametrize("name", ["Foreign Ministry", "Parliament", "Ministry of Health", "the Commission"])
def test_what_only_says_its_kind_is_not_followed(name: str) -> None:
    assert followed(body(name), body(name)) == [""]


def test_a_body_is_no_person_of_the_same_name() -> None:
    assert followed(body("Helena Marek"), actor("Helena Marek")) == [""]


def test_a_state_that_acts_is_the_place_it_was() -> None:
    place = actor("Poland", kind=ActorKind.PLACE)
    assert followed(actor("Poland", kind=ActorKind.GOVERNMENT), place) == ["Poland"]


def test_somebody_without_a_name_is_not_followed() -> None:
    official = actor("senior official", kind=ActorKind.UNNAMED)
    assert followed(official, official) == [""]


# ---- keys ---------------------------------------------------------------------------------------------------


def keys(*actors: Actor) -> list[str]:
    [story] = with_keys(issue(*actors).stories, ())
    return [one.key for one in story.actors]


def test_a_key_says_who_it_is() -> None:
    assert keys(actor("Helena Marek"), body("Korda River Commission")) == [
        "person-helena-marek",
        "organisation-korda-river-commission",
    ]


def test_a_name_that_fits_others_gets_a_mark_of_its_sentence() -> None:
    there = dataclasses.replace(actor("Hallam"), evidence=(Evidence("d2", 10, 20),))
    one, other = keys(actor("Hallam"), there)
    assert one != other
    assert one.startswith("person-hallam-")


def test_two_of_one_name_have_two_keys() -> None:
    assert keys(actor("Kim Chol"), actor("Kim Chol")) == ["person-kim-chol", "person-kim-chol-2"]


@given(st.lists(st.sampled_from(["Helena Marek", "Hallam", "Kim Chol", "김철수", "Łucja Święcicka"]), max_size=6))
def test_no_two_actors_of_a_story_share_a_key(names: list[str]) -> None:
    found = keys(*map(actor, names))
    assert len(set(found)) == len(found)


# ---- whole issues -------------------------------------------------------------------------------------------

FIRST = (
    "Alvanian deputy foreign minister Stefan Dahlberg met Montalian president-elect Helena Marek in Zelengrad.\n\n"
    "The Korda River Commission (KRC) said it would send engineers to the dam.\n\n"
    "Alvanian Interior Minister Lena Falk said the police were watching the dam."
)
SECOND = (
    "Alvanian foreign minister Stefan Dahlberg met the President of Montalia, Helena Marek, in Zelengrad.\n\n"
    "The KRC said its engineers had left the dam.\n\n"
    "Alvanian interior minister Falk said the police had left the dam."
)


def made(document: Annotate, text: str, number: int, earlier: Brief | None = None) -> Brief:
    date = f"2025-10-{13 + number}"
    found = document(text, id=f"d{number}", title="Talks on the Korda dam", published=f"{date}T07:00:00+00:00")
    return compose_brief([found], (), Masthead(date, issue=number), made_with=("tests",), earlier=earlier)


@pytest.fixture
def issues(document: Annotate) -> tuple[Brief, Brief]:
    """Two issues of one story."""
    first = made(document, FIRST, 1)
    return first, made(document, SECOND, 2, first)


def named(brief: Brief, name: str) -> Actor:
    [found] = [one for one in brief.stories[0].actors if one.name == name]
    return found


@pytest.mark.model
def test_an_actor_keeps_its_key_under_a_shorter_name(issues: tuple[Brief, Brief]) -> None:
    first, second = issues
    assert named(second, "KRC").key == named(first, "Korda River Commission").key
    assert named(second, "Falk").key == named(first, "Lena Falk").key


@pytest.mark.model
def test_a_name_that_no_source_of_today_gives_is_not_shown_as_todays(issues: tuple[Brief, Brief]) -> None:
    falk = named(issues[1], "Falk")
    assert falk.fuller == FullerName("Lena Falk", 1)
    assert "Lena Falk" not in (falk.name, *falk.aliases)


@pytest.mark.model
def test_the_fuller_name_and_the_key_last_over_a_third_issue(document: Annotate, issues: tuple[Brief, Brief]) -> None:
    third = made(document, SECOND, 3, issues[1])
    assert named(third, "Falk").fuller == FullerName("Lena Falk", 1)
    assert named(third, "Falk").key == "person-lena-falk"


@pytest.mark.model
def test_a_name_that_today_has_too_stays(document: Annotate) -> None:
    first = made(document, "Helena Marek met Bo Dahl. Helena Marek left the dam on foot.", 1)
    second = made(document, "Helena Anna Marek met Bo Dahl. Helena Marek left the dam again.", 2, first)
    assert "Helena Marek" in {one.name for one in second.stories[0].actors}
    alone = made(document, "Helena Anna Marek met Bo Dahl. Helena Marek left the dam again.", 2)
    assert "Helena Anna Marek" in {one.name for one in alone.stories[0].actors}


@pytest.mark.model
def test_the_reason_is_told(issues: tuple[Brief, Brief]) -> None:
    assert "'Falk' is 'Lena Falk' of issue 1: surname, and the same office" in named(issues[1], "Falk").merges


def offices(brief: Brief) -> list[Change]:
    return [change for change in brief.stories[0].changes or () if change.kind == "role"]


@pytest.mark.model
def test_a_new_office_is_a_change_with_both_wordings(issues: tuple[Brief, Brief]) -> None:
    told = {tuple(passage.text for passage in change.passages) for change in offices(issues[1])}
    assert ("[Stefan Dahlberg:] Alvanian foreign minister", "[in issue 1:] Alvanian deputy foreign minister") in told
    assert not any("Falk" in text for pair in told for text in pair)


@pytest.mark.model
def test_the_words_of_a_new_office_stand_in_their_sentence(issues: tuple[Brief, Brief]) -> None:
    texts = {source.article.id: source.article.text for source in issues[1].sources}
    changes = offices(issues[1])
    assert changes
    for change in changes:
        today, before = change.passages
        assert all(today.text.partition("] ")[2] in texts[one.article][one.start : one.end] for one in today.evidence)
        assert today.evidence
        assert before.evidence == ()


@pytest.mark.model
def test_the_same_articles_again_give_nobody_another_office(document: Annotate, issues: tuple[Brief, Brief]) -> None:
    assert offices(made(document, FIRST, 2, issues[0])) == []


@pytest.mark.model
def test_an_office_that_a_source_still_gives_has_not_changed(document: Annotate) -> None:
    first = made(document, "Alvanian foreign minister Stefan Dahlberg met Bo Dahl at the Korda dam.", 1)
    both = (
        "Former Alvanian foreign minister Stefan Dahlberg met Bo Dahl. Alvania’s foreign minister Stefan Dahlberg left."
    )
    assert offices(made(document, both, 2, first)) == []


@pytest.mark.model
def test_the_brief_names_the_issue_it_is_compared_with(issues: tuple[Brief, Brief]) -> None:
    first, second = issues
    assert first.earlier is None
    assert second.earlier is not None
    assert (second.earlier.id, second.earlier.issue, second.earlier.date) == (first.id, 1, "2025-10-14")

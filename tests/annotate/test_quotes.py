"""The component for quotations: its layers, its limits, and what must hold for any text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from briefing.annotate import layers
from briefing.annotate.layers import Attribution
from briefing.annotate.quotes import cues

PARAGRAPHS = (
    "“We will open the bridge on Friday,” Maria Ondal said. “The steel has arrived.”",
    "According to the transport ministry, the road will follow in May.",
    "The council met for three hours on Monday and left without a word.",
    "Peter Lorn warned that the bridge could collapse in a storm. He called the plan “a disgrace”.",
    "The film “The Last Bridge” opened in Arbek.",
    "Reuters reported that James Varga said the border was closed.",
)
PLAIN = "The council met for three hours on Monday and left without a word."


def table(doc: Doc) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(one.kind, one.speaker, tuple(span.text for span in one.contents)) for one in layers.attributions(doc)]


def test_an_unparsed_document_has_no_quotations() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("briefing_quotes")
    assert layers.attributions(nlp("“We will open the bridge,” Maria Ondal said.")) == ()


def test_every_cue_has_known_frames() -> None:
    assert set("".join(cues._table("cue_verbs.tsv").values())) <= set("qcioapnm")
    assert set("".join(cues._table("cue_nouns.tsv").values())) <= set("CN")


@pytest.mark.model
@pytest.mark.parametrize("text", ["", " \n\n ", "“", "”", "“”", '"', "said", "“Yes,”", ":", "NAME:", "“ ” ‘ ’ \" '"])
def test_odd_texts_do_no_harm(text: str, nlp: Language) -> None:
    assert all(one.contents for one in layers.attributions(nlp(text)))


@pytest.mark.model
def test_the_component_refuses_to_run_twice(nlp: Language) -> None:
    doc = nlp(PARAGRAPHS[0])
    with pytest.raises(ValueError, match="run each component once"):
        nlp.get_pipe("briefing_quotes")(doc)


@pytest.mark.model
def test_titles_and_asides_hold_no_quotations(nlp: Language) -> None:
    from briefing.annotate import pipeline

    title, body = "“Bridge opens,” says Maria Ondal", "The council met on Monday."
    text = f"{title}\n\n{body}"
    blocks = [("title", 0, len(title)), ("body", len(title) + 2, len(text))]
    assert layers.attributions(nlp(pipeline.make_doc(nlp, text, blocks))) == ()


@pytest.mark.model
def test_the_source_carries_the_id_of_its_entity(nlp: Language) -> None:
    doc = nlp("Maria Ondal visited the bridge. “It is safe for every car,” she said.")
    [one] = layers.attributions(doc)
    assert (one.entity, one.speaker) == (
        next(e.id for e in layers.entities(doc) if e.name == "Maria Ondal"),
        "Maria Ondal",
    )


@pytest.mark.model
def test_an_unnamed_source_is_no_named_person(nlp: Language) -> None:
    doc = nlp("Peter Lorn left the room. “The bridge is not safe at all,” an official said.")
    [one] = layers.attributions(doc)
    assert one.speaker is not None
    assert "official" in one.speaker


@pytest.mark.model
def test_what_one_reports_of_another_is_kept_on_both_levels(nlp: Language) -> None:
    doc = nlp("Maria Ondal said that Peter Lorn had promised to open the bridge.")
    assert [(one.speaker, one.contents[0].text) for one in layers.attributions(doc)] == [
        ("Maria Ondal", "Peter Lorn had promised to open the bridge"),
        ("Peter Lorn", "to open the bridge"),
    ]


@pytest.mark.model
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(PARAGRAPHS))
def test_contents_are_slices_and_marked_words_belong_to_one_quotation(order: list[str], nlp: Language) -> None:
    doc = nlp("\n\n".join(order))
    owner: dict[int, str] = {}
    for one in layers.attributions(doc):
        for span in one.contents:
            assert doc.text[span.start_char : span.end_char] == span.text
            if one.kind == "direct":
                assert all(owner.setdefault(token.i, one.id) == one.id for token in span)


@pytest.mark.model
@pytest.mark.parametrize("place", range(len(PARAGRAPHS) + 1))
def test_an_unrelated_paragraph_changes_nothing_elsewhere(place: int, nlp: Language) -> None:
    others = [paragraph for paragraph in PARAGRAPHS if paragraph != PLAIN]
    more = [*others[:place], PLAIN, *others[place:]]
    assert table(nlp("\n\n".join(more))) == table(nlp("\n\n".join(others)))


@pytest.mark.model
def test_the_scorer_counts_contents_and_speakers(nlp: Language) -> None:
    text = "\n\n".join(PARAGRAPHS)
    scores = nlp.get_pipe("briefing_quotes").score([Example(nlp(text), nlp(text))])
    assert (scores["quotes_f"], scores["speakers_f"]) == (1.0, 1.0)


# ---- the seed articles -------------------------------------------------------------------------------------------


def near(one: str, other: str) -> float:
    """Share of words in common, 0 to 1."""
    first, second = one.split(), other.split()
    return 2 * len(set(first) & set(second)) / (len(set(first)) + len(set(second)))


@pytest.mark.model
def test_the_required_quotations_of_the_seeds_are_found(nlp: Language, seeds: Path) -> None:
    gold = json.loads((seeds / "gold" / "quotes.json").read_text(encoding="utf-8"))
    missed = []
    for article in gold["gold"]:
        text = (seeds / f"{article['doc']}.txt").read_text(encoding="utf-8")
        found = layers.attributions(nlp(text))
        missed += [
            quote["text"] for quote in article["quotes"] if quote["status"] == "required" and not hit(quote, found)
        ]
    assert missed == []


def hit(quote: dict[str, str], found: tuple[Attribution, ...]) -> bool:
    """One attribution has the words, or the marked ones among them, with the right name and carrier."""
    for one in found:
        words = " ".join(span.text for span in one.contents)
        right = quote["speaker"].split()[-1].casefold() in (one.speaker or "").casefold()
        carried = quote.get("reported_by") in (None, one.via.text if one.via is not None else None)
        if right and carried and (near(words, quote["text"]) >= 0.8 or words.strip('"“”,') in quote["text"]):
            return True
    return False


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Vell left. A neighbour watched from her window.\n\n“It was loud that night,” she said.", "A neighbour"),
        ("Ann Vell won. My mother never liked her, but she often said, “Give her four years.”", "My mother"),
        ("Ann Vell won. A neighbour cheered. The neighbour waved, and she said: “At last!”", "The neighbour"),
        ("A man shouted at Ann Vell. “Give me four more years,” she said.", "Ann Vell"),
    ],
)
def test_a_pronoun_may_stand_for_somebody_without_a_name(text: str, speaker: str, nlp: Language) -> None:
    (one,) = layers.attributions(nlp(text))
    assert one.speaker == speaker


def test_a_gender_told_between_marks_may_be_that_of_somebody_else(nlp: Language) -> None:
    text = "Jessa Ondal, a teacher at the school, spoke of the mayor.\n\n“If he is asked, he looks away,” she said."
    (one,) = layers.attributions(nlp(text))
    assert one.speaker == "Jessa Ondal"


def test_a_tag_reports_the_words_before_it_and_the_marked_ones_behind_it(nlp: Language) -> None:
    doc = nlp("Costs had doubled in a year, Maria Ondal said, because “nobody was minding the shop”.")
    assert table(doc) == [
        ("indirect", "Maria Ondal", ("Costs had doubled in a year",)),
        ("direct", "Maria Ondal", ("“nobody was minding the shop”",)),
    ]


def test_who_spoke_last_and_is_called_she_is_no_body(nlp: Language) -> None:
    doc = nlp("Talks collapsed, their union said.\n\nBrigid Coyle, the union's head, said: “No.”\n\n“Never,” she said.")
    assert [one.speaker for one in layers.attributions(doc)][-1] == "Brigid Coyle"


@pytest.mark.model
def test_whoever_speaks_next_answers_the_question(nlp: Language) -> None:
    asked = "“Do you dispute that?” Tomas Varga asked."
    answer = "“There can be a small risk, but there is no reason to think that the pier is not safe.”"
    found = layers.attributions(nlp(f"{asked}\n\n{answer}\n\nVarga cut her off."))
    assert [one.speaker for one in found] == ["Tomas Varga", None]


@pytest.mark.model
def test_a_bare_quotation_is_of_who_tells_not_of_what_is(nlp: Language) -> None:
    before = "Arbek is a notorious party town, but Nadia Orlan says all of that was over by the time she left."
    found = layers.attributions(nlp(f"{before} “I was not that good a student because I was very social.”"))
    assert [one.speaker for one in found] == ["Nadia Orlan", "Nadia Orlan"]

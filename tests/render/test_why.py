"""Any line of a brief tells where it comes from."""

from __future__ import annotations

from dataclasses import replace

import briefs
import pytest

from briefing.errors import RenderError
from briefing.model import Brief
from briefing.render.why import lines, why


@pytest.fixture
def brief() -> Brief:
    """A brief of one story with every section filled."""
    return briefs.brief()


def test_every_line_has_a_label_of_its_own(brief: Brief) -> None:
    labels = [line.label for line in lines(brief)]
    assert len(set(labels)) == len(labels)
    assert {label[0] for label in labels} == set("BDXUAQE")


def test_a_line_names_its_sentences_with_article_and_offsets(brief: Brief) -> None:
    first = brief.stories[0].developments[0].passages[0].evidence[0]
    source = next(source for source in brief.sources if source.article.id == first.article)
    told = "\n".join(why(brief, "d1"))
    assert f"{first.article} {first.start}-{first.end}: {source.article.text[first.start : first.end]}" in told


def test_a_difference_names_the_rule_that_found_it(brief: Brief) -> None:
    assert any(brief.stories[0].differences[0].rule in line for line in why(brief, "X1"))


def test_a_merged_actor_names_the_reasons(brief: Brief) -> None:
    [story] = brief.stories
    actor = replace(story.actors[0], merges=("'Marek' is 'Helena Marek': surname",))
    merged = replace(brief, stories=(replace(story, actors=(actor, *story.actors[1:])),))
    assert any("'Marek' is 'Helena Marek': surname" in line for line in why(merged, "A1"))


def test_an_unknown_line_is_refused(brief: Brief) -> None:
    with pytest.raises(RenderError, match="Z9"):
        why(brief, "Z9")

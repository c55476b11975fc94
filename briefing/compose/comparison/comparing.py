"""Where the sources differ: points that independent origins tell differently, side by side and not resolved.

Silence is not a difference: every rule needs both sides to speak. Two copies of one article never differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Span

from briefing.compose.actors.gathering import ActorTable
from briefing.compose.comparison.answers import comment_contrasts, polarity_contrasts
from briefing.compose.comparison.frames import Cast, frames
from briefing.compose.comparison.grounds import Grounds
from briefing.compose.comparison.places import place_contrasts
from briefing.compose.comparison.quantities import number_contrasts
from briefing.compose.comparison.sides import merged
from briefing.compose.comparison.sources import office_contrasts, responsibility_contrasts, speaker_contrasts
from briefing.compose.comparison.stances import stance_contrasts
from briefing.compose.comparison.times import time_contrasts
from briefing.compose.origins import Origins
from briefing.compose.passages import Cut, cut
from briefing.compose.similarity import Weights
from briefing.compose.standing import Standing
from briefing.compose.statements import Statement
from briefing.model import Difference


def differences(
    found: Sequence[Statement],
    weights: Weights,
    actors: ActorTable,
    origins: Origins,
    standing: Mapping[str, Standing],
) -> tuple[Difference, ...]:
    """The differences between independent origins, in the order of the rules, then of the text."""
    cast = Cast(actors)
    framed = frames(found)
    contrasts = [
        *number_contrasts(found, weights, cast, origins),
        *time_contrasts(framed, weights, cast, origins),
        *place_contrasts(framed, weights, cast, origins),
        *comment_contrasts(found, actors, cast, origins),
        *polarity_contrasts(framed, weights, cast, origins),
        *stance_contrasts(found, weights, actors, cast, origins),
        *responsibility_contrasts(framed, origins),
        *speaker_contrasts(found, actors, cast, origins),
        *office_contrasts(found, actors, origins),
    ]

    def fragment(statement: Statement, span: Span) -> Cut:
        return standing[statement.evidence.article].fragment(cut(statement.document, span))

    return merged(contrasts, fragment, Grounds(weights, cast).reason)

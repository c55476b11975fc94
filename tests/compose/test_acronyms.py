"""Short forms and the words before them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.compose.acronyms import acronyms, expansions
from briefing.compose.documents import Document

pytestmark = pytest.mark.model

Annotate = Callable[..., Document]


@pytest.mark.parametrize(
    ("text", "letters", "words", "agrees"),
    [
        ("The Korda River Commission (KRC) met.", "KRC", "Korda River Commission", True),
        ("The Ministry of Foreign Affairs (MFA) spoke.", "MFA", "Ministry of Foreign Affairs", True),
        ("Troops crossed the Demilitarized Zone (DMZ).", "DMZ", "Demilitarized Zone", True),
        ("They left a gross domestic product (GDP) of nothing.", "GDP", "gross domestic product", True),
        ("Troops crossed the Military Demarcation Line (MLD).", "MLD", "Military Demarcation Line", False),
    ],
)
def test_letters_and_words(document: Annotate, text: str, letters: str, words: str, agrees: bool) -> None:
    (found,) = acronyms([document(text)])
    assert (found.letters, found.words.text, found.agrees) == (letters, words, agrees)


def test_only_what_agrees_is_written_out(document: Annotate) -> None:
    found = acronyms(
        [document("Troops of the Korda River Commission (KRC) crossed the Military Demarcation Line (MLD).")]
    )
    assert expansions(found) == {"KRC": "Korda River Commission"}


def test_a_name_in_brackets_is_no_short_form(document: Annotate) -> None:
    assert acronyms([document("The minister (Marek) spoke in Stanberg (Montalia).")]) == ()

"""Clauses that leave something open, and those that only look like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.compose.documents import Document
from briefing.compose.doubts import doubt_in

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Kremlin has not confirmed the visit.", "unconfirmed"),
        ("Zelengrad has yet to confirm the visit.", "unconfirmed"),
        ("The report could not be independently verified.", "unverified"),
        ("Police declined to confirm the arrest.", "unconfirmed"),
        ("It is unclear whether the crack has been repaired.", "unconfirmed"),
        ("Neither Zelengrad nor Stanberg has commented on the news.", "no-comment"),
        ("Blue Strait Lines declined to comment.", "no-comment"),
        ("The company did not immediately respond to a request for comment.", "no-comment"),
        ("The owner could not be reached on Tuesday.", "no-comment"),
        ("The ministry denied that Alvania had cut the flow.", "denied"),
        ("Orlan rejected the accusation.", "denied"),
        ("Montalia accused Alvania of holding back water, a claim that Zelengrad rejects.", "denied"),
        ("If the visit takes place, it will be the first in eleven years.", "conditional"),
        ("The cause of the fire has not been determined.", "unconfirmed"),
        ("Orlan said it was too early to tell whether the dam would hold.", "unconfirmed"),
        ("No immediate decision had been made about whether to appeal.", "unconfirmed"),
        ("Officials have not said why the girls were denied visas.", "unconfirmed"),
        ("Details of what happened are still awaited.", "unconfirmed"),
        ("Prosecutors, however, refused to provide details on the suspects.", "no-comment"),
        ("The police declined to identify the victims.", "no-comment"),
        ("A guard who refused to be named spoke to reporters.", None),
        ("The officer declined to give evidence in court.", None),
        ("The council had not determined the price of water.", None),
        ("Zelengrad has confirmed the visit.", None),
        ("Parliament rejected the budget.", None),
        ("The king rejected the offer to sell the airline.", None),
        ("Orlan denied entry to three reporters.", None),
        ("The army did not respond to the attack.", None),
        ("Marek commented on the news.", None),
        ("The king refused to leave the palace, saying it was his home.", None),
        ("If it rains, farmers stay at home.", None),
        ("It would be good for the harbour if the strike ends in a week.", None),
        ("The union initially dismissed the claim, but now confirms it.", None),
        ("The union dismissed the claim.", "denied"),
        ("If we had come earlier, the loss of life could have been prevented.", None),
        ("If there were letters, the fire would solve that problem.", None),
        ("They told me they did not know what I was talking about.", None),
        ("Nobody knows the valley better than the engineers.", None),
    ],
)
def test_the_kind_of_a_doubt(document: Callable[..., Document], text: str, kind: str | None) -> None:
    doubt = doubt_in(document(text).doc[:])
    assert (doubt.kind if doubt else None) == kind

"""The words of a document as plain strings, read once for all rules that look for names."""

from __future__ import annotations

from spacy.tokens import Doc


class Words:
    """Texts of the tokens and of stretches of tokens.

    To make a ``Token`` or ``Span`` for each look took half the time of the rules.
    """

    __slots__ = ("_starts", "_text", "texts")

    def __init__(self, doc: Doc) -> None:
        self.texts = texts(doc)
        self._text = doc.text
        self._starts: list[int] = doc.to_array("IDX").tolist()

    def phrase(self, start: int, end: int) -> str:
        """The text from token ``start`` to token ``end``, as ``doc[start:end].text``."""
        return self._text[self._starts[start] : self._starts[end - 1] + len(self.texts[end - 1])]


def texts(doc: Doc, attribute: str = "ORTH") -> list[str]:
    """The texts of all tokens, or another attribute that is a string ("LOWER"), without a ``Token`` for each."""
    strings = doc.vocab.strings
    return [strings[key] for key in doc.to_array(attribute).tolist()]

"""The component ``briefing_quotes``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("briefing_quotes")
def make_quotes(nlp: Language, name: str) -> Quotes:
    """The component, for ``nlp.add_pipe``."""
    return Quotes()


class Quotes:
    """Not built yet."""

    def __call__(self, doc: Doc) -> Doc:
        """The document, as it came."""
        return doc

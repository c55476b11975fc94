"""The component ``briefing_events``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("briefing_events")
def make_events(nlp: Language, name: str) -> Events:
    """The component, for ``nlp.add_pipe``."""
    return Events()


class Events:
    """Not built yet."""

    def __call__(self, doc: Doc) -> Doc:
        """The document, as it came."""
        return doc

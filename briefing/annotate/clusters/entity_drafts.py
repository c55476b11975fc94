"""An entity while it is being put together: its mentions so far, and the reasons for each."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Span


@dataclass(slots=True)
class Draft:
    """A cluster of mentions that still grows."""

    type: str
    mentions: list[tuple[Span, str]] = field(default_factory=list)
    """Mention and its form."""
    reasons: list[str] = field(default_factory=list)
    gender: str = ""
    stands_for: str | None = None
    named: bool = True
    medium: bool = False
    """Only carries the news."""
    title: str = ""
    """Name to show where it is not the fullest form."""

    _named: tuple[int, str] = (0, "")
    """Number of mentions when ``name`` was last worked out, and what it was."""

    def add(self, span: Span, form: str, reason: str = "") -> None:
        """One more mention, and why it belongs here."""
        self.mentions.append((span, form))
        if reason and reason not in self.reasons:
            self.reasons.append(reason)

    @property
    def names(self) -> list[Span]:
        """The mentions by name, in the order they were added."""
        return [span for span, form in self.mentions if form in ("name", "metonym")]

    @property
    def start(self) -> int:
        """Token of the first mention."""
        return min(span.start for span, _ in self.mentions)

    @property
    def name(self) -> str:
        """The fullest form: most words, then the earliest."""
        if self.title:
            return self.title
        if self._named[0] != len(self.mentions):
            texts = [(shown(span), span.start) for span in self.names or [span for span, _ in self.mentions]]
            best = min(texts, key=lambda item: (-len(item[0].split()), item[0].isupper(), item[1]))
            self._named = len(self.mentions), best[0]
        return self._named[1]


def shown(span: Span) -> str:
    """A mention's words on one line, without the stroke that parts it from the next ("Aal News/")."""
    return " ".join(span.text.split()).rstrip("/")

"""What the desk has corrected about the actors, as values: who is one, who are two, what somebody is called."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum


class CorrectionKind(StrEnum):
    """What a correction does."""

    SAME = "same"
    """Its names are those of one actor."""
    DIFFERENT = "different"
    """Its names are those of as many actors."""
    NAME = "name"
    """The actor is shown under another name."""
    KIND = "kind"
    """The actor is of another kind."""
    DROP = "drop"
    """Its names are those of no actor of the story."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of the corrections file."""

    kind: CorrectionKind
    names: tuple[str, ...]
    """Names as the sources or an earlier brief write them."""
    to: str = ""
    """The name to show, or the kind that the actor is; empty for the other corrections."""
    note: str = ""
    """Why, in the words of whoever made it."""
    date: str = ""
    """Day it was made, ISO."""

    @property
    def words(self) -> str:
        """The entry as one line for a reader, ``same "Elena Marek", "Helena Marek"``."""
        names = ", ".join(f'"{name}"' for name in self.names)
        return f'{self.kind} {names} is "{self.to}"' if self.to else f"{self.kind} {names}"

    @property
    def reason(self) -> str:
        """The entry with its day and note, as a reason that an actor keeps."""
        facts = "; ".join(fact for fact in (self.date, self.note) if fact)
        return f"corrected by hand: {self.words}{f' ({facts})' if facts else ''}"

    @property
    def toml(self) -> str:
        """The entry as it stands in the file."""
        lines = ["[[correction]]", f"{self.kind} = {self._value()}"]
        if self.note:
            lines.append(f"note = {_text(self.note)}")
        if self.date:
            lines.append(f"date = {self.date}")
        return "\n".join(lines) + "\n"

    def _value(self) -> str:
        if self.to:
            return f"{{ of = {_text(self.names[0])}, is = {_text(self.to)} }}"
        return f"[{', '.join(map(_text, self.names))}]"


def _text(value: str) -> str:
    """A basic string of TOML, which escapes as JSON does."""
    return json.dumps(value, ensure_ascii=False)

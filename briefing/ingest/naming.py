"""Names and ids of articles that are safe to show, to put into addresses and to make files of."""

from __future__ import annotations

import re
import unicodedata

UNSAFE = re.compile(r"[^a-z0-9]+")
HIDDEN = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
LONGEST = 48
SHOWN = 200


def shown_name(name: str) -> str:
    """A name without characters that hide or turn round what stands beside them."""
    clean = HIDDEN.sub("", unicodedata.normalize("NFC", HIDDEN.sub("\ufffd", name).replace("\ufffd", "")))
    return clean[:SHOWN].strip() or "unnamed"


def shown_line(text: str) -> str:
    """A line such as a title, with single blanks and without characters that hide or turn round what stands by them."""
    return " ".join(HIDDEN.sub("", unicodedata.normalize("NFC", " ".join(text.split()))).split())


def slug_of(name: str) -> str:
    """Small letters, digits and hyphens made from a name; ``article`` if nothing of it can be kept."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return UNSAFE.sub("-", plain).strip("-")[:LONGEST].rstrip("-") or "article"


class Identities:
    """Gives every article an id of its own: the slug of its name, numbered from the second of the same name on."""

    def __init__(self) -> None:
        self._count: dict[str, int] = {}

    def give(self, name: str) -> str:
        """The id for the next article of this name."""
        slug = slug_of(name)
        while True:
            number = self._count.get(slug, 0) + 1
            self._count[slug] = number
            identity = slug if number == 1 else f"{slug}-{number}"
            if number == 1 or identity not in self._count:
                self._count.setdefault(identity, 1)
                return identity

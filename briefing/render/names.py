"""Names of files and folders, made from words of the brief."""

from __future__ import annotations

import re
import unicodedata

_OTHER = re.compile(r"[^a-z0-9]+")


def slug(text: str, most: int = 48) -> str:
    """Small letters, digits and single hyphens, cut at a word: ``Upper Tamsin · water`` is ``upper-tamsin-water``.

    Accents go (``Curaçao`` is ``curacao``); a text without any Latin letter or digit becomes ``brief``.
    """
    plain = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D").replace("ß", "ss"))
    found = _OTHER.sub("-", plain.encode("ascii", "ignore").decode().lower()).strip("-")
    if len(found) > most:
        head, hyphen, _ = found[: most + 1].rpartition("-")
        found = head if hyphen else found[:most]
    return found or "brief"

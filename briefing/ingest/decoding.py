"""Bytes to text by a fixed ladder, so that the same bytes always give the same characters.

Byte order mark, UTF-16 without one (recognised by its pattern of zero bytes), strict UTF-8, Mac Roman
by its traces, Windows-1252;
charset-normalizer is asked only where most letters are not Latin, because it takes Windows-1252 for other code pages
(0 of 22 made files right, this ladder all). Last, ``ftfy.fix_encoding`` mends text that was wrongly decoded before it
was saved ("â€™" for an apostrophe).
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from briefing.ingest.drafts import SkipError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDE = ("utf-16", "utf-32")
NOTATIONS = frozenset(("idna", "punycode", "raw-unicode-escape", "unicode-escape"))
"""Codecs of Python's that write text in letters of ASCII, which no document is encoded in."""
SAMPLE = 65_536
DENSE = 0.6
"""Share of bytes over 0x7F among the letters from which a file is taken for non-Latin: words of Western languages have
one or two such letters, words of Cyrillic or Greek nothing else."""
DENSEST = 40
"""Such bytes that are needed for a judgement at all."""
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
BINARY = 0.002
"""Share of control bytes past which a file is no text; a text with a few stray ones (0x1A, 0x0C) stays under it."""
MOJIBAKE = re.compile("Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u00a0-\u00bf]|â€")
"""What the first bytes of a letter become where UTF-8 was read as Windows-1252; ftfy decides."""
MISPLACED = re.compile("[a-z][ÉÐÑÒÓÔÕŽŸ](?![A-ZÀ-Þ])|[.,!?]Ó")
"""What Mac Roman's accents and quotation marks become in Windows-1252, and no Western word holds."""
MISPLACED_LEAST = 2
WINDOWS_MARKS = re.compile(r"[a-z]’[a-z]|(?:^|\s)[“‘][A-Za-z]|[.,!?]”")
UNASSIGNED = {0xDC00 + byte: byte for byte in range(0x80, 0x100)}
"""What ``surrogateescape`` makes of a byte, back to the control character of that number."""


class Decoded(NamedTuple):
    """Text and how it was decoded."""

    text: str
    encoding: str
    doubtful: bool
    """The bytes were no clean text of their encoding, or were mended."""


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of ``data``; ``declared`` is the format's own statement of its encoding, believed if it decodes.

    Raises ``SkipError`` with ``empty`` or ``binary``.
    """
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise SkipError("empty", "The file is empty.")
    found = _by_mark(data) or _by_declaration(data, declared) or _by_zeros(data)
    if found is None:
        _refuse_binary(data)
        found = _by_utf8(data) or _by_density(data) or _by_macintosh(data) or _by_windows(data)
    return _mended(found)


def _by_mark(data: bytes) -> Decoded | None:
    """Text after a byte order mark."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    return None


def _lenient(data: bytes, encoding: str) -> Decoded:
    """Text in a known encoding; what does not decode is marked, not lost."""
    try:
        return Decoded(data.decode(encoding), encoding, doubtful=False)
    except UnicodeDecodeError:
        return Decoded(data.decode(encoding, "replace"), encoding, doubtful=True)


def _by_declaration(data: bytes, declared: str | None) -> Decoded | None:
    """Text in the declared encoding, if there is such a one and every byte fits.

    ISO-8859-1 means Windows-1252 (WHATWG Encoding Standard). Pages of UTF-8 often declare something else from habit,
    and text with accents is valid UTF-8 only if it is UTF-8; what was declared in letters of one byte is no UTF-16.
    """
    try:
        name = codecs.lookup((declared or "").strip()).name
        if name in NOTATIONS or (name.startswith(WIDE) and b"\x00" not in data):
            return None
        name = "cp1252" if name in {"iso8859-1", "ascii"} else name
        if (name == "cp1252" or not data.isascii()) and (found := _by_utf8(data)):
            return found
        text = data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None
    return Decoded(text, name, doubtful=False) if isinstance(text, str) else None


def _by_zeros(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: nearly every second byte of Latin text is zero."""
    sample = data[:SAMPLE]
    even, odd = sample[::2], sample[1::2]
    if len(data) < 4 or len(data) % 2 or not even:
        return None
    if odd.count(0) > 0.4 * len(odd) and even.count(0) < 0.1 * len(even):
        return _lenient(data, "utf-16-le")
    if even.count(0) > 0.4 * len(even) and odd.count(0) < 0.1 * len(odd):
        return _lenient(data, "utf-16-be")
    return None


def _refuse_binary(data: bytes) -> None:
    """``SkipError`` for bytes that are no text in any encoding of the ladder."""
    sample = data[:SAMPLE]
    if b"\x00" in data or len(CONTROL.findall(sample)) > max(2, BINARY * len(sample)):
        raise SkipError("binary", "The file is not text.")


def _by_utf8(data: bytes) -> Decoded | None:
    """Strict UTF-8."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8", doubtful=False)
    except UnicodeDecodeError:
        return None


def _by_density(data: bytes) -> Decoded | None:
    """The guess of charset-normalizer for text whose letters are mostly not Latin, or damaged UTF-8."""
    sample = data[:SAMPLE]
    high = len(sample.translate(None, bytes(range(128))))
    damaged = sample.decode("utf-8", "replace")
    if damaged.count("�") * 20 < high:
        # Nearly all of it is valid UTF-8: a few broken bytes do not make it another encoding.
        return Decoded(data.decode("utf-8", "replace"), "utf-8", doubtful=True)
    plain = len(re.findall(rb"[A-Za-z]", sample))
    if high < DENSEST or high < DENSE * (high + plain):
        return None
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return _lenient(data, best.encoding)._replace(doubtful=True) if best else None


def _by_windows(data: bytes) -> Decoded:
    """Windows-1252, in which the five unassigned bytes stand for themselves, as browsers read it."""
    text = data.decode("cp1252", "surrogateescape")
    loose = re.search("[\udc80-\udcff]", text) is not None
    return Decoded(text.translate(UNASSIGNED) if loose else text, "cp1252", loose)


def _by_macintosh(data: bytes) -> Decoded | None:
    """Mac Roman, where Windows-1252 would put capitals behind small letters ("townÕs") and no quotation mark."""
    if not data.translate(None, bytes(range(128))):
        return None
    sample = data[:SAMPLE].decode("cp1252", "replace")
    if len(MISPLACED.findall(sample)) < MISPLACED_LEAST or WINDOWS_MARKS.search(sample):
        return None
    return Decoded(data.decode("mac_roman"), "mac_roman", doubtful=True)


def _mended(found: Decoded) -> Decoded:
    """The text with earlier wrong decoding undone, where its traces are seen."""
    text = found.text.removeprefix("\ufeff")
    if found.encoding != "cp1252" and MOJIBAKE.search(text):
        from ftfy import fix_encoding

        mended = fix_encoding(text)
        if mended != text:
            return Decoded(mended, found.encoding, doubtful=True)
    return found._replace(text=text)

"""The colours of a brief, worked out from one accent so that everything stays readable."""

from __future__ import annotations

ACCENT = "#0f4c6b"
"""Ours; anything else comes from the user."""

_PAPER, _WASH, _DARK = "#ffffff", "#e6eff4", "#1d3341"
_TEXT, _GRAPHIC = 4.5, 3.0
"""Least contrast of text and of graphics (WCAG 2.2, 1.4.3 and 1.4.11)."""


def palette(accent: str | None) -> dict[str, str]:
    """The tokens that follow the accent: ``accent``, ``accent2``, ``accent_wash`` and the same for a dark page."""
    if accent is None or accent.lower() == ACCENT:
        return {
            "accent": ACCENT,
            "accent2": "#6c99ae",
            "accent_wash": _WASH,
            "dark_accent": "#8cc4e0",
            "dark_accent2": "#5088a3",
            "dark_accent_wash": _DARK,
            "dark_link": "#9bd0ea",
        }
    wash = _mix(accent, _PAPER, 0.9)
    dark_wash = _mix(accent, "#10171d", 0.75)
    return {
        "accent": _until(accent, wash, "#000000", _TEXT),
        "accent2": _until(_mix(accent, _PAPER, 0.45), _PAPER, "#000000", _GRAPHIC),
        "accent_wash": wash,
        "dark_accent": _until(accent, dark_wash, "#ffffff", _TEXT),
        "dark_accent2": _until(_mix(accent, "#10171d", 0.3), "#10171d", "#ffffff", _GRAPHIC),
        "dark_accent_wash": dark_wash,
        "dark_link": _until(accent, dark_wash, "#ffffff", _TEXT + 1),
    }


def contrast(one: str, two: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _until(colour: str, ground: str, towards: str, least: float) -> str:
    """The colour, moved towards black or white in small steps until it stands out from its ground."""
    for step in range(21):
        moved = _mix(colour, towards, step / 20)
        if contrast(moved, ground) >= least:
            return moved
    return towards


def _mix(one: str, two: str, share: float) -> str:
    pairs = zip(_channels(one), _channels(two), strict=True)
    return "#" + "".join(f"{round(first + (second - first) * share):02x}" for first, second in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    parts = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

"""The HTML page of a brief: one file that asks the network for nothing and needs no script."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import NamedTuple

from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefing.errors import RenderError
from briefing.model import Brief
from briefing.render.assets import templates_folder
from briefing.render.colours import palette
from briefing.render.environment import environment, fill, load
from briefing.render.fonts import Face, paper_faces, screen_faces
from briefing.render.look import Look
from briefing.render.view import view

_IMAGES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_IMAGE_LIMIT = 2_000_000
"""A larger picture would make every mail of the brief too large."""
_ITALIC = re.compile(r"<(?:em|i|cite)>(?!</)|font-style:\s*italic")
"""Slanted letters; the page's dots are empty ``<i></i>``."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Signs that no HTML may hold."""


class Script(NamedTuple):
    """A script for the page."""

    text: Markup
    hash: str
    """Its digest, as a content security policy names it."""


def to_html(brief: Brief, look: Look) -> bytes:
    """The page, UTF-8; the same brief and look give the same bytes."""
    text = _markup(brief, look, paper=False)
    faces = screen_faces(text, italic=_ITALIC.search(text) is not None)
    # Every "<" of the brief is escaped: the first style element is the template's own.
    return text.replace("<style>", "\n".join(["<style>", *map(_font_face, faces)]), 1).encode()


def paper_markup(brief: Brief, look: Look, missing: str = "", *, tight: bool = False) -> str:
    """The same templates filled for paper, as the PDF engine reads them; ``missing`` names letters without a glyph."""
    text = _markup(brief, look, paper=True, missing=missing, tight=tight)
    return text.replace("<style>", "\n".join(["<style>", *map(_font_face, paper_faces())]), 1)


def _markup(brief: Brief, look: Look, *, paper: bool, missing: str = "", tight: bool = False) -> str:
    """The filled template of the look's set."""
    env = environment(look.templates)
    text = fill(
        load(env, f"{look.template_set}.html"),
        brief=view(brief, look, paper=paper),
        look=look,
        paper=paper,
        tight=tight,
        tokens=palette(look.accent),
        logo=image(look.logo) if look.logo else "",
        missing=missing,
        script=_script(env) if not paper else None,
        asset=lambda name: image(_asset(name, look.templates)),
    )
    return _CONTROL.sub("", text)


def _script(env: ImmutableSandboxedEnvironment) -> Script:
    """The page's small script and what the page's policy must say to let it, and no other, run."""
    text = f"\n{fill(load(env, 'page.js'))}\n"
    if "</" in text:
        raise RenderError("page.js holds '</', which would end it")
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
    return Script(Markup(text), f"sha256-{digest}")  # noqa: S704 - the template's own text, nothing of the brief is in it


def image(path: Path) -> str:
    """A picture file as a data URL."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RenderError(f"the picture {path} cannot be read: {error.strerror or error}") from error
    if len(data) > _IMAGE_LIMIT:
        raise RenderError(f"the picture {path} is larger than {_IMAGE_LIMIT // 1_000_000} MB")
    kind = next((name for magic, name in _IMAGES.items() if data.startswith(magic)), None)
    if kind is None and b"<svg" in data[:1000]:
        kind = "image/svg+xml"
    if kind is None:
        raise RenderError(f"the picture {path} is neither PNG, JPEG nor SVG")
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"


def _asset(name: str, user: Path | None) -> Path:
    """A file beside the user's templates or ours; nothing outside of these folders."""
    for folder in filter(None, (user, templates_folder())):
        path = (folder / name).resolve()
        if path.is_relative_to(folder.resolve()) and path.is_file():
            return path
    raise RenderError(f"the picture {name!r} is not among the templates")


def _font_face(face: Face) -> str:
    return (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; font-style: {face.style}; '
        f'src: url("{face.url}") }}'
    )

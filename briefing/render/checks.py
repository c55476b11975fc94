"""Whether a user's templates work: mistakes by file and line, before a brief depends on them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jinja2 import TemplateSyntaxError

from briefing.errors import RenderError
from briefing.render.engine import engine_log, load_engine, one_clear_error
from briefing.render.environment import environment
from briefing.render.look import Look
from briefing.render.page import paper_markup, to_html
from briefing.render.plain import to_markdown, to_text
from briefing.render.sets import known_sets
from briefing.render.trial import trial_brief

_KINDS = (".html", ".css", ".txt", ".md")


def check_templates(folder: Path) -> tuple[str, ...]:
    """The mistakes in a user's folder of templates, ``file:line: what``, none if all is well.

    Every file is read for its syntax; then each page of the folder, and ours with its parts in their place, is made
    of a small brief, on paper and for a screen. What the PDF engine does not know of the style sheets is named too.
    """
    found = list(_misread(folder))
    if not found:
        for name in known_sets(folder):
            found += _tried(Look(templates=folder, template_set=name))
        found += _plain(Look(templates=folder))
    return tuple(dict.fromkeys(found))


def try_templates(look: Look) -> None:
    """Raises the ``RenderError`` of the first mistake in the user's templates, before any work is done."""
    for mistake in _misread(look.templates) if look.templates else ():
        raise RenderError(mistake)
    to_html(trial_brief(), look)


def _misread(folder: Path) -> Iterator[str]:
    """What is wrong with the files as such."""
    env = environment(folder)
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _KINDS):
        try:
            env.parse(path.read_text("utf-8"), filename=str(path))
        except TemplateSyntaxError as error:
            yield f"{path}:{error.lineno}: {error.message}"
        except UnicodeDecodeError as error:
            yield f"{path}: this is no UTF-8 (byte {error.start})"
        except OSError as error:
            yield f"{path}: cannot be read: {error.strerror}"


def _tried(look: Look) -> list[str]:
    from briefing.render.fetcher import LocalFetcher

    brief = trial_brief()
    try:
        to_html(brief, look)
        text = paper_markup(brief, look)
        with engine_log() as lines, one_clear_error():
            load_engine().HTML(string=text, url_fetcher=LocalFetcher()).render()
    except RenderError as error:
        return [str(error)]
    return [f"{look.template_set}.html: {line}" for line in lines]


def _plain(look: Look) -> list[str]:
    found = []
    for make in (to_text, to_markdown):
        try:
            make(trial_brief(), look)
        except RenderError as error:
            found.append(str(error))
    return found

"""Whether a user's templates work: mistakes by file and line, before a brief depends on them."""

from __future__ import annotations

from pathlib import Path

from jinja2 import TemplateSyntaxError

from briefing.errors import RenderError
from briefing.render.engine import engine_log, load_engine
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
    env = environment(folder)
    found: list[str] = []
    files = sorted(path for path in folder.rglob("*") if path.suffix in _KINDS and path.is_file())
    for path in files:
        try:
            env.parse(path.read_text("utf-8"), filename=str(path))
        except TemplateSyntaxError as error:
            found.append(f"{path}:{error.lineno}: {error.message}")
        except UnicodeDecodeError as error:
            found.append(f"{path}: this is no UTF-8 (byte {error.start})")
    if not found:
        for name in known_sets(folder):
            found += _tried(Look(templates=folder, template_set=name))
        found += _plain(Look(templates=folder))
    return tuple(dict.fromkeys(found))


def try_templates(look: Look) -> None:
    """Raises the ``RenderError`` of a mistake in the user's templates, before any work is done."""
    paper_markup(trial_brief(), look)


def _tried(look: Look) -> list[str]:
    brief = trial_brief()
    try:
        to_html(brief, look)
        text = paper_markup(brief, look)
    except RenderError as error:
        return [str(error)]
    from briefing.render.fetcher import LocalFetcher

    fetcher = LocalFetcher()
    with engine_log() as lines:
        load_engine().HTML(string=text, url_fetcher=fetcher).render()
    return [f"{look.template_set}.html: {line}" for line in lines]


def _plain(look: Look) -> list[str]:
    found = []
    for make in (to_text, to_markdown):
        try:
            make(trial_brief(), look)
        except RenderError as error:
            found.append(str(error))
    return found

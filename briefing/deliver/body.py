"""The body of a mail, as text and as HTML for mail programs, at most 60 KB of it."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import css_inline
from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    select_autoescape,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefing.deliver.abstract import Abstract, Cited
from briefing.deliver.headers import LONGEST_SUBJECT, one_line
from briefing.errors import DeliverError
from briefing.model.handling import TLP

LIMIT = 60_000
"""Octets of a body; Gmail cuts mails at 102 KB, encoding included, and hides the rest behind a link."""
COLUMNS = 72


@dataclass(frozen=True, slots=True)
class Body:
    """The two forms of a mail's body."""

    text: str
    html: str


@dataclass(frozen=True, slots=True)
class _Depth:
    """How much of the brief a body tells."""

    told: int
    """Stories with their bottom line."""
    named: int
    """Stories after them, by headline."""
    points: bool
    """Developments and a quote of the first."""


_DEPTHS = (_Depth(20, 40, True), _Depth(5, 40, True), _Depth(1, 40, True), _Depth(1, 10, False), _Depth(0, 0, False))
"""From everything to nothing but the title: the first whose body is small enough is sent."""


def mail_body(abstract: Abstract, unsubscribe: str, templates: Path | None = None) -> Body:
    """The body that tells as much as fits into 60 KB; what is left out is counted, and stands in the attachment.

    ``templates`` is a folder of the user's own templates. Raises ``DeliverError`` naming a template that fails.
    """
    for depth in _DEPTHS:
        body = _write(abstract, unsubscribe, depth, templates)
        if max(len(body.text.encode()), len(body.html.encode())) <= LIMIT:
            return body
    raise DeliverError(f"the title or the templates alone make a mail longer than {LIMIT // 1000} KB")


def mail_subject(template: str, abstract: Abstract, day: str, subject: str) -> str:
    """The subject that the template makes, on one line; ``day`` is the date of issue in the reader's language.

    A mark that limits who may read stands in it, as TLP 2.0 asks of mail, whatever the template says.
    """
    facts = {
        "product": abstract.product,
        "title": abstract.title,
        "date": day,
        "brief": abstract.brief,
        "handling": abstract.handling,
        "subject": one_line(subject),
        "revision": abstract.revision,
    }
    try:
        made = one_line(_environment(None).from_string(template).render(facts))
    except TemplateError as error:
        raise DeliverError(f"the subject template {template!r} cannot be used: {error}") from error
    if abstract.handling not in {"", TLP[0]} and abstract.handling not in made:
        made = f"[{abstract.handling}] {made}"
    if len(made) > LONGEST_SUBJECT:
        made = made[: LONGEST_SUBJECT - 1].rpartition(" ")[0] + " \u2026"
    return made


def template_folder() -> Path:
    """Where the program's own templates are: in the package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    if (package / "templates").is_dir():
        return package / "templates"
    if (package.parent / "pyproject.toml").is_file():
        return package.parent / "templates"
    raise DeliverError(f"{package}: the templates are missing; install the program again")


def _write(abstract: Abstract, unsubscribe: str, depth: _Depth, templates: Path | None) -> Body:
    told, rest = abstract.matters[: depth.told], abstract.matters[depth.told :]
    left = len(rest[depth.named :])
    facts: dict[str, Any] = {
        "brief": abstract,
        "told": told,
        "named": rest[: depth.named],
        "unnamed": f"{left} {'story' if left == 1 else 'stories'}" if left else "",
        "show_points": depth.points,
        "unsubscribe": unsubscribe,
    }
    environment = _environment(templates)
    try:
        text = environment.get_template("mail.txt").render(facts)
        html = environment.get_template("mail.html").render(facts)
    except TemplateError as error:
        raise DeliverError(
            f"the template {getattr(error, 'name', None) or 'of the mail'} cannot be used: {error}"
        ) from error
    return Body(text, _inline(html))


def _inline(html: str) -> str:
    """The page with its rules written into its elements, since mail programs drop style sheets."""
    inliner = css_inline.CSSInliner(keep_at_rules=True, load_remote_stylesheets=False, minify_css=True)
    return str(inliner.inline(html))


@cache
def _environment(templates: Path | None) -> Environment:
    """Templates run in a sandbox; a missing value is an error; HTML is escaped, text is not."""
    ours = FileSystemLoader(template_folder())
    loaders: list[BaseLoader] = [ours, PrefixLoader({"default": ours})]
    if templates is not None:
        loaders.insert(0, FileSystemLoader(templates))
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader(loaders),
        autoescape=select_autoescape(enabled_extensions=("html",), default=False, default_for_string=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(wrap=_wrap, underline=_underline)
    environment.globals.update(cite=_cite)
    return environment


def _wrap(text: str, bullet: str = "") -> str:
    """Lines of at most 72 characters; an address or word that is longer stays whole."""
    return textwrap.fill(
        text,
        COLUMNS,
        initial_indent=bullet,
        subsequent_indent=" " * len(bullet),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _underline(text: str, char: str = "=") -> str:
    return char * max((len(line) for line in _wrap(text).splitlines()), default=0)


def _cite(cited: Cited, *more: str) -> str:
    """`` [1.1, 2.2; both sources]``."""
    parts = [", ".join(cited.references), *more]
    inner = "; ".join(part for part in parts if part)
    return f" [{inner}]" if inner else ""

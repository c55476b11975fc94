"""A Jinja environment in which the user's templates stand before ours and can extend what they replace.

Other rooms make their own small templates with it (a mail's body, say)::

    page = environment(look.templates).get_template("mail.html")
    text = fill(page, brief=view(brief, look, paper=False), look=look)

``fill`` turns whatever goes wrong inside a template into one line that names its file and line.
"""

from __future__ import annotations

import re
import traceback
from pathlib import Path

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from briefing.errors import RenderError
from briefing.render.assets import templates_folder

_PLAIN = (".txt", ".md", ".js")
"""Templates of these kinds are no HTML: their text is not escaped."""

_HYPHENATED = re.compile(r"\b(?=\w{0,20}[A-Z])\w{1,20}(?:[-‑]\w{1,20}){1,5}\b")
"""A word with a capital and hyphens ("Kim Han-sol"); long ones may break, or they would leave their column."""

_MISSING = re.compile(r"'(?:\w{1,40}\.){0,8}(?P<kind>\w{1,40}) object' has no attribute (?P<name>'\w{1,60}')")
"""What Jinja says of a name that a value lacks, with the module that nobody asked for."""

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|!~&])")


class _Compiled(BytecodeCache):
    """Templates compiled in this process. Jinja compares the source, so that a changed one is compiled again.

    Compiling is most of what filling a page costs (0.3 of 0.35 s), and a brief fills two or three.
    """

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


_compiled = _Compiled()


def compile_ours() -> None:
    """Compile our pages and their parts ahead of the first brief."""
    env = environment()
    for name in env.list_templates(("html", "css")):
        if not name.startswith(("default/", "mail")):
            env.get_template(name)


def environment(user: Path | None = None) -> ImmutableSandboxedEnvironment:
    """The environment for a user's folder of templates (or none): the folder, ours, and ours again as ``default/``.

    Undefined names are errors, HTML is escaped, and a template can reach nothing but what it is given.
    """
    if user is not None and not user.is_dir():
        raise RenderError(f"the folder of templates {user} is not there")
    ours = FileSystemLoader(templates_folder())
    theirs = [FileSystemLoader(user)] if user is not None else []
    made = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([*theirs, ours, PrefixLoader({"default": ours})]),
        undefined=StrictUndefined,
        autoescape=lambda name: name is None or not name.endswith(_PLAIN),
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_compiled,
    )
    made.filters |= {"keep": keep, "md": markdown, "letters": letters}
    return made


def keep(text: str) -> Markup:
    """Text for HTML in which hyphenated names do not break at the end of a line."""
    pieces, last = [], 0
    for found in _HYPHENATED.finditer(text):
        pieces += [escape(text[last : found.start()]), Markup('<span class="nb">{}</span>').format(found[0])]
        last = found.end()
    return Markup("").join([*pieces, escape(text[last:])])


def markdown(text: str) -> str:
    """Text for Markdown: signs that would mean something stand behind a backslash, lines are joined."""
    return " ".join(_MARKDOWN.sub(r"\\\1", text).split())


def letters(text: str) -> str:
    """Text for a plain file: on one line, without control characters."""
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())


def fill(template: Template, **values: object) -> str:
    """The template's text; a mistake in it is a RenderError that names file and line."""
    try:
        return template.render(**values)
    except TemplateError as error:
        raise RenderError(explain(error)) from error
    except RenderError as error:
        # Of a function that the template calls.
        raise RenderError(f"{_template_line(error)}: {error}") from error
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        # A filter or an operation of the template went wrong; our own mistakes keep their traceback.
        if not _template_line(error):
            raise
        raise RenderError(explain(error)) from error


def load(env: ImmutableSandboxedEnvironment, name: str) -> Template:
    """The template of this name; RenderError where it is missing or its syntax is wrong."""
    try:
        return env.get_template(name)
    except TemplateError as error:
        raise RenderError(explain(error)) from error


def explain(error: Exception) -> str:
    """One line that names the template's file, the line and the mistake."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}: {error.message}"
    if isinstance(error, TemplateNotFound):
        where = _template_line(error)
        return f"{where + ': ' if where else ''}there is no template {error.name!r}"
    message = _MISSING.sub(r"\g<kind> has no \g<name>", str(error)) or type(error).__name__
    return f"{_template_line(error) or 'template'}: {message}"


def _template_line(error: Exception) -> str:
    """``file:line`` of the innermost template in an error's traceback, empty where it is in none."""
    found = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename.endswith((".html", ".css", ".txt", ".md", ".xml", ".svg"))
    ]
    return f"{found[-1].filename}:{found[-1].lineno}" if found else ""

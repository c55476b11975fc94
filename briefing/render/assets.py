"""Where the shipped templates and fonts are, and a copy of them for the user."""

from __future__ import annotations

import shutil
from pathlib import Path

from briefing.errors import RenderError

_PACKAGE = Path(__file__).resolve().parents[1]


def templates_folder() -> Path:
    """The folder of our templates: inside the installed package, or beside it in a checkout."""
    installed = _PACKAGE / "templates"
    if installed.is_dir():
        return installed
    checkout = _PACKAGE.parent / "templates"
    if checkout.is_dir() and (_PACKAGE.parent / "pyproject.toml").is_file():
        return checkout
    raise RenderError(f"the templates are neither at {installed} nor at {checkout}; install the package again")


def fonts_folder() -> Path:
    """The folder of our fonts (Source Serif 4 and Source Sans 3, SIL Open Font Licence)."""
    return templates_folder() / "fonts"


def copy_templates(folder: Path) -> tuple[Path, ...]:
    """Every template of ours, copied into ``folder``; a file or link that is there already stays as it is.

    Fonts are not copied: a template names them by the style sheet, which finds ours.
    """
    ours, copied = templates_folder(), []
    try:
        for source in sorted(ours.rglob("*")):
            relative = source.relative_to(ours)
            if source.is_dir() or relative.parts[0] == "fonts":
                continue
            target = folder / relative
            if not (target.exists() or target.is_symlink()):
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
                copied.append(target)
    except OSError as error:
        raise RenderError(f"templates cannot be copied to {folder}: {error.strerror or error}") from error
    return tuple(copied)

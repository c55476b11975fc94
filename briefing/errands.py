"""What the other commands do: render again, extract, explain, prepare a mailing.

Smaller runs than the daily one, made of the same steps.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from briefing import ingest
from briefing.deliver.folder import put_files
from briefing.errors import SettingsError
from briefing.model import Article, Skipped
from briefing.workflow import load_model, read_brief, render, stream_documents

if TYPE_CHECKING:
    from briefing.deliver.mailing import Mailing
    from briefing.deliver.tables import MailSettings

logger = logging.getLogger(__name__)


def render_again(path: Path, output: Path | None, formats: Sequence[str], **options: Any) -> tuple[Path, ...]:
    """Render a brief from its JSON; the files go beside it, or into ``output``."""
    brief = read_brief(path)
    files = render(brief, formats, options, lambda step, done, total: None)
    return put_files(output or (path if path.is_dir() else path.parent), files)


def extract(
    sources: Sequence[str],
    stdin: BinaryIO | None,
    *,
    model: str,
    keep_all: bool,
    workers: int,
    merge: bool,
    limits: Sequence[tuple[str, int]] = (),
) -> Iterator[str]:
    """The lines of ``briefing extract``: one an article as it is ready; with ``merge`` then one a topic."""
    from briefing.compose.anchors import anchor_undated
    from briefing.compose.extract import article_record, to_line, topic_records

    nlp = load_model(model)
    found = ingest.iter_sources(sources, keep_all=keep_all, limits=ingest.Limits(**dict(limits)), stdin=stdin)
    documents = stream_documents(nlp, readable(found), workers)
    if merge:
        yield from map(to_line, topic_records(anchor_undated(tuple(documents))))
    else:
        yield from (to_line(article_record(document)) for document in documents)


def readable(found: Iterable[Article | Skipped]) -> Iterator[Article]:
    """The articles among what was found; the rest is said on the log."""
    for one in found:
        if isinstance(one, Skipped):
            logger.warning("skipped %s: %s (%s)", one.name, one.detail, one.code)
        else:
            yield one


def explain_articles(sources: Sequence[str], stdin: BinaryIO | None, *, keep_all: bool) -> Iterator[list[str]]:
    """For each source the lines that say how it was read."""
    from briefing.ingest.explain import explain

    for one in ingest.iter_sources(sources, keep_all=keep_all, stdin=stdin):
        yield explain(one)


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Put lines into a file, whole or not at all."""
    content = "".join(f"{line}\n" for line in lines).encode()
    put_files(path.parent, {path.name: content})


def prepare_mailing(
    mail: MailSettings,
    place: Path | None,
    output: Path,
    lists: Sequence[str],
    to: Sequence[str],
    templates: Path | None,
) -> Mailing:
    """The brief at ``place`` (or the newest report in ``output``) on its way to the chosen recipients, checked."""
    from briefing.deliver.mailing import Mailing, find_files, newest_report, prepare
    from briefing.deliver.tables import choose_recipients

    folder = place or newest_report(output)
    if mail.sender is None:
        raise SettingsError("no sender: set from in the [mail] table of briefing.toml")
    return prepare(
        Mailing(
            brief=read_brief(folder),
            files=find_files(folder),
            recipients=choose_recipients(mail, lists, to),
            sender=mail.sender,
            server=mail.server,
            templates=templates,
            message_limit=mail.message_limit,
        )
    )

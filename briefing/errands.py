"""What the other commands do: render again, extract, explain, prepare a mailing.

Smaller runs than the daily one, made of the same steps.
"""

from __future__ import annotations

import logging
import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from briefing import ingest
from briefing.deliver.folder import check_place, put_files
from briefing.errors import DeliverError, SettingsError
from briefing.issues import read_brief
from briefing.model import Article, Correction, Skipped
from briefing.model.correction_entries import check_together
from briefing.settings import read_corrections
from briefing.workflow import BATCH, left_out, load_model, pdf_press, render, stream_documents

if TYPE_CHECKING:
    from spacy.language import Language

    from briefing.compose.documents import Document
    from briefing.deliver.mailing import Mailing
    from briefing.deliver.tables import MailSettings

logger = logging.getLogger(__name__)


def render_again(path: Path, output: Path | None, formats: Sequence[str], **options: Any) -> tuple[Path, ...]:
    """Render a brief from its JSON; the files go beside it, or into ``output``."""
    place = output or (path if path.is_dir() else path.parent)
    check_place(place)
    with pdf_press(formats if len(formats) > 1 else ()) as press:
        files = render(read_brief(path), formats, options, lambda step, done, total: None, press)
    return put_files(place, files)


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
    from briefing.compose.extract import to_line, topic_records

    found = begun(ingest.iter_sources(sources, keep_all=keep_all, limits=ingest.Limits(**dict(limits)), stdin=stdin))
    nlp = load_model(model)
    if merge:
        yield from map(to_line, topic_records(anchor_undated(tuple(documents_of(nlp, readable(found), workers)))))
    elif workers > 1 and "fork" in multiprocessing.get_all_start_methods():
        yield from spread_lines(nlp, readable(found), workers)
    else:
        yield from article_lines(nlp, readable(found), workers)


def article_lines(nlp: Language, articles: Iterable[Article], workers: int = 1) -> Iterator[str]:
    """The line of each article."""
    from briefing.compose.extract import article_record, to_line

    yield from (to_line(article_record(document)) for document in documents_of(nlp, articles, workers))


def documents_of(nlp: Language, articles: Iterable[Article], workers: int = 1) -> Iterator[Document]:
    """The document of each article in order; one that cannot be analysed is said on the log."""
    waiting: deque[Article] = deque()

    def taken() -> Iterator[Article]:
        for article in articles:
            waiting.append(article)
            yield article

    for document in stream_documents(nlp, taken(), workers):
        while (first := waiting.popleft()).id != document.article.id:
            say_lost(first)
        yield document
    for article in waiting:
        say_lost(article)


def say_lost(article: Article) -> None:
    """Name on the log an article that could not be analysed, with the reason."""
    for one in left_out((article,), ()):
        say_skipped(one)


def spread_lines(nlp: Language, articles: Iterable[Article], workers: int) -> Iterator[str]:
    """The line of each article, in order, written by copies of this process, which hold the model already.

    Articles go out and lines come back. spaCy's own workers send the whole documents both ways, which took a sixth of
    the work again and left the other half of it to the one process that waits for them.
    """
    rest = iter(articles)
    waiting: deque[Future[list[str]]] = deque()
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, context, _keep_pipeline, (nlp,)) as pool:
        while batch := tuple(islice(rest, BATCH)):
            waiting.append(pool.submit(_lines_of, batch))
            if len(waiting) > 2 * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


_pipelines: list[Language] = []
"""The pipeline of a worker, put there when the worker starts."""


def _keep_pipeline(nlp: Language) -> None:
    _pipelines.append(nlp)


def _lines_of(articles: Sequence[Article]) -> list[str]:
    return list(article_lines(_pipelines[-1], articles))


def readable(found: Iterable[Article | Skipped]) -> Iterator[Article]:
    """The articles among what was found; the rest is said on the log."""
    for one in found:
        if isinstance(one, Skipped):
            say_skipped(one)
        else:
            yield one


def say_skipped(one: Skipped) -> None:
    """Name on the log what is not among the lines."""
    logger.warning("skipped %s: %s (%s)", one.name, one.detail, one.code)


def begun(found: Iterator[Article | Skipped]) -> Iterator[Article | Skipped]:
    """The same, the first of it read at once, so that a slip in what was asked for is said before any work is done."""
    first = list(islice(found, 1))
    return chain(first, found)


def explain_articles(
    sources: Sequence[str], stdin: BinaryIO | None, *, keep_all: bool, limits: Sequence[tuple[str, int]] = ()
) -> Iterator[list[str]]:
    """For each source the lines that say how it was read."""
    from briefing.ingest.explain import explain

    for one in ingest.iter_sources(sources, keep_all=keep_all, limits=ingest.Limits(**dict(limits)), stdin=stdin):
        yield explain(one)


def add_correction(path: Path, correction: Correction) -> Correction:
    """The correction, added to the file as its last entry; what stands in the file stays as it is.

    Raises ``SettingsError``, and changes nothing, if the file cannot be read, has the entry already, or contradicts it.
    """
    known = read_corrections(path) if path.exists() else ()
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if any((one.kind, one.names, one.to) == (correction.kind, correction.names, correction.to) for one in known):
        raise SettingsError(f"{path}: {correction.words} is there already")
    check_together((*known, correction), str(path))
    before = f"{text.rstrip()}\n\n" if text.strip() else ""
    target = path.resolve()
    try:
        put_files(target.parent, {target.name: f"{before}{correction.toml}".encode()})
    except DeliverError as error:
        raise SettingsError(f"{path}: cannot be written: {error.__cause__ or error}") from error
    return correction


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

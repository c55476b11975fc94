"""The run on one page: ingest > annotate > compose > render > deliver.

The only module that unpacks the settings; every room receives plain values. Everything is gathered first and written
afterwards, so that a run that fails leaves nothing half made.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import metadata, resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from briefing import __version__, ingest
from briefing.deliver.folder import check_place, put_files
from briefing.errors import AnnotateError, IncompleteError, RenderError, SettingsError
from briefing.issues import last_issue, read_brief
from briefing.model import Article, Brief, Skipped
from briefing.model.handling import check_marks
from briefing.settings import LAST, Settings

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from briefing.compose.documents import Document
    from briefing.render.child import Press
    from briefing.render.look import Look

logger = logging.getLogger(__name__)

Report = Callable[[str, int, int], None]
"""``report(step, done, total)``."""

BATCH = 4
"""Articles annotated together: 16 are no faster, take 170 MB more than 4, and share out worse among workers."""
LONGEST = 1_000_000
"""Characters of an article that spaCy's parser takes (``Language.max_length``)."""


class Made(NamedTuple):
    """What a run leaves."""

    brief: Brief
    paths: tuple[Path, ...]


def make_brief(
    settings: Settings, report: Report = lambda step, done, total: None, stdin: BinaryIO | None = None
) -> Made:
    """Read the sources, make their brief, and put its files into a dated folder.

    Raises a ``BriefingError`` of the room in which something went wrong; nothing has been written then.
    """
    _check_first(settings)
    with pdf_press(settings.formats) as press:
        brief = _gather(settings, report, stdin)
        files = render(brief, settings.formats, look_options(settings), report, press)
    logger.info("render: %s", ", ".join(f"{name} {len(content)} bytes" for name, content in files.items()))

    paths = put_files(settings.output / folder_name(brief), files)
    logger.info("deliver: %d files in %s", len(paths), settings.output / folder_name(brief))
    return Made(brief, paths)


def _check_first(settings: Settings) -> None:
    """What is wrong with the options, the templates or the place of the files is said before any work is done."""
    look = make_look(look_options(settings))
    check_place(settings.output)
    if look.templates:
        from briefing.render.checks import try_templates

        try_templates(look)


def _gather(settings: Settings, report: Report, stdin: BinaryIO | None) -> Brief:
    """Everything that comes before the files."""
    harvest = ingest.read_sources(
        settings.sources,
        limits=ingest.Limits(**dict(settings.limits)),
        stdin=stdin,
        places=settings.handling_files,
    )
    check_marks(harvest.articles, settings.lowest_mark, settings.scheme)
    logger.info("ingest: %d articles read, %d sources skipped", len(harvest.articles), len(harvest.skipped))

    nlp = load_model(settings.model)
    logger.info("annotate: %s loaded", made_with(nlp)[-1])
    documents = annotate(nlp, harvest.articles, report)
    logger.info("annotate: %d documents, %d tokens", len(documents), sum(len(document.doc) for document in documents))

    skipped = (*harvest.skipped, *left_out(harvest.articles, documents))
    for one in skipped:
        logger.warning("skipped %s: %s (%s)", one.name, one.detail, one.code)
    if settings.strict and skipped:
        raise IncompleteError(f"--strict: {len(skipped)} of the sources could not be read; mend or leave them out")

    brief = compose(nlp, documents, skipped, settings)
    logger.info("compose: stories %d, sources %d", len(brief.stories), len(brief.sources))
    return brief


# ---- the steps ------------------------------------------------------------------------------------------------


def load_model(model: str) -> Language:
    """The pipeline, or an ``AnnotateError`` that says how to get one."""
    from briefing.annotate import pipeline

    try:
        return pipeline.load(model)
    except OSError as error:
        remedy = f"'pip install {model}' or 'python -m spacy download {model}', or name another with --model"
        raise AnnotateError(f"the language model {model!r} is not installed: {remedy}") from error
    except ValueError as error:
        raise AnnotateError(f"the language model {model!r} cannot be used: {error}") from error


def annotate(nlp: Language, articles: Sequence[Article], report: Report, workers: int = 1) -> tuple[Document, ...]:
    """Every article with its annotated document, in the same order; undated ones are anchored by their siblings."""
    from briefing.compose.anchors import anchor_undated

    documents = []
    for document in stream_documents(nlp, articles, workers):
        documents.append(document)
        report("annotate", len(documents), len(articles))
    return anchor_undated(documents)


def stream_documents(nlp: Language, articles: Iterable[Article], workers: int = 1) -> Iterator[Document]:
    """One annotated document after the other; memory does not grow with their number.

    An article that is too long for the parser, or that a component fails on, is left out and does not stop the others.
    """
    from briefing.compose.documents import Document

    nlp.default_error_handler = _say_failure
    pairs = ((make_doc(nlp, article), article) for article in articles if len(article.text) <= LONGEST)
    for doc, article in nlp.pipe(pairs, as_tuples=True, batch_size=BATCH, n_process=workers):
        yield Document(article, doc)


def _say_failure(name: str, component: object, docs: Sequence[Doc], error: Exception) -> None:
    logger.debug("%s failed on %d documents", name, len(docs), exc_info=error)


def left_out(articles: Sequence[Article], documents: Sequence[Document]) -> tuple[Skipped, ...]:
    """The articles that could be read but not annotated, each with the reason."""
    done = {document.article.id for document in documents}
    return tuple(
        Skipped(article.name, "too-large", f"Longer than {LONGEST:,} characters.")
        if len(article.text) > LONGEST
        else Skipped(article.name, "malformed", "The article could not be analysed; -vv says why.")
        for article in articles
        if article.id not in done
    )


def make_doc(nlp: Language, article: Article) -> Doc:
    """The article as the components want it."""
    from briefing.annotate import pipeline

    blocks = [(block.kind.value, block.start, block.end) for block in article.blocks]
    return pipeline.make_doc(nlp, article.text, blocks, article.published, article.published_basis.value)


def compose(nlp: Language, documents: Sequence[Document], skipped: Sequence[Skipped], settings: Settings) -> Brief:
    """The brief of the documents."""
    from briefing.compose import Masthead, compose_brief

    earlier = earlier_issue(settings)
    masthead = Masthead(
        date=settings.date,
        title=settings.title,
        subject=settings.subject,
        product=settings.product,
        series=settings.series,
        issue=earlier.issue + 1 if earlier else 1,
        handling=settings.lowest_mark,
        scheme=settings.scheme,
        contact=settings.contact,
        corrections=settings.corrections,
    )
    return compose_brief(
        documents,
        skipped,
        masthead,
        made_with=made_with(nlp),
        one_story=settings.one_story,
        max_stories=settings.max_stories,
        earlier=earlier,
        watch=settings.watch,
    )


@contextmanager
def pdf_press(formats: Sequence[str]) -> Iterator[Press | None]:
    """A second process for the PDF, if there is to be one: it loads its engine while this one loads the language model.

    On two cores the seeds take two thirds of the time that they take in one process.
    """
    if "pdf" not in formats:
        yield None
        return
    from briefing.render.child import Press

    with Press() as press:
        yield press


def render(
    brief: Brief, formats: Sequence[str], options: dict[str, Any], report: Report, press: Press | None = None
) -> dict[str, bytes]:
    """File name to bytes, for each format; where there is a press it makes the PDF while the others are made here."""
    from briefing.render import FORMATS, file_name

    look = make_look(options)
    if press:
        press.order(brief, look)
    made = {}
    for done, name in enumerate(sorted(formats, key=lambda name: name == "pdf"), 1):
        made[name] = press.collect() if press and name == "pdf" else FORMATS[name](brief, look)
        report("render", done, len(formats))
    return {file_name(name): made[name] for name in formats}


# ---- names and facts ------------------------------------------------------------------------------------------


def earlier_issue(settings: Settings) -> Brief | None:
    """The issue that the brief is compared with, None for a first one."""
    if settings.since is None:
        return None
    if settings.since != LAST:
        return read_brief(settings.since)
    found = last_issue(settings.output, series=settings.series, subject=settings.subject, before=settings.date)
    logger.info("since: %s", found.id if found else f"no earlier issue in {settings.output}")
    return found


def sample_articles() -> tuple[str, ...]:
    """The folder of the sample articles that come with the program."""
    return (str(resources.files("briefing") / "samples"),)


def folder_name(brief: Brief) -> str:
    """``2024-06-14-korean-peninsula``: the date of issue and the subject in letters that every disk takes."""
    from briefing.render.names import slug

    return f"{brief.date}-{slug(brief.subject or brief.title)}"


def look_options(settings: Settings) -> dict[str, Any]:
    """The part of the settings that only the renderers need."""
    names = ("paper", "templates", "accent", "logo", "language", "template_set", "sections")
    return {name: getattr(settings, name) for name in names}


def make_look(options: dict[str, Any]) -> Look:
    """The look of the options; raises ``SettingsError`` for one that cannot be used."""
    from briefing.render.look import Look
    from briefing.render.sets import check_look

    try:
        look = Look(**{name: value for name, value in options.items() if value not in (None, ())})
        check_look(look)
    except RenderError as error:
        raise SettingsError(str(error)) from error
    return look


def made_with(nlp: Language) -> tuple[str, ...]:
    """Program, library and language model with their versions, for the colophon."""
    meta = nlp.meta
    model = f"{meta['lang']}_{meta['name']} {meta['version']}"
    return (f"briefing {__version__}", f"spaCy {metadata.version('spacy')}", model)


def summarise(brief: Brief) -> list[str]:
    """What a person wants to know when the run is over, a line each."""
    from briefing.render.cast import acting

    lines = [brief.title] if len(brief.stories) < 2 else []
    for story in brief.stories:
        lines += [story.headline] if len(brief.stories) > 1 else []
        counts = (
            (len(story.articles), "source"),
            (len(acting(story)), "actor"),
            (len(story.quotes), "quote"),
            (len(story.chronology), "event"),
        )
        lines.append("  " + ", ".join(f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in counts))
    return lines

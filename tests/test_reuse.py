"""The components work in anybody's spaCy pipeline, and their layers survive storage and several processes."""

from __future__ import annotations

import subprocess
import sys

import pytest
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from briefing.annotate import layers, pipeline

TEXT = (
    "Foreign minister Helena Marek spoke to reporters in Stanberg on Tuesday.\n\n"
    "“A river does not carry a passport,” Ms Marek said. Mr Dahl said that the gates would open on 15 October."
)
LAYERS = (
    layers.BLOCKS,
    layers.NAMES,
    layers.MENTIONS,
    layers.ROLES,
    layers.SOURCES,
    layers.CUES,
    layers.CONTENTS,
    layers.VIAS,
    layers.TIMEXES,
    layers.EVENTS,
)


def test_components_are_found_by_spacy_without_importing_the_package() -> None:
    code = "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('briefing_blocks'); print(nlp.pipe_names)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['briefing_blocks']"


@pytest.mark.model
def test_the_pipeline_declares_what_it_needs_and_gives(nlp: Language) -> None:
    problems = nlp.analyze_pipes()["problems"]
    assert {name: found for name, found in problems.items() if name.startswith("briefing_") and found} == {}


@pytest.mark.model
def test_every_layer_survives_bytes(nlp: Language) -> None:
    doc = annotated(nlp)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert written(again) == written(doc)


@pytest.mark.model
def test_every_layer_survives_a_doc_bin(nlp: Language) -> None:
    doc = annotated(nlp)
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    [again] = DocBin(store_user_data=True).from_bytes(stored).get_docs(nlp.vocab)
    assert written(again) == written(doc)


@pytest.mark.model
def test_two_processes_find_what_one_finds(nlp: Language) -> None:
    texts = [TEXT, TEXT.replace("Tuesday", "Monday"), "Nothing happened.", TEXT.replace("Marek", "Novak")]

    def run(processes: int) -> list[object]:
        docs = (pipeline.make_doc(nlp, text, date="2025-10-14", basis="stated") for text in texts)
        return [written(doc) for doc in nlp.pipe(docs, n_process=processes)]

    assert run(2) == run(1)


@pytest.mark.model
def test_a_pipeline_written_to_disk_comes_back_whole(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("pipeline")
    nlp.to_disk(folder)
    again = pipeline.load(str(folder))
    assert again.pipe_names == nlp.pipe_names
    assert written(annotated(again)) == written(annotated(nlp))


def annotated(nlp: Language) -> Doc:
    return nlp(pipeline.make_doc(nlp, TEXT, date="2025-10-14T19:20:00+02:00", basis="stated"))


def written(doc: Doc) -> dict[str, object]:
    """Everything that the components wrote, as plain values."""
    return {
        name: (
            [(span.start, span.end, span.label_, span.id_, span.kb_id_) for span in layers.spans(doc, name)],
            dict(doc.spans[name].attrs) if name in doc.spans else None,
        )
        for name in LAYERS
    }

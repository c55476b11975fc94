"""The handling marks that sources carry."""

from __future__ import annotations

import json
from pathlib import Path

from briefing import ingest

TEXT = (
    "The harbour of Port Astrid opened again on Friday, the port authority said in a statement to reporters.\n\n"
    "Nine ships had been waiting outside for a week, and the first of them was in by noon.\n"
)


def marks(tmp_path: Path, name: str, text: str, places: tuple[tuple[str, str], ...] = ()) -> tuple[str, ...]:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    (article,) = ingest.read_sources([str(tmp_path)], places=places).articles
    assert "TLP" not in article.text.partition("\n\n")[2]
    return article.handling


def test_front_matter_states_a_mark(tmp_path: Path) -> None:
    assert marks(tmp_path, "a.md", f"---\ntitle: Port Astrid opens\ntlp: amber\n---\n{TEXT}") == ("amber",)


def test_a_record_states_a_mark(tmp_path: Path) -> None:
    record = {"title": "Port Astrid opens", "text": TEXT, "handling": "TLP:GREEN"}
    assert marks(tmp_path, "a.json", json.dumps(record)) == ("TLP:GREEN",)


def test_the_subject_of_a_mail_states_a_mark(tmp_path: Path) -> None:
    mail = f"From: Desk <desk@paper.example>\nSubject: [TLP:RED] Port Astrid opens\n\n{TEXT}"
    assert marks(tmp_path, "a.eml", mail) == ("TLP:RED",)


def test_a_label_on_a_line_of_its_own_is_a_mark_and_no_sentence(tmp_path: Path) -> None:
    assert marks(tmp_path, "a.txt", f"Port Astrid opens\n\n** TLP:AMBER+STRICT **\n\n{TEXT}") == ("TLP:AMBER+STRICT",)


def test_a_label_inside_a_sentence_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Port Astrid opens\n\n{TEXT}\nThe note was marked TLP:RED, the harbour master said.\n", "utf-8")
    (article,) = ingest.read_sources([str(path)]).articles
    assert article.handling == ()


def test_a_folder_gives_its_mark_to_what_lies_in_it(tmp_path: Path) -> None:
    assert marks(tmp_path, "partner/a.txt", TEXT, (("partner/*", "TLP:RED"), ("other/*", "X"))) == ("TLP:RED",)


def test_copies_pass_their_marks_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.md").write_text(f"---\ntlp: red\n---\n{TEXT}", "utf-8")
    (article,) = ingest.read_sources([str(tmp_path)]).articles
    assert article.handling == ("red",)

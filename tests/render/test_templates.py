"""The user's templates: they stand before ours, can extend them, can reach nothing, and their mistakes have a line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import briefs
import pytest

from briefing.errors import RenderError
from briefing.render import FORMATS, file_name
from briefing.render.assets import copy_templates, templates_folder
from briefing.render.checks import check_templates, try_templates
from briefing.render.environment import environment, fill, keep, markdown
from briefing.render.look import SECTIONS, Look
from briefing.render.names import slug
from briefing.render.sets import known_sections, known_sets


def page(folder: Path, **look: object) -> str:
    return FORMATS["html"](briefs.brief(), Look(templates=folder, **look)).decode()  # type: ignore[arg-type]


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_a_part_of_the_users_replaces_ours(tmp_path: Path) -> None:
    write(tmp_path, "parts/end.html", "<p>Ours alone: {{ brief.contact }}</p>")
    text = page(tmp_path)
    assert "Ours alone: desk@brief.example" in text
    assert "Made by machine" not in text


def test_an_override_can_extend_what_it_replaces(tmp_path: Path) -> None:
    write(
        tmp_path,
        "brief.html",
        '{% extends "default/brief.html" %}{% block main %}<p>before</p>{{ super() }}{% endblock %}',
    )
    text = page(tmp_path)
    assert text.index("<p>before</p>") < text.index("Key developments")


def test_an_override_can_include_what_it_replaces(tmp_path: Path) -> None:
    write(tmp_path, "parts/end.html", '{% include "default/parts/end.html" %}<p>and more</p>')
    text = page(tmp_path)
    assert "Made by machine" in text
    assert "<p>and more</p>" in text


def test_a_section_of_the_users_own_is_a_file_of_parts(tmp_path: Path) -> None:
    write(
        tmp_path, "parts/outlook.html", '<section id="{{ story.prefix }}outlook"><p>{{ story.headline }}</p></section>'
    )
    text = page(tmp_path, sections=("bottom_line", "outlook", "evidence"))
    assert '<section id="outlook">' in text
    assert '<a href="#outlook">Outlook</a>' in text


def test_a_set_of_the_users_own_is_a_page(tmp_path: Path) -> None:
    write(
        tmp_path,
        "flash.html",
        "<!doctype html><html lang=en><title>x</title><style></style><body>{{ brief.title }}</body></html>",
    )
    assert briefs.brief().title in page(tmp_path, template_set="flash")


def test_a_file_that_is_no_text_is_named_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "brief.css").write_bytes(b"\xff\xfe")
    (tmp_path / "brief.html").mkdir()
    assert check_templates(tmp_path) == (
        f"{tmp_path}/brief.css: this is no UTF-8 (byte 0)",
        f"{tmp_path}/brief.html: cannot be read: Is a directory",
    )
    with pytest.raises(RenderError, match=r"brief\.css: this is no UTF-8"):
        try_templates(Look(templates=tmp_path))


def test_a_picture_that_is_not_there_is_named_with_the_line_that_asks_for_it(tmp_path: Path) -> None:
    write(tmp_path, "parts/end.html", '<p>\n<img src="{{ asset(\'../map.png\') }}" alt="">')
    with pytest.raises(RenderError, match=r"end\.html:2: the picture '\.\./map\.png' is not among the templates"):
        try_templates(Look(templates=tmp_path))


def test_a_style_that_the_engine_falls_over_is_one_line(tmp_path: Path) -> None:
    write(tmp_path, "brief.css", "body { width: calc(1px +) }")
    assert check_templates(tmp_path) == ("the PDF engine failed on this page: AssertionError",)


def test_a_set_and_a_section_of_the_user_are_known_and_a_part_of_ours_is_none(tmp_path: Path) -> None:
    write(tmp_path, "flash.html", "")
    write(tmp_path, "parts/weather.html", "")
    assert known_sets(tmp_path) == ("brief", "flash", "one-page", "sitrep")
    assert known_sections(tmp_path) == (*SECTIONS, "weather")


def test_a_section_that_is_nowhere_is_named() -> None:
    with pytest.raises(RenderError, match=r"there is no template 'parts/weather\.html'"):
        FORMATS["html"](briefs.brief(), Look(sections=("weather",)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<p>\n{{ brief.nothing }}</p>", "end.html:2: BriefView has no 'nothing'"),
        ("<p>\n\n{{ nothing }}</p>", "end.html:3: 'nothing' is undefined"),
        ("{% if %}", "end.html:1: Expected an expression"),
        ("\n{{ 1 / 0 }}", "end.html:2: division by zero"),
        ("{{ ''.__class__ }}", "end.html:1: access to attribute '__class__' of 'str' object is unsafe"),
        ("{{ brief.stories.append(1) }}", "end.html:1: "),
        ("{% include '../../../etc/passwd' %}", "end.html:1: there is no template '../../../etc/passwd'"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line_with_its_file_and_line(tmp_path: Path, text: str, said: str) -> None:
    write(tmp_path, "parts/end.html", text)
    with pytest.raises(RenderError) as failure:
        page(tmp_path)
    assert said in str(failure.value)
    assert "\n" not in str(failure.value)
    assert check_templates(tmp_path)[0] == str(failure.value)


def test_what_a_template_is_given_is_escaped(tmp_path: Path) -> None:
    write(tmp_path, "parts/end.html", "<p id=own>{{ brief.subject }}</p>")
    text = FORMATS["html"](briefs.brief(subject="<b>&"), Look(templates=tmp_path)).decode()
    assert "<p id=own>&lt;b&gt;&amp;</p>" in text


def test_a_copy_of_ours_has_no_mistake_and_gives_the_same_page(tmp_path: Path) -> None:
    copied = copy_templates(tmp_path)
    assert tmp_path / "brief.html" in copied
    assert not (tmp_path / "fonts").exists()
    assert check_templates(tmp_path) == ()
    assert page(tmp_path) == FORMATS["html"](briefs.brief(), Look()).decode()


def test_a_copy_leaves_what_is_there(tmp_path: Path) -> None:
    own = write(tmp_path, "brief.html", "mine")
    assert own not in copy_templates(tmp_path)
    assert own.read_text("utf-8") == "mine"


def test_a_copy_is_not_written_through_a_link_that_leads_nowhere_yet(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "brief.html").symlink_to(tmp_path / "elsewhere.html")
    copied = copy_templates(tmp_path / "own")
    assert tmp_path / "own" / "brief.html" not in copied
    assert not (tmp_path / "elsewhere.html").exists()


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    blocked = write(tmp_path, "file", "")
    with pytest.raises(RenderError, match="templates cannot be copied to"):
        copy_templates(blocked)


def test_a_style_the_engine_does_not_know_is_named(tmp_path: Path) -> None:
    write(tmp_path, "css/paper.css", '{% include "default/css/paper.css" %}\n.name { colour: red }')
    assert any("colour" in line for line in check_templates(tmp_path))


def test_every_mistake_of_syntax_is_named_at_once(tmp_path: Path) -> None:
    write(tmp_path, "a.html", "{% if %}")
    write(tmp_path, "parts/b.html", "\n{% endfor %}")
    (tmp_path / "c.css").write_bytes(b"\xff")
    found = check_templates(tmp_path)
    assert [line.rpartition("/")[2][:8] for line in found] == ["a.html:1", "c.css: t", "b.html:2"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="is not there"):
        environment(tmp_path / "gone")


def test_a_picture_beside_the_templates_goes_into_the_page(tmp_path: Path) -> None:
    (tmp_path / "seal.png").write_bytes(b"\x89PNG\r\n\x1a\n rest")
    write(tmp_path, "parts/end.html", "<img alt=seal src='{{ asset('seal.png') }}'>")
    assert "src='data:image/png;base64," in page(tmp_path)


@pytest.mark.parametrize("name", ["../secret.png", "/etc/passwd", "gone.png"])
def test_no_picture_comes_from_elsewhere(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "templates"
    (tmp_path / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    write(folder, "parts/end.html", "{{ asset(name) }}".replace("name", repr(name)))
    with pytest.raises(RenderError, match="is not among the templates"):
        page(folder)


def test_a_logo_is_a_picture_with_the_name_of_the_series(tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text("<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'></svg>")
    assert 'alt="Situation brief"' in FORMATS["html"](briefs.brief(), Look(logo=logo)).decode()
    assert FORMATS["pdf"](briefs.brief(), Look(logo=logo)).startswith(b"%PDF-1.7")


@pytest.mark.parametrize(("content", "said"), [(b"GIF89a", "neither PNG, JPEG nor SVG"), (None, "cannot be read")])
def test_a_logo_that_is_no_picture_is_named(tmp_path: Path, content: bytes | None, said: str) -> None:
    logo = tmp_path / "logo.gif"
    if content is not None:
        logo.write_bytes(content)
    with pytest.raises(RenderError, match=said):
        FORMATS["html"](briefs.brief(), Look(logo=logo))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"paper": "a5"}, "known are a4, letter"),
        ({"accent": "blue"}, "like #0f4c6b"),
        ({"accent": "#fff;} body{"}, "like #0f4c6b"),
        ({"template_set": "../x"}, "no name of a section or template set"),
        ({"sections": ("actors", "actors")}, "named twice"),
    ],
)
def test_a_look_is_checked_once(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(RenderError, match=said):
        Look(**wrong)  # type: ignore[arg-type]


def test_hyphenated_names_do_not_break() -> None:
    assert keep("call Kim Anna-Lise now") == 'call Kim <span class="nb">Anna-Lise</span> now'
    assert keep("a well-known road") == "a well-known road"
    assert keep("<Anna-Lise>") == '&lt;<span class="nb">Anna-Lise</span>&gt;'


def test_markdown_signs_of_a_source_mean_nothing() -> None:
    assert markdown("*a* [b](c) <i>\n# d | e") == r"\*a\* \[b\](c) \<i\> \# d \| e"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Upper Tamsin · water", "upper-tamsin-water"),
        ("Đặng Thị", "dang-thi"),
        ("Çelik/../../etc", "celik-etc"),
        ("Ελλάδα", "brief"),
        ("a" * 80, "a" * 48),
        ("one two three four five six seven eight nine ten eleven", "one-two-three-four-five-six-seven-eight-nine-ten"),
    ],
)
def test_a_slug_is_a_name_for_every_disk(text: str, name: str) -> None:
    assert slug(text) == name


def test_formats_name_their_files() -> None:
    names = [file_name(name) for name in ("pdf", "html", "json", "markdown", "text")]
    assert names == ["brief.pdf", "brief.html", "brief.json", "brief.md", "brief.txt"]
    assert len({file_name(name) for name in FORMATS}) == len(FORMATS)


def test_only_the_pdf_loads_the_engine() -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import briefs\n"
        "from briefing.render import FORMATS\n"
        "from briefing.render.look import Look\n"
        "[FORMATS[name](briefs.brief(), Look()) for name in FORMATS if name != 'pdf']\n"
        "assert 'weasyprint' not in sys.modules\n"
        "assert 'spacy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script, str(Path(__file__).parent)], check=True)


def test_a_missing_library_is_one_line_with_the_packages(tmp_path: Path) -> None:
    write(tmp_path, "weasyprint.py", "print('-----')\nraise OSError(\"cannot load library 'libpango-1.0-0': gone\")\n")
    script = (
        "from briefing.render.engine import load_engine\n"
        "from briefing.errors import RenderError\n"
        "try: load_engine()\n"
        "except RenderError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == (
        "the PDF needs the library libpango-1.0-0: "
        "install it with 'apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0'"
    )


def test_templates_are_found_beside_the_package() -> None:
    assert (templates_folder() / "brief.html").is_file()


def test_a_mail_template_is_filled_with_the_same_environment(tmp_path: Path) -> None:
    write(tmp_path, "mail.txt", "{{ name }} & co\n")
    assert fill(environment(tmp_path).get_template("mail.txt"), name="<x>") == "<x> & co"

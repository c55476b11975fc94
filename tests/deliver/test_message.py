"""The mail itself: headers, parts, bytes; what a hostile title can do (nothing)."""

from __future__ import annotations

import dataclasses
import email
import email.policy
import os
import pickle
import re
import subprocess
import sys
from datetime import time
from email.header import decode_header, make_header
from email.utils import parseaddr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.deliver import headers
from briefing.deliver.abstract import make_abstract
from briefing.deliver.addresses import Mailbox, read_mailbox
from briefing.deliver.body import LIMIT, mail_body, mail_subject
from briefing.deliver.message import Attachment, Marks, attachment_name, build_message, load_attachment, to_bytes
from briefing.deliver.parties import Recipient, Sender
from briefing.errors import DeliverError
from briefing.model import Passage

DESK = Sender(read_mailbox("Duty desk <desk@example.org>"))
ADA = Recipient(read_mailbox("Ada Pell <ada@example.org>"))


def parse(content):
    return email.message_from_bytes(content, policy=email.policy.default)


def build(brief, pdf, recipient=ADA, sender=DESK, marks=None, **changes):
    attachments = (Attachment("situation-brief-2031-03-05.pdf", "pdf", pdf, 2),)
    return to_bytes(build_message(dataclasses.replace(brief, **changes), attachments, recipient, sender, marks))


def test_text_and_html_are_alternatives_and_the_pdf_stands_beside_them(brief, pdf):
    message = parse(build(brief, pdf))
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "application/pdf",
    ]
    assert [part.get_content_charset() for part in message.walk()][2:4] == ["utf-8", "utf-8"]
    assert not [part.defects for part in message.walk() if part.defects]


def test_a_reader_who_wants_text_gets_no_html(brief, pdf):
    message = parse(build(brief, pdf, dataclasses.replace(ADA, html=False)))
    assert [part.get_content_type() for part in message.walk()] == ["multipart/mixed", "text/plain", "application/pdf"]


def test_the_headers_of_an_issue(brief, pdf):
    message = parse(build(brief, pdf, marks=Marks("<abc@example.org>", "<before@example.org>")))
    del message["Content-Type"]
    assert dict(message.items()) == {
        "Date": "Wed, 05 Mar 2031 06:40:00 +0000",
        "From": "Duty desk <desk@example.org>",
        "To": "Ada Pell <ada@example.org>",
        "Subject": "Situation brief, 5 March 2031: Ferry crews strike over night shifts",
        "Message-ID": "<abc@example.org>",
        "In-Reply-To": "<before@example.org>",
        "References": "<before@example.org>",
        "List-Id": "<situation-brief.example.org>",
        "List-Unsubscribe": "<mailto:desk@example.org?subject=unsubscribe>",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "MIME-Version": "1.0",
    }


def test_the_language_of_a_list_is_the_language_of_its_dates(brief, pdf):
    message = parse(build(brief, pdf, dataclasses.replace(ADA, language="de")))
    assert message["Subject"].startswith("Situation brief, 5. M\u00e4rz 2031:")


def test_every_line_is_short_seven_bit_and_ends_in_crlf(brief, pdf):
    content = build(brief, pdf, title="\u6771\u4eac " * 60, contact="\u00c5" * 200)
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 998
    assert content.isascii()
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)


def test_the_same_bytes_in_another_process_zone_and_language(brief, pdf, tmp_path):
    order = tmp_path / "order.pickle"
    order.write_bytes(pickle.dumps((brief, pdf, ADA, DESK)))
    program = (
        "import pickle, sys; from pathlib import Path; from briefing.deliver.message import *\n"
        "brief, pdf, ada, desk = pickle.loads(Path(sys.argv[1]).read_bytes())\n"
        "sys.stdout.buffer.write(to_bytes(build_message(brief, (Attachment('a.pdf', 'pdf', pdf, 2),), ada, desk)))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, str(order)],
            env=os.environ | {"TZ": zone, "LANG": language, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for zone, language, seed in (("UTC", "C", "1"), ("Asia/Tokyo", "de_DE.UTF-8", "2"))
    }
    assert len(outputs) == 1


@pytest.mark.parametrize("breaker", ["\r\n", "\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1e", "\0"])
def test_a_title_with_a_line_break_adds_no_header_and_stops_no_mail(brief, pdf, breaker):
    message = parse(build(brief, pdf, title=f"Strike{breaker}Bcc: eve@example.org"))
    assert message["Bcc"] is None
    assert message["Subject"].endswith("Strike Bcc: eve@example.org")


@given(st.text(max_size=400))
def test_any_title_comes_back_as_one_line(title):
    value = headers.text_value("Subject", title)
    raw = f"Subject: {value}\r\n\r\n".encode()
    found = email.message_from_bytes(raw, policy=email.policy.compat32)
    assert list(found.keys()) == ["Subject"]
    unfolded = re.sub(r"\r\n(?=[ \t])", "", str(found["Subject"]))
    assert str(make_header(decode_header(unfolded))).split() == headers.one_line(title).split()
    assert all(len(line) <= 78 for line in raw.split(b"\r\n"))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=120))
def test_any_name_keeps_its_address(name):
    value = headers.mailbox_value("To", Mailbox(name, "ada", "example.org"))
    unfolded = re.sub(r"\r\n(?=[ \t])", "", value)
    shown, address = parseaddr(unfolded)
    assert address == "ada@example.org"
    assert str(make_header(decode_header(shown))).split() == headers.one_line(name).split()


def test_the_date_never_comes_from_the_clock():
    assert headers.date_value(headers.issue_time("2031-03-05", None)) == "Wed, 05 Mar 2031 00:00:00 +0000"
    late = headers.issue_time("2031-03-05", "2031-03-04T23:10:00+00:00")
    assert headers.date_value(late) == "Wed, 05 Mar 2031 00:00:00 +0000"


@pytest.mark.parametrize(
    ("cutoff", "expected"),
    [
        (None, "Wed, 05 Mar 2031 04:30:00 +0000"),
        ("2031-03-05T03:00:00+00:00", "Wed, 05 Mar 2031 04:30:00 +0000"),
        ("2031-03-05T06:40:00+00:00", "Wed, 05 Mar 2031 06:40:00 +0000"),
        ("2031-03-06T06:40:00+00:00", "Wed, 05 Mar 2031 04:30:00 +0000"),
    ],
)
def test_the_hour_of_issue_can_be_set(brief, pdf, cutoff, expected):
    sender = dataclasses.replace(DESK, hour=time.fromisoformat("06:30+02:00"))
    assert parse(build(brief, pdf, sender=sender, cutoff=cutoff))["Date"] == expected


def test_the_attachment_is_named_after_the_series_and_the_day(brief):
    assert attachment_name(brief, "pdf") == "situation-brief-2031-03-05.pdf"
    assert attachment_name(dataclasses.replace(brief, product="../\u6771"), "pdf") == "brief-2031-03-05.pdf"


def test_a_file_too_large_is_named_with_its_size(brief, tmp_path):
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"x" * 2000)
    with pytest.raises(DeliverError, match=r"brief\.pdf: 2,000 bytes .* 1,000"):
        load_attachment(brief, path, 1000)


def test_a_pdf_that_cannot_be_read_is_sent_without_a_count_of_pages(brief, tmp_path):
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"%PDF-1.7 and then nothing")
    assert load_attachment(brief, path, 1000).pages is None


def test_a_mail_that_would_be_too_large_is_named_before_any_connection(make_mailing, report_folder, start_server):
    script, server = start_server()
    (report_folder / "brief.pdf").write_bytes(b"%PDF" + b"x" * 90_000)
    with pytest.raises(DeliverError, match="message_limit 100,000"):
        make_mailing(server, "ada@example.org", message_limit=100_000)
    assert script.connections == 0


# ---- the body -------------------------------------------------------------------------------------------------


def body_of(brief, **changes):
    return mail_body(make_abstract(dataclasses.replace(brief, **changes), (), "en-GB"), "mailto:desk@example.org")


def test_the_text_says_the_first_minute_of_the_brief_with_references(brief, pdf):
    text = parse(build(brief, pdf)).get_body(("plain",)).get_content()
    assert text.splitlines()[:22] == [
        "SITUATION BRIEF  [TLP:CLEAR]",
        "",
        "Wednesday 5 March 2031. Information to 06:40 UTC. Two sources.",
        "SB-2031-03-05-01",
        "",
        "Ferry crews strike over night shifts",
        "====================================",
        "",
        "Ferry crews in Port Ellan walked out on Tuesday after talks over night",
        "shifts broke down. No sailing to Sandrey was planned before Friday.",
        "[1.1, 1.2]",
        "",
        "KEY DEVELOPMENTS",
        "",
        "- 4 March: Ferry crews in Port Ellan walked out after talks over night",
        "  shifts broke down. [1.1, 2.1; both sources]",
        "",
        "- 5 March: Tomas Okello called the strike \u201cneedless\u201d and offered to",
        "  mediate. [2.2; sources differ]",
        "",
        "IN THEIR WORDS",
        "",
    ]
    assert "  Ines Varga, head of the seafarers\u2019 union [1.3]" in text.splitlines()
    assert "- situation-brief-2031-03-05.pdf (2 pages, 1 KB)" in text.splitlines()


def test_rules_stand_in_the_elements_and_nothing_is_fetched(brief):
    html = body_of(brief).html
    assert re.search(r'<td class="bottom" style="[^"]*border-left: ?4px solid #0f4c6b', html)
    assert not re.search(r"(?:src|href)=|url\(|@import|<script|<link", html)
    assert "prefers-color-scheme" in html


def test_words_of_a_source_are_text_and_never_markup(brief):
    story = dataclasses.replace(brief.stories[0], bottom_line=(Passage("<img src=x onerror=alert(1)> & {{ 7*7 }}"),))
    body = body_of(brief, stories=(story,), title="<b>Strike</b>")
    assert "<img" not in body.html
    assert "&lt;b&gt;Strike&lt;/b&gt;" in body.html
    assert "<img src=x onerror=alert(1)> & {{ 7*7 }}" in body.text


def test_a_brief_with_nothing_in_it_still_makes_a_mail(brief):
    body = body_of(brief, stories=(), sources=(), cutoff=None, contact="")
    assert "Wednesday 5 March 2031. No sources. SB-2031-03-05-01" in body.text
    assert "None" not in body.html


@pytest.mark.parametrize(("stories", "words"), [(3, 40), (60, 300), (60, 5_000), (1, 50_000), (400, 2_000)])
def test_a_body_never_passes_60_kb(brief, stories, words):
    long = Passage("Crews of all the ferries stayed away. " * (words // 6))
    story = dataclasses.replace(brief.stories[0], bottom_line=(long,))
    many = tuple(dataclasses.replace(story, id=f"s{number}", headline=f"Matter {number}") for number in range(stories))
    body = body_of(brief, stories=many, title="Three matters")
    assert max(len(body.html.encode()), len(body.text.encode())) <= LIMIT
    assert "Three matters" in body.text


def test_further_stories_are_named(brief):
    other = dataclasses.replace(brief.stories[0], id="s2", headline="Lighthouse reopens")
    body = body_of(brief, stories=(brief.stories[0], other))
    assert "Lighthouse reopens" in body.text
    assert "Lighthouse reopens" in body.html
    assert body.text.count("KEY DEVELOPMENTS") == 1


def test_what_could_not_be_read_is_said(brief):
    from briefing.model import Skipped

    body = body_of(brief, skipped=(Skipped("a.doc", "type", "Not text."),))
    assert "One source could not be read" in " ".join(body.text.split())
    assert "One source could not be read" in body.html


def test_a_users_template_replaces_ours_and_can_extend_it(brief, tmp_path):
    (tmp_path / "mail.txt").write_text('{% include "default/mail.txt" %}Our own line.\n')
    abstract = make_abstract(brief, (), "en-GB")
    body = mail_body(abstract, "mailto:desk@example.org", tmp_path)
    assert body.text.startswith("SITUATION BRIEF")
    assert body.text.endswith("Our own line.\n")


@pytest.mark.parametrize("source", ["{{ nothing.at.all }}", "{% if %}", "{{ ''.__class__.__mro__ }}"])
def test_a_template_that_fails_or_reaches_out_is_named(brief, tmp_path, source):
    (tmp_path / "mail.txt").write_text(source)
    with pytest.raises(DeliverError, match="template"):
        mail_body(make_abstract(brief, (), "en-GB"), "mailto:desk@example.org", tmp_path)


def test_the_subject_is_a_template(brief):
    abstract = make_abstract(brief, (), "en-GB")
    assert mail_subject("[{{ handling }}] {{ brief }}", abstract, "5 March", "") == "[TLP:CLEAR] SB-2031-03-05-01"
    with pytest.raises(DeliverError, match="subject template"):
        mail_subject("{{ oops }}", abstract, "5 March", "")
    assert len(mail_subject("{{ title }}" * 50, abstract, "", "")) <= 300


def test_a_mark_that_limits_who_may_read_stands_in_every_subject_once(brief):
    abstract = make_abstract(dataclasses.replace(brief, handling="TLP:AMBER"), (), "en-GB")
    assert mail_subject("{{ brief }}", abstract, "", "") == "[TLP:AMBER] SB-2031-03-05-01"
    assert mail_subject("{{ handling }}: {{ brief }}", abstract, "", "") == "TLP:AMBER: SB-2031-03-05-01"

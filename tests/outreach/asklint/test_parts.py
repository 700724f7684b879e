"""The parts of letters as people write them; no character is lost, whatever the text."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach.asklint.parts import Parts, parts_of

LETTER = (
    "Subject: Interview request\r\nCc: Ms. Duarte\r\n\r\nDear Dr. Oyelaran,\r\n\r\n"
    "I read [3] it.\r\n\r\nMay I call?\r\n\r\n"
    "Sincerely,\r\nJo Park, MHA\r\nLakeshore Community Hospital\r\n\r\nP.S. The draft comes to you.\r\n\r\n"
    "Enclosure: outline.pdf\r\n\r\n"
    "On Tue, May 4, 2027 at 9:00 AM Jo <jo@example.org> wrote:\r\n> Dear Dr. Oyelaran,\r\n"
)
HEAD = re.compile(r"\s*(?:[a-z-]+(?: files?)?\.?(?: ?\(\d{1,2}\))?[ \t]*:\s*)?", re.IGNORECASE)


def named(text: str, names: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    return [(name, text[span.start : span.end].strip()) for name, span in parts_of(text, names).named()]


def test_a_whole_letter_falls_into_its_parts():
    assert named(LETTER) == [
        ("subject", "Interview request"),
        ("cc", "Ms. Duarte"),
        ("greeting", "Dear Dr. Oyelaran,"),
        ("body", "I read [3] it.\r\n\r\nMay I call?"),
        ("closing", "Sincerely,\r\nJo Park, MHA\r\nLakeshore Community Hospital"),
        ("body", "P.S. The draft comes to you."),
        ("attachment", "outline.pdf"),
        ("quoted", "On Tue, May 4, 2027 at 9:00 AM Jo <jo@example.org> wrote:\r\n> Dear Dr. Oyelaran,"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Roa, I am writing. May I?", [("greeting", "Mr. Roa,"), ("body", "I am writing. May I?")]),
        ("I write.\n\nJo Park", [("body", "I write."), ("closing", "Jo Park")]),
        ("I write. Best, Jo", [("body", "I write."), ("closing", "Best, Jo")]),
        ("I write.\nJo Park", [("body", "I write."), ("closing", "Jo Park")]),
        ("Thank you for your time.", [("body", "Thank you for your time.")]),
        ("> May I?\nYes.", [("quoted", "> May I?"), ("body", "Yes.")]),
        (
            "Jo Park\n12 Main St.\nMay 4, 2027\n\nDear Dr. Roa:\n\nI write.\n- one\n- two",
            [
                ("address", "Jo Park\n12 Main St.\nMay 4, 2027"),
                ("greeting", "Dear Dr. Roa:"),
                ("body", "I write.\n- one\n- two"),
            ],
        ),
        ("Re: Interview\n\nI write.", [("subject", "Interview"), ("body", "I write.")]),
        ("Subject:\n\nI write.", [("subject", ""), ("body", "I write.")]),
        (
            "I write.\n\n-----Original Message-----\nFrom: X",
            [("body", "I write."), ("quoted", "-----Original Message-----\nFrom: X")],
        ),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_a_letter_without_some_parts_keeps_the_others(text, expected):
    assert named(text) == expected


def test_a_name_of_the_reader_alone_is_a_greeting():
    assert named("Luis, I write.", frozenset({"luis"}))[0] == ("greeting", "Luis,")
    assert named("Luis, I write.")[0] == ("body", "Luis, I write.")


def test_parts_are_asked_for_by_name():
    parts = parts_of(LETTER)
    assert LETTER[parts.greeting.start : parts.greeting.end] == "Dear Dr. Oyelaran,"
    assert LETTER[parts.body.start : parts.body.end].endswith("comes to you.")
    assert [name for name, _ in parts.heads] == ["cc"]
    assert len(parts.attachments) == 1
    assert parts_of("").body.start == 0


def gaps(text: str, parts: Parts) -> list[str]:
    """What lies between the parts."""
    found, end = [], 0
    for _, span in parts.named():
        found.append(text[end : span.start])
        end = span.end
    return [*found, text[end:]]


PIECES = st.sampled_from(
    ["Dear Dr. Roa,", "Subject: ", "Re: ", "Sincerely,", "Jo Park", "I write.", "May I?", "> quoted", "\n", "\r\n",
     "\n\n", " ", "\t",
     "On Monday Jo wrote:",
     "Attachment: a.pdf", "Encl (2): b", "P.S.", "- one", "[3]", "…", "🙂", "İstanbul", "谢谢。",
     "\u2028", "\x0b", "To: x",
     "Best, Jo", "Hi,", "Hello", "thanks", "12 Main St.", "\x85", "From: a\nSent: b\nTo: c"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=14).map("".join)))
def test_parts_stand_side_by_side_and_lose_nothing_but_names_of_heads(text):
    parts = parts_of(text)
    spans = [span for _, span in parts.named()]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert [gap for gap in gaps(text, parts) if not all(HEAD.fullmatch(line) for line in gap.splitlines())] == []


@pytest.mark.parametrize("piece", ["\n", "> a\n", "Dear ", "\n ", "- ", "Hi x\n", "on a\n", "Re: "])
def test_a_long_text_of_one_shape_is_read(piece):
    text = piece * (20_000 // len(piece))
    assert parts_of(text).length == len(text)

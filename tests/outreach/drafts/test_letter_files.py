"""Letter files: one file a letter, and words for what is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from outreach.asklint.types import Kind
from outreach.drafts.letter_files import FOLDER, read_folder, read_letter

GOOD = """{% set kind = "thank-you" %}
{% set title = "Thanks" %}
{% set use_when = "Afterwards." %}
{% set most_words = 60 %}
{% block subject %}Thank you{% endblock %}
{% block body %}
Dear {{ reader.greeting }},
{% endblock %}
{% block body_2 %}Thanks.{% endblock %}
"""


def test_a_file_is_a_letter() -> None:
    letter = read_letter("thanks", GOOD)
    assert (letter.key, letter.kind, letter.title, letter.use_when) == (
        "thanks",
        Kind.THANK_YOU,
        "Thanks",
        "Afterwards.",
    )
    assert (letter.bodies, letter.most_words, letter.most_letters) == (("body", "body_2"), 60, None)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("reader.greeting", "reader.greting", 7, "no variable is called “reader.greting”. Is “reader.greeting” meant?"),
        ("reader.greeting", "raeder.greeting", 7, "no variable is called “raeder”. Is “reader” meant?"),
        ("reader.greeting", "zzz", 7, "no variable is called “zzz”."),
        ("}},", "},", 7, "this cannot be read: "),
        ("{% endblock %}\n{% block body_2", "{% block body_2", 8, "this cannot be read: "),
        (
            'kind = "thank-you"',
            'kind = "thanks"',
            1,
            "“thanks” is no kind of letter. The kinds are interview-request, ",
        ),
        ('kind = "thank-you"', "kind = reader", 1, "kind has to be plain words or a number."),
        ('{% set title = "Thanks" %}', "", 1, 'set title to words: {% set title = "..." %}.'),
        ("most_words = 60", "most_words = 0", 1, "most_words has to be a number above 0."),
        ("block subject", "block matter", 1, "the block subject is missing"),
        ("reader.greeting", "reader.greeting | shout", 7, "no filter is called “shout”."),
        ("Dear", '{% include "base.html" %}', 7, "a letter is one file: it takes nothing from others."),
    ],
)
def test_what_is_wrong_is_said_with_its_line(old: str, new: str, line: int, words: str) -> None:
    with pytest.raises(ValueError) as wrong:  # noqa: PT011 (its words are looked at)
        read_letter("thanks", GOOD.replace(old, new, 1))
    assert str(wrong.value).startswith(words)
    assert wrong.value.line == line  # type: ignore[attr-defined]


def test_a_wrong_file_costs_only_its_own_letter(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    (tmp_path / "bad.txt").write_text(GOOD.replace("reader", "raeder"), "utf-8")
    (tmp_path / "latin.txt").write_bytes(b"\xff\xfe\xe9")
    (tmp_path / "Bad Name.txt").write_text(GOOD, "utf-8")
    letters, problems = read_folder(tmp_path)
    assert list(letters) == ["good"]
    assert [problem.words.split(": ")[0] for problem in problems] == [
        "templates/letters/Bad Name.txt, line 1",
        "templates/letters/bad.txt, line 7",
        "templates/letters/latin.txt, line 1",
    ]


def test_the_letters_that_come_along_can_all_be_read() -> None:
    letters, problems = read_folder(FOLDER)
    assert problems == ()
    assert {letter.kind for letter in letters.values()} >= set(Kind) - {Kind.FOLLOW_UP, Kind.OTHER}


def test_the_chooser_begins_with_the_first_letters() -> None:
    assert list(read_folder(FOLDER)[0])[:2] == ["assistant-request", "interview-request-email"]

"""Where a message below begins."""

from __future__ import annotations

import pytest

from outreach.articles.mail_in.markers import attribution_length, forward_or_original, header_block, notes_block


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("---------- Forwarded message ---------", "forwarded"),
        ("Begin forwarded message:", "forwarded"),
        ("-------- Weitergeleitete Nachricht --------", "forwarded"),
        ("-----Original Message-----", "original"),
        ("-----Message d'origine-----", "original"),
        ("-------- Mensaje original --------", "original"),
        ("-----Mensagem original-----", "original"),
        ("-----Sam Field <s@f.example> wrote: -----", "original"),
        ('"Sam Field" ---03/03/2025 10:11:12 AM---Dear Dr. Marsh', "original"),
        ("The original message was lost.", ""),
        ("----------", ""),
    ],
)
def test_a_program_says_that_a_message_follows(line: str, said: str) -> None:
    assert forward_or_original(line) == said


def test_a_block_of_headers_tells_who_wrote_below() -> None:
    block = header_block(["From: Sam <s@f.example>", "Sent: Monday", "To: A;", " B", "Subject: Text", "", "Hi"], 0)
    assert block is not None
    assert block.length == 5
    assert block.values["from"] == "Sam <s@f.example>"


@pytest.mark.parametrize("lines", [["From: our side fine", "To: be clear"], ["Date: Monday", "Subject: x"], ["Hello"]])
def test_single_words_with_a_colon_are_no_block(lines: list[str]) -> None:
    assert header_block(lines, 0) is None


@pytest.mark.parametrize(
    "lines",
    [
        ["On Mon, Mar 3, 2025 at 10:11 AM Sam <s@f.example> wrote:"],
        ["On Mon, Mar 3, 2025 at 10:11 AM Sam Field", "<s@f.example> wrote:"],
        ["Am 03.03.25 um 10:11 schrieb Sam Field:"],
        ["Em seg., 3 de mar. de 2025 às 10:11, Sam <s@f.example>", "escreveu:"],
        ["Op ma 3 mrt 2025 om 10:11 schreef Sam <s@f.example>:"],
    ],
)
def test_a_line_that_says_who_wrote_is_known_over_line_ends(lines: list[str]) -> None:
    assert attribution_length(lines, 0) == (len(lines), True)


def test_a_sentence_about_what_somebody_wrote_is_not_sure() -> None:
    length, sure = attribution_length(["On March 3 you wrote that we have 120 beds:"], 0)
    assert not (length and sure)


def test_the_head_of_lotus_notes_is_known() -> None:
    lines = ["Sam Field", "03/03/2025 10:11 AM", "", "To", "Jane", "cc", "", "Subject", "Text"]
    assert notes_block(lines, 0) == 8

"""The plain copy: what a reviewer is shown, and no word of anybody else."""

from __future__ import annotations

from outreach.articles.plain_copy import text_of
from outreach.articles.shown import HIDDEN, Viewer, shown_to
from outreach.articles.versions import Marks, QuoteMeant

MARKS = Marks((QuoteMeant(1, "Inés Okafor", "x", person_id=5), QuoteMeant(2, "Tom Quill", "x", person_id=6)))
BODY = """## Keys

“Nobody had decided who could open it,”[q1] says Inés.

“We drew the whole map by hand,”[q2] says Tom.

- Write the list.[1]
"""


def test_the_copy_has_the_version_the_words_and_their_quotations_by_number() -> None:
    assert text_of(shown_to("Six chairs", BODY, MARKS, Viewer(5, "Inés Okafor", "whole")), 3).split("\n\n") == [
        "Six chairs",
        "Version 3, 23 words",
        "## Keys",
        "“Nobody had decided who could open it,” (your quotation 1) says Inés.",
        f"“{HIDDEN}” says Tom.",
        "- Write the list.",
        "Your quotations:",
        "1. “Nobody had decided who could open it,”\n",
    ]


def test_a_part_says_that_it_is_one_and_no_mark_is_left() -> None:
    text = text_of(shown_to("Six chairs", BODY, MARKS, Viewer(6, "Tom Quill", "quotes")), 1)
    assert "other paragraphs of the text are left out" in text
    assert "Nobody had decided" not in text
    assert "[" not in text

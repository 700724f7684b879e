"""Where somebody who is asked should look: every quotation of theirs, every sentence with a figure."""

from __future__ import annotations

import pytest

from outreach.articles.look_at import Places, in_letter, places, quoted_speakers
from outreach.articles.shown import Viewer, shown_to
from outreach.articles.versions import Marks, QuoteMeant

MARKS = Marks(
    (QuoteMeant(1, "Inés Okafor", "Nobody had decided.", person_id=5), QuoteMeant(2, "Tom Quill", "We drew it."))
)
BODY = """# What changed

“Nobody had decided who could open it,”[q1] says Inés. It opened in 2024. Boarding fell by 31% in six months.

“We drew the whole map by hand,”[q2] says Tom. It cost $4 million, and 1,200 hours.
"""


def test_every_quotation_and_every_sentence_with_a_figure_is_listed() -> None:
    shown = shown_to("Six chairs", BODY, MARKS, Viewer(5, "Inés Okafor", "whole"))
    found = places(shown, ["Inés Okafor", "Tom Quill", "Inés Okafor", ""])
    assert found.quotations == 1
    assert [one.split()[0] for one in found.figures] == ["Boarding", "It"]
    assert found.names == ("Inés Okafor", "Tom Quill")


def test_a_year_alone_is_no_figure_and_a_word_with_digits_neither() -> None:
    shown = shown_to("T", "It opened in 2024. Ward B-12 stayed. See 4.", MARKS, Viewer(5, "Inés", "whole"))
    assert places(shown, ()).figures == ("See 4.",)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (Places(4, ("a", "b"), ()), ("your four quotations", "the figures with their periods", "the names and titles")),
        (Places(1, ("a",), ()), ("your quotation", "the figure with its period", "the names and titles")),
        (Places(0, (), ()), ("the names and titles",)),
    ],
)
def test_a_letter_lists_what_there_is(found: Places, told: tuple[str, ...]) -> None:
    assert in_letter(found, "your") == told


def test_whose_words_stand_in_a_text_is_told_in_order() -> None:
    assert quoted_speakers(BODY, {1: "Inés", 2: "Tom", 3: "Ann"}) == ("Inés", "Tom")

"""Texts in lines with the numbers of their sources."""

from __future__ import annotations

from outreach.briefs.model import Run, Source
from outreach.briefs.pdf import looks
from outreach.briefs.pdf.setter import Setter

ONE, TWO = Source("one", "One"), Source("two", "Two")


def shown(lines) -> list[str]:
    return [line.text for line in lines.lines]


def test_numbers_stand_right_behind_their_words_in_rising_order_and_each_once():
    text = (Run("A unit opened. ", sources=(TWO, ONE, TWO)), Run("It has 24 beds.", sources=(Source("none", ""),)))
    made = Setter({"one": 1, "two": 2}).text(text, looks.LEFT, looks.LEFT_STRONG, 300)
    assert shown(made) == ["A unit opened.1\N{NO-BREAK SPACE}2 It has 24 beds."]
    raised = [stretch.piece.raised for stretch in made.lines[0].stretches if stretch.piece.raised]
    assert raised == [looks.RAISED]


def test_a_short_last_word_gets_company_where_that_takes_no_line_more():
    words = "Nurse turned operator; ran patient flow for eleven years before this post and cares about staff"
    setter = Setter({})
    wide = next(width for width in range(200, 400) if len(setter.words(words, looks.LEFT, width).lines) == 2)
    for width in range(wide, wide + 60, 4):
        made = setter.words(words, looks.LEFT, width)
        assert len(made.lines) == 1 or " " in made.lines[-1].text


def test_a_name_on_two_lines_is_even():
    made = Setter({}).balanced("Wilhelmina Featherstonehaugh of Lower Ravensworth", looks.NAMES[-1], 400)
    assert len(made.lines) == 2
    assert min(line.width for line in made.lines) > 0.6 * made.width


def test_a_text_that_must_not_grow_keeps_its_first_lines():
    made = Setter({}).words("word " * 200, looks.SAY, 200)
    assert len(made.first(3).lines) == 3
    assert made.first(3).height == 3 * looks.SAY.line

"""Sentences as rows of marks."""

from __future__ import annotations

from outreach.asklint.career.rows import MOST_TOKENS, Lexicon, Row
from outreach.asklint.career.templates import Marks
from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Message


def rows_of(text: str, marks: Marks, organization: str = "") -> list[Row]:
    lexicon = Lexicon(marks)
    own = frozenset(organization.split())
    return [row for sentence in Reading(Message(Kind.OTHER, text)).body for row in lexicon.rows(sentence, own)]


def marks_of(text: str, field: str, organization: str = "") -> list[str]:
    """The words of a text that bear the mark of a field."""
    marks = Marks()
    letter = marks.of(field)
    rows = rows_of(text, marks, organization)
    return [text[token.start : token.end] for row in rows for token in row.tokens if letter in token.marks]


def test_all_forms_of_a_verb_and_the_plural_of_a_noun_bear_its_field() -> None:
    assert marks_of("we attach attaches attached attaching resumes", "ATTACH") == [
        "attach", "attaches", "attached", "attaching",
    ]  # fmt: skip
    assert marks_of("two resumes", "RESUME") == ["resumes"]


def test_contractions_curly_or_hasty_are_taken_apart() -> None:
    assert marks_of("I’d say im sure i'll go", "I") == ["I’d", "im", "i'll"]


def test_a_slip_in_a_word_that_much_hangs_on_is_understood() -> None:
    assert marks_of("an oportunity, an intership, a fellowshipp", "HARDPOST") == [
        "oportunity", "intership", "fellowshipp",
    ]  # fmt: skip


def test_a_right_word_near_a_fragile_one_stays_what_it_is() -> None:
    assert marks_of("a carer and her charges", "HARDPOST") == []


def test_the_own_organization_is_told_from_other_names() -> None:
    assert marks_of("we go to Tamarack or Birchfield", "ORG", "tamarack") == ["Tamarack"]
    assert marks_of("we go to Tamarack or Birchfield", "NAME", "tamarack") == ["Birchfield"]


def test_a_month_is_no_name() -> None:
    assert marks_of("we meet in May or June", "NAME") == []


def test_a_row_is_never_longer_than_it_may_be() -> None:
    rows = rows_of("word " * (MOST_TOKENS * 2 + 5), Marks())
    assert [len(row.tokens) for row in rows] == [MOST_TOKENS, MOST_TOKENS, 5]


def test_a_clause_reaches_from_comma_to_comma() -> None:
    text = "In truth, we hope to stay, whatever comes"
    (row,) = rows_of(text, Marks())
    at = next(at for at, token in enumerate(row.tokens) if text[token.start : token.end] == "hope")
    start, end = row.clause(at, at + 1)
    assert text[start:end] == "we hope to stay"

"""Templates: what they match, what they need, how they are refused."""

from __future__ import annotations

import pytest

from outreach.asklint.career.rows import Row, Token
from outreach.asklint.career.templates import Marks, TemplateSet, compile_template


def row_of(marks: Marks, *names: str) -> Row:
    tokens = (
        Token(at, at + 1, name if name in ",;" else marks.of(name) if name else "") for at, name in enumerate(names)
    )
    return Row.of(tokens)


def places(template: str, *names: str, named: dict[str, str] | None = None) -> list[tuple[int, int]]:
    marks = Marks()
    found = TemplateSet([("it", compile_template(template, marks, named or {}))]).matches(row_of(marks, *names))
    return [(first, last) for _, first, last in found]


def test_a_row_of_fields_and_words_is_found_where_it_stands() -> None:
    assert places("I WISH to JOIN", "", "I", "WISH", "to", "JOIN") == [(1, 5)]


def test_a_gap_holds_no_more_tokens_than_it_says() -> None:
    assert places("I ~2 JOIN", "I", "", "", "JOIN") == [(0, 4)]
    assert places("I ~2 JOIN", "I", "", "", "", "JOIN") == []


def test_no_gap_passes_a_strong_break() -> None:
    assert places("I ~3 JOIN", "I", ";", "JOIN") == []


def test_a_comma_may_stand_behind_any_token() -> None:
    assert places("I WISH JOIN", "I", ",", "WISH", ",", "JOIN") == [(0, 5)]


def test_a_plain_gap_ends_where_the_sentence_turns_to_something_else() -> None:
    assert places("I =3 JOIN", "I", "", "JOIN") == [(0, 3)]
    assert places("I =3 JOIN", "I", "STOP", "JOIN") == []


def test_alternatives_and_absences_are_read() -> None:
    template = "( KEEP ME | remember ME )? x !EVENT"
    assert places(template, "KEEP", "ME", "x", "") == [(0, 3)]
    assert places(template, "x", "EVENT") == []


def test_a_clause_may_be_asked_to_begin_here() -> None:
    assert places("^ WISH", "WISH") == [(0, 1)]
    assert places("^ WISH", "I", "WISH") == []
    assert places("^ WISH", "I", ",", "WISH") == [(2, 3)]


def test_a_named_template_is_put_in() -> None:
    assert places("I @belong", "I", "JOIN", "YOU", named={"belong": "( JOIN YOU | WORK )"}) == [(0, 3)]


def test_an_unknown_name_is_refused_with_the_template() -> None:
    with pytest.raises(ValueError, match="no template is called nowhere: I @nowhere"):
        compile_template("I @nowhere", Marks(), {})


def test_alternatives_of_several_tokens_outside_brackets_are_refused() -> None:
    with pytest.raises(ValueError, match="stand in brackets"):
        compile_template("I WISH | JOIN YOU", Marks(), {})


def test_a_bracket_that_does_not_close_is_refused() -> None:
    with pytest.raises(ValueError, match="a bracket does not close: I \\( WISH"):
        compile_template("I ( WISH", Marks(), {})

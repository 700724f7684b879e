"""Names within clauses and phrases about somebody else."""

import pytest

from research.pages.asides import is_no_subject, stands_aside


def around(text: str, name: str = "Ana Doe") -> tuple[int, int]:
    start = text.index(name)
    return start, start + len(name)


@pytest.mark.parametrize(
    "text",
    [
        "Bo Lim, who with Ana Doe founded the clinic, is chief executive.",
        "Bo Lim, whom Ana Doe mentored, is chief executive.",
        "The nurse who trained Ana Doe is chief nurse.",
        "The man who hired Dr. Ana Doe left.",
        "Bo Lim, a cousin of Ana Doe, was named president.",
        "Bo Lim, together with his wife Ana Doe, was named president.",
        "A nurse, a colleague of Ana Doe, won the prize.",
    ],
)
def test_a_name_in_a_clause_about_somebody_else_stands_aside(text):
    assert stands_aside(text, *around(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ana Doe, who trained Bo Lim, is chief nurse.",
        "According to Ana Doe, who is president, beds are full.",
        "Bo Lim, who said Ana Doe is president, left.",
        "The board, which met on Monday, named Ana Doe president.",
        "Elm Health announced the appointment of Ana Doe as president.",
        "Those who came heard that Ana Doe is president.",
        "Ana Doe",
    ],
)
def test_a_name_with_its_own_clause_does_not_stand_aside(text):
    assert not stands_aside(text, *around(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The surgeon hired by Ana Doe is chief of surgery.", " is "),
        ("Bo Lim, like Ana Doe, was named president.", ", was named "),
        ("With Ana Doe, who left, is the president.", ", who left, is the "),
        ("Bo Lim, whose aunt Ana Doe runs Elm, chairs the board.", " runs Elm, chairs "),
    ],
)
def test_what_follows_on_a_name_in_a_phrase_is_not_said_of_it(text, told):
    assert is_no_subject(text, *around(text), told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The promotion of Ana Doe to president was expected.", " to "),
        ("The appointment of Ana Doe, RN, as president.", ", as "),
        ("Congratulations to Ana Doe on being named president.", " on being named "),
        ("According to Ana Doe, who is the president, beds are full.", ", who is the "),
        ("After Ana Doe was named president, beds were built.", " was named "),
        ("For two decades Ana Doe has been president.", " has been "),
        ("Bo Lim, whose aunt Ana Doe is president of Elm, left.", " is "),
    ],
)
def test_what_a_name_does_itself_is_said_of_it(text, told):
    assert not is_no_subject(text, *around(text), told)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", ["who a ", "Roe, a ", "with his ", "whose a ", ", is", "Dr. "])
def test_hostile_text_on_both_sides_makes_nobody_an_aside(piece):
    text = piece * (50_000 // len(piece)) + "Ana Doe" + piece * 5_000
    start, end = around(text)
    assert not is_no_subject(text, start, end, text[end:])

"""Sentences that say "he" or "she" behind one that turns to somebody else."""

import pytest

from research.pages.lines import read_text
from research.pages.model import PersonFound
from research.pages.turns import without_unsure

FIRST = "Ana Doe is president of Elm Hospital."


def kept(*told: str) -> list[str]:
    """Which of the sentences stay those of Ana Doe, when all of them were taken for hers."""
    page = read_text(" ".join((FIRST, *told)))
    (person,) = without_unsure((PersonFound("Ana Doe", (), "president", passages=(FIRST, *told)),), page)
    return [passage for passage in person.passages if passage != FIRST]


@pytest.mark.parametrize(
    "turn",
    [
        "Doe introduced Bea Lim.",
        "Doe congratulated Bea Lim, who won the prize.",
        "The nurse who trained Ana Doe won the Elm Award.",
        "Bea Lim, a cousin of Ana Doe, won the Elm Award.",
        "Doe’s predecessor, Bea Lim, won the Elm Award.",
        "Her sister, Bea, won the Elm Award.",
    ],
)
def test_a_pronoun_behind_a_turn_to_somebody_else_is_nobodys(turn):
    assert kept(turn, "She holds a doctorate from Oak University.", "Her work was praised.") == [turn]


@pytest.mark.parametrize(
    "before",
    [
        "Doe succeeds Bea Lim, who retired.",
        "Elm Hospital hired Ana Doe.",
        "According to Ana Doe, who leads it, beds are full.",
        "The board announced the appointment of Ana Doe.",
    ],
)
def test_a_pronoun_behind_the_persons_own_sentence_stays(before):
    assert kept(before, "She holds a doctorate.") == [before, "She holds a doctorate."]


def test_the_next_sentence_with_the_name_ends_the_doubt():
    told = ["Doe introduced Bea Lim.", "She spoke.", "Doe won the Elm Award.", "She holds a doctorate."]
    assert kept(*told) == [told[0], *told[2:]]


def test_of_he_and_she_in_one_persons_passages_only_the_more_frequent_stays():
    assert kept("She spoke.", "He won.", "Her work grew.") == ["She spoke.", "Her work grew."]
    assert kept("She spoke.", "He won.") == []


def test_no_people_are_no_people():
    assert without_unsure((), read_text(FIRST)) == ()

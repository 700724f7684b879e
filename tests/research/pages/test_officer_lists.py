import pytest

from research.pages import extract
from research.pages.officer_lists import lists_officers, takes_away


@pytest.mark.parametrize(
    "lead",
    [
        "The new members include ",
        "Officers are ",
        "The board elected ",
        "Sworn in were Bo Lim as chair, ",
    ],
)
def test_a_list_of_officers_gives_each_the_post_by_as(lead: str) -> None:
    assert lists_officers(lead, " as ")


@pytest.mark.parametrize(
    ("lead", "gap"),
    [
        ("Candidates include ", " as "),
        ("The board elected to terminate ", " as "),
        ("Members include former ", " as "),
        ("She saw ", " as "),
        ("Members include ", ", who worked as "),
    ],
)
def test_other_words_with_as_give_none(lead: str, gap: str) -> None:
    assert not lists_officers(lead, gap)


@pytest.mark.parametrize(
    "text",
    [
        (
            "The Elmvale Hospital board is whole again. The new members include Ann Vale as the board chair, "
            "Bo Marlow as vice chair, and Cy Poole as secretary."
        ),
        (
            "Elmvale Hospital has new officers. The slate has Ann Vale as chair, Bo Marlow as treasurer and Cy Poole "
            "as secretary."
        ),
        (
            "Trustees of Elmvale Hospital met Monday and elected Ann Vale as board chair, Bo Marlow as vice chair and "
            "Cy Poole as treasurer."
        ),
    ],
    ids=["include", "slate", "elected"],
)
def test_every_officer_of_a_list_is_found(text: str) -> None:
    found = {person.name: person.title for person in extract(text).people}
    assert set(found) == {"Ann Vale", "Bo Marlow", "Cy Poole"}
    assert "chair" in found["Ann Vale"]
    assert "vice" not in found["Ann Vale"]


def test_who_is_sent_away_is_no_officer() -> None:
    text = "Elmvale Hospital trustees were elected in May and voted to terminate Ann Vale as CEO."
    assert not any(person.leader for person in extract(text).people)


@pytest.mark.parametrize(
    ("lead", "away"),
    [
        ("The board voted to terminate ", True),
        ("It fired Dr. ", True),
        ("It named ", False),
        ("It removed doubts, said ", False),
    ],
)
def test_a_dismissal_before_a_name_takes_the_post_away(lead: str, away: bool) -> None:
    assert takes_away(lead) is away

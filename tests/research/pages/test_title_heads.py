import pytest

from research.pages.titles import TitleReader
from research.pages.tokens import tokenize


def first(text: str, *, card: bool = False) -> tuple[str, str, str]:
    span = TitleReader(text, tokenize(text), card=card).find()[0]
    return span.posts[0].title, span.posts[0].organization, span.status


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("interim chief executive officer", ("interim chief executive officer", "", "interim")),
        ("Friends of the Elm CEO", ("CEO", "Friends of the Elm", "current")),
        ("the longtime CEO", ("CEO", "", "current")),
        ("former vice president", ("vice president", "", "former")),
        ("Vale Professionals board president", ("board president", "Vale Professionals", "current")),
        ("English Chief Nursing Officer", ("Chief Nursing Officer", "", "current")),
        ("Elm Regional Medical Center CNO", ("CNO", "Elm Regional Medical Center", "current")),
        ("Vale General Hospital chief nurse", ("chief nurse", "Vale General Hospital", "current")),
        ("Oak District Health System CFO", ("CFO", "Oak District Health System", "current")),
        ("Oak Regional Medical Director", ("Regional Medical Director", "Oak", "current")),
        ("Vice chair", ("Vice chair", "", "current")),
        ("Deputy director", ("Deputy director", "", "current")),
        ("Past-President", ("Past-President", "", "current")),
        ("Other elected officers", ("officers", "", "current")),
        ("Elm Health's new chief of surgery", ("chief of surgery", "Elm Health", "current")),
    ],
)
def test_rank_status_and_organization_stand_before_the_head(text: str, found: tuple[str, str, str]) -> None:
    assert first(text) == found


def test_a_medical_director_keeps_the_word_medical() -> None:
    assert first("Elm Care Center Medical Director", card=True)[:2] == ("Medical Director", "Elm Care Center")


@pytest.mark.parametrize("text", ["Lori Dean, who spoke", "the board of directors met", "the coo of a dove"])
def test_words_that_only_look_like_heads_are_none(text: str) -> None:
    assert TitleReader(text, tokenize(text)).find() == [] or "board" in text


def test_the_gift_of_a_lead_trust_has_no_lead() -> None:
    for trust in ("Lead Annuity Trust", "Lead Trust", "Lead Unitrust"):
        text = f"The hospital received $3 million from the Jane Roe Charitable {trust}."
        assert TitleReader(text, tokenize(text)).find() == []

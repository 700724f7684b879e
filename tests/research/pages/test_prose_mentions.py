"""What a sentence tells besides who holds a post: that it has ended, where it is, since when, in which words."""

import pytest

from research.pages import extract
from research.pages.lines import read_text
from research.pages.people import people_of
from research.pages.prose import mentions_in
from research.pages.sentence_names import Known, read_sentences


def told(text: str) -> list[tuple[str, str, str]]:
    return [
        (m.name, m.posts[0].title, m.status)
        for read in [read_sentences(text, 0)]
        for m in mentions_in(read, Known({"vale": "Ann Vale"}, frozenset({"Ann Vale"})), None)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ann Vale, COO of Elm Hospital in Oakvale, Ohio, resigned in April.",
            [("Ann Vale", "COO", "former")],
        ),
        ("Ann Vale, COO of Elm Hospital in Oakvale, Ohio, spoke in April.", [("Ann Vale", "COO", "current")]),
        (
            "The chief nurse stepped down May 3 as part of the changes, along with CEO Ann Vale.",
            [("Ann Vale", "CEO", "former")],
        ),
        ("The chief nurse spoke, along with CEO Ann Vale.", [("Ann Vale", "CEO", "current")]),
        (
            "Ann Vale was appointed director of the Elm Clinic before serving as commissioner of health.",
            [("Ann Vale", "director", "former"), ("Ann Vale", "commissioner of health", "former")],
        ),
        ("Ann Vale was appointed director of the Elm Clinic in May.", [("Ann Vale", "director", "current")]),
        ("Ann Vale joins us following nine years as Head of Care.", [("Ann Vale", "Head of Care", "former")]),
        (
            "The board named Ann Vale, who once served as a teacher in Oakvale, as the new chief nurse.",
            [("Ann Vale", "teacher", "former"), ("Ann Vale", "chief nurse", "current")],
        ),
    ],
)  # fmt: skip
def test_what_the_rest_of_a_sentence_says_decides_whether_the_post_is_held(
    text: str, found: list[tuple[str, str, str]]
) -> None:
    assert [one for one in told(text) if one[1] != "teacher"] == [one for one in found if one[1] != "teacher"]


def test_the_one_before_who_went_to_another_house_holds_the_post_there() -> None:
    text = (
        "Elm Health changes\n\nBo Lim was named chief operating officer of Elm Health, effective May 2, 2025. He will "
        "succeed Ann Vale, who was named president and CEO of Oak Medical Center."
    )
    found = {person.name: person for person in people_of(read_text(text))}
    assert (found["Ann Vale"].title, found["Ann Vale"].organization) == ("president and CEO", "Oak Medical Center")
    assert found["Ann Vale"].since is None  # the day is the successor's


def test_a_quote_stands_in_the_text() -> None:
    text = "Elm Hospital named Ann Vale, who ran a clinic, as the new chief nurse in May."
    assert all(m.quote in text for m in mentions_in(read_sentences(text, 0), Known({}), None))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A month after Elm Hospital administrator Ann Vale left Oaktown, a search began.", "former"),
        ("Elm Hospital administrator Ann Vale left no doubt that the search goes on.", "current"),
    ],
)
def test_who_left_before_what_is_told_holds_the_post_no_more(text: str, status: str) -> None:
    assert [person.status for person in extract(text).people] == [status]

import pytest

from research.pages import extract
from research.pages.respectively import respective_posts
from research.pages.sentence_names import read_sentences


def told(text: str) -> list[tuple[str, str, str]]:
    found = respective_posts([read_sentences(text, 0)])
    return [(mention.name, mention.posts[0].title, mention.posts[0].organization) for mention in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Elm named Ann Vale and Bo Lim CEO and CFO, respectively.", [("Ann Vale", "CEO", ""), ("Bo Lim", "CFO", "")]),
        ("Ann Vale and Bo Lim were named CEO and CFO, respectively.", [("Ann Vale", "CEO", ""), ("Bo Lim", "CFO", "")]),
        (
            "The CEO and chief nurse of Elm Hospital, Ann Vale and Bo Lim, respectively, agreed.",
            [("Ann Vale", "CEO", "Elm Hospital"), ("Bo Lim", "chief nurse", "Elm Hospital")],
        ),
        (
            "The CEO’s of Elm Hospital and Oak Clinic, Ann Vale and Bo Lim, respectively, agreed.",
            [("Ann Vale", "CEO", "Elm Hospital"), ("Bo Lim", "CEO", "Oak Clinic")],
        ),
        (
            "The presidents of Elm Hospital and Oak Clinic, Ann Vale and Bo Lim, respectively, agreed.",
            [("Ann Vale", "president", "Elm Hospital"), ("Bo Lim", "president", "Oak Clinic")],
        ),
        (
            "Ann Vale, Bo Lim and Kit Doe have been elected chair, vice chair and treasurer, respectively.",
            [("Ann Vale", "chair", ""), ("Bo Lim", "vice chair", ""), ("Kit Doe", "treasurer", "")],
        ),
    ],
)
def test_rows_of_one_length_run_side_by_side(text: str, found: list[tuple[str, str, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Ann Vale and Bo Lim were named CEO and CFO.",
        "Ann Vale and Bo Lim came in 2010 and 2012, respectively.",
        "Ann Vale, Bo Lim and Kit Doe were named CEO and CFO, respectively.",
        "Ann Vale was named CEO and CFO, respectively.",
        "The friends of Elm Hospital and Oak Clinic, Ann Vale and Bo Lim, respectively, agreed.",
    ],
)
def test_other_rows_give_nobody_a_post(text: str) -> None:
    assert told(text) == []


def test_the_sentence_is_the_quote() -> None:
    text = "At Elm Hospital, Ann Vale and Bo Lim were named CEO and CFO, respectively."
    people = extract(text).people
    assert [(person.name, person.title, person.quote) for person in people] == [
        ("Ann Vale", "CEO", text),
        ("Bo Lim", "CFO", text),
    ]

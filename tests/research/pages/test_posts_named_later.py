import pytest

from research.pages import extract
from research.pages.posts_named_later import posts_named_later
from research.pages.sentence_names import read_sentences


def told(text: str) -> list[tuple[str, str, str]]:
    paragraphs = [read_sentences(line, number) for number, line in enumerate(text.split("\n"))]
    return [(m.name, m.posts[0].title, m.status) for m in posts_named_later(paragraphs)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Elm Hospital has named a new chief nurse. Ann Vale will begin in May.", ("chief nurse", "incoming")),
        ("Elm Hospital has a new CEO.\nAnn Vale, who came from Oak Clinic, started on Monday.", ("CEO", "current")),
        (
            (
                "ELMTOWN – A veteran of 20 years has been named chief executive officer of Elm Hospital.\n"
                "The hospital has 90 beds. The appointment of Ann Vale was announced on Thursday."
            ),
            ("chief executive officer", "current"),
        ),
        ("Elm Hospital is losing its CEO.\nAnn Vale announced Monday that she intends to retire.", ("CEO", "outgoing")),
        ("Elm Hospital’s CEO is leaving. Ann Vale, who has led it since 2010, will retire.", ("CEO", "outgoing")),
        (
            "Elm Hospital is saying goodbye to its chief nurse. Ann Vale will retire.",
            ("chief nurse", "outgoing"),
        ),
        ("The longtime CEO of Elm Hospital plans to retire. Ann Vale has led it for years.", ("CEO", "outgoing")),
        ("Elm Hospital has a new CEO. The Elm Press reports Ann Vale’s hiring was announced.", ("CEO", "current")),
        (
            "Elm Hospital has a new interim CEO. It signed a contract to hire Ann Vale in May.",
            ("interim CEO", "interim"),
        ),
        (
            "The Elm board has chosen an interim director. The new director — Ann Vale — will serve until May.",
            ("interim director", "interim"),
        ),
        (
            "A veteran has been named chief nurse of Elm Hospital. Ann Vale, 45, has worked there.",
            ("chief nurse", "current"),
        ),
        ("A veteran will be the new director of Elm Hospital. Ann Vale was born in Elmtown.", ("director", "current")),
        ("Elm Hospital has appointed a new director. Ann Vale from Oaktown is a nurse.", ("director", "current")),
        (
            (
                "A new administrator has been named to lead Elm Hospital, officials said.\n"
                "Ann Vale, a nurse for ten years, will assume the post in June."
            ),
            ("administrator", "incoming"),
        ),
        (
            "Elm Hospital hires new chief nurse\nBo Lim\nAnn Vale of Oaktown will be taking over.",
            ("chief nurse", "incoming"),
        ),
        ("Elm Health names interim CEO\nAnn Vale will take over for a time.", ("interim CEO", "interim")),
        (
            "A month after director Bo Lim left Elmtown, a new director for the clinic was hired. Ann Vale will start.",
            ("director", "incoming"),
        ),
        (
            "Elm Hospital has a new director.\nBoard members have hired Ann Vale, a nurse, to replace Bo Lim.",
            ("director", "current"),
        ),
    ],
)
def test_the_first_name_behind_a_post_holds_it_where_the_sentence_goes_on(text: str, found: tuple[str, str]) -> None:
    assert told(text) == [("Ann Vale", *found)]


@pytest.mark.parametrize(
    "text",
    [
        "Elm Hospital has named a new chief nurse. Board chair Ann Vale was glad.",
        "Elm Hospital has named a new chief nurse. Ann Vale said she was glad. Bo Lim will begin in May.",
        "Elm Hospital is losing its CEO. Ann Vale will begin in May.",
        "Elm Hospital has lost its CEO. Ann Vale announced her retirement.",
        "Elm Hospital has a new CEO. Ann Vale was a nurse.",
        "Elm Hospital has a new CEO. Ann Vale, who leads the board, is glad.",
        "Elm Hospital seeks a new chief nurse. Ann Vale will leave in May.",
        "Elm Hospital has named a new chief nurse. Ann Vale will become chief financial officer.",
        "Elm Hospital has named a new chief nurse. It has 90 beds. It is old. It is big. Ann Vale will begin in May.",
        "A new chief nurse is wanted. Ann Vale will begin in May.",
    ],
)
def test_another_name_or_news_gives_nobody_the_post(text: str) -> None:
    assert told(text) == []


def test_the_post_is_quoted_as_it_stands() -> None:
    text = "Elm Hospital has named a new chief executive officer. Ann Vale will begin in May."
    (person,) = extract(text).people
    assert (person.title, person.organization) == ("chief executive officer", "Elm Hospital")
    assert person.quote == "chief executive officer. Ann Vale"


def test_a_stray_comma_behind_the_name_parts_nobody_from_the_post() -> None:
    people = extract(
        "Elm Hospital has appointed a new chief nurse.\n\nAnn Vale, will join it from Oak Hospital."
    ).people
    assert [(p.name, p.title, p.organization, p.status) for p in people] == [
        ("Ann Vale", "chief nurse", "Elm Hospital", "incoming")
    ]

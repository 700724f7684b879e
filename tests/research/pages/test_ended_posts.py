import pytest

from research.pages import extract
from research.pages.ended_posts import is_last_day, is_one_time, with_endings
from research.pages.lines import read_text
from research.pages.mention import Mention, Source
from research.pages.titles import PostSpan


@pytest.mark.parametrize(
    ("lead", "last"),
    [
        ("Monday would be the last day for ", True),
        ("Friday is her last day as the ", True),
        ("It was the last day of work for ", True),
        ("It was the last day of May, said ", False),
        ("the last days were good for ", False),
    ],
)
def test_a_last_day_ends_a_post(lead: str, last: bool) -> None:
    assert is_last_day(lead) is last


def mention(name: str, title: str = "CFO", source: Source = "before", status: str = "acting") -> Mention:
    return Mention(name, 0, source, (PostSpan(title, "", "executive", "cfo"),), status=status)


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Vale had been terminated immediately.",
        "Vale was dismissed on Monday.",
        "Dr. Vale has been abruptly fired.",
    ],
)
def test_a_dismissal_in_another_sentence_ends_the_post(text: str) -> None:
    assert [m.status for m in with_endings([mention("Ann Vale")], read_text(text, ""))] == ["former"]


@pytest.mark.parametrize(
    ("mentions", "text"),
    [
        ([mention("Ann Vale"), mention("Bo Vale")], "Vale was dismissed."),
        ([mention("Ann Vale")], "Poole was dismissed."),
        ([mention("Ann Vale")], "Vale was fired up."),
        ([mention("Ann Vale", "Director", "card")], "Vale spoke."),
    ],
)
def test_nobody_else_s_post_is_ended(mentions: list[Mention], text: str) -> None:
    assert [m.status for m in with_endings(mentions, read_text(text, ""))] == ["acting"] * len(mentions)


def test_who_is_retired_on_a_card_holds_the_post_no_more() -> None:
    card = mention("Ann Vale", "Retired Emergency Services Chief", "card", "current")
    assert [m.status for m in with_endings([card], read_text("", ""))] == ["former"]


@pytest.mark.parametrize(("a", "b", "one"), [("current", "outgoing", True), ("current", "former", False)])
def test_who_is_to_leave_a_post_holds_it_still(a: str, b: str, one: bool) -> None:
    assert is_one_time(a, b) is one


@pytest.mark.parametrize(
    "text",
    [
        "Elmvale Hospital seeks a finance chief. Monday would be the last day for acting CFO Ann Vale.",
        "Elmvale Hospital acting CFO Ann Vale was hired in May.\nA memo told staff that Ms. Vale had been terminated.",
        "Elmvale Hospital CEO Ann Vale came in May.\nThe board met Monday.\nVale was ousted after a vote.",
    ],
    ids=["last day", "terminated", "ousted"],
)
def test_no_leader_is_made_of_who_has_been_sent_away(text: str) -> None:
    assert [person.leader for person in extract(text).people] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Elm Hospital's CEO Ann Vale, who resigned, was unhappy.\n\nVale was named CEO of Elm Hospital in 2017.",
        "Elm Hospital's CEO, Ann Vale, is no longer listed in that position as of Nov. 17.",
        "Vale, 61, formally resigned.\n\nAnn Vale was named CEO of Elm Hospital in 2017.",
        "The CEO of Elm Hospital, Ann Vale, spoke.\n\nThe board said that Vale has left her position.",
    ],
)
def test_who_resigned_or_left_the_position_holds_it_no_longer(text: str) -> None:
    assert [(p.name, p.status, p.leader) for p in extract(text).people] == [("Ann Vale", "former", False)]


def test_who_resigned_from_a_board_or_as_something_else_keeps_the_post() -> None:
    text = (
        "Ann Vale was named CEO of Elm Hospital in 2017.\n\nVale resigned from the library board in May.\n\n"
        "Ann Vale resigned as mayor too."
    )
    assert ("CEO", "current") in [(p.title, p.status) for p in extract(text).people]


def test_who_was_appointed_half_a_century_ago_leads_no_longer() -> None:
    text = "In {} Bo Lim became the first administrator of Elmvale Hospital. The hospital has nurses and patients."
    assert [extract(text.format(year)).people[0].leader for year in (1962, 2019)] == [False, True]

"""What an approval is worth after a change, where reviewers and articles stand, until when something can be done."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest

from outreach.articles.rules import (
    STANDING_WORDS,
    STEP_WORDS,
    Asked,
    TextThen,
    is_over,
    may_take_back,
    nearness,
    standing,
    step,
)
from outreach.articles.shown import Viewer
from outreach.articles.versions import Marks, QuoteMeant
from tests.factories import NOON

BODY = """The clinic opened six chairs in spring.

“Nobody had decided who could open the room,”[q1] says Inés. It took a month.

“We drew the map by hand,”[q2] says Tom.

Boarding fell by 31% in six months.[1]
"""
MARKS = Marks(
    (QuoteMeant(1, "Inés Okafor", "Nobody had decided who could open the room.", person_id=5),
     QuoteMeant(2, "Tom Quill", "We drew the map by hand.", person_id=6))
)  # fmt: skip
INES, TOM, OTHER = (Viewer(5, "Inés Okafor", "whole"), Viewer(6, "Tom Quill", "quotes"), Viewer(7, "Ann Roe", "whole"))


def text(*changes: tuple[str, str], title: str = "Six chairs") -> TextThen:
    body = BODY
    for before, after in changes:
        assert before in body
        body = body.replace(before, after)
    return TextThen(title, body, MARKS)


@pytest.mark.parametrize(
    ("changes", "ines", "tom", "other"),
    [
        ((), "same", "same", "same"),
        ((("[1]", ""),), "same", "same", "same"),  # marks are read by nobody
        ((("had decided", "decided"),), "near", "elsewhere", "elsewhere"),
        ((("It took a month", "It took weeks"),), "near", "elsewhere", "elsewhere"),
        ((("We drew", "They drew"),), "elsewhere", "near", "elsewhere"),
        ((("in spring", "in May"),), "elsewhere", "elsewhere", "elsewhere"),
        ((("31%", "30%"),), "elsewhere", "elsewhere", "near"),
    ],
)
def test_a_change_is_near_those_whose_words_it_touches(changes, ines: str, tom: str, other: str) -> None:
    now = text(*changes)
    assert tuple(nearness(text(), now, viewer) for viewer in (INES, TOM, OTHER)) == (ines, tom, other)
    assert tuple(nearness(now, text(), viewer) for viewer in (INES, TOM, OTHER)) == (ines, tom, other)


def test_a_title_is_next_to_nobody_s_words_and_a_quote_taken_out_is() -> None:
    assert nearness(text(), text(title="Seven chairs"), INES) == "elsewhere"
    without = TextThen(
        "Six chairs", BODY.replace("“Nobody had decided who could open the room,”[q1] says Inés. ", ""), MARKS
    )
    assert nearness(text(), without, INES) == "near"


def test_who_is_asked_about_the_facts_is_asked_again_when_one_changes_though_they_are_quoted() -> None:
    facts = Viewer(5, "Inés Okafor", "facts")
    assert nearness(text(), text(("31%", "30%")), facts) == "near"
    assert nearness(text(), text(("had decided", "decided")), facts) == "near"
    assert nearness(text(), text(("in spring", "in May")), facts) == "elsewhere"


def test_a_change_is_near_where_nobody_can_say_which_paragraph_holds_their_words() -> None:
    block = ("“Nobody had decided who could open the room,”[q1] says Inés.", "> Nobody had decided[q1]\n\nShe says.")
    assert nearness(text(block), text(block, ("had decided[", "decided[")), INES) == "near"
    assert nearness(text(block), text(block, ("in spring", "in May")), INES) == "near"
    two = ("could open the room,", "could.\n\nOpen the room,")
    assert nearness(text(two), text(two, ("had decided", "decided")), INES) == "near"


def asked(number: int = 1, answer: str = "", near: str = "same", **named) -> Asked:
    usual = {"kind": "ask", "is_sent": True, "is_over": False}
    return Asked(number, number, answer=answer, nearness=near, **{**usual, **named})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("requests", "state"),
    [
        ((), "not_asked"),
        ((asked(is_sent=False),), "not_asked"),
        ((asked(),), "waiting"),
        ((asked(is_over=True),), "ended"),
        ((asked(kind="notice"),), "not_asked"),
        ((asked(answer="approved"),), "approved"),
        ((asked(answer="approved", is_over=True),), "approved"),
        ((asked(answer="approved", near="elsewhere"),), "kept"),
        ((asked(answer="approved", near="elsewhere"), asked(2, kind="notice")), "kept"),
        ((asked(answer="approved", near="near"),), "asks_again"),
        ((asked(answer="approved", near="near"), asked(2)), "waiting"),
        ((asked(answer="approved", near="near"), asked(2, is_over=True)), "asks_again"),
        ((asked(answer="changes"),), "changes"),
        ((asked(answer="changes"), asked(2)), "waiting"),
        ((asked(answer="changes"), asked(2, answer="approved")), "approved"),
        ((asked(answer="approved"), asked(2, answer="declined")), "declined"),
    ],
)
def test_a_reviewer_stands_where_the_last_answer_and_the_changes_since_leave_them(requests, state: str) -> None:
    assert standing(requests, 2) == state


def test_silence_is_never_a_yes() -> None:
    for kind, is_sent, over in product(("ask", "notice"), (True, False), (True, False)):
        state = standing((asked(kind=kind, is_sent=is_sent, is_over=over),), 1)
        assert state not in ("approved", "kept")
        assert step("writing", [state]) != "approved"


@pytest.mark.parametrize(
    ("state", "standings", "found"),
    [
        ("writing", (), "draft"),
        ("writing", ("not_asked",), "draft"),
        ("writing", ("waiting", "not_asked"), "sent"),
        ("writing", ("approved", "waiting"), "sent"),
        ("writing", ("approved", "kept"), "approved"),
        ("writing", ("approved", "changes"), "changes"),
        ("writing", ("approved", "asks_again"), "changes"),
        ("writing", ("declined",), "changes"),
        ("writing", ("ended",), "sent"),
        ("published", ("waiting",), "published"),
        ("withdrawn", ("approved",), "withdrawn"),
        ("submitted", (), "submitted"),
    ],
)
def test_an_article_is_approved_when_everybody_has_said_yes_and_not_before(state, standings, found: str) -> None:
    assert step(state, standings) == found


def test_every_state_and_step_has_its_words() -> None:
    assert all(STANDING_WORDS.values())
    assert all(STEP_WORDS.values())


def test_a_link_is_over_from_its_moment_on_and_a_decision_can_be_taken_back_on_its_day() -> None:
    assert [is_over(NOON, None, NOON + timedelta(seconds=late)) for late in (-1, 0, 1)] == [False, True, True]
    assert is_over(NOON + timedelta(days=9), NOON, NOON)
    day = date(2026, 12, 2)
    assert [may_take_back(day, day + timedelta(days=late)) for late in (-1, 0, 1)] == [True, True, False]

"""What is news, what is kept quietly, and what is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from outreach.signals.noise import News, news, was_long_ago
from outreach.signals.sentences import Change, Passage

LAST = date(2026, 8, 20)
PAGE = Passage(
    "the 2026 Rural Care Award went to Inés Okafor-Lindqvist", "example.org", "News", "https://example.org/a"
)
AWARD = Change("new", "award", "Rural Care Award (2026)", dated="2026-10-01", passage=PAGE)
NEW_POST = Change(
    "new", "role", "Chief Nursing Officer, Harrow Lake (since Sep 2026)", value="Chief Nursing Officer",
    organization="Harrow Lake", starts="2026-09", dated="2026-09",
)  # fmt: skip
OLD_POST = Change("gone", "role", "Director of Nursing, Saint Brendan (since 2021)")


def told(*changes: Change, **before: list[str]) -> list[News]:
    return news(changes, {label.replace("_", " "): words for label, words in before.items()}, LAST)


def test_something_new_is_told():
    assert told(AWARD) == [News(AWARD)]


@pytest.mark.parametrize("before", ["rural care award", "The Rural Care Award (2025)", "Rural Care Award"])
def test_other_spelling_of_what_was_said_is_none(before: str):
    assert told(AWARD, Award=[before]) == []


@pytest.mark.parametrize("predicate", ["name", "identifier", "licensed_state", "topic", "feed", "revenue", "location"])
def test_what_registers_list_is_none(predicate: str):
    assert told(replace(AWARD, predicate=predicate)) == []


def test_an_older_fact_found_late_is_quiet():
    assert told(replace(AWARD, dated="2025-07")) == [News(replace(AWARD, dated="2025-07"), is_quiet=True)]
    assert [one.is_quiet for one in told(replace(AWARD, dated="2025-09"))] == [False]
    assert was_long_ago("2024", date(2026, 1, 2))
    assert not was_long_ago("", date(2026, 1, 2))


def test_the_first_answer_of_a_source_is_news_only_where_it_is_fresh():
    assert told(replace(AWARD, is_first_answer=True, dated="2026-03")) == []
    assert told(replace(AWARD, is_first_answer=True, dated="")) == []
    assert len(told(replace(AWARD, is_first_answer=True))) == 1


def test_a_fact_told_in_other_words_is_none_unless_a_figure_changed():
    one = replace(AWARD, how="changed", predicate="program", before="Short-Stay Unit: 24 beds")
    assert told(replace(one, words="The Short-Stay Unit with 24 beds")) == []
    assert len(told(replace(one, words="Short-Stay Unit: 31 beds"))) == 1


def test_a_move_is_one_change_with_the_post_before():
    found = told(NEW_POST, OLD_POST, Post=["Director of Nursing, Saint Brendan (since 2021)"])
    assert [one.change.before for one in found] == ["Director of Nursing, Saint Brendan (since 2021)"]


def test_a_move_that_is_told_as_an_earlier_post_is_one_change_too():
    ended = replace(
        NEW_POST, predicate="former_role", words="Director of Nursing, Saint Brendan (until 2026)", ends="2026"
    )
    found = told(NEW_POST, ended, Post=["Director of Nursing, Saint Brendan (since 2021)"])
    assert [(one.change.predicate, one.change.before) for one in found] == [("role", ended.words)]


def test_a_biography_told_further_back_is_none():
    ended = replace(NEW_POST, predicate="former_role", words="Staff nurse, Larkspur (until 1998)", ends="1998")
    assert told(ended, Post=["Chief Nursing Officer, Harrow Lake"]) == []


def test_a_post_that_is_said_no_more_is_told_only_from_a_page_that_was_read():
    assert len(told(OLD_POST)) == 1
    assert told(replace(OLD_POST, is_known_page=False)) == []
    assert told(replace(AWARD, how="gone")) == []


def test_several_changes_of_one_passage_are_one():
    talk = replace(AWARD, predicate="talk", words="Talk at the Rural Care evening")
    part = replace(talk, passage=replace(PAGE, quote="the 2026 Rural Care Award went to"))
    assert [one.change.predicate for one in told(part, AWARD, talk)] == ["award"]
    elsewhere = replace(talk, passage=replace(PAGE, url="https://example.org/b"))
    assert len(told(AWARD, elsewhere)) == 2

"""What comes first, how it is summed up, and to which day something is put off."""

from __future__ import annotations

from datetime import date

import pytest

from outreach.dossiers import readiness_rules
from outreach.dossiers.readiness_rules import Close, Seen, Ways
from outreach.today import rules
from outreach.today.rules import BadDay, Task, day_chosen, in_order, next_monday, summary

FRIDAY = date(2026, 11, 20)


def task(kind, minutes, key=""):
    return Task(key or f"{kind}:{minutes}", kind, "Do it", "Because.", "Do", "/", minutes)


def test_what_others_wait_on_comes_first_then_the_short_ones():
    given = [task("program", 10), task("role", 2), task("failed", 3), task("question", 8), task("standstill", 1)]
    assert [one.kind for one in in_order(given)] == ["standstill", "question", "failed", "role", "program"]


def test_equals_stay_as_they_were_given():
    given = [task("role", 2, "a"), task("role", 2, "b")]
    assert [one.key for one in in_order(given)] == ["a", "b"]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        ([], "Nothing waits for you."),
        ([1], "One thing, about 1 minute."),
        ([10, 25], "Two things, about 35 minutes."),
    ],
)
def test_the_sum_is_said_in_words(minutes, words):
    assert summary([task("role", one) for one in minutes]) == words


@pytest.mark.parametrize(
    ("word", "typed", "day"),
    [
        ("tomorrow", "", date(2026, 11, 21)),
        ("monday", "nonsense", date(2026, 11, 23)),
        ("day", " 2026-12-24 ", date(2026, 12, 24)),
        ("", "2027-11-21", date(2027, 11, 21)),
    ],
)
def test_a_day_is_chosen_by_a_word_or_typed(word, typed, day):
    assert day_chosen(word, typed, FRIDAY) == day


@pytest.mark.parametrize("typed", ["", "soon", "2026-11-20", "2027-11-22", "2026-13-01", "\x00"])
def test_a_day_that_cannot_be_is_refused(typed):
    with pytest.raises(BadDay):
        day_chosen("day", typed, FRIDAY)


def test_the_next_monday_is_never_today():
    assert next_monday(date(2026, 11, 23)) == date(2026, 11, 30)


def test_on_a_sunday_the_next_monday_is_not_tomorrow_which_has_a_button_of_its_own():
    assert next_monday(date(2026, 11, 22)) == date(2026, 11, 30)
    assert next_monday(date(2026, 11, 21)) == date(2026, 11, 23)


def test_every_check_of_readiness_has_its_minutes():
    close = Close("Do it", "/")
    seen = Seen(role=None, program=None, program_sources=0, quotation=None, organization=None, reason="", unsettled=1)
    ways = Ways(*[close] * 7)
    assert {item.key for item in readiness_rules.check(seen, ways, FRIDAY)} <= rules.MINUTES.keys()


def test_ideas_stand_beside_what_is_to_do():
    given = [task("give", 5), task("promise", 10)]
    assert [one.kind for one in rules.to_do(given)] == ["promise"]
    assert [one.kind for one in rules.ideas(given)] == ["give"]

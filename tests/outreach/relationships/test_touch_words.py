"""What happened, in words."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from outreach.relationships import touch_words

TODAY = date(2026, 11, 20)


def told(**named: str) -> SimpleNamespace:
    first = {"kind": "met", "what": "", "give_kind": "", "ask_kind": "", "answer": "", "source": "hand"}
    return SimpleNamespace(**{**first, **named})


@pytest.mark.parametrize(
    ("touch", "words"),
    [
        (told(), "Met or spoke"),
        (told(what="Talked about\nbeds"), "Talked about beds"),
        (told(kind="gave", give_kind="benchmark"), "A benchmark or figures"),
        (told(kind="asked", ask_kind="interview", what="20 minutes"), "An interview: 20 minutes"),
        (told(kind="answered", answer="no"), "No"),
        (told(kind="wrote", source="letter", what="A question"), "Sent “A question”"),
    ],
)
def test_an_entry_has_one_line(touch, words):
    assert touch_words.headline(touch) == words


def test_a_long_text_is_cut_at_a_word_and_one_without_words_anywhere():
    assert touch_words.short("word " * 100) == "word " * 24 + "…"
    assert touch_words.short("x" * 1_000_000) == "x" * 120 + " …"


@pytest.mark.parametrize(
    ("days", "words"),
    [(-1, "today"), (0, "today"), (1, "1 day"), (27, "27 days"), (28, "4 weeks"), (60, "2 months"), (193, "6 months"),
     (730, "2 years")],
)  # fmt: skip
def test_how_long_ago_is_told_in_one_unit(days, words):
    assert touch_words.since(TODAY - timedelta(days=days), TODAY) == words


def test_beside_how_long_ago_stands_the_day():
    assert touch_words.on(TODAY, TODAY) == "Fri, Nov 20, today"
    assert touch_words.on(date(2026, 5, 11), TODAY) == "Mon, May 11, 6 months ago"


@pytest.mark.parametrize(("count", "words"), [(0, "never"), (1, "once"), (2, "twice"), (3, "three times"),
                                              (14, "14 times")])  # fmt: skip
def test_how_often_is_told_in_words(count, words):
    assert touch_words.times(count) == words


def test_dots_are_at_most_five_and_the_open_ones_are_hollow():
    assert touch_words.dots(2, 1) == "●●○"
    assert touch_words.dots(400) == "●●●●●"
    assert touch_words.dots(400, 2) == "●●●○○"
    assert touch_words.dots(0) == ""

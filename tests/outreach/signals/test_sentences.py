"""A change in one sentence: what the fact says, and no more."""

from __future__ import annotations

from outreach.signals.models import SIGNAL_KINDS
from outreach.signals.sentences import KIND_OF, RANK, Change, sentence_of
from outreach.signals.trouble import Trouble
from research.vocabulary import PREDICATES

INES = "Inés Okafor-Lindqvist"
HOUSE = "Harrow Lake"


def said(how: str, predicate: str, words: str, **more) -> str:
    return sentence_of(Change(how, predicate, words, **more), INES, HOUSE, more.pop("trouble", None))


def test_a_new_post_is_told_with_the_one_before():
    words = said(
        "new", "role", "Chief Nursing Officer, Harrow Lake (since May 2026)", value="Chief Nursing Officer",
        organization="Harrow Lake", starts="2026-05", before="Director of Nursing, Saint Brendan (since 2021)",
    )  # fmt: skip
    assert words == (
        "Inés Okafor-Lindqvist is Chief Nursing Officer at Harrow Lake since May 2026; "
        "before: Director of Nursing, Saint Brendan."
    )


def test_a_post_that_is_over_and_one_that_is_said_no_more():
    assert said("new", "former_role", "Director of Nursing, Saint Brendan (until May 2026)") == (
        "Inés Okafor-Lindqvist has left a post: Director of Nursing, Saint Brendan (until May 2026)."
    )
    assert said("gone", "role", "Director of Nursing, Saint Brendan") == (
        "The sources say no longer that Inés Okafor-Lindqvist is Director of Nursing, Saint Brendan."
    )


def test_news_trouble_and_figures_of_the_house():
    assert said("new", "news", "Harrow Lake opens a unit") == "Harrow Lake is in the news: Harrow Lake opens a unit."
    change = Change("new", "news", "Harrow Lake announces 120 layoffs")
    told = sentence_of(change, INES, HOUSE, Trouble("layoffs", is_sure=True))
    assert told == "News tells of layoffs at Harrow Lake: Harrow Lake announces 120 layoffs."
    assert said("new", "beds", "220", before="214") == "Harrow Lake, beds: 220 (before: 214)."


def test_own_words_keep_their_marks_and_a_megabyte_is_cut():
    assert said("new", "said", "“We let the nurses draw the plan.”").endswith(
        "is quoted: “We let the nurses draw the plan.”"
    )
    long = said("new", "publication", "word " * 200_000)
    assert len(long) < 500
    assert long.endswith("…")


def test_every_kind_has_its_words_and_its_rank():
    assert KIND_OF.keys() <= PREDICATES.keys()
    assert {*KIND_OF.values(), "trouble"} <= SIGNAL_KINDS.keys()
    assert set(RANK) == SIGNAL_KINDS.keys()
    for predicate in KIND_OF:
        assert said("new", predicate, "something").endswith(".")

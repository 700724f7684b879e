"""Which program to ask about, and why; passages, publishers, credits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.dossiers import program_rules
from outreach.dossiers.program_rules import Passage, ProgramSeen

TODAY = date(2026, 11, 20)
BEST = ProgramSeen(
    1, "Short-stay unit", "Boarding", "Boarding fell by 31%", "the first half of 2026", "2026-01", "2026-06",
    "Chaired the planning group", 2, 2,
)  # fmt: skip


def order(*programs: ProgramSeen) -> list[int]:
    return [one.id for one in program_rules.pick(programs, TODAY)]


def test_what_was_asked_about_comes_last():
    bare = ProgramSeen(2, "Huddle")
    assert order(replace(BEST, asked_about=True), bare) == [2, 1]


@pytest.mark.parametrize(
    "worse",
    [
        {"result": "It went well"},
        {"leader_part": ""},
        {"leader_part": "Led it"},
        {"publishers": 1},
        {"ends": "2019"},
        {"ends": "2027-01"},
        {"ends": ""},
        {"problem": " "},
        {"period": ""},
        {"credited": 0},
    ],
)
def test_each_sign_moves_a_program_up(worse):
    assert order(replace(BEST, id=2, **worse), BEST) == [1, 2]


def test_of_equals_the_latest_comes_first():
    assert order(replace(BEST, id=3, ends="2026-03"), BEST) == [1, 3]


def test_the_reasons_are_sentences_and_hold_no_score():
    (found,) = program_rules.pick([BEST], TODAY)
    assert found.reasons == (
        "Its result has a figure: “Boarding fell by 31%”",
        "It is recent, and finished: Jun 2026.",
        "The leader’s own part in it is clear.",
        "Two sources tell of it, each by itself.",
        "The problem it answered is known.",
        "It is known what the figure is true of: the first half of 2026.",
        "It is known who else had a part in it, and can be credited.",
        "You have not asked about it before.",
    )
    assert found.missing == ()
    assert found.is_ready


def test_what_is_missing_is_named():
    (found,) = program_rules.pick([ProgramSeen(1, "Huddle")], TODAY)
    assert found.missing == (
        "A result with a figure is missing.",
        "It is not known when it ended, or whether it has.",
        "What the leader did in it is missing.",
        "A source is missing.",
        "The problem is missing.",
    )
    assert not found.is_ready


@pytest.mark.parametrize(
    ("result", "has"),
    [
        ("Falls fell by 31%", True),
        ("Waits were halved", True),
        ("24 beds", True),
        ("It opened in 2024", False),
        ("By 2025 falls were down 12 a month", True),
        ("It went well", False),
        ("", False),
    ],
)
def test_a_figure_is_more_than_a_year(result, has):
    assert program_rules.has_figure(result) is has


@given(
    st.lists(st.builds(ProgramSeen, st.integers(1, 99), st.text(max_size=9), result=st.text(max_size=9)), max_size=9)
)
def test_every_program_is_listed_once_in_an_order_that_does_not_depend_on_theirs(programs):
    unique = list({one.id: one for one in programs}.values())
    assert sorted(order(*unique)) == sorted(one.id for one in unique)
    assert order(*unique) == order(*reversed(unique))


# --- sources --------------------------------------------------------------------------------------------------------

BUNDLES = frozenset({"given_pages"})


@pytest.mark.parametrize(
    ("said", "publisher"),
    [
        (("newsroom_feed", "a" * 64, "https://a.example/1"), "newsroom_feed"),
        (("given_pages", "a" * 64, "note:1"), "a" * 64),
        (("", "", "https://www.sentinel.example/x"), "sentinel.example"),
        (("", "", "https://[bad"), "https://[bad"),
    ],
)
def test_who_publishes_a_passage(said, publisher):
    assert program_rules.publisher_of(*said, BUNDLES) == publisher


PASSAGES = [Passage(1, "The unit opened."), Passage(2, "Boarding fell by 31% in the first six months of 2026.")]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("boarding  fell by 31%", 2),
        ("A drop of 31% by 2026", 2),
        ("A drop of 32%", None),
        ("It went well", None),
        ("", None),
    ],
)
def test_a_field_stands_in_a_source_by_its_words_or_all_its_figures(text, key):
    found = program_rules.passage_for(text, PASSAGES)
    assert (found.key if found else None) == key


@pytest.mark.timeout(60)
def test_fifty_thousand_digits_are_a_figure_and_stand_in_no_other_text():
    assert program_rules.has_figure("1" * 50_000)
    assert program_rules.has_figure("20" * 25_000)
    assert program_rules.passage_for("1," * 25_000, [Passage(1, "1." * 25_000)]) is None


# --- credits --------------------------------------------------------------------------------------------------------


def test_people_and_their_parts_are_read_a_line_each():
    text = "Tom Adébáyọ̀: built the budget\n\n  Nguyễn Thị Bảo Trâm \nTom Adébáyọ̀: again"
    assert program_rules.read_credits(text) == (("Tom Adébáyọ̀", "built the budget"), ("Nguyễn Thị Bảo Trâm", ""))


@pytest.mark.parametrize(
    ("text", "words"),
    [(": built it", "name"), ("x" * 201, "200"), ("\n".join(f"P{n}" for n in range(31)), "30")],
)
def test_credits_that_cannot_be_kept_are_refused_in_words(text, words):
    with pytest.raises(ValueError, match=words):
        program_rules.read_credits(text)


NAMES = st.text(st.characters(categories=["L"]), min_size=1, max_size=9)


@given(st.dictionaries(NAMES, NAMES, max_size=9))
def test_credits_can_be_written_and_read_again(credited):
    told = tuple(credited.items())
    assert program_rules.read_credits(program_rules.say_credits(told)) == told

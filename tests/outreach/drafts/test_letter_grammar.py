"""Clean words, lists, possessives, articles, names of houses and programs."""

from __future__ import annotations

import pytest

from outreach.drafts import letter_grammar as grammar


@pytest.mark.parametrize(
    ("value", "cleaned"),
    [
        ("  two \n lines ", "two lines"),
        ("falls {{ name }} and [[place]]", "falls name and place"),
        ("fell by 31% [4]", "fell by 31%"),
        ("on staffing , costs .", "on staffing, costs."),
        ("a\x00b\u202ec\u2028d", "a b c d"),
        (12, "12"),
        ("", ""),
    ],
)
def test_a_value_is_words_on_one_line_without_marks_and_braces(value: object, cleaned: str) -> None:
    assert grammar.clean(value) == cleaned


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("boarding fell", "Boarding fell."),
        ("eICU nurses answered", "eICU nurses answered."),
        ("It closed!", "It closed!"),
        ("“We asked.”", "“We asked.”"),
        ("It rose [2].", "It rose [2]."),
        ("and so,", "And so."),
        ("", ""),
    ],
)
def test_words_become_one_sentence(words: str, said: str) -> None:
    assert grammar.sentence(words) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Boarding fell by 31 percent.", "boarding fell by 31 percent"),
        ("Deaths from sepsis fell", "deaths from sepsis fell"),
        ("The Night Desk answered", "the Night Desk answered"),
        ("Patient Experience Journal", "Patient Experience Journal"),
        ("Quiet Hours", "Quiet Hours"),
        ("30-day readmissions fell", "30-day readmissions fell"),
        ("Acme Care Inc.", "Acme Care Inc."),
        ("", ""),
    ],
)
def test_only_ordinary_words_lose_their_capital_inside_a_sentence(words: str, said: str) -> None:
    assert grammar.clause(words) == said


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A, of B", "C", "D"], "A, of B; C and D"),
    ],
)
def test_lists(items: list[str], said: str) -> None:
    assert grammar.listed(items) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [("Ellis", "Ellis’s"), ("Oyelaran", "Oyelaran’s"), ("Harrow Lake Communications", "Harrow Lake Communications’")],
)
def test_whose(name: str, said: str) -> None:
    assert grammar.possessive(name) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("MHA", "an MHA"), ("PhD", "a PhD"), ("DNP", "a DNP"), ("university", "a university"), ("hour", "an hour"),
        ("honor", "an honor"), ("8-bed unit", "an 8-bed unit"), ("article", "an article"), ("European", "a European"),
        ("uninsured patient", "an uninsured patient"), ("RN", "an RN"), ("one-page note", "a one-page note"), ("", ""),
    ],
)  # fmt: skip
def test_a_and_an_by_sound(words: str, said: str) -> None:
    assert grammar.a(words) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("University of Northmere", "the University of Northmere"),
        ("Fairhaven Health", "Fairhaven Health"),
        ("The Elmwater Health System", "the Elmwater Health System"),
        ("Department of Invented Health", "the Department of Invented Health"),
        ("Lake Country Health Alliance", "the Lake Country Health Alliance"),
        ("American Society of Invented Nurses", "the American Society of Invented Nurses"),
        ("Mercy Hollow Hospital", "Mercy Hollow Hospital"),
        ("St. Alban's Hospital", "St. Alban's Hospital"),
        ("Mercy Health – Department of Quality", "Mercy Health – Department of Quality"),
        ("", ""),
    ],
)
def test_organizations_take_the_where_people_say_it(name: str, said: str) -> None:
    assert grammar.with_the(name) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Short-Stay Unit", "the Short-Stay Unit"),
        ("Quiet Hours", "Quiet Hours"),
        ("its new North Bend Clinic", "your new North Bend Clinic"),
        ("The Doors Open transfer center", "the Doors Open transfer center"),
        ("One Form", "One Form"),
        ("execution of a purchasing plan", "the execution of a purchasing plan"),
        ("Phase One of the Cancer Center", "Phase One of the Cancer Center"),
    ],
)
def test_programs_take_the_where_their_last_word_is_a_thing(name: str, said: str) -> None:
    assert grammar.program_name(name) == said


@pytest.mark.parametrize(("number", "said"), [(1, "one question"), (5, "five questions"), (20, "20 questions")])
def test_counts_are_words_below_ten(number: int, said: str) -> None:
    assert grammar.counted(number, "question") == said

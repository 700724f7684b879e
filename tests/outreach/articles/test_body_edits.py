"""Changed words in a Markdown text: what is read is what was wished, and marks and signs stay."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from outreach.articles import article_text
from outreach.articles.body_edits import Edit, edited, escape
from outreach.articles.placing import Span

BODY = (
    "## What changed\n\n"
    "Boarding fell by **31%** in six months.[1] They *argued* about keys.\n\n"
    "“Nobody had decided who could open the room,”[q1] says Inés.\n\n"
    "- Ask the [charge nurse](https://example.org/nurse) first.\n"
    "- Walk the unit.[2]\n"
)


def change(before: str, after: str, body: str = BODY) -> str:
    plain = article_text.plain(body)
    at = plain.index(before)
    done = edited(body, [Edit(Span(at, at + len(before)), after)])
    assert done.left_out == (), f"{before!r} could not become {after!r}"
    wished = plain.replace(before, after, 1)
    assert " ".join(article_text.plain(done.body).split()) == " ".join(wished.split())
    return done.body


def insert(behind: str, words: str, body: str = BODY) -> str:
    at = article_text.plain(body).index(behind) + len(behind)
    done = edited(body, [Edit(Span(at, at), words)])
    assert done.left_out == ()
    return done.body


def test_words_are_replaced_and_marks_and_signs_stay():
    for before, after, expected in (
        ("six months", "half a year", "by **31%** in half a year.[1] They"),
        ("31%", "about 31%", "**about 31%**"),
        ("argued", "talked", "They *talked* about"),
        ("argued about keys", "agreed", "They agreed."),
        ("charge nurse", "unit clerk", "[unit clerk](https://example.org/nurse)"),
        ("fell by 31% in six months. They", "rose by 4% in a year. She", "in a year.[1] She"),
        ("open the room", "open that room", "open that room,”[q1] says"),
        ("What changed", "What [3] became *new*", r"## What \[3\] became \*new\*"),
    ):
        assert expected in change(before, after), before


def test_words_are_left_out_with_what_belongs_to_them_alone():
    for before, expected, gone in (
        (" They argued about keys.", "six months.[1]\n\n“Nobody", "argued"),
        ("Boarding fell by 31% in six months. ", "## What changed\n\nThey *argued*", "[1]"),
        ("fell by 31% ", "Boarding in six months.[1]", "**"),
        ("“Nobody had decided who could open the room,” says Inés.", "keys.\n\n- Ask", "[q1]"),
        ("Walk the unit.", "first.", "[2]"),
        ("argued ", "They about", "*arg"),
    ):
        body = change(before, "")
        assert expected in body, before
        assert gone not in body, before


def test_words_are_put_in_before_a_mark_or_behind_it():
    assert "in six months or so.[1]" in insert("six months", " or so")
    assert "months.[1] It held. They" in insert("six months.", " It held.")
    assert "**31% or so** in" in insert("31%", " or so")
    assert "Walk the unit.[2] Twice." in insert("Walk the unit.", " Twice.")


def test_new_paragraphs_stand_by_themselves():
    body = insert("argued about keys.", "\nA new one.\n# not a heading")
    assert "about keys.\n\nA new one.\n\n\\# not a heading\n\n“Nobody" in body
    before = article_text.plain(BODY).index("Boarding")
    done = edited(BODY, [Edit(Span(before, before), "1. First of all.\n")])
    assert "## What changed\n\n1\\. First of all.\n\nBoarding" in done.body


def test_of_two_in_one_place_the_second_is_left_out():
    plain = article_text.plain(BODY)
    at = plain.index("six months")
    both = [Edit(Span(at, at + 10), "half a year"), Edit(Span(at + 4, at + 10), "weeks"), Edit(Span(at, at), "about ")]
    done = edited(BODY, both)
    assert done.left_out == (1,)
    assert "in about half a year.[1]" in done.body


def test_what_is_nowhere_is_left_out():
    assert edited("Words.", [Edit(Span(90, 95), "x")]).left_out == (0,)
    assert edited("", [Edit(Span(0, 0), "x")]).left_out == (0,)


def test_escaped_words_are_read_as_they_were_written():
    for words in ("[q1] said so", "*very* _odd_", "&amp; <b>", "a \\ b `c`", "# 4", "12. May", "- no", "[a](b)"):
        assert article_text.plain(escape(words, begins=True)) == words
        assert article_text.marks(escape(words)) == ()


@given(st.text("abc .,*_[]1q“”#-\n", max_size=40), st.text("ab *[]1q.\n#", max_size=12), st.data())
def test_what_is_put_in_is_read_to_the_letter_or_not_put_in(body: str, words: str, data: st.DataObject):
    plain = article_text.plain(body)
    starts = data.draw(st.integers(0, len(plain)))
    ends = data.draw(st.integers(starts, len(plain)))
    done = edited(body, [Edit(Span(starts, ends), words)])
    if done.left_out:
        assert done.body == body
    else:
        wished = plain[:starts] + words + plain[ends:]
        assert article_text.plain(done.body).split() == wished.split()

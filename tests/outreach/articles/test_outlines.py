"""Outlines composed of invented people: what goes where, what is missing, what may not be quoted, lengths."""

from __future__ import annotations

from dataclasses import replace

from outreach.articles import article_text
from outreach.articles.operations import NewFact
from outreach.articles.outline_files import read_folder, read_outline
from outreach.articles.outlines import Heard, Material, Told, as_text, compose, part_counts, quoted, spread

OUTLINE = read_outline(
    "golden",
    """---
name: Golden
kinds: article
use when: In tests.
---

## Deck
heading: no
words: 20-30
needs: the result | result | Nothing yet on the result. Ask.

## The problem
words: 80-100
needs: whose problem it was | problem | Nothing yet on whose problem it was. Ask.
needs: its size | figures | Nothing yet on its size. Look in the annual report.

## How it went
words: 100-150
needs: what was done | action | Nothing yet on what was done. Ask.
needs: who did it | people | Nobody is credited yet. Ask.
needs: their words | heard: agree, agreed, board | No exact words yet. Ask.
needs: what it cost | heard: cost, budget | Nothing yet on cost. Ask, or look in the annual report.

## About
words: 30-50
needs: who wrote it | writer | Say who wrote this.
needs: who read it | disclosure | Say who read it.
""",
)
TALK = "the talk on May 12, 2026"


def told(words: str, **named: int) -> Told:
    return Told(words, NewFact(words, **named))


def said(number: int, words: str, **named: object) -> Heard:
    values = {"is_exact": True, "speaker": "Inés Okafor-Lindqvist", "quoting": "yes", "told_in": TALK, "minute": 12}
    return Heard(number, words=words, **{**values, **named})


FULL = Material(
    title="Keys first",
    fields={
        "result": told("boarding fell by 31%, the first six months of 2026", program_id=1),
        "problem": told("Patients waited in the hallway for nine hours.", program_id=1),
        "action": told("six chairs were opened beside the emergency department", program_id=1),
    },
    people=(told("Tom Quill: ran the pilot", program_id=1),),
    figures=(told("1,204 patients boarded in 2025", fact_id=7),),
    heard=(
        said(21, "The board agreed after the third Sunday."),
        said(22, "The keys cost less than the coffee.", is_exact=False, minute=14),
        said(23, "It rained."),
    ),
    writer="Jordan Ellis wrote this: fellow, Northfield Health.",
    disclosure="The interviewee reviewed and approved this article before publication.",
)

GOLDEN = """Boarding fell by 31%, the first six months of 2026.[1]

## The problem

Patients waited in the hallway for nine hours.[2]

1,204 patients boarded in 2025.[3]

## How it went

Six chairs were opened beside the emergency department.[4]

Tom Quill: ran the pilot.[5]

“The board agreed after the third Sunday,”[q1] says Inés Okafor-Lindqvist.

The keys cost less than the coffee.[6]

## About

Jordan Ellis wrote this: fellow, Northfield Health.

The interviewee reviewed and approved this article before publication."""


def test_each_point_hangs_on_a_fact_or_on_exact_words():
    composed = compose(OUTLINE, FULL)
    assert composed.body == GOLDEN
    assert [one.note_id for one in composed.quotes] == [21]
    assert [(one.fact_id, one.program_id, one.note_id) for one in composed.facts] == [
        (None, 1, None), (None, 1, None), (7, None, None), (None, 1, None), (None, 1, None), (None, None, 22),
    ]  # fmt: skip
    assert composed.remarks == ()
    assert article_text.placeholders(composed.body) == ()
    for quotation in article_text.quotations(composed.body):
        assert article_text.is_traced(quotation.words, composed.quotes[0].words)


def test_what_nobody_told_yet_says_where_it_could_come_from():
    composed = compose(OUTLINE, Material("Keys first"))
    assert article_text.placeholders(composed.body) == (
        "Nothing yet on the result. Ask.",
        "Nothing yet on whose problem it was. Ask.",
        "Nothing yet on its size. Look in the annual report.",
        "Nothing yet on what was done. Ask.",
        "Nobody is credited yet. Ask.",
        "No exact words yet. Ask.",
        "Nothing yet on cost. Ask, or look in the annual report.",
        "Say who wrote this.",
        "Say who read it.",
    )
    assert (composed.quotes, composed.facts) == ((), ())


def test_words_of_who_does_not_want_to_be_quoted_are_never_put_in():
    for quoting, why in (("no", "they do not want to be quoted."), ("not_asked", "nobody has asked yet")):
        heard = tuple(replace(one, quoting=quoting) for one in FULL.heard)
        composed = compose(OUTLINE, replace(FULL, heard=heard))
        assert "third Sunday" not in composed.body
        assert "coffee" not in composed.body, "background is not quotable, also in other words"
        assert composed.quotes == ()
        gap = "Nothing yet on cost. Ask, or look in the annual report. It was spoken of in the talk on May 12, 2026, "
        assert f"[[{gap}and you may not quote that.]]" in composed.body
        assert composed.remarks[0].startswith(f"Nothing of {TALK} was put in: {why}")


def test_words_that_they_check_first_are_put_in_and_it_says_so():
    heard = tuple(replace(one, quoting="after_check") for one in FULL.heard)
    composed = compose(OUTLINE, replace(FULL, heard=heard))
    assert composed.body == GOLDEN
    assert composed.remarks == ("Inés Okafor-Lindqvist checks the words that are quoted before anybody reads them.",)


def test_signs_of_markdown_in_what_was_said_stay_signs():
    heard = (said(1, 'The board agreed: "*yes*" [3] <b>'),)
    composed = compose(OUTLINE, replace(FULL, heard=heard))
    assert "“The board agreed: ‘*yes*’ [3] <b>,”".replace("‘", "’") in article_text.plain(composed.body)
    assert as_text("1. first") == "1\\. first"
    assert as_text("# no heading") == "\\# no heading"
    assert article_text.plain(as_text("- a *b* _c_ [d](e) `f`")) == "- a *b* _c_ [d](e) `f`"


def test_a_quote_ends_as_the_sentence_around_it_needs():
    assert quoted("We waited.", 2, "Ana Quill") == "“We waited,”[q2] says Ana Quill."
    assert quoted("Who has the key?", 2, "Ana Quill") == "“Who has the key?”[q2] says Ana Quill."
    assert quoted("We waited...", 2, "") == "“We waited...”[q2]"


# --- lengths ----------------------------------------------------------------------------------------------------------


def test_the_venues_range_wins_and_is_spread_over_the_parts():
    for outline in read_folder()[0].values():
        for low, high in ((1000, 1200), (300, 300), (50, 60), (7, None), (None, 900), (None, 20)):
            fitted = spread(outline, low, high)
            assert all(1 <= part.shortest <= part.longest for part in fitted.parts)
            if low is not None and high is not None and low > 100:
                assert (fitted.shortest, fitted.longest) == (low, high)
    assert spread(OUTLINE, None, None) is OUTLINE


def test_words_are_counted_part_by_part():
    body = "One two.[1]\n\n## The problem\n\nThree four five. [[Nothing yet on its size.]]\n\n## Afterwards\n\nSix."
    counts = {one.name: one for one in part_counts(body, OUTLINE)}
    assert {name: one.words for name, one in counts.items()} == {
        "Deck": 2, "The problem": 3, "How it went": 0, "About": 0, "Afterwards": 1,
    }  # fmt: skip
    assert counts["The problem"].said == "3 words of 80 to 100"
    assert counts["The problem"].gaps == 1
    assert counts["Afterwards"].said == "1 word"
    assert part_counts("", None) == ()

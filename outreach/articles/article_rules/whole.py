"""The whole: its length, its steps, an honest difficulty, people beside the leader, who wrote it and who checked it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from outreach.articles.article_reading import Around, ArticleReading
from outreach.articles.article_rule import ArticleExample, ArticleHit, ArticleRule
from outreach.articles.article_text import Paragraph
from outreach.articles.versions import Marks, QuoteMeant
from outreach.asklint.types import Severity

LEAST_WORDS = 250
"""Of a text that is far enough for these rules: before it, they would only say what the writer knows."""

_LAST = 3
"""Paragraphs at the end in which the disclosure is looked for."""

_DISCLOSURE = re.compile(
    r"\b(?:reviewed|checked|approved|read|saw|confirmed|seen)\b.{0,60}\b(?:article|text|draft|quotations?|quotes?|facts"
    r"|accuracy|publication|it|version|words)\b"
    r"|\b(?:article|text|draft|quotations?|quotes?|facts)\b.{0,40}\b(?:was|were)"
    r" (?:reviewed|checked|approved|read|confirmed)\b|\bdid not (?:see|review|read)\b"
)
_DIFFICULTY = re.compile(
    r"\b(?:would (?:have|do|start|begin|not)|mistake|wrong|harder|hardest|difficult|failed|fails?|struggled"
    r"|did not work|didn['’]t work|underestimated|regret|too (?:late|early|soon|slow|many|few)|resist\w{0,5}|setback"
    r"|unresolved|still (?:open|missing)|cost (?:us|them|more)|lost|instead|differently)\b"
)


def _length(reading: ArticleReading) -> Iterator[ArticleHit]:
    least, most = reading.around.shortest_words, reading.around.longest_words
    if most is not None and reading.words > most:
        yield ArticleHit("", f"{reading.words:,} words; the venue takes {most:,} at most.")
    elif least is not None and LEAST_WORDS <= reading.words < least:
        yield ArticleHit("", f"{reading.words:,} words; the venue asks for {least:,} at least.")


def _disclosure(reading: ArticleReading) -> Iterator[ArticleHit]:
    if reading.words < LEAST_WORDS or not reading.marks.quotes:
        return
    if not discloses(reading.paragraphs):
        yield ArticleHit("")


def discloses(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a text says at its end who has seen it before publication."""
    return bool(_DISCLOSURE.search(" ".join(one.text for one in paragraphs[-_LAST:]).casefold()))


def _steps(reading: ArticleReading) -> Iterator[ArticleHit]:
    items = [one for one in reading.paragraphs if one.kind == "item"]
    if reading.words >= LEAST_WORDS and len(items) < 3:
        yield ArticleHit("")


def _difficulty(reading: ArticleReading) -> Iterator[ArticleHit]:
    if reading.words >= LEAST_WORDS and not _DIFFICULTY.search(reading.text.casefold()):
        yield ArticleHit("")


def _others(reading: ArticleReading) -> Iterator[ArticleHit]:
    speakers = {one.speaker for one in reading.marks.quotes if one.speaker}
    if reading.words >= LEAST_WORDS and speakers == {reading.around.leader}:
        credited = re.search(
            r"\b(?:team|nurses?|colleagues?|staff|crew|pharmacists?|managers?|committee)\b", reading.text
        )
        if credited is None:
            yield ArticleHit("")


_LONG = "They met at seven and wrote down who was not asked. " * 30
_ONE_SPEAKER = Marks((QuoteMeant(1, "Inés Okafor", "We wrote it down."),))

RULES = (
    ArticleRule(
        "venue-length",
        Severity.WARN,
        "The length does not fit the venue.",
        "Editors cut from the end, where the steps for the reader are.",
        "Product design, 5.7; the venue’s own rule.",
        _length,
        bad=(
            ArticleExample(_LONG, around=Around(longest_words=200)),
            ArticleExample(_LONG, around=Around(shortest_words=800)),
        ),
        good=(ArticleExample(_LONG, around=Around(200, 800)), ArticleExample("Short yet.", around=Around(800, 900))),
    ),
    ArticleRule(
        "disclosure",
        Severity.WARN,
        "Say at the end who has seen the text: “Dr. … reviewed this article for accuracy.”",
        "Readers ought to know that somebody quoted has seen the text, and what for.",
        "Product design, A9, O8.",
        _disclosure,
        bad=(ArticleExample(f"{_LONG}\n\nThe writer works at a clinic.", _ONE_SPEAKER),),
        good=(
            ArticleExample(f"{_LONG}\n\nInés Okafor reviewed this article for accuracy.", _ONE_SPEAKER),
            ArticleExample(f"{_LONG}\n\nThe quotations were checked with her.", _ONE_SPEAKER),
            ArticleExample(f"{_LONG}\n\nShe did not see it before publication.", _ONE_SPEAKER),
        ),
    ),
    ArticleRule(
        "steps",
        Severity.NOTE,
        "Give readers three to five steps as a list, each a verb.",
        "Venues ask for action steps, and readers for what to do on Monday.",
        "Product design, O7.",
        _steps,
        bad=(ArticleExample(_LONG),),
        good=(ArticleExample(f"{_LONG}\n\n- Ask who holds the key.\n- Walk the path.\n- Write it down."),),
    ),
    ArticleRule(
        "difficulty",
        Severity.NOTE,
        "What was hard, or would be done otherwise? Nothing in the text says so.",
        "A success without a difficulty is an advertisement.",
        "Product design, O6.",
        _difficulty,
        bad=(ArticleExample(_LONG),),
        good=(ArticleExample(f"{_LONG} The first plan was a mistake."),),
    ),
    ArticleRule(
        "others-credited",
        Severity.NOTE,
        "Who else did the work? Name the people beside the leader.",
        "Leaders who are worth writing about ask for this themselves.",
        "Product design, O11.",
        _others,
        bad=(ArticleExample(_LONG, _ONE_SPEAKER, Around(leader="Inés Okafor")),),
        good=(ArticleExample(f"{_LONG} The night crew wrote it.", _ONE_SPEAKER, Around(leader="Inés Okafor")),),
    ),
)

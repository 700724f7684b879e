"""Figures: each rests on a fact or on their own words, and says of which time it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.articles.article_reading import Around, ArticleReading, ArticleSentence
from outreach.articles.article_rule import ArticleExample, ArticleHit, ArticleRule
from outreach.articles.versions import FactMeant, Marks
from outreach.asklint.types import Severity

FIGURE = re.compile(
    r"(?<![\w$.,-])(?:\$\s?\d[\d.,]*(?:\s(?:thousand|million|billion))?"
    r"|\d[\d.,]*\s?(?:%|percent\b|percentage points?\b)"
    r"|\d{1,3}(?:,\d{3})+|\d+\.\d+|\d+\s(?:minutes?|hours?|days?|beds?|patients?|nurses?|hospitals?|clinics?|staff"
    r"|employees|visits|readmissions|deaths|cases|admissions|miles|counties|million|thousand|billion|points?)\b"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten)\s(?:in|out of)\s(?:three|four|five|ten|twenty|a hundred)\b"
    r"|(?:a|one|two)[- ](?:half|third|thirds|quarter|quarters|fifth|fifths|tenth)\b"
    r"|(?:halved|doubled|tripled|quadrupled)\b)",
    re.IGNORECASE,
)
"""What a reader takes for a measured number; a year, an ordinal and a small count of things are none."""

_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|fall|autumn|winter|quarter|q[1-4]|fiscal|fy\s?\d|year|years|month|months|week|weeks|days after"
    r"|today|now|currently|since|annual|annually|yearly|daily|weekly|monthly|per day|a day|before the|after the)\b"
)
_BEFORE_AFTER = re.compile(
    r"\bfrom\b.{1,60}\bto\b|\binstead of\b|\bcompared (?:with|to)\b|\bagainst\b|\b(?:up|down) from\b"
    r"|\bto\b.{1,30}\bfrom\b"
)
_CHANGE = re.compile(
    r"\b(?:fell|rose|dropped|declined|increased|decreased|grew|shrank|improved|reduced|lowered|raised|cut|climbed)\b"
)
_CAUSE = re.compile(
    r"\b(?:caused|because of (?:the|this|that|its)|led to|resulted in|thanks to (?:the|this|that)"
    r"|due to (?:the|this|that))\b"
)


def _unsourced(reading: ArticleReading) -> Iterator[ArticleHit]:
    for one in reading.sentences:
        if one.cites or one.in_quote > 0.9:
            continue
        for found in FIGURE.finditer(one.outside):
            yield ArticleHit(_as_written(one, found))


def _not_in_fact(reading: ArticleReading) -> Iterator[ArticleHit]:
    """A figure whose fact says another one."""
    for one in reading.sentences:
        facts = [reading.marks.fact(number) for number in one.cites]
        told = " ".join(fact.sentence for fact in facts if fact is not None)
        if not told:
            continue
        known = _digits(told)
        for found in FIGURE.finditer(one.outside):
            missing = [number for number in _numbers(found.group()) if number not in known]
            if missing:
                yield ArticleHit(_as_written(one, found), f"The fact behind it says: “{' '.join(told.split())[:300]}”")


def _citation_failed(reading: ArticleReading) -> Iterator[ArticleHit]:
    for one in reading.sentences:
        for number in one.cites:
            if reading.marks.fact(number) is None:
                yield ArticleHit(
                    f"[{number}]", "No fact of this article has this number. Put the fact in, or take it out."
                )
            elif reading.around.fact_trouble.get(number):
                yield ArticleHit(f"[{number}]", reading.around.fact_trouble[number])


def _without_period(reading: ArticleReading) -> Iterator[ArticleHit]:
    for one in reading.sentences:
        found = FIGURE.search(one.outside)
        if found is not None and not _TIME.search(one.lower):
            yield ArticleHit(_as_written(one, found))


def _one_value(reading: ArticleReading) -> Iterator[ArticleHit]:
    for one in reading.sentences:
        found = FIGURE.search(one.outside)
        if found is None or not _CHANGE.search(one.outside) or _BEFORE_AFTER.search(one.outside):
            continue
        if len(FIGURE.findall(one.outside)) < 2:
            yield ArticleHit(_as_written(one, found))


def _cause(reading: ArticleReading) -> Iterator[ArticleHit]:
    for one in reading.sentences:
        found = _CAUSE.search(one.outside)
        if found is None or not FIGURE.search(one.outside):
            continue
        facts = [reading.marks.fact(number) for number in one.cites]
        if not any(fact is not None and _CAUSE.search(fact.sentence.casefold()) for fact in facts):
            yield ArticleHit(one.text[found.start() : found.end()])


def _as_written(one: ArticleSentence, found: re.Match[str]) -> str:
    return one.text[found.start() : found.end()]


_NUMBER_WORDS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10",
}  # fmt: skip


def _numbers(text: str) -> list[str]:
    """The numbers in digits, without their separators: "1,200" and "1200" are one."""
    return [_plain(one) for one in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]


def _plain(number: str) -> str:
    bare = number.replace(",", "")
    return bare.rstrip("0").rstrip(".") if "." in bare else bare


def _digits(text: str) -> set[str]:
    spelled = {digit for word, digit in _NUMBER_WORDS.items() if re.search(rf"\b{word}\b", text.casefold())}
    return set(_numbers(text)) | spelled


_FELL = Marks(facts=(FactMeant(1, "Boarding fell from 42% to 31% between March and September 2026."),))
_CAUSED = Marks(facts=(FactMeant(1, "The change led to a 31% drop in 2026."),))

RULES = (
    ArticleRule(
        "figure-unsourced",
        Severity.BLOCK,
        "No fact stands behind this figure. Put the fact in behind the sentence, or leave the figure out.",
        "A figure without a source is the first thing that a reader, and the leader, will ask about.",
        "Product design, O2, O5: figures with period and source.",
        _unsourced,
        bad=(
            ArticleExample("Boarding fell by 31% in 2026."),
            ArticleExample("The unit saved $1.2 million in its first year."),
            ArticleExample("Waits were 94 minutes in May, and readmissions halved."),
            ArticleExample("One in five patients came back within a month."),
        ),
        good=(
            ArticleExample("Boarding fell from 42% to 31% between March and September 2026.[1]", _FELL),
            ArticleExample("“We cut boarding by 31% in a year,”[q1]"),
            ArticleExample("The unit opened in 2026, and two teams worked in it."),
            ArticleExample("Ask three people. Write down step 2."),
        ),
    ),
    ArticleRule(
        "figure-differs",
        Severity.BLOCK,
        "The fact behind this figure says another number.",
        "A figure that was changed by a slip of the pen is still wrong.",
        "Product design, O5; row 31.",
        _not_in_fact,
        bad=(
            ArticleExample("Boarding fell from 42% to 13% in 2026.[1]", _FELL),
            ArticleExample("It took 94 minutes in 2026.[1]", _FELL),
        ),
        good=(
            ArticleExample("Boarding fell from 42% to 31% in 2026.[1]", _FELL),
            ArticleExample("Boarding fell by a third in 2026.[1]", _FELL),
            ArticleExample(
                "They spent 1,200 hours in 2026.[1]", Marks(facts=(FactMeant(1, "They spent 1200 hours."),))
            ),
        ),
    ),
    ArticleRule(
        "citation",
        Severity.BLOCK,
        "The mark stands for no fact that holds.",
        "What a source no longer says cannot be printed with it.",
        "House rule: a fact has a source, or it is not shown as a fact.",
        _citation_failed,
        bad=(
            ArticleExample("It opened in May.[4]"),
            ArticleExample("It opened in May.[1]", _FELL, Around(fact_trouble={1: "This fact was withdrawn."})),
        ),
        good=(ArticleExample("It opened in May.[1]", _FELL),),
    ),
    ArticleRule(
        "figure-period",
        Severity.WARN,
        "Of which time is this? Say the months or the year.",
        "A figure without its time cannot be compared with anything.",
        "Product design, O2, O5.",
        _without_period,
        bad=(ArticleExample("Boarding fell from 42% to 31%.[1]", _FELL),),
        good=(ArticleExample("Boarding fell from 42% to 31% between March and September.[1]", _FELL),),
    ),
    ArticleRule(
        "figure-before-after",
        Severity.WARN,
        "From what to what? Give the value before and the value after.",
        "A drop by a third can be from three to two.",
        "Product design, O5: both values, the same measure.",
        _one_value,
        bad=(ArticleExample("Boarding fell by 31% in 2026.[1]", _FELL),),
        good=(ArticleExample("Boarding fell from 42% to 31% in 2026.[1]", _FELL),),
    ),
    ArticleRule(
        "cause",
        Severity.WARN,
        "Does the source say that this was the cause? If it does not, say what happened, and when.",
        "Two things at one time are not yet cause and effect.",
        "Product design, O5: “caused” only if the source says so.",
        _cause,
        bad=(ArticleExample("The huddle led to a 31% drop in 2026.[1]", _FELL),),
        good=(
            ArticleExample("The huddle led to a 31% drop in 2026.[1]", _CAUSED),
            ArticleExample("After the huddle began, boarding fell from 42% to 31% in 2026.[1]", _FELL),
        ),
    ),
)

"""Where somebody who is asked should look above all: their quotations, the figures, the names and titles. Pure.

Counted from what they are shown, so that none is missing (product.md, A3).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from outreach.articles import article_text
from outreach.articles.shown import Shown
from outreach.words import in_words

_FIGURE = re.compile(r"(?<![\w.,-])[$€£]?\d[\d,]{0,12}(?:\.\d{1,4})?(?:\s?%| percent\b| million\b| billion\b)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE = re.compile(r"(?<=[.?!”\"])\s")


@dataclass(frozen=True, slots=True)
class Places:
    """What they should look at: how many quotations of theirs, and each sentence that has a figure."""

    quotations: int
    figures: tuple[str, ...]
    names: tuple[str, ...]
    """Others whom the text quotes, in order."""


def places(shown: Shown, speakers: Sequence[str]) -> Places:
    """The places of what somebody is shown. speakers: whose words the text quotes."""
    sentences = [one for paragraph in shown.paragraphs for one in _SENTENCE.split(paragraph.text)]
    figures = [one.strip() for one in sentences if _has_figure(one)]
    return Places(len(shown.quotes), tuple(dict.fromkeys(figures)), tuple(dict.fromkeys(filter(None, speakers))))


def _has_figure(sentence: str) -> bool:
    """A number that is more than a year."""
    return any(not _YEAR.fullmatch(found.group()) for found in _FIGURE.finditer(sentence))


def in_letter(found: Places, whose: str) -> tuple[str, ...]:
    """The places as a letter lists them. whose: "your", or "Dr. Oyelaran’s" in a letter to somebody else."""
    said = []
    if found.quotations == 1:
        said.append(f"{whose} quotation")
    elif found.quotations:
        said.append(f"{whose} {in_words(found.quotations)} quotations")
    if found.figures:
        said.append("the figures with their periods" if len(found.figures) > 1 else "the figure with its period")
    return (*said, "the names and titles")


def quoted_speakers(body: str, speaker_of: dict[int, str]) -> tuple[str, ...]:
    """Whose words stand in a text, in order. speaker_of: number of a quote -> who said it."""
    numbers = (one.number for one in article_text.quotations(body) if one.number is not None)
    return tuple(dict.fromkeys(speaker_of[number] for number in numbers if number in speaker_of))

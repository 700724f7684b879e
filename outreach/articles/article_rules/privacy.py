"""Patients: no small counts, which together with a place and a month are somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.articles.article_reading import ArticleReading
from outreach.articles.article_rule import ArticleExample, ArticleHit, ArticleRule
from outreach.asklint.types import Severity

SMALLEST = 11
"""The smallest count of people that may be printed (CMS, cell size suppression policy)."""

_COUNT = re.compile(
    r"\b(?:only |just |the )?(?:one|two|three|four|five|six|seven|eight|nine|ten|[1-9]|10)"
    r" (?:of (?:the|our|its|their) )?(?:\w{3,20} ){0,1}"
    r"(?:patients?|deaths|residents? died|infants|newborns|mothers died|suicides|stillbirths|infections|falls with"
    r"|amputations|overdoses|cases of)\b"
    r"(?! (?:a|per|each|every|an) (?:day|night|week|hour|month|shift|bed|nurse|room|visit|1,?000|10,?000))"
    r"(?! (?:out of|in) (?:ten|10|100|five|four|three)\b)"
)


def _small(reading: ArticleReading) -> Iterator[ArticleHit]:
    for one in reading.sentences:
        for found in _COUNT.finditer(one.lower):
            yield ArticleHit(one.text[found.start() : found.end()])


RULES = (
    ArticleRule(
        "small-count",
        Severity.BLOCK,
        f"A count below {SMALLEST} can tell who it was. Give a share, a longer period, or “a few”.",
        "A small count with a place and a month is a person, also without a name.",
        "CMS cell size suppression policy: no count below 11; product design, row 31, A7.",
        _small,
        bad=(
            ArticleExample("Three patients came back in May."),
            ArticleExample("There were 4 deaths in the first month."),
            ArticleExample("“Two transplant patients waited all night,”[q1] she says."),
        ),
        good=(
            ArticleExample("They see six patients an hour, three patients per nurse."),
            ArticleExample("Three nurses and two managers met every day."),
            ArticleExample("Some 112 patients came in the first month."),
        ),
    ),
)

"""Tone: no superlative without a source, no praise of a product, nobody proud in print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.articles.article_reading import ArticleReading
from outreach.articles.article_rule import ArticleCheck, ArticleExample, ArticleHit, ArticleRule
from outreach.articles.versions import FactMeant, Marks
from outreach.asklint.types import Severity

_SUPERLATIVE = re.compile(
    r"\b(?:world[- ]class|best[- ]in[- ]class|cutting[- ]edge|state[- ]of[- ]the[- ]art|groundbreaking|ground-breaking"
    r"|revolutionary|unprecedented|unparalleled|unrivaled|game[- ]chang(?:er|ing)|second to none|visionary"
    r"|trailblaz\w{0,5}|best[- ]ever"
    r"|(?:the|its|their|our) (?:very )?(?:best|finest|greatest|largest|biggest|most \w{3,20}|leading|foremost"
    r"|fastest|only)\b(?! (?:way|part|time|thing|person|one|question|answer|half|of the (?:day|week|time)|to))"
    r"|(?:the )?first in the (?:nation|country|state|world|region)|nation's (?:first|leading|best)"
    r"|(?:is|are|was|were) (?:truly )?(?:amazing|incredible|outstanding|extraordinary|phenomenal|stunning))"
)
_PRODUCT = re.compile(
    r"[™®]|\b(?:powered by|award[- ]winning (?:platform|solution|software|product|vendor|company)"
    r"|(?:innovative|robust|seamless|turnkey|end-to-end|intelligent|leading|powerful)"
    r" (?:platform|solutions?|software|suite|tools?|vendor|product)|industry[- ]leading|market[- ]leading"
    r"|contact (?:us|the company) (?:to|for)|request a demo|learn more at|visit (?:www|our website))"
)
_PROUD = re.compile(
    r"\bwe(?: are|'re|’re) (?:very |so |deeply )?(?:proud|excited|thrilled|honored|delighted|pleased)\b"
)


def _without_source(reading: ArticleReading) -> Iterator[ArticleHit]:
    found = _SUPERLATIVE.search(reading.title.casefold())
    if found:
        yield ArticleHit(reading.title[found.start() : found.end()])
    for one in reading.sentences:
        for found in _SUPERLATIVE.finditer(one.outside):
            told = [reading.marks.fact(number) for number in one.cites]
            words = found.group()
            if not any(fact is not None and words in fact.sentence.casefold() for fact in told):
                yield ArticleHit(one.text[found.start() : found.end()])


def _finds(expression: re.Pattern[str]) -> ArticleCheck:
    def check(reading: ArticleReading) -> Iterator[ArticleHit]:
        for one in reading.sentences:
            for found in expression.finditer(one.outside):
                yield ArticleHit(one.text[found.start() : found.end()])

    return check


_RANKED = Marks(facts=(FactMeant(1, "In 2025 it was the largest clinic of the county by visits."),))

RULES = (
    ArticleRule(
        "superlative",
        Severity.WARN,
        "Who says so? Give the source behind the sentence, or say what it did.",
        "Praise in the writer’s voice makes readers doubt the rest.",
        "Product design, O1, O9; venues ask for text that does not promote.",
        _without_source,
        bad=(
            ArticleExample("It is a world-class unit."),
            ArticleExample("They built the best program in the region."),
            ArticleExample("It was the first in the nation."),
            ArticleExample("They met every day.", title="A groundbreaking unit"),
        ),
        good=(
            ArticleExample("In 2025 it was the largest clinic of the county by visits.[1]", _RANKED),
            ArticleExample("“It was the best year of my life,”[q1] she says."),
            ArticleExample("The best way to begin is a walk. The only question was who held the key."),
            ArticleExample("The first week was hard."),
        ),
    ),
    ArticleRule(
        "vendor-praise",
        Severity.BLOCK,
        "This promotes a product or a company. Say what was used, if readers need it, and nothing more.",
        "Every venue turns a promotional text down, and the leader’s name would stand in it.",
        "Product design, O9; the venues’ rules on promotion.",
        _finds(_PRODUCT),
        bad=(
            ArticleExample("The huddle is powered by FlowBoard."),
            ArticleExample("They bought an award-winning platform."),
            ArticleExample("FlowBoard™ shows the beds. Request a demo."),
        ),
        good=(
            ArticleExample("They wrote the beds on a board, later in a spreadsheet."),
            ArticleExample("The software of the old system stayed."),
        ),
    ),
    ArticleRule(
        "proud",
        Severity.WARN,
        "Say what was done; readers decide what to make of it.",
        "An article that is proud reads like an announcement.",
        "Product design, O9: no “we are proud”.",
        _finds(_PROUD),
        bad=(ArticleExample("We are proud of this result."), ArticleExample("We’re thrilled to report it.")),
        good=(ArticleExample("“We are proud of the night crew,”[q1] she says."), ArticleExample("They wrote it down.")),
    ),
)

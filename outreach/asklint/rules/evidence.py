"""What is said of the leader and the place rests on confirmed facts, and on none that is contested or not public."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from outreach.asklint.grounding import contested_places, ungrounded, unreleased_places
from outreach.asklint.grounding.examples import BAD, DELACROIX, GOOD, OKAFOR, VILLASENOR
from outreach.asklint.reading import Reading
from outreach.asklint.types import Circumstances, Example, Hit, Rule, Severity

_SOURCE = "product rules R4, R14 and R15: names, titles and figures as recorded, each fact confirmed"
_MESSAGES = {
    "figure": "No confirmed fact carries this figure. Correct it, confirm a source that states it, or leave it out.",
    "date": "No confirmed fact carries this date. Correct it, confirm a source that states it, or leave it out.",
    "name": "No confirmed fact holds this name. Check the spelling, confirm a source, or leave it out.",
    "title": "This is not a title or profession that is confirmed of them. Write it as recorded, or leave it out.",
    "award": "No award is confirmed. Confirm a source that names it, or leave the word out.",
}


def _ungrounded(reading: Reading) -> Iterator[Hit]:
    return (Hit(claim.start, claim.end, _MESSAGES[claim.kind]) for claim in ungrounded(reading))


def _contested(reading: Reading) -> Iterator[Hit]:
    return (Hit(span.start, span.end) for span in contested_places(reading))


def _unreleased(reading: Reading) -> Iterator[Hit]:
    return (Hit(span.start, span.end) for span in unreleased_places(reading))


_DISPUTED = replace(
    VILLASENOR,
    contested=("Home by Noon shortened the stay by 0.8 days.", "Patients and families praised the discharge lounge."),
)

_SECRET = Circumstances(
    unreleased=(
        "Falls at Bayou Crossing rose by 7% in the first quarter.",
        "The merger closes with 310 layoffs.",
        "Night staffing costs fell by 31% in the spring of 2026.",
    )
)

RULES = (
    Rule(
        id="ungrounded",
        severity=Severity.BLOCK,
        message="No confirmed fact carries this. Correct it, confirm a source, or leave it out.",
        why="A wrong figure or an invented award in a first letter ends the conversation: the reader knows better.",
        source=_SOURCE,
        check=_ungrounded,
        bad=tuple(Example(text, known=known) for known, text, _ in BAD),
        good=tuple(Example(text, known=known) for known, text in GOOD),
    ),
    Rule(
        id="contested-fact",
        severity=Severity.BLOCK,
        message="Sources disagree about this. Ask, or write about something that is settled.",
        why="What two sources tell differently is wrong in one of them, and the reader knows in which.",
        source=_SOURCE,
        check=_contested,
        bad=(
            Example("Home by Noon shortened the stay by 0.8 days.", known=_DISPUTED),
            Example("I read that your patients' stay became 0.8 days shorter.", known=_DISPUTED),
            Example("A stay shortened by almost a day, about 0.8 days, is what I would write about.", known=_DISPUTED),
            Example("How did the stay come down by 0.8 days?", known=_DISPUTED),
            Example("Families and patients praised your discharge lounge, which I would like to see.", known=_DISPUTED),
            Example("Your discharge lounge was praised by patients and by families.", known=_DISPUTED),
        ),
        good=(
            Example("Home by Noon raised discharges before noon from 9% to 31%.", known=_DISPUTED),
            Example("Nurse turnover fell by 26%, and patients left earlier.", known=_DISPUTED),
            Example("May I interview you for 20 minutes on a day in May?", known=_DISPUTED),
            Example("Home by Noon shortened the stay by 0.8 days.", known=VILLASENOR),
            Example("I would like to know what families said to Home by Noon.", known=_DISPUTED),
            Example("At our clinic patients praised the new beds.", known=_DISPUTED),
        ),
    ),
    Rule(
        id="unreleased-figure",
        severity=Severity.BLOCK,
        message="This figure is not public yet. Leave it out, or wait until it is released.",
        why="A figure that was shared in confidence and turns up in a letter costs the one who shared it.",
        source="product rule A7: unreleased figures are checked before anything leaves",
        check=_unreleased,
        bad=(
            Example("Falls at Bayou Crossing rose by 7% in the first quarter.", known=DELACROIX, circumstances=_SECRET),
            Example("I hear that falls went up seven percent this spring.", known=DELACROIX, circumstances=_SECRET),
            Example("How do you plan for 310 layoffs?", known=DELACROIX, circumstances=_SECRET),
            Example("The merger with more than 300 layoffs must weigh on you.", known=DELACROIX, circumstances=_SECRET),
            Example("Falls rose by about 7% again.", known=DELACROIX, circumstances=_SECRET),
            Example("Our own falls rose too, by 7%.", known=DELACROIX, circumstances=_SECRET),
            Example("I hear that it was 31 percent.", circumstances=_SECRET),
            Example("A drop of thirty-one percent is worth an article.", circumstances=_SECRET),
            Example("The board will see 31% next week.", circumstances=_SECRET),
        ),
        good=(
            Example("Safe Steps reduced falls by 42% on twelve units in 2023.", known=DELACROIX, circumstances=_SECRET),
            Example("May I send you seven questions?", known=DELACROIX, circumstances=_SECRET),
            Example("Are you free on May 7?", known=DELACROIX, circumstances=_SECRET),
            Example("Falls at Bayou Crossing interest our readers.", known=DELACROIX, circumstances=_SECRET),
            Example("The wait dropped from 74 to 29 minutes.", known=DELACROIX, circumstances=_SECRET),
            Example("First Light cut sepsis mortality from 18% to 11%.", known=OKAFOR),
            Example("Night staffing costs fell.", circumstances=_SECRET),
            Example("In 2026 you opened two units.", circumstances=_SECRET),
        ),
    ),
)

"""No job talk: a message asks for an interview or gives something, never for a post, a referral or a career favor."""

from __future__ import annotations

from collections.abc import Iterator

from outreach.asklint.career.judgment import judge
from outreach.asklint.reading import Reading
from outreach.asklint.rules._job_talk_bad import BAD
from outreach.asklint.rules._job_talk_good import GOOD
from outreach.asklint.types import Hit, Rule, Severity

_INSTEAD = (
    "Leave it out and ask for one thing: a short interview about the program. "
    "Help with a career may come later, when the leader offers it."
)


def _find(reading: Reading) -> Iterator[Hit]:
    for ask in judge().asks(reading):
        yield Hit(ask.start, ask.end, f"This reads as asking for {ask.gain}. {_INSTEAD}")


RULES = (
    Rule(
        id="job-ask",
        severity=Severity.BLOCK,
        message=f"This reads as asking for something for your own career. {_INSTEAD}",
        why="Leaders resent being used by people who seek something from them. An interview that turns into a job talk "
        "ends the relationship before it stands; help comes later, when it is offered.",
        source="Dan Nielsen, 6 Steps for Establishing Productive Relationships with Healthcare Leaders, step 2: "
        "do not turn the interview into a job interview; do not even mention a job unless you are asked.",
        check=_find,
        bad=BAD,
        good=GOOD,
    ),
)

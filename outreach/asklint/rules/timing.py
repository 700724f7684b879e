"""When: the day asked for, the hour it leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from outreach.asklint import asking
from outreach.asklint.checks import compiled_phrase
from outreach.asklint.reading import Reading, Sentence
from outreach.asklint.types import Circumstances, Example, Hit, Kind, Rule, Severity

LEAST_NOTICE = timedelta(weeks=3)
"""Diaries of leaders are full for weeks; product design, R11."""
_FIRST_HOUR, _LAST_HOUR = 8, 11
_GOOD_DAYS = (1, 2, 3)
_FRIDAY, _FRIDAY_UNTIL = 4, 11
_SATURDAY = 5

_REQUESTS = frozenset({Kind.INTERVIEW_REQUEST, Kind.ASSISTANT_REQUEST, Kind.LINKEDIN_NOTE})
_MONTHS = "january february march april may june july august september october november december".split()
_DAY = re.compile(
    r"\b(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
    r"\.? (\d{1,2})(?:st|nd|rd|th)?\b(?:, (\d{4}))?"
)
_SOON = compiled_phrase(
    r"\b(?:today|tonight|tomorrow|this (?:week|afternoon|morning|evening|weekend|friday|thursday|wednesday)"
    r"|later this week|next few days|coming days|next (?:week|couple of days)|right away|in the next (?:two|2"
    r"|three|3|few|couple of) days|(?:on|by|before) (?:monday|tuesday|wednesday|thursday|friday))\b"
)


def _deadline(reading: Reading) -> Iterator[Hit]:
    for sentence in asking.requests(reading):
        match = _SOON.search(sentence.lower)
        if match:
            yield Hit(sentence.start + match.start(), sentence.start + match.end())
            continue
        yield from _too_near(reading, sentence)


def _too_near(reading: Reading, sentence: Sentence) -> Iterator[Hit]:
    """The first date that is asked for, if it is less than three weeks away; only where today is known."""
    today = reading.circumstances.today
    if today is None:
        return
    for match in _DAY.finditer(sentence.text):
        asked = _date_of(match, today)
        if asked and today <= asked < today + LEAST_NOTICE:
            days = (asked - today).days
            said = f"{days} days from now. Begin the window three weeks from now or later, or say that later is fine."
            yield Hit(sentence.start + match.start(), sentence.start + match.end(), said)
        return


def _date_of(match: re.Match[str], today: date) -> date | None:
    month = next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(match[1].lower()[:3]))
    year = int(match[3]) if match[3] else today.year
    try:
        found = date(year, month, int(match[2]))
    except ValueError:
        return None
    return (
        found
        if match[3] or found >= today - timedelta(days=60)
        else found.replace(year=year + 1, day=min(found.day, 28))
    )


def _send_time(reading: Reading) -> Iterator[Hit]:
    """On the greeting, since it is the letter as a whole that leaves at a bad hour."""
    leaves = reading.circumstances.leaves_at
    if leaves is None or not reading.text.strip():
        return
    reason = ""
    if leaves.date() in reading.circumstances.holidays:
        reason = "on a holiday"
    elif leaves.weekday() >= _SATURDAY:
        reason = "on a weekend"
    elif leaves.weekday() not in _GOOD_DAYS and not (leaves.weekday() == _FRIDAY and leaves.hour < _FRIDAY_UNTIL):
        reason = leaves.strftime("on a %A")
    elif not _FIRST_HOUR <= leaves.hour < _LAST_HOUR:
        reason = f"at {leaves.hour}:{leaves.minute:02d} by their clock"
    if reason:
        span = reading.parts.greeting or reading.parts.body
        said = f"It would leave {reason}. Send it Tuesday to Thursday between 8 and 11 in their time zone."
        yield Hit(span.start, span.end, said)


_TODAY = date(2027, 4, 5)
_KNOWN = Circumstances(today=_TODAY)


def _dated(text: str) -> Example:
    return Example(text, circumstances=_KNOWN)


def _leaving(*when: int) -> Example:
    from datetime import datetime

    at = datetime(*when)  # type: ignore[arg-type]  # noqa: DTZ001 (the reader's own zone, which the rule is told)
    known = Circumstances(leaves_at=at, holidays=(date(2027, 7, 5), date(2027, 11, 25)))
    return Example("Dear Dr. Aaltonen,\n\nMay I interview you?", circumstances=known)


RULES = (
    Rule(
        "deadline",
        Severity.WARN,
        "Too soon. Ask for a window of two weeks or more that begins at least three weeks from now.",
        "A leader's diary is full for weeks; a near date can only be refused.",
        "Product design, R11; an executive assistant's advice to ask two months ahead.",
        _deadline,
        bad=(
            "Could we talk this week?",
            "May I call you tomorrow for 20 minutes?",
            "Would you have 15 minutes on Friday?",
            _dated("May I interview you for 20 minutes on April 12?"),
            _dated("Could you kindly spare time between April 8 and April 20?"),
            "can we hop on the phone later this week",
            "Please let me know if you are available in the coming days.",
        ),
        good=(
            "May I interview you for 20 minutes between May 4 and May 22?",
            _dated("May I interview you for 20 minutes between May 4 and May 22?"),
            _dated("Could we speak in the week of June 7?"),
            "Transfers are accepted today within minutes.",
            "This week the chapter printed the first part.",
            _dated("I read your talk of March 9. May I interview you in June?"),
        ),
        kinds=_REQUESTS,
    ),
    Rule(
        "send-time",
        Severity.NOTE,
        "A poor hour. Send it Tuesday to Thursday between 8 and 11 in their time zone.",
        "What arrives at night or on a holiday lies under everything that came after.",
        "Product design, R13: 75togo on mornings from Tuesday to Friday.",
        _send_time,
        bad=(
            _leaving(2027, 4, 4, 9, 0),
            _leaving(2027, 4, 5, 9, 0),
            _leaving(2027, 4, 6, 22, 40),
            _leaving(2027, 4, 9, 15, 0),
            _leaving(2027, 11, 25, 9, 0),
            _leaving(2027, 4, 7, 6, 30),
        ),
        good=(
            _leaving(2027, 4, 6, 8, 0),
            _leaving(2027, 4, 7, 10, 59),
            _leaving(2027, 4, 8, 9, 30),
            _leaving(2027, 4, 9, 8, 30),
            "May I interview you?",
            _leaving(2027, 11, 24, 9, 0),
        ),
    ),
)  # fmt: skip

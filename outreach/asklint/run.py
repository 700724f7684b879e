"""Runs the rules over a message."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from outreach.asklint.reading import Reading
from outreach.asklint.registry import all_rules
from outreach.asklint.types import Finding, Kind, Known, Message, Rule


def check(message: Message, off: Collection[str] = ()) -> tuple[Finding, ...]:
    """What the rules find, in order of place; `off` are ids of rules to leave out."""
    reading = Reading(message)
    rules = [rule for rule in all_rules().values() if rule.id not in off]
    found = {finding for rule in rules for finding in findings_of(rule, reading)}
    return tuple(sorted(found, key=lambda f: (f.start, f.end, f.rule, f.message)))


def findings_of(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """What one rule finds in a message that has been read."""
    if rule.kinds and reading.kind not in rule.kinds:
        return
    for hit in rule.check(reading):
        severity = hit.severity or rule.severity
        yield Finding(
            rule.id, severity, hit.start, hit.end, reading.text[hit.start : hit.end], hit.message or rule.message
        )


def prepare() -> int:
    """Loads and compiles all that a first check would else wait for, by checking a letter; how many rules there are."""
    check(_LETTER)
    return len(all_rules())


_LETTER = Message(
    Kind.INTERVIEW_REQUEST,
    (
        "Subject: Interview request: night rounds\n\nDear Ms. Roe,\n\nI am writing an article for nurse managers. I "
        "read that your night rounds lowered falls by 12% in 2024.\n\nMay I interview you for 20 minutes in June? You "
        "will see the draft.\n\nSincerely,\nJo Park"
    ),
    Known("Ann Roe", title="President", organization="Elm Hospital", facts=("Night rounds lowered falls by 12%.",)),
)
"""What a first letter is like: a greeting, a claim, an ask, a signature."""

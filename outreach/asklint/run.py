"""Runs the rules over a message."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from outreach.asklint.reading import Reading
from outreach.asklint.registry import all_rules
from outreach.asklint.types import Finding, Message, Rule


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

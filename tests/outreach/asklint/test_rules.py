"""Every rule by its own examples: each bad text is found, each good one is left alone."""

from __future__ import annotations

import pytest

from outreach.asklint.reading import Reading
from outreach.asklint.registry import all_rules
from outreach.asklint.run import findings_of
from outreach.asklint.types import Example, Kind, Message, Rule


def message_of(rule: Rule, example: str | Example) -> Message:
    """The example as a message, of the first kind that the rule is about."""
    if isinstance(example, Example):
        return Message(example.kind, example.text, example.known, example.circumstances)
    kind = min(rule.kinds, default=Kind.INTERVIEW_REQUEST)
    return Message(kind if Kind.INTERVIEW_REQUEST not in rule.kinds else Kind.INTERVIEW_REQUEST, example)


def misread(rule: Rule, example: str | Example) -> bool:
    """Whether a bad example is not found, or found at a place that holds other words than it says."""
    message = message_of(rule, example)
    found = list(findings_of(rule, Reading(message)))
    return not found or any(message.text[one.start : one.end] != one.text for one in found)


# A test for each rule and not for each of its examples: they are over a thousand, and each is quicker than a test.
every_rule = pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.id)


@every_rule
def test_its_bad_examples_are_found(rule: Rule) -> None:
    assert [example for example in rule.bad if misread(rule, example)] == []


@every_rule
def test_its_good_examples_are_left_alone(rule: Rule) -> None:
    found = {str(example): list(findings_of(rule, Reading(message_of(rule, example)))) for example in rule.good}
    assert {example: findings for example, findings in found.items() if findings} == {}


def test_every_rule_has_examples_a_reason_and_a_source() -> None:
    assert [r.id for r in all_rules().values() if not (r.bad and r.good and r.why and r.source and r.message)] == []

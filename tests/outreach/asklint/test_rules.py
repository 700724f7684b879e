"""Every rule by its own examples: each bad text is found, each good one is left alone."""

from __future__ import annotations

from collections.abc import Iterator

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


def examples(of: str) -> Iterator[object]:
    for rule in all_rules().values():
        for number, example in enumerate(getattr(rule, of)):
            yield pytest.param(rule, example, id=f"{rule.id}-{number}")


@pytest.mark.parametrize(("rule", "example"), list(examples("bad")))
def test_a_bad_example_is_found(rule: Rule, example: str | Example) -> None:
    message = message_of(rule, example)
    found = list(findings_of(rule, Reading(message)))
    assert found, message.text
    assert all(message.text[finding.start : finding.end] == finding.text for finding in found)


@pytest.mark.parametrize(("rule", "example"), list(examples("good")))
def test_a_good_example_is_left_alone(rule: Rule, example: str | Example) -> None:
    assert list(findings_of(rule, Reading(message_of(rule, example)))) == []


def test_every_rule_has_examples_a_reason_and_a_source() -> None:
    assert [r.id for r in all_rules().values() if not (r.bad and r.good and r.why and r.source and r.message)] == []

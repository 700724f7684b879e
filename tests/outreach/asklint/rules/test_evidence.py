"""The findings on evidence block, stand at the exact place and say what to do."""

from __future__ import annotations

from outreach.asklint.grounding.examples import OKAFOR
from outreach.asklint.rules.evidence import RULES
from outreach.asklint.run import check
from outreach.asklint.types import Kind, Message, Severity


def test_the_rules_are_there_and_block() -> None:
    assert {rule.id for rule in RULES} >= {"ungrounded", "contested-fact"}
    assert {rule.severity for rule in RULES} == {Severity.BLOCK}


def test_a_finding_names_the_figure_and_what_to_do() -> None:
    text = "Dear Dr. Okafor-Lindqvist,\n\nFirst Light cut sepsis mortality from 18% to 8%.\n\nJo Park"
    message = Message(Kind.INTERVIEW_REQUEST, text, OKAFOR)
    findings = [finding for finding in check(message) if finding.rule == "ungrounded"]
    assert [(finding.text, finding.severity) for finding in findings] == [("8%", Severity.BLOCK)]
    assert "No confirmed fact" in findings[0].message

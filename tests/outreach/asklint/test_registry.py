"""Rules are found by their files."""

from __future__ import annotations

import pytest

from outreach.asklint import registry
from outreach.asklint.rules import timing


def test_rules_of_every_file_are_there():
    rules = registry.all_rules()
    assert {
        "job-ask",
        "ungrounded",
        "no-research",
        "unclear-ask",
        "too-long",
        "sales-pitch",
        "empty-flattery",
    } <= rules.keys()
    assert {"pressure", "salutation", "placeholder", "private-matter"} <= rules.keys()
    assert all(rule.id == key for key, rule in rules.items())


def test_two_rules_with_one_id_are_refused(monkeypatch):
    registry.all_rules.cache_clear()
    monkeypatch.setattr(timing, "RULES", (*timing.RULES, timing.RULES[0]))
    with pytest.raises(ValueError, match="two rules are called deadline"):
        registry.all_rules()
    registry.all_rules.cache_clear()

"""Every rule of the article check stops at its bad examples, keeps silent at its good ones, and says why."""

from __future__ import annotations

import pytest

from outreach.articles import article_registry, article_rules
from outreach.articles.article_registry import all_rules

BAD = [(rule.id, example) for rule in all_rules().values() for example in rule.bad]
GOOD = [(rule.id, example) for rule in all_rules().values() for example in rule.good]


def test_bad_examples_are_found():
    missed = [(rule, one.body[:60]) for rule, one in BAD if not list(all_rules()[rule].check(one.reading()))]
    assert missed == []


def test_good_examples_are_let_alone():
    found = {rule: hits for rule, one in GOOD if (hits := list(all_rules()[rule].check(one.reading())))}
    assert found == {}


def test_every_rule_has_reason_source_and_both_kinds_of_examples():
    for rule in all_rules().values():
        assert all((rule.message, rule.why, rule.source, rule.bad, rule.good)), rule.id
        assert len(rule.id) <= 40


def test_two_rules_with_one_id_are_refused(tmp_path, monkeypatch):
    (tmp_path / "again.py").write_text("from outreach.articles.article_rules.tone import RULES\n")
    monkeypatch.setattr(article_rules, "__path__", [*article_rules.__path__, str(tmp_path)])
    article_registry.all_rules.cache_clear()
    with pytest.raises(ValueError, match="two rules are called"):
        article_registry.all_rules()
    article_registry.all_rules.cache_clear()

"""Finds the rules of the article check: every module of `article_rules` has RULES; two with one id are refused."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from outreach.articles import article_rules
from outreach.articles.article_rule import ArticleRule


@cache
def all_rules() -> Mapping[str, ArticleRule]:
    """Id -> rule, in order of file and place.

    Raises:
        ValueError: two rules have one id.
    """
    found: dict[str, ArticleRule] = {}
    for module in sorted(pkgutil.iter_modules(article_rules.__path__), key=lambda module: module.name):
        for rule in import_module(f"{article_rules.__name__}.{module.name}").RULES:
            if rule.id in found:
                raise ValueError(f"two rules are called {rule.id}")
            found[rule.id] = rule
    return found

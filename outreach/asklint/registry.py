"""Finds the rules: every module of `rules/` gives its RULES; two with one id are refused."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from outreach.asklint import rules
from outreach.asklint.types import Rule


@cache
def all_rules() -> Mapping[str, Rule]:
    """Id -> rule, in order of file and place.

    Raises:
        ValueError: two rules have one id.
    """
    found: dict[str, Rule] = {}
    for module in sorted(pkgutil.iter_modules(rules.__path__), key=lambda module: module.name):
        if module.name.startswith("_"):
            continue
        for rule in import_module(f"{rules.__name__}.{module.name}").RULES:
            if rule.id in found:
                raise ValueError(f"two rules are called {rule.id}")
            found[rule.id] = rule
    return found

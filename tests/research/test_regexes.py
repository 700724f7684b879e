"""Every regular expression of the research package gets through the texts that are hard on it.

No time is measured here, since a test machine may stand still: what each costs on 50 kB is told by
benchmarks/patterns.py. What backtracks without end is seen by its form, and by the net of the time limit.
"""

from __future__ import annotations

import re

import pytest

import research
from tests.patterns import backtracks_without_end, collected, hostile_texts

LENGTH = 1_000
"""Enough for an explosion; what is merely slow shows at the length that the benchmark takes."""

PATTERNS = collected(research)


def test_the_patterns_of_the_package_were_found():
    assert len(PATTERNS) > 100
    assert any(name.startswith("research.pages.dates.") for name in PATTERNS)


@pytest.mark.parametrize("source", [r"(a+)+", r"(?:\w+\s?)*x", r"(?:b|a*)+", r"x(?:(?:a?b*){2,})", r"(?:a+|bc)*"])
def test_a_pattern_that_backtracks_without_end_would_be_noticed(source):
    assert backtracks_without_end(re.compile(source))


@pytest.mark.parametrize("source", [r"a+", r"\w+(?:'\w+)*", r"(?:a{1,5})*", r"(?:a++)*"])
def test_repeats_that_something_parts_are_none(source):
    assert not backtracks_without_end(re.compile(source))


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_gets_through_hostile_text(name):
    pattern = PATTERNS[name]
    assert not backtracks_without_end(pattern)
    for text in hostile_texts(pattern, LENGTH):
        pattern.search(text)

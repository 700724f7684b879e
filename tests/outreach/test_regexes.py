"""Every regular expression of the application gets through the texts that are hard on it.

No time is measured here: what each costs on 50 kB is told by benchmarks/patterns.py.
"""

from __future__ import annotations

import pytest

import outreach
from tests.patterns import backtracks_without_end, collected, hostile_texts

LENGTH = 1_000
PATTERNS = collected(outreach)


def test_the_patterns_of_the_application_were_found():
    assert len(PATTERNS) > 20
    assert any(name.startswith("outreach.folding.") for name in PATTERNS)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_gets_through_hostile_text(name):
    pattern = PATTERNS[name]
    assert not backtracks_without_end(pattern)
    for text in hostile_texts(pattern, LENGTH):
        pattern.search(text)

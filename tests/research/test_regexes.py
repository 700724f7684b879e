"""Every regular expression of the research package on hostile text: 50 kB of its worst case stays linear.

The patterns are collected from the modules, so that a new one is tested without being listed here.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import research

LENGTH = 50_000
LIMIT_S = 0.05
"""What 50 kB may cost (security plan, B12)."""
PATIENCE = 5
"""Machines that run tests are slower and busier than the one that the limit was set for; backtracking that explodes
takes hundreds of times the limit, not five times."""

HARMLESS = LIMIT_S / LENGTH
"""Seconds a character below which a shape is linear enough not to be tried longer."""

_SHAPES = (
    "a", " ", "A ", "Aa ", "Aa, ", "aa ", "1", "1,1", "1 ", "(", "(a", "[", '"', '" a', "“a ", "<", "<a ", "<a b=",
    "</", "&", "&#", "-", "- ", "a-", "a.", "A. ", "A.B.", ". ", ", ", "; ", "\n", "\t \n", "a\n", "and ", "of the ",
    "Aa of ", "x=\"", "'", "’s ", "/", "a/", "@", "a@a.", "$1,", "0", "a: ", "|", "é", "\u200b", "\x00",
)  # fmt: skip


def _modules() -> Iterator[str]:
    for info in pkgutil.walk_packages(research.__path__, "research."):
        if not info.name.endswith("__main__"):
            yield info.name


def _patterns_in(value: object, depth: int = 0) -> Iterator[re.Pattern]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict) and depth < 3:
        for inner in value.values():
            yield from _patterns_in(inner, depth + 1)
    elif isinstance(value, (tuple, list, set, frozenset)) and depth < 3:
        for inner in value:
            yield from _patterns_in(inner, depth + 1)


def _collected() -> dict[str, re.Pattern]:
    found: dict[str, re.Pattern] = {}
    seen: set[tuple[object, int]] = set()
    for name in _modules():
        module = importlib.import_module(name)
        for attribute, value in sorted(vars(module).items(), key=lambda pair: pair[0]):
            for number, pattern in enumerate(_patterns_in(value)):
                key = (pattern.pattern, pattern.flags)
                if key not in seen:
                    seen.add(key)
                    found[f"{name}.{attribute}" + (f"[{number}]" if number else "")] = pattern
    return found


PATTERNS = _collected()


def _own_words(pattern: re.Pattern) -> list[str]:
    """Literal words of the pattern's source: what gets it past its first letters."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    source = re.sub(r"\\[a-zA-Z]|\(\?P?<?[a-zA-Z]{0,20}[>:=!]?|\{[\d,]*\}", " ", source)
    words = re.findall(r"[A-Za-z]{2,}|<[a-z/]+|[“\"(<&$@#]", source)
    return list(dict.fromkeys(words))[:: max(len(set(words)) // 5, 1)][:6]


def _hostile(pattern: re.Pattern) -> Iterator[str]:
    yield from _SHAPES
    own = _own_words(pattern)
    for word in own:
        yield f"{word} "
        yield f"{word} Aa "
    if own:
        yield own[0] + " " + " ".join(own[1:]) + " a "


def _seconds(pattern: re.Pattern, text: str) -> float:
    subject = text if isinstance(pattern.pattern, str) else text.encode("utf-8")
    begun = time.process_time()
    pattern.search(subject)
    return time.process_time() - begun


def _slow_shapes(pattern: re.Pattern) -> list[tuple[str, int, float]]:
    """The shapes that cost too much: tried short first, so that an explosion is seen before it hurts."""
    for shape in _hostile(pattern):
        for length in (LENGTH // 50, LENGTH // 5, LENGTH):
            # An ending that fits nothing makes a match fail at the last moment.
            text = (shape * (length // len(shape)))[:-1] + "\x01"
            spent = _seconds(pattern, text)
            if spent > LIMIT_S:
                spent = min(spent, _seconds(pattern, text))
            if spent > LIMIT_S * PATIENCE:
                return [(shape, length, round(spent, 3))]
            if spent < HARMLESS * length:
                break
    return []


def test_the_patterns_of_the_package_were_found():
    assert len(PATTERNS) > 100
    assert any(name.startswith("research.pages.dates.") for name in PATTERNS)


def test_a_pattern_that_backtracks_would_be_noticed():
    assert _slow_shapes(re.compile(r"[a-z]+\d"))


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_stays_linear_on_50_kilobytes_of_hostile_text(name):
    assert _slow_shapes(PATTERNS[name]) == []

"""No test asserts what a clock says: the machine may stand still meanwhile. Speed is measured in benchmarks/.

A loop that waits for something may look at the clock, and fails in words when it has waited too long.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests import source_tree

CLOCKS = frozenset(
    {f"{clock}{ns}" for clock in ("perf_counter", "process_time", "thread_time", "monotonic") for ns in ("", "_ns")}
)
"""Of the module time, whether named with it or without; time.time() needs it, for "time" alone is a common word."""

_OF_TIME = frozenset({"time", "time_ns"})
_MAYBE = re.compile(rf"{'|'.join(sorted(CLOCKS))}|\btime\s*\.\s*time")
"""Without one of these words there is no clock, and nothing that takes long to look for."""

_RECKONING = frozenset({"abs", "float", "int", "len", "max", "min", "round", "sorted", "sum"})


def clocks_asserted(source: str) -> list[int]:
    """The lines of a file's asserts that read a clock, or a name that was given a clock's answer."""
    if not _MAYBE.search(source):
        return []
    parts = ast.parse(source).body
    shared = frozenset(name for part in parts for name in _given_a_clock(part) if name == getattr(part, "name", name))
    return [
        node.lineno
        for part in parts
        for node in ast.walk(part)
        if isinstance(node, ast.Assert) and _speaks_of(node.test, _given_a_clock(part, shared))
    ]


def _given_a_clock(part: ast.AST, told: frozenset[str] = frozenset()) -> frozenset[str]:
    """The names that hold a clock's answer, also by way of others: `took = monotonic() - begun; late = took > 1`."""
    while True:
        more = {name for names, value in _assignments(part) if _speaks_of(value, told) for name in names}
        if more <= told:
            return told
        told |= more


def _assignments(tree: ast.AST) -> Iterator[tuple[list[str], ast.AST]]:
    """The names that are given a value, with the value; what a function returns is given to its name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            yield [name for target in node.targets for name in _names(target)], node.value
        elif isinstance(node, ast.AnnAssign | ast.AugAssign | ast.NamedExpr) and node.value is not None:
            yield _names(node.target), node.value
        elif isinstance(node, ast.FunctionDef):
            yield from (([node.name], one.value) for one in ast.walk(node) if isinstance(one, ast.Return) and one.value)


def _names(target: ast.AST) -> list[str]:
    if isinstance(target, ast.Name):
        return [target.id]
    return [name for inner in getattr(target, "elts", ()) for name in _names(inner)]


def _speaks_of(value: ast.AST, told: frozenset[str], *, is_given: bool = False) -> bool:
    """Whether a clock stands in an expression. A deadline given to a function (`is_given`) is not what it answers."""
    if (_is_clock(value) and not is_given) or (isinstance(value, ast.Name) and value.id in told):
        return True
    if not isinstance(value, ast.Call):
        return any(_speaks_of(one, told, is_given=is_given) for one in ast.iter_child_nodes(value))
    reckons = getattr(value.func, "id", "") in _RECKONING
    given = any(_speaks_of(one, told, is_given=is_given or not reckons) for one in (*value.args, *value.keywords))
    return given or _speaks_of(value.func, told, is_given=is_given)


def _is_clock(node: ast.AST) -> bool:
    if isinstance(node, ast.Name):
        return node.id in CLOCKS
    if not isinstance(node, ast.Attribute):
        return False
    return node.attr in CLOCKS or (node.attr in _OF_TIME and getattr(node.value, "id", "") == "time")


@pytest.mark.parametrize(
    "source",
    [
        "assert time.monotonic() - begun < 1",
        "began = perf_counter()\nwork()\ntook = perf_counter() - began\nassert took < 0.5",
        "first, took = time.process_time(), 0\ntook += 1\nassert work() and not first > 2",
        "assert (took := time.time()) < 5",
        "def took():\n    return time.thread_time() - start\nassert abs(took()) < 1",
        "def test():\n    each = [monotonic() - begun for _ in runs]\n    usual = median(each)\n    assert usual < 1",
    ],
)
def test_a_clock_in_an_assert_is_seen(source: str) -> None:
    assert clocks_asserted(source) == [source.count("\n") + 1]


@pytest.mark.parametrize(
    "source",
    [
        "end = time.monotonic() + 30\nwhile time.monotonic() < end:\n    pass\nassert done",
        "assert clock.time() == NOON and row.time > time.sleep",
        "def page():\n    return fetch(time.monotonic() + 30)\nassert page() == 'words'",
        "def waits():\n    end = monotonic() + 30\ndef finds():\n    end = find()\n    assert end == 2",
    ],
)
def test_waiting_and_the_time_that_a_record_tells_are_no_clock_asserted(source: str) -> None:
    assert clocks_asserted(source) == []


def test_no_test_asserts_a_clock() -> None:
    found = [
        f"{path}:{line}"
        for path in source_tree.files(".py", below="tests")
        for line in clocks_asserted((source_tree.REPOSITORY / path).read_text())
    ]
    assert found == []

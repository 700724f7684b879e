"""pyproject.toml names what is imported, and the locks hold exactly what that needs, with hashes and no one's index."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest

from tests import source_tree

SETTINGS = tomllib.loads((source_tree.REPOSITORY / "pyproject.toml").read_text("utf-8"))
TO_RUN = SETTINGS["project"]["dependencies"]
FOR_TESTS = SETTINGS["dependency-groups"]["test"]
RUN_LOCK = (source_tree.REPOSITORY / "requirements.txt").read_text("utf-8")
TEST_LOCK = (source_tree.REPOSITORY / "tests" / "requirements.txt").read_text("utf-8")

RUN_AS_COMMANDS = {"coverage", "mypy", "playwright", "pytest-socket", "pytest-timeout", "pytest-xdist", "ruff"}
"""Packages for the tests that no file imports by a statement: programs, plugins, and what is used if it is there."""

FOR_A_TEAM = {"celery", "psycopg"}
"""Imported where they are installed: the extra `team`."""

OURS = {"research", "outreach", "config", "wsgi", "tests", "start", "conftest"}


def plain(name: str) -> str:
    """A package's name as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def names(requirements: list[str]) -> set[str]:
    return {plain(re.split(r"[^\w.-]", requirement, maxsplit=1)[0]) for requirement in requirements}


def pins(lock: str) -> dict[str, set[str]]:
    """Package -> its locked versions (two where an older Python needs another)."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([\w.+!]+)", lock, re.MULTILINE):
        found.setdefault(plain(name), set()).add(version)
    return found


def packages_imported(below: str) -> set[str]:
    """The packages that files import, without those of Python and our own; by their names in the index."""
    modules = {
        module.partition(".")[0]
        for path in _paths(below)
        for module, _ in source_tree.imports((source_tree.REPOSITORY / path).read_text("utf-8"))
    }
    foreign = modules - set(sys.stdlib_module_names) - OURS - {""}
    known = _packages_of_modules()
    return {plain(known[module][0] if module in known else module) for module in foreign}


@cache
def _packages_of_modules() -> Mapping[str, list[str]]:
    return metadata.packages_distributions()


def _paths(below: str) -> list[Path]:
    return [Path(below)] if below.endswith(".py") else list(source_tree.files(".py", below=below))


def test_what_is_imported_is_what_it_depends_on() -> None:
    imported = set().union(*(packages_imported(part) for part in ("research", "outreach", "config.py", "wsgi.py")))
    assert imported - FOR_A_TEAM == names(TO_RUN)


def test_what_a_team_needs_besides_is_named() -> None:
    assert names(SETTINGS["project"]["optional-dependencies"]["team"]) >= FOR_A_TEAM


def test_what_the_tests_import_is_what_they_depend_on() -> None:
    assert packages_imported("tests") - names(TO_RUN) == names(FOR_TESTS) - RUN_AS_COMMANDS


@pytest.mark.parametrize(("lock", "wanted"), [(RUN_LOCK, TO_RUN), (TEST_LOCK, FOR_TESTS)], ids=["run", "tests"])
def test_a_lock_holds_what_is_asked_for(lock: str, wanted: list[str]) -> None:
    assert sorted(names(wanted) - pins(lock).keys()) == []


def test_a_package_in_both_locks_has_one_version() -> None:
    run, tests = pins(RUN_LOCK), pins(TEST_LOCK)
    assert {name: (run[name], tests[name]) for name in run.keys() & tests.keys() if run[name] != tests[name]} == {}


@pytest.mark.parametrize("lock", [RUN_LOCK, TEST_LOCK], ids=["run", "tests"])
def test_every_locked_package_has_hashes(lock: str) -> None:
    blocks = re.split(r"\n(?=[\w.-]+==)", re.sub(r"^#.*\n", "", lock, flags=re.MULTILINE))
    assert [block.partition(" ")[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", [RUN_LOCK, TEST_LOCK], ids=["run", "tests"])
def test_a_lock_tells_nothing_of_where_it_was_made(lock: str) -> None:
    assert re.findall(r"https?:|file:|--index|--extra|--find-links|# via", lock) == []


def test_the_oldest_python_is_said_alike_everywhere() -> None:
    assert SETTINGS["project"]["requires-python"] == ">=3.11"
    assert SETTINGS["tool"]["ruff"]["target-version"] == "py311"
    assert SETTINGS["tool"]["mypy"]["python_version"] == "3.11"
    assert "sys.version_info < (3, 11)" in (source_tree.REPOSITORY / "start.py").read_text("utf-8")
    assert all("--python-version 3.11" in lock for lock in (RUN_LOCK, TEST_LOCK))

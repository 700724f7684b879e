"""Names say what a thing knows, and the spelling is American, in code and in what a person reads."""

from __future__ import annotations

import re
from pathlib import Path

from tests import source_tree

EMPTY_NAMES = {"util", "utils", "helper", "helpers", "manager", "managers", "common", "base", "misc"}
BRITISH = re.compile(r"organi[s]ation|program[m]e(?![a-z])|program[m]es", re.IGNORECASE)


def british_words(text: str) -> list[str]:
    return BRITISH.findall(text)


AS_A_SOURCE_SPELLS_IT: dict[str, str] = {
    "research/pages/leadership.py": "a page may spell it so",
    "tests/research/pages/test_feeds.py": "the name of a recording",
}
"""File -> why a British word stands in it."""

TEXTS = [p for p in source_tree.files(".py", ".md", ".toml") if "cases" not in p.parts and p != Path("LICENSE")]


def test_a_file_is_named_for_what_it_knows() -> None:
    empty = [str(path) for path in source_tree.files(".py") if EMPTY_NAMES & set(path.stem.strip("_").split("_"))]
    assert empty == []


def test_the_spelling_is_american() -> None:
    found = {path.as_posix(): british_words((source_tree.REPOSITORY / path).read_text("utf-8")) for path in TEXTS}
    british = {path: words for path, words in found.items() if words}
    assert {path: words for path, words in british.items() if path not in AS_A_SOURCE_SPELLS_IT} == {}
    assert AS_A_SOURCE_SPELLS_IT.keys() - british.keys() == set(), "no British word any more: take them off the list"


def test_a_british_word_is_found_inside_a_name() -> None:
    assert british_words("def find_organi" + "sations(): ...") == ["organi" + "sation"]
    assert british_words("programmer, programmed, organization") == []


def test_the_list_names_only_what_is_there() -> None:
    assert [name for name in AS_A_SOURCE_SPELLS_IT if Path(name) not in TEXTS] == []

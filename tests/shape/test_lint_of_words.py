"""Names say what a thing knows, and the spelling is American, in code and in what a person reads."""

from __future__ import annotations

import io
import re
import token
import tokenize
from pathlib import Path

from tests import source_tree

EMPTY_NAMES = {"util", "utils", "helper", "helpers", "manager", "managers", "common", "base", "misc"}
BRITISH = re.compile(r"organi[s]ation|program[m]e(?![a-z])|program[m]es", re.IGNORECASE)

READS_OTHERS_TEXTS = ("research/pages", "tests")
"""Here a string may hold a British word: it is what others write, and has to be known."""

AS_A_SOURCE_SPELLS_IT: dict[str, str] = {
    "outreach/asklint/career/sentences/asks.txt": "sentences as people write them",
    "outreach/asklint/rules/_job_talk_bad.py": "sentences as people write them",
    "outreach/asklint/career/tables/words.toml": "words as people write them",
}
"""Other files with a British word -> why."""

TEXTS = [p for p in source_tree.files(".py", ".md", ".toml", ".txt") if "cases" not in p.parts and p.stem != "LICENSE"]


def british_words(text: str) -> list[str]:
    return BRITISH.findall(text)


def without_strings(source: str) -> str:
    """A Python text with only its names and comments left."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return " ".join(found.string for found in tokens if found.type in (token.NAME, token.COMMENT))


def found_in(path: Path) -> list[str]:
    text = (source_tree.REPOSITORY / path).read_text("utf-8")
    found = british_words(text)
    if found and path.suffix == ".py" and path.as_posix().startswith(READS_OTHERS_TEXTS):
        return british_words(without_strings(text))
    return found


def test_a_file_is_named_for_what_it_knows() -> None:
    empty = [str(path) for path in source_tree.files(".py") if EMPTY_NAMES & set(path.stem.strip("_").split("_"))]
    assert empty == []


def test_the_spelling_is_american() -> None:
    british = {path.as_posix(): words for path in TEXTS if (words := found_in(path))}
    assert {path: words for path, words in british.items() if path not in AS_A_SOURCE_SPELLS_IT} == {}
    assert sorted(AS_A_SOURCE_SPELLS_IT.keys() - british.keys()) == [], "take these off the list"


def test_a_british_word_is_found_inside_a_name_and_not_inside_another_word() -> None:
    word = "organi" + "sation"
    assert british_words(f"def find_{word}s(): ...") == [word]
    assert british_words("programmer, programmed, organization") == []


def test_names_and_comments_stay_when_strings_are_left_out() -> None:
    assert without_strings('a = "no"  # yes').split() == ["a", "#", "yes"]

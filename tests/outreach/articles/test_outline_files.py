"""Outline files: those that come with Groundwork, and mistakes that are told with their line."""

from __future__ import annotations

import pytest

from outreach.articles.outline_files import OutlineFileError, read_folder, read_outline
from outreach.projects.models import PROJECT_KINDS

GOOD = """---
name: A note
kinds: article
use when: One idea has room.
place: 5
---

## Beginning
heading: no
words: 20-30
needs: the result | result | Nothing yet on the result. Ask.

## What they did
words: 1,000-1,200
needs: what was done | action | Nothing yet. Ask.
needs: what it cost | heard: cost, budget | Nothing yet on cost. Ask.
"""


def test_a_file_is_read_part_by_part():
    outline = read_outline("a-note", GOOD)
    assert (outline.name, outline.kinds, outline.place) == ("A note", ("article",), 5)
    assert (outline.shortest, outline.longest) == (1020, 1230)
    first, second = outline.parts
    assert not first.has_heading
    assert second.needs[1].listens_for == ("cost", "budget")


def test_those_that_come_with_groundwork_can_be_read_and_serve_each_kind_of_project():
    outlines, problems = read_folder()
    assert problems == ()
    assert {kind for outline in outlines.values() for kind in outline.kinds} == set(PROJECT_KINDS)
    names = " ".join(outline.name for outline in outlines.values()).casefold()
    for expected in ("lesson", "newsletter", "case study", "podcast", "paper"):
        assert expected in names
    default = next(iter(outlines.values()))
    assert 800 <= default.shortest <= default.longest <= 1250
    for outline in outlines.values():
        fills = {need.fill for part in outline.parts for need in part.needs}
        assert {"writer", "disclosure"} <= fills, outline.key
        assert any(fill in fills for fill in ("heard", "figures")), outline.key


MISTAKES = [
    ("---\nname", "name", 1, "begin with a line of three hyphens"),
    ("use when: One idea has room.\n", "", 1, "no 'use when'"),
    ("kinds: article", "kinds: opera", 3, "no kind of project 'opera'"),
    ("place: 5", "place: first", 5, "whole number"),
    ("place: 5", "name: Again", 5, "stands there twice"),
    ("place: 5", "color: red", 5, "an outline has no 'color'"),
    ("words: 20-30", "words: 30-20", 10, "smaller one first"),
    ("words: 20-30", "wrods: 20-30", 10, "a part has no 'wrods'"),
    ("heading: no", "heading: maybe", 9, "yes or no"),
    ("| result |", "| results |", 11, "nothing is filled from 'results'"),
    (
        "needs: the result | result | Nothing yet on the result. Ask.",
        "needs: the result | result",
        11,
        "what it needs |",
    ),
    ("heard: cost, budget", "heard: ,", 16, "words, parted by commas"),
    ("Nothing yet on cost. Ask.", "Nothing [yet]. Ask.", 16, "no square brackets"),
    ("## What they did", "## Beginning", 13, "two parts 'Beginning'"),
    ("\n## Beginning", "Loose words.\n## Beginning", 7, "before the first part"),
    ("needs: the result | result | Nothing yet on the result. Ask.\n", "", 8, "lines that begin with needs"),
]


@pytest.mark.parametrize(("old", "new", "line", "words"), MISTAKES)
def test_a_mistake_is_told_with_its_line(old, new, line, words):
    assert old in GOOD
    with pytest.raises(OutlineFileError) as error:
        read_outline("a-note", GOOD.replace(old, new, 1))
    assert (error.value.line, words in error.value.problem) == (line, True), error.value


def test_a_wrong_file_costs_its_own_outline_alone(tmp_path):
    (tmp_path / "good.md").write_text(GOOD)
    (tmp_path / "wrong.md").write_text(GOOD.replace("20-30", "many"))
    (tmp_path / "bytes.md").write_bytes(b"---\n\xff")
    (tmp_path / "Bad Name.md").write_text(GOOD)
    outlines, problems = read_folder(tmp_path)
    assert list(outlines) == ["good"]
    assert [one.file for one in problems] == ["Bad Name.md", "bytes.md", "wrong.md"]
    assert problems[2].words.startswith("templates/outlines/wrong.md, line 10: 'words' are two numbers")

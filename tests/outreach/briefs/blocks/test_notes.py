"""Lines to write on."""

from __future__ import annotations

from outreach.briefs.blocks.notes import build
from outreach.briefs.model import NoteLines
from tests.brief_materials import BARE


def test_lines_are_offered_to_everybody() -> None:
    assert build(BARE).part == NoteLines()

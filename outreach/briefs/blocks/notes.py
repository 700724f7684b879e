"""Lines to write on: as many as the page has room for."""

from __future__ import annotations

from outreach.briefs.material import Material
from outreach.briefs.model import Block, NoteLines

KEY = "notes"
PLACE = "left"
ORDER = 90


def build(material: Material) -> Block:
    """Always offered; the page takes it away where it has no room for three lines."""
    del material
    return Block(KEY, "Notes", NoteLines())

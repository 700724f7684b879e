from __future__ import annotations

from research.dossier import assemble
from research.markdown import escape, to_markdown
from research.types import Outcome
from tests.research.cast import ALICE, NOW, claim, record
from tests.research.test_dossier import SOURCES

HERE = record("Alice Larkin", number="alice")


def test_text_from_a_source_cannot_become_markup():
    hostile = "![x](http://evil.example) <script>alert(1)</script> [click](javascript:alert(1)) `code` # heading | cell"
    claims = (claim(HERE, "role", "CNO", organization="Larkspur Health"), claim(HERE, "award", hostile))
    dossier = assemble(ALICE, [Outcome("register", "found", claims)], SOURCES, NOW)
    markdown = to_markdown(dossier)
    assert "<script" not in markdown.replace("\\<script", "")
    assert "](" not in markdown.replace("\\](", "")


def test_nothing_in_markdown_becomes_a_link_or_a_control():
    text = escape("see https://evil.example and www.evil.example or a@evil.example \x1b[31m \u202e")
    assert "https:" not in text
    assert "www." not in text
    assert "a@" not in text
    assert text.isprintable() or "\u2060" in text

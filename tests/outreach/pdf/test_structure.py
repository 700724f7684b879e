"""Parts of the structure as they are written; the whole is read back in test_tagged_canvas.py."""

from __future__ import annotations

from outreach.pdf.structure import attributes, literal, string


def test_texts_are_hexadecimal_so_that_nothing_in_them_ends_them():
    assert string("a)") == "<feff00610029>"
    assert string("\ud800") == "<feff>"
    assert string("👍") == "<feffd83ddc4d>"


def test_addresses_are_in_parentheses_that_they_cannot_close():
    assert literal("https://a.example/(x)\\") == "(https://a.example/\\(x\\)\\\\)"


def test_an_element_has_the_attributes_of_its_kind_or_none():
    assert attributes("Row", "", None) == " /A << /O /Table /Scope /Row >>"
    assert attributes("", "Decimal", None) == " /A << /O /List /ListNumbering /Decimal >>"
    assert attributes("", "", (1, 2, 3, 4.5)) == " /A << /O /Layout /BBox [1.00 2.00 3.00 4.50] >>"
    assert attributes("", "", None) == ""

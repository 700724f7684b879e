"""The embedded typeface: what it holds, and what it says it does not."""

from __future__ import annotations

from outreach.pdf import typefaces


def test_names_of_many_languages_can_be_printed():
    for name in (
        "Inés Ñandú",
        "Łukasz Żółć",
        "Nguyễn Thị Bảo Trâm",
        "Žižek Đorđe",
        "Αλέξης",
        "Нина Ёлкина",
        "“x” – it’s…",
    ):
        assert typefaces.unprintable(name) == (), name


def test_letters_that_it_does_not_hold_are_told_once_each():
    assert typefaces.unprintable("李小龍李 a\n\tb ש") == ("李", "小", "龍", "ש")


def test_widths_grow_with_the_text():
    assert typefaces.width("mm", typefaces.REGULAR, 11) == 2 * typefaces.width("m", typefaces.REGULAR, 11)


def test_the_typeface_lies_beside_its_license():
    assert "SIL Open Font License" in (typefaces.FOLDER / "OFL.md").read_text("utf-8")

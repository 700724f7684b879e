"""The embedded typefaces: what they hold, and their licenses beside them."""

from __future__ import annotations

import pytest

from outreach.pdf import typefaces
from outreach.pdf.typefaces import BOLD, FALLBACK, ITALIC, REGULAR, SEMIBOLD, face

OWN = (REGULAR, ITALIC, SEMIBOLD, BOLD)


@pytest.mark.parametrize("name", OWN)
def test_letters_of_many_languages_are_in_every_cut(name: str):
    letters = "Núñez Nguyễn Thị Bảo Trâm Łukasz Şerife Þórsdóttir Đặng Kahalepouliʻi Αλέξης Нина Ёлкина ■✓→≥−½ “–”…"
    assert [letter for letter in letters if not face(name).glyph(letter)] == []


def test_all_cuts_hold_the_same_letters():
    held = [set(face(name).file.charToGlyph) for name in OWN]
    assert all(letters == held[0] for letters in held)


def test_the_fallback_holds_signs_that_the_first_lacks():
    assert [bool(face(name).glyph("⚕")) for name in (REGULAR, FALLBACK)] == [False, True]
    assert face(REGULAR).glyph("李") == face(FALLBACK).glyph("李") == 0


def test_widths_are_thousandths_of_the_size_in_both():
    assert 450 < face(REGULAR).advance(face(REGULAR).glyph("n")) < 600
    assert 550 < face(FALLBACK).advance(face(FALLBACK).glyph("n")) < 700


def test_a_face_is_read_once():
    assert face(REGULAR) is face(REGULAR)
    with pytest.raises(KeyError):
        face("Helvetica")


def test_the_typefaces_lie_beside_their_licenses():
    assert "SIL OPEN FONT LICENSE Version 1.1" in (typefaces.FOLDER / "LICENSE_SOURCE_SANS").read_text("utf-8")
    assert "Bitstream Vera Fonts Copyright" in (typefaces.FOLDER / "LICENSE_DEJAVU").read_text("utf-8")
    assert {one.name for one in typefaces.FOLDER.glob("*.ttf")} == set(typefaces.FILES.values())

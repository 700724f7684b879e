"""What must not be stated as a fact."""

from __future__ import annotations

from outreach.briefs.blocks.not_settled import build
from outreach.briefs.material import Unsettled
from tests.brief_materials import BARE, MATERIAL, material, words_of


def test_each_point_is_a_sentence_and_more_are_counted() -> None:
    assert words_of(build(MATERIAL)) == ["One profile lists an MBA; her own biography does not."]
    every = tuple(Unsettled(f"u:{at}", f"point {at}") for at in range(40))
    found = build(material(unsettled=every))
    assert found is not None
    assert (words_of(found), found.left_out) == (["Point 0.", "Point 1.", "Point 2."], 37)
    assert build(BARE) is None


def test_a_point_that_is_too_long_is_counted_and_never_silently_gone() -> None:
    found = build(material(unsettled=(Unsettled("u", "word " * 80),)))
    assert found is not None
    assert found.left_out == 1
    assert words_of(found) == ["What is not settled is too long for this page; it stands in the dossier."]

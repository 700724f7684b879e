"""Questions to tick."""

from __future__ import annotations

from dataclasses import replace

from outreach.briefs.blocks.questions import build
from outreach.briefs.material import Asked
from tests.brief_materials import BARE, MATERIAL, material, source, words_of


def test_five_questions_in_their_order_short_ones_before_long_ones() -> None:
    asked = [Asked(f"q:{at}", f"What about number {at}{' and so on' * (at == 1) * 12}?") for at in range(7)]
    found = words_of(build(material(questions=tuple(asked))))
    assert found == [f"What about number {at}?" for at in (0, 2, 3, 4, 5)]
    assert len(words_of(build(material(questions=tuple(asked[:3]))))) == 3, "a long one where there is room"


def test_nothing_is_asked_where_all_is_stopped_or_nothing_is_known() -> None:
    assert build(material(stopped="Paused.")) is None
    assert build(material(questions=())) is None
    assert build(replace(BARE, questions=(Asked("q", "What did you do?"),))) is None
    grounded = Asked("q", "What began it?", (source("site"),))
    assert words_of(build(replace(BARE, questions=(grounded,)))) == ["What began it?"]
    assert build(MATERIAL) is not None

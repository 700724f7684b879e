"""Words beside a figure tell how near it has to be."""

from __future__ import annotations

import pytest

from outreach.asklint.grounding.figures import figures_of


@pytest.mark.parametrize(
    ("text", "near"),
    [("about 40%", "about"), ("nearly 700 beds", "below"), ("more than a third", "over"),
     ("just under fifty beds", "below"),
     ("at least 48 beds", "least"), ("up to 48 beds", "most"), ("fewer than 48 beds", "under"),
     ("48 beds or so", "about"),
     ("well over 200 people", "over"), ("some 46 nurses", "about"), ("48 or more", "least"), ("260-odd beds", "about"),
     ("48 beds and some", "least"), ("six dozen beds or a few more", "least"),
     ("thirty-plus years", "least"), ("48 beds", ""), ("a full 48 beds", ""), ("no fewer than 48 beds", "least")],
)  # fmt: skip
def test_the_words_beside_a_figure_are_understood(text: str, near: str) -> None:
    assert figures_of(text)[0].near == near

"""Names are runs of capitalized words, known in any of their forms."""

from __future__ import annotations

import pytest

from outreach.asklint.grounding.examples import DELACROIX, OKAFOR, VILLASENOR
from outreach.asklint.grounding.known_text import known_text
from outreach.asklint.grounding.names import is_known, names_in, parts_of_name
from outreach.asklint.grounding.tokens import tokens_of
from outreach.asklint.types import Known


def unknown(text: str, known: Known) -> list[str]:
    tokens = tokens_of(text)
    parts = [part for name in names_in(tokens) for part in parts_of_name(tokens, name, known_text(known))]
    return [text[tokens[part.first].start : tokens[part.after - 1].end] for part in parts]


@pytest.mark.parametrize(
    ("text", "known"),
    [("we read Dr. Okafor-Lindqvist on First Light", OKAFOR), ("at HRMC the", OKAFOR),
     ("to Mr. Villasenor of Cedar Basin", VILLASENOR),
     ("by Ruth Delacroix", DELACROIX), ("the Bright Harbor Prize of the Upper Lakes Quality Council", OKAFOR),
     ("a Fellow of the American College of Healthcare Executives", VILLASENOR), ("the First Light Program", OKAFOR),
     ("on Monday, May 4", OKAFOR), ("Bayou Crossing's Safe Steps", DELACROIX)],
)  # fmt: skip
def test_a_confirmed_name_is_known_in_any_form(text: str, known: Known) -> None:
    assert unknown(text, known) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [("by the Joint Commission in 2021", ["Joint Commission"]), ("in your book The Slow Map it", ["The Slow Map"]),
     ("at the University of Oregon", ["University of Oregon"]),
     ("Harrow Ridge and the Golden Lamp Award", ["Golden Lamp Award"]),
     ("at the Children's Hospital of Pelham", ["Children's Hospital of Pelham"])],
)  # fmt: skip
def test_what_is_not_confirmed_is_cut_out_of_its_run(text: str, found: list[str]) -> None:
    assert unknown(text, OKAFOR) == found


def test_a_name_is_not_made_of_words_of_two_facts() -> None:
    known = known_text(Known(facts=("It has 402 beds.", "Meds in Hand began.")))
    tokens = tokens_of("your Beds to Meds program")
    assert not is_known(tokens, next(names_in(tokens)), known)

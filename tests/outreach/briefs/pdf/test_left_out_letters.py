"""What a page says of letters that it cannot print."""

from __future__ import annotations

from dataclasses import replace

from outreach.briefs.pdf.left_out_letters import FOOT_NOTE, NAME_NOTE, NO_NAME_NOTE, left_out, told
from tests import brief_examples as examples


def test_a_brief_of_which_all_is_printed_stays_as_it_is():
    brief = examples.marisol()
    assert told(brief) is brief
    assert left_out(brief) == ()


def test_a_name_without_letters_that_can_be_printed_is_replaced_and_told():
    made = told(examples.named("李偉明", "Goes by Wei Ming Li."))
    assert made.head.name == "Name in another script"
    assert made.head.say_line == f"Goes by Wei Ming Li. {NO_NAME_NOTE}"
    assert FOOT_NOTE not in made.foot


def test_a_name_with_a_latin_form_beside_keeps_it():
    made = told(examples.named("Wei Ming Li (李偉明), MD"))
    assert made.head.name == "Wei Ming Li, MD"
    assert made.head.say_line == NAME_NOTE
    assert told(made) == made, "told once"


def test_letters_left_out_elsewhere_are_told_at_the_foot():
    brief = examples.marisol()
    row = replace(brief.card.rows[0], text=examples.text("Wrote 病院の経営 in 2024."))
    made = told(replace(brief, card=replace(brief.card, rows=(row,))))
    assert made.foot.endswith(FOOT_NOTE)
    assert told(made) == made

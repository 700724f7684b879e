"""The card for the pocket."""

from __future__ import annotations

from outreach.briefs.build import build
from outreach.briefs.material import Unsettled
from outreach.briefs.pocket import LONGEST_ROW, card_of
from tests.brief_materials import BARE, MATERIAL, material


def test_the_card_has_the_rows_without_numbers_and_time_and_place() -> None:
    card = card_of(build(MATERIAL), MATERIAL)
    assert (card.name, card.role) == ("Tamsin Quillfeather", "Chief Operating Officer, Larkmoor Hospital")
    assert card.event_line == "Thu, Nov 12, 10:40–11:00 AM · Coffee bar, Level 2"
    assert [label for label, _ in card.rows] == ["Who", "Why now", "Give first", "Ask", "Avoid"]
    assert max(len(words) for _, words in card.rows) <= LONGEST_ROW


def test_texts_are_shortened_at_sentences_and_one_that_cannot_be_stays_whole() -> None:
    long = "Ask for the sheet of beds that they keep at the night desk of the unit. " * 2
    one = "Ask for the sheet of beds " + "and for all that they have " * 5
    card = card_of(build(material(card={"ask": long, "give": one})), MATERIAL)
    rows = dict(card.rows)
    assert rows["Ask"] == long.strip()[: len(long) // 2 - 1]
    assert rows["Give first"] == one.strip()


def test_of_somebody_unknown_the_card_says_what_is_not_known() -> None:
    card = card_of(build(BARE), BARE)
    assert (card.role, card.event_line) == ("No present post is confirmed", "")


def test_what_is_not_settled_is_named_where_no_page_is_at_hand_and_a_namesake_is_not_spoken_of() -> None:
    namesake = Unsettled("candidate:3", "“Tamsin Q.” (a register) may be another person of this name.")
    seat = Unsettled("fact:9", "Board seat: Food Shelf. Only your notes say so.")
    long = Unsettled("fact:8", "Named " + "and named again " * 20)
    told = [
        dict(card_of(build(one), one).rows).get("Avoid")
        for one in (material(unsettled=(namesake, long, seat)), material(unsettled=(namesake, long)))
    ]
    assert told == ["Taking this as settled: Board seat: Food Shelf. Only your notes say so.", None]

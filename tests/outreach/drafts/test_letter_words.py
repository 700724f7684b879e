"""What letter files may say, as ready words."""

from __future__ import annotations

from datetime import date

from outreach.drafts.letter_values import Materials, Reader, Sender
from outreach.drafts.letter_words import NAMES, words_for
from tests.outreach.drafts.invented_leaders import INGRID, LUIS, MARGUERITE


def test_the_fact_of_a_short_note_is_more_than_a_post() -> None:
    facts = words_for(LUIS)["facts"]
    assert "transfer time" in facts.first  # type: ignore[attr-defined]
    assert "Ingrid Solhaugen’s work" in words_for(INGRID)["facts"].first_of  # type: ignore[attr-defined]


def test_without_a_fact_the_letter_says_what_is_missing() -> None:
    facts = words_for(Materials(Sender("Jo Park"), Reader("Ann Roe"), date(2026, 4, 14)))["facts"]
    missing = "[[put in one fact about Ann Roe or their work, with its source]]"
    assert {facts.told, facts.told_of, facts.first, facts.shortest} == {missing}  # type: ignore[attr-defined]


def test_every_name_that_a_file_may_use_is_there_and_nothing_else() -> None:
    assert words_for(MARGUERITE).keys() == NAMES.keys()

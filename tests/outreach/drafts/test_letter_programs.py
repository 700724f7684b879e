"""Programs in sentences, however a source or the user put them."""

from __future__ import annotations

import pytest

from outreach.drafts.letter_programs import Voice, begins_as_deed, program_clause, result_clause

YOU = Voice("you", "your", is_you=True, names=("Tim Roe", "Tim"))


@pytest.mark.parametrize(
    ("what", "result", "period", "when", "words", "more"),
    [
        ("Quiet Hours", "lowered alarms by 38%", "2024", "", "Quiet Hours lowered alarms by 38% in 2024", ""),
        ("Short-Stay Unit", "Boarding fell by 31 percent.", "the first six months", "",
         "with the Short-Stay Unit, boarding fell by 31 percent in the first six months", ""),
        ("One Form", "Zetamed now takes two days", "", "", "Zetamed now takes two days with One Form", ""),
        ("Led First Hour", "Deaths fell from 14 percent to 9 percent", "2021 to 2023", "", "you led First Hour",
         "deaths fell from 14 percent to 9 percent between 2021 and 2023"),
        ("Led First Hour", "reduced deaths", "", "", "you led First Hour", "it reduced deaths"),
        ("Tim created the strategy", "", "", "", "you created the strategy", ""),
        ("she opened its new wing", "", "", "", "you opened its new wing", ""),
        ("leading the stroke program", "", "", "from 2019 to 2021",
         "your work has included leading the stroke program from 2019 to 2021", ""),
        ("opening of its new clinic", "", "", "", "your work has included the opening of its new clinic", ""),
        ("Under her leadership, the desk answered 9 of 10 calls", "", "", "",
         "under your leadership, the desk answered 9 of 10 calls", ""),
        ("The nurses say that he let them draw the plan", "", "", "",
         "the record says: “The nurses say that he let them draw the plan”", ""),
        ("The unit cut waits by a third in 2024", "cut waits by a third", "2024", "in 2024",
         "the unit cut waits by a third in 2024", ""),
    ],
)  # fmt: skip
def test_deeds_and_results_are_clauses(what: str, result: str, period: str, when: str, words: str, more: str) -> None:
    told = program_clause(what, result, period, when, YOU)
    assert (told.words, told.more, told.is_clause) == (words, more, True)


@pytest.mark.parametrize(
    ("what", "result", "words"),
    [
        ("its new clinic", "", "your new clinic"),
        ("Same-Day Hips", "a stay of nine hours", "Same-Day Hips and its result, a stay of nine hours"),
        ("Phase One of our Cancer Center", "welcome more patients",
         "Phase One of your Cancer Center and its result, “welcome more patients”"),
    ],
)  # fmt: skip
def test_names_and_things_go_on_after_about(what: str, result: str, words: str) -> None:
    told = program_clause(what, result, "", "", YOU)
    assert (told.words, told.is_clause) == (words, False)


def test_somebody_is_told_of_by_name() -> None:
    them = Voice("Dr. Roe", "Dr. Roe’s", is_you=False)
    assert program_clause("its new clinic", "", "", "", them).words == "Dr. Roe’s new clinic"
    assert program_clause("Led First Hour", "", "", "", them).words == "Dr. Roe led First Hour"


def test_the_result_of_a_record_is_a_sentence_of_its_own() -> None:
    assert result_clause("Quiet Hours", "", "2024") == ""
    assert (
        result_clause("Quiet Hours", "a quiet night", "") == "the result of Quiet Hours and its result, a quiet night"
    )


def test_a_deed_begins_with_what_somebody_did() -> None:
    assert begins_as_deed("Led the program.")
    assert not begins_as_deed("Quiet Hours")

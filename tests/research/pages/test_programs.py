"""Programs with their results and periods."""

import pytest

from research.pages.model import PersonFound
from research.pages.programs import object_of, programs_of


def programs(*passages, others=("Bo Roe",)):
    found = programs_of(PersonFound("Ana Larkin", passages=passages), others)
    return [(program.what, program.result, program.period) for program in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Larkin launched a sepsis program that reduced deaths by 30 percent in 2019.",
         [("launched a sepsis program", "reduced deaths by 30 percent in 2019", "2019")]),
        ("She led the redesign of the emergency department, cutting waiting times by 25%.",
         [("led the redesign of the emergency department", "cutting waiting times by 25%", "")]),
        ("Larkin reduced nurse turnover by 12 percentage points.",
         [("reduced nurse turnover by 12 percentage points", "reduced nurse turnover by 12 percentage points", "")]),
        ((
            "Under her leadership, the hospi"
            "tal opened a new cancer center."
        ), [("the hospital opened a new cancer center", "", "")]),
        ((
            "She helped launch the Elm"
            " nurse residency program."
        ), [("helped launch the Elm nurse residency program", "", "")]),
        ((
            "Her accomplishments include design of three clinics and execution of a purchasing plan "
            "that reduced cost per visit."
        ), None),
    ],
)  # fmt: skip
def test_a_program_is_read_with_the_result_that_the_text_ties_to_it(sentence, expected):
    if expected is None:
        assert ("execution of a purchasing plan", "reduced cost per visit") in [
            (w, r) for w, r, _ in programs(sentence)
        ]
    else:
        assert programs(sentence) == expected


def test_the_next_sentence_may_hold_the_result():
    found = programs(
        "Larkin launched a falls prevention program.", "The program reduced falls with injury by 40 percent."
    )
    assert found == [("launched a falls prevention program", "reduced falls with injury by 40 percent", "")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Larkin launched a sepsis program that aims to reduce deaths by 30 percent.",
        "Larkin launched a sepsis program with the goal of reducing deaths by 30 percent.",
        "Larkin launched a sepsis program; nationally, such programs reduce deaths by 30 percent.",
        "Larkin launched a sepsis program, which is expected to save $2 million.",
    ],
)
def test_aims_forecasts_and_national_figures_are_no_results(sentence):
    assert [result for _, result, _ in programs(sentence)] in ([""], [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Larkin is responsible for leading the quality program.",
        "She will launch a sepsis program.",
        "Larkin leads a team of 40 nurses.",
        "She completed a fellowship program at Elm University.",
        "She has experience in developing programs.",
        "Bo Roe launched a sepsis program.",
        "Larkin succeeds Bo Roe, who launched a sepsis program.",
        "Larkin started her career as a nurse.",
        "She improved outcomes for patients.",
        "“I launched a sepsis program that reduced deaths by 30 percent,” said Larkin.",
    ],
)
def test_duties_plans_careers_and_others_deeds_are_no_programs(sentence):
    assert programs(sentence) == []


def test_an_initial_ends_no_program():
    assert object_of("the Bo C. Roe nursing program in 2019") == "the Bo C. Roe nursing program"
    assert object_of("a nursing program. It grew.") == "a nursing program"

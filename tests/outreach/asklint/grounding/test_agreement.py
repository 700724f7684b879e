"""How much rounding a reader accepts."""

from __future__ import annotations

from datetime import date

import pytest

from outreach.asklint.grounding.agreement import holds
from outreach.asklint.grounding.figures import figures_of
from outreach.asklint.grounding.known_text import known_text
from outreach.asklint.types import Known


def agrees(said: str, fact: str, today: date | None = None) -> bool:
    text = known_text(Known(facts=(fact,)))
    figure = figures_of(said)[0]
    return any(holds(figure, of, text, today) for of in text.figures)


@pytest.mark.parametrize(
    ("said", "fact"),
    [("nearly 700 beds", "It has 690 beds."), ("about 40%", "Alarms fell by 38%."),
     ("more than a third", "Alarms fell by 38%."),
     ("thirty-eight percent", "Alarms fell by 38%."), ("1.2 million visits", "It counts 1,204,000 visits."),
     ("38%", "Alarms fell by 38.4%."), ("12,000 visits", "It counts 12,043 visits."),
     ("a third", "One in three nurses stayed."),
     ("doubled", "Visits rose from 40 to 80."), ("halved", "Visits fell from 80 to 40."),
     ("by more than half", "Waits fell from 211 to 94 minutes."),
     ("117 minutes", "Waits fell from 211 to 94 minutes."), ("an hour and a half", "The wait is 94 minutes."),
     ("95 minutes", "Waits last 90 to 100 minutes."), ("90 to 100 minutes", "The wait is 94 minutes."),
     ("690 bed", "It has 690 beds."),
     ("in the 2010s", "He came in 2018."), ("spring of 2020", "It began in March 2020."),
     ("two days", "Calls come within 48 hours."),
     ("over $4 million", "The margin was $4.2 million."), ("1,200 physicians", "It has 1,200 doctors."),
     ("six years", "It ran from 2012 to 2018."), ("dozens of units", "It has 42 units.")],
)  # fmt: skip
def test_a_fair_way_to_say_a_figure_agrees(said: str, fact: str) -> None:
    assert agrees(said, fact)


@pytest.mark.parametrize(
    ("said", "fact"),
    [("700 beds", "It has 690 beds."), ("48%", "Alarms fell by 38%."), ("more than a third", "Alarms fell by 30%."),
     ("over 50 beds", "It has 48 beds."), ("nearly half", "Alarms fell by 38%."),
     ("690 hospitals", "It has 690 beds in 3 hospitals."),
     ("94 hours", "The wait is 94 minutes."), ("94%", "The wait is 94 minutes."),
     ("tripled", "Visits rose from 40 to 80."),
     ("March 2021", "It began in 2021."), ("since 2019", "He came in 2018."),
     ("fall of 2020", "It began in March 2020."),
     ("the 1990s", "He came in 2018."), ("for the third time", "It was chosen for the second time."),
     ("about 60 beds", "It has 48 beds.")],
)  # fmt: skip
def test_another_figure_does_not(said: str, fact: str) -> None:
    assert not agrees(said, fact)


def test_years_since_a_start_depend_on_today() -> None:
    fact = "She has led it since 2018."
    assert agrees("for eight years", fact, date(2026, 5, 1))
    assert agrees("nearly a decade", fact, date(2027, 5, 1))
    assert not agrees("for fifteen years", fact, date(2026, 5, 1))
    assert agrees("for eight years", fact)
    assert not agrees("for thirty years", fact)

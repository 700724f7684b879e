"""The day that an absence note tells."""

from __future__ import annotations

from datetime import date

import pytest

from outreach.articles.mail_in.away import away_until

SENT = date(2025, 3, 3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I am out of the office until March 14, 2025.", date(2025, 3, 14)),
        ("I am out from March 5 and return on Monday, March 17.", date(2025, 3, 17)),
        ("I will be traveling on March 10-21.", date(2025, 3, 21)),
        ("I will be back in the office on 1/6.", date(2026, 1, 6)),
        ("Ich bin bis einschließlich 14.03.2025 nicht im Büro.", date(2025, 3, 14)),
        ("Ich bin ab dem 17. März wieder im Büro.", date(2025, 3, 17)),
        ("Estaré fuera hasta el 14 de marzo de 2025.", date(2025, 3, 14)),
        ("Je suis absente jusqu'au 14 mars.", date(2025, 3, 14)),
        ("Estarei ausente até 14/03/2025.", date(2025, 3, 14)),
        ("I will be back on Monday.", date(2025, 3, 10)),
        ("I am away.", None),
        ("The hospital opened on March 5, 2019.", None),
        ("I am away until February 31, 2025.", None),
    ],
)
def test_the_day_is_read_as_it_is_told(text: str, day: date | None) -> None:
    assert away_until(text, SENT) == day


def test_without_the_day_of_the_message_only_whole_dates_count() -> None:
    assert away_until("Out until March 14, 2025.", None) == date(2025, 3, 14)
    assert away_until("Out until March 14.", None) is None
    assert away_until("Back on Monday.", None) is None

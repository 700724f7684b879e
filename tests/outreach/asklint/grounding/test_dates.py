"""Dates are read in the forms in which people write them."""

from __future__ import annotations

import pytest

from outreach.asklint.grounding.dates import dates_in
from outreach.asklint.grounding.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [("2021", (2021, 0, 0, "", 0)), ("March 2021", (2021, 3, 0, "", 0)), ("March of 2021", (2021, 3, 0, "", 0)),
     ("March 4, 2021", (2021, 3, 4, "", 0)), ("4 March 2021", (2021, 3, 4, "", 0)), ("May 4", (0, 5, 4, "", 0)),
     ("the 4th of March", (0, 3, 4, "", 0)), ("spring of 2019", (2019, 0, 0, "spring", 0)),
     ("mid-2020", (2020, 0, 0, "mid", 0)),
     ("the 2010s", (2010, 0, 0, "", 2019)), ("the nineties", (1990, 0, 0, "", 1999)), ("3/4/2021", (2021, 3, 4, "", 0)),
     ("2021-03-04", (2021, 3, 4, "", 0)), ("2020-22", (2020, 0, 0, "", 2022)), ("June 8 to 26", (0, 6, 8, "", 0)),
     ("between 5 and 23 October", (0, 10, 5, "", 0))],
)  # fmt: skip
def test_a_date_is_read(text: str, parts: tuple[int, int, int, str, int]) -> None:
    assert [found for _, _, found in dates_in(tokens_of(text))] == [parts]


@pytest.mark.parametrize("text", ["2000 nurses", "$1950", "you may call", "they march on", "96 beds", "in May"])
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    assert list(dates_in(tokens_of(text))) == []

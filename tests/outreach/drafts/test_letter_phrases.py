"""What clauses of facts are made of."""

from __future__ import annotations

import pytest

from outreach.drafts import letter_phrases as phrases
from outreach.drafts.letter_programs import Voice
from outreach.drafts.letter_values import CitedFact, Value

YOU = Voice("you", "your", is_you=True)
EXACT = Voice("Ann Roe", "Ann Roe’s", is_you=False, exact=True)


@pytest.mark.parametrize(
    ("text", "said"), [("“No.”", "“No.”"), ('He said "no"', "“He said ‘no’”"), ("“A” and “B", "“‘A’ and ‘B”")]
)
def test_quotation_marks(text: str, said: str) -> None:
    assert phrases.quoted(text) == said


@pytest.mark.parametrize(
    ("value", "said"), [(4200, "4,200"), (3.5, "3.5"), (812.45, "812"), (4.0, "4"), (float("inf"), "inf"), ("x", "x")]
)
def test_numbers(value: Value, said: str) -> None:
    assert phrases.number_of(value) == said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("President", "President of Mill Hospital"),
        ("CEO", "CEO of Mill Hospital"),
        ("Controller", "Controller at Mill Hospital"),
        ("Vice President of Quality", "Vice President of Quality at Mill Hospital"),
        ("Director, Quality", "Director, Quality, at Mill Hospital"),
        ("President of Mill Hospital", "President of Mill Hospital"),
    ],
)
def test_a_post_is_of_a_house_or_at_it(title: str, said: str) -> None:
    assert phrases.post_at(title, "Mill Hospital") == said


def test_dates_are_years_to_the_reader_and_exact_for_the_check() -> None:
    fact = CitedFact(1, "grant", "Falls", starts="2021-04-01", ends="2024-03-31")
    assert phrases.span_of(fact, YOU) == " from 2021 to 2024"
    assert phrases.span_of(fact, EXACT) == " from April 1, 2021 to March 31, 2024"
    one_year = CitedFact(1, "grant", "Falls", starts="2021-04", ends="2021-06")
    assert phrases.span_of(one_year, YOU) == " from April 2021 to June 2021"
    assert phrases.when_of(CitedFact(1, "award", "Lamp of 2019", starts="2019"), YOU) == "", "the words name the year"


def test_a_house_without_a_name_is_theirs() -> None:
    assert phrases.house_of(CitedFact(1, "beds", 12), YOU) == "your organization"


def test_the_first_detail_that_is_there_counts() -> None:
    fact = CitedFact(1, "public_service", "x", details={"body": " ", "agency": "Health Agency"})
    assert phrases.detail_of(fact, "body", "agency") == "Health Agency"
    assert phrases.detail_of(fact, "show") == ""

"""Titles are one title in all their forms."""

from __future__ import annotations

import pytest

from outreach.asklint.grounding.job_titles import known_titles, title_is_known, titles_in
from outreach.asklint.grounding.tokens import tokens_of

CONFIRMED = (
    "President and Chief Executive Officer",
    "Vice President of Patient Care Services",
    "Chief Nursing Executive",
)


@pytest.mark.parametrize(
    "text",
    ["CEO", "chief executive officer", "Chief Executive", "president", "President & CEO", "vice president", "CNE",
     "vice president of patient care", "VP", "chief nurse executive"],
)  # fmt: skip
def test_a_confirmed_title_is_known_in_another_form(text: str) -> None:
    known = known_titles(CONFIRMED)
    found = list(titles_in(tokens_of(text)))
    assert found
    assert all(title_is_known(title, known) for title in found)


@pytest.mark.parametrize("text", ["CNO", "Chief Operating Officer", "chairman", "dean", "vice president of finance"])
def test_another_title_is_not(text: str) -> None:
    assert [title_is_known(title, known_titles(CONFIRMED)) for title in titles_in(tokens_of(text))] == [False]


def test_president_is_no_short_form_of_vice_president() -> None:
    known = known_titles(("Vice President of Nursing",))
    assert not title_is_known(next(titles_in(tokens_of("president"))), known)

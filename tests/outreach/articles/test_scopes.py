"""What a venue lets people approve, and why something else cannot be asked."""

from __future__ import annotations

from datetime import date

import pytest

from outreach.articles.scopes import allowed_in
from outreach.projects.venue_files import Venue, VenuePage

PAGE = VenuePage("https://lakes.example.org/rules", date(2026, 11, 2), ("source_review",))


def venue(review: str) -> Venue:
    return Venue("lakes", "Lakes Letter", source_review=review, pages=(PAGE,))


@pytest.mark.parametrize(
    ("review", "scopes"),
    [("whole", ("facts", "quotes", "whole")), ("quotes and facts", ("facts", "quotes")), ("none", ()), ("", ())],
)
def test_what_the_venue_promises_can_be_asked_and_nothing_more(review: str, scopes: tuple[str, ...]) -> None:
    found = allowed_in(venue(review))
    assert found.scopes == scopes
    assert found.usual == (scopes[-1] if scopes else "")


def test_a_refusal_says_the_rule_its_page_and_what_may_be_asked() -> None:
    assert allowed_in(venue("quotes and facts")).refusal_of("whole") == (
        "You cannot ask somebody to approve the whole text. This venue lets people check what they "
        "are quoted with, and the facts, but not the text. Read on https://lakes.example.org/rules. You may ask about "
        "the facts about them and their house or their quotations."
    )
    assert allowed_in(venue("none")).refusal_of("facts").endswith("You can promise and ask for nothing.")


def test_where_the_rule_is_not_known_the_editors_are_asked_first() -> None:
    found = allowed_in(venue(""))
    assert (found.is_unknown, found.url) == (True, "")
    assert "Ask the editors, and note what they said." in found.refusal_of("quotes")
    assert allowed_in(venue(""), "A. Rivas on Nov 12: all of it.").scopes == ("facts", "quotes", "whole")
    assert allowed_in(venue("none"), "A. Rivas on Nov 12: all of it.").scopes == ()


def test_a_text_without_a_venue_is_the_writer_s_own_and_one_that_is_gone_promises_nothing() -> None:
    assert allowed_in(None).scopes == ("facts", "quotes", "whole")
    assert allowed_in(Venue("gone", "")).scopes == ()

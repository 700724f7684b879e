"""What a request may promise follows from the venue."""

from __future__ import annotations

import pytest

from outreach.projects.models import SOURCE_REVIEWS
from outreach.projects.rules import promise
from outreach.projects.venue_files import Venue


@pytest.mark.parametrize("review", SOURCE_REVIEWS)
def test_every_rule_of_a_venue_says_what_may_be_promised(review: str) -> None:
    told = promise(Venue(key="v", name="A venue", source_review=review))
    assert told.source_review == review
    assert told.sentences
    assert told.why


@pytest.mark.parametrize("review", ["none", "quotes and facts", ""])
def test_approval_is_promised_only_where_the_venue_allows_it(review: str) -> None:
    told = promise(Venue(key="v", name="A venue", source_review=review))
    assert not any("approv" in sentence for sentence in told.sentences)
    assert told.never


def test_a_text_without_a_venue_is_its_writers_to_show() -> None:
    assert any("approval" in sentence for sentence in promise(None).sentences)

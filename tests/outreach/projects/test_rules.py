"""What a request may promise follows from the venue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from outreach.projects.models import SOURCE_REVIEWS
from outreach.projects.rules import (
    appears_on,
    days_left,
    lacking,
    lead_time_words,
    length_words,
    lines,
    promise,
    read_count,
    sources,
)
from outreach.projects.venue_files import Venue, VenuePage


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


def test_what_one_venue_forbids_is_said_in_the_sentences_that_others_allow() -> None:
    allowed = {review: promise(Venue(key="v", name="V", source_review=review)) for review in SOURCE_REVIEWS}
    assert allowed["whole"].withheld == ()
    assert allowed["quotes and facts"].withheld == allowed["whole"].sentences[1:]
    for review in ("none", ""):
        assert set(allowed[review].withheld) == {
            *allowed["whole"].sentences[1:], *allowed["quotes and facts"].sentences[1:],
        }  # fmt: skip
    for told in allowed.values():
        assert not set(told.sentences) & set(told.withheld)


@pytest.mark.parametrize(
    ("shortest", "longest", "words"),
    [
        (1000, 1200, "1,000 to 1,200 words"), (900, 900, "900 words"), (None, 1500, "up to 1,500 words"),
        (600, None, "from 600 words"), (None, None, ""),
    ],
)  # fmt: skip
def test_a_length_is_said_in_words(shortest: int | None, longest: int | None, words: str) -> None:
    assert length_words(shortest, longest) == words


def test_a_lead_time_is_said_in_words() -> None:
    assert lead_time_words(1) == "1 day from handing in to publication"
    assert lead_time_words(None) == ""


def test_each_rule_stands_with_the_page_that_told_it() -> None:
    length, other = VenuePage("https://a.example.org", None, ("length",)), VenuePage("https://b.example.org", None)
    venue = Venue(key="v", name="V", longest_words=900, exclusivity="Yes.", pages=(other, length))
    told = {line.label: (line.words, line.page) for line in lines(venue)}
    assert told["Length"] == ("up to 900 words", length)
    assert told["Exclusive"] == ("Yes.", None)
    assert told["Lead time"] == told["People in the text"] == ("", None)


def test_of_several_pages_each_says_what_it_told() -> None:
    one, other = (
        VenuePage("https://a.example.org", None, tells) for tells in (("readers", "length"), ("exclusivity",))
    )
    assert sources(Venue(key="v", name="V", pages=(one,))) == (("", one),)
    told = sources(Venue(key="v", name="V", pages=(one, other)))
    assert told == (("Readers and length", one), ("Exclusivity", other))


@dataclass
class Plan:
    topic: str = ""
    readers: str = ""
    question: str = ""


def test_what_a_project_lacks_is_named() -> None:
    assert len(lacking(Plan(), None)) == 4
    whole = Plan("keys", "staff", "it went")
    assert lacking(whole, Venue(key="v", name="V")) == ()
    assert "no longer here" in lacking(whole, Venue(key="v", name=""))[0]


@pytest.mark.parametrize(
    ("day", "words"), [(21, "1 day left"), (25, "5 days left"), (20, "due today"), (18, "2 days late")]
)
def test_days_are_counted_to_the_day_it_is_due(day: int, words: str) -> None:
    assert days_left(date(2026, 11, day), date(2026, 11, 20)) == words
    assert days_left(None, date(2026, 11, 20)) == ""


def test_it_appears_as_many_days_later_as_the_venue_needs() -> None:
    venue = Venue(key="v", name="V", lead_time_days=28)
    assert appears_on(date(2027, 2, 1), venue) == date(2027, 3, 1)
    assert appears_on(date.max, venue) is None
    assert appears_on(None, venue) is appears_on(date(2027, 2, 1), None) is None


@pytest.mark.parametrize(("text", "number"), [("", None), (" 1,200 ", 1200), ("1000000", 1_000_000)])
def test_a_count_is_read_as_it_is_written(text: str, number: int | None) -> None:
    assert read_count(text) == number


@pytest.mark.parametrize("text", ["0", "-1", "1.5", "many", "²", "9999999", "9" * 5000])
def test_what_is_no_count_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match="Enter a"):
        read_count(text)

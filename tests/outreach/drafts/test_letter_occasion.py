"""Length, window, appointment and what else a letter is about this time."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from outreach.drafts.letter_occasion import OccasionWords
from outreach.drafts.letter_values import Occasion, Promise

TODAY = date(2026, 5, 20)
AT = datetime(2026, 5, 19, 10, 0, tzinfo=UTC)


def occasion(zone: str = "", **given: object) -> OccasionWords:
    return OccasionWords(Occasion(**given), TODAY, zone)  # type: ignore[arg-type]


def test_what_has_a_usual_answer_is_never_unfinished() -> None:
    assert (occasion().minutes, occasion().form, occasion().questions) == (
        "20 minutes",
        "by phone or video",
        "five questions",
    )
    assert (occasion(minutes=1).minutes, occasion(questions=0).questions) == ("one minute", "one question")


@pytest.mark.parametrize(
    "name",
    [
        "window",
        "appointment",
        "day",
        "place",
        "they_said",
        "new_since",
        "answer_by",
        "loss",
        "advice",
        "tried",
        "happened",
    ],
)
def test_what_only_the_user_knows_is_an_unfinished_place(name: str) -> None:
    found = getattr(occasion(), name)
    assert found.startswith("[[")
    assert found.endswith("]]")


@pytest.mark.parametrize(
    "name",
    ["it_changed", "promise", "gift", "version", "version_in_brackets", "closes", "page", "remembered"],
)
def test_what_may_be_left_out_is_empty(name: str) -> None:
    assert getattr(occasion(), name) == ""


def test_the_appointment_is_in_the_zone_of_the_leader() -> None:
    assert occasion("America/Chicago", interview_at=AT).appointment == "Tuesday, May 19, at 10:00 AM Central time"
    assert occasion("Africa/Lagos", interview_at=AT).appointment == "Tuesday, May 19, at 10:00 AM"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (AT, "yesterday’s conversation"),
        (datetime(2026, 5, 20, 9, tzinfo=UTC), "our conversation"),
        (datetime(2026, 5, 12, 9, tzinfo=UTC), "our conversation on May 12"),
    ],
)
def test_the_conversation_is_named_by_its_day(at: datetime, said: str) -> None:
    assert occasion(interview_at=at).conversation == said


def test_one_promise_with_its_day() -> None:
    promises = (Promise("I will send you the draft.", date(2026, 6, 12)), Promise("call"))
    assert occasion(promises=promises).promise == "I will send you the draft by June 12."
    assert occasion(promises=(Promise("call"),)).promise == "I will call."


def test_a_promise_goes_on_as_a_verb_and_one_whose_day_is_over_is_not_promised_again() -> None:
    assert occasion(promises=(Promise("Send the paper"),)).promise == "I will send the paper."
    assert occasion(promises=(Promise("CC her office"),)).promise == "I will CC her office."
    assert occasion(promises=(Promise("Call", date(2001, 6, 12)),)).promise == ""


def test_words_of_the_user_fit_into_their_sentences() -> None:
    given = occasion(they_said="That nurses drew the plan.", gift="the attached summary.", new_since="it moved")
    assert (given.they_said, given.gift, given.new_since) == ("nurses drew the plan", "summary", "It moved.")


def test_version_and_where_to_look() -> None:
    given = occasion(version=3, words=1080, look_at=("Your four quotations", "the figures"))
    assert (given.version, given.version_in_brackets) == ("version 3 (1,080 words)", " (version 3)")
    assert (given.look_at, given.first_place) == ("your four quotations and the figures", "your four quotations")
    assert occasion(words=900).version == "(900 words)"


def test_the_earlier_note_is_named_by_its_day() -> None:
    given = occasion(wrote_on=date(2026, 4, 14))
    assert (given.wrote, given.wrote_first, given.sent) == (
        "my note of April 14",
        "My note of April 14",
        "On April 14 I sent",
    )
    assert occasion().wrote == "my earlier note"

"""What is otherwise than on a print, in sentences."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from outreach.briefs import difference_words as words
from outreach.briefs.difference_words import Page
from outreach.briefs.material import Between, Leader, Material, Meeting

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)  # a Friday
SAID = {
    "name": "Inés", "title": "COO", "organization": "Harrow Lake", "day": "Thu, Dec 3, 2026", "time": "2:00–2:20 PM",
    "place": "Hall A", "session": "Boarding", "stopped": "", "between": ["touch:1"],
}  # fmt: skip
PAGE = Page("Inés", 2, SAID)


def material(**named: object) -> Material:
    meeting = Meeting(day="Thu, Dec 3, 2026", time="2:00–2:20 PM", place="Hall A", session="Boarding")
    values = {"leader": Leader("Inés", title="COO", organization="Harrow Lake"), "meeting": meeting, **named}
    return Material(made_on=NOW.date(), made_for="Alice", **values)


def told(found) -> list[str]:
    return [one.words for one in found]


def test_what_is_the_same_is_no_difference():
    now = material(between=(Between("touch:1", "met", date(2026, 10, 1), "Other words for the same"),))
    for compare in (words.of_meeting, words.of_post, words.of_stopping):
        assert told(compare(PAGE, now)) == []
    assert told(words.of_between(PAGE, now, NOW.date())) == []


@pytest.mark.parametrize(
    ("meeting", "said"),
    [
        (Meeting(day="Thu, Dec 3, 2026", time="2:30–2:50 PM", place="Hall A", session="Boarding"),
         ["The meeting moved from 2:00–2:20 PM to 2:30–2:50 PM."]),
        (Meeting(day="Fri, Dec 4, 2026", time="2:00–2:20 PM", place="Hall A", session="Boarding"),
         ["The meeting moved from Thu, Dec 3, 2026, 2:00–2:20 PM to Fri, Dec 4, 2026, 2:00–2:20 PM."]),
        (Meeting(place="Hall A", session="Boarding"),
         ["There is no time for the meeting any more. It was Thu, Dec 3, 2026, 2:00–2:20 PM."]),
        (Meeting(day="Thu, Dec 3, 2026", time="2:00–2:20 PM", place="Hall B", session=""),
         ["The meeting is now at Hall B, not at Hall A.", "“Boarding” is no longer in the program."]),
        (Meeting(day="Thu, Dec 3, 2026", time="2:00–2:20 PM", session="Nights"),
         ["There is no place for the meeting any more. It was Hall A.",
          "The session is now “Nights”. It was “Boarding”."]),
    ],
)  # fmt: skip
def test_a_meeting_that_moved_says_from_where_to_where(meeting, said):
    assert told(words.of_meeting(PAGE, material(meeting=meeting))) == said


def test_a_meeting_that_got_a_time_a_place_and_a_session():
    page = Page("Inés", 2, {**SAID, "day": "", "time": "", "place": "", "session": ""})
    assert told(words.of_meeting(page, material())) == [
        "The meeting has a time now: Thu, Dec 3, 2026, 2:00–2:20 PM.", "The meeting has a place now: Hall A.",
        "A session is in the program now: “Boarding”.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("leader", "said"),
    [
        (Leader("Inés", title="CEO", organization="Harrow Lake"), ["The post is now CEO, Harrow Lake."]),
        (Leader("Inés"), ["The post is not settled any more. The print says COO, Harrow Lake."]),
        (Leader("Inés Okafor", title="COO", organization="Harrow Lake"),
         ["The name is now Inés Okafor. The print says Inés."]),
    ],
)  # fmt: skip
def test_another_post_and_another_name(leader, said):
    assert told(words.of_post(PAGE, material(leader=leader))) == said


def test_the_newest_contact_and_each_promise_are_told():
    since = NOW.date()
    now = material(
        between=(
            Between("touch:3", "gave", since + timedelta(days=2), "A reading list"),
            Between("touch:2", "met", since, "In the hall"),
            Between("touch:9", "met", since - timedelta(days=50), "Noted late"),
            Between("promise:4", "promised", since, "The summary, by Dec 1, 2026"),
        )
    )
    assert told(words.of_between(PAGE, now, since)) == [
        "You gave on Nov 22, 2026: A reading list.", "You promised: The summary, by Dec 1, 2026.",
    ]  # fmt: skip


def test_that_nothing_may_be_asked_any_more_is_told():
    assert told(words.of_stopping(PAGE, material(stopped="Everything is paused until Dec 20, 2026."))) == [
        "Everything is paused until Dec 20, 2026."
    ]
    page = Page("Inés", 2, {**SAID, "stopped": "Everything is paused."})
    assert told(words.of_stopping(page, material())) == ["Something may be asked again."]


def test_the_event_itself():
    before = {"name": "Forum", "place": "Duluth", "starts_on": "", "ends_on": ""}
    assert list(words.of_event(before, {"name": "Forum", "place": "Duluth"}, ("Thu", "Thu"))) == []
    assert told(words.of_event(before, {"name": "Lakes Forum", "place": ""}, ("Thu", "Fri"))) == [
        "The event is now called Lakes Forum.", "The event is now on Fri.", "The event has no place any more.",
    ]  # fmt: skip


def test_people_who_are_gone_for_good_have_no_name():
    assert words.forgotten(1).words == "One person of this print is no longer kept here. Take the page out."
    assert words.forgotten(12).words == "12 people of this print are no longer kept here. Take their pages out."
    assert words.forgotten(1).name == ""


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (NOW - timedelta(hours=2), "your print of today, 10:00 AM"),
        (NOW - timedelta(days=1), "your print of Thursday"),
        (NOW - timedelta(days=5), "your print of Sunday"),
        (NOW - timedelta(days=7), "your print of Nov 13, 2026"),
    ],
)
def test_since_when_is_said_as_people_say_it(made, said):
    assert words.print_words(made, NOW) == said


def test_the_sum_is_a_sentence():
    assert words.summary(0, "your print of Friday") == "Nothing has changed since your print of Friday."
    assert words.summary(1, "your print of Friday") == "One change since your print of Friday."
    assert words.summary(14, "your print of Friday") == "14 changes since your print of Friday."

"""Reading what a phone sends, whatever it is; when it was noted; what the last press says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from outreach.errors import Refused
from outreach.events import floor_rules
from outreach.events.floor_rules import Press, Unread

NOW = datetime(2026, 12, 3, 17, 0, tzinfo=UTC)
KEY = "0123456789abcdef"


def read(**sent):
    return floor_rules.read_batch({"notes": [{"key": KEY, "kind": "note", "words": "Hello", **sent}]}, NOW)[0]


def test_a_note_is_read_with_its_day_and_the_moment_it_was_made():
    press = read(noted_at="2026-12-03T16:40:00.000Z", appearance=4, person=9, due_on="2026-12-10")
    made_at = datetime(2026, 12, 3, 16, 40, tzinfo=UTC)
    assert press == Press(KEY, "note", "Hello", made_at, 4, 9, date(2026, 12, 10))


def test_what_is_no_list_of_notes_is_refused_as_a_whole():
    for sent in (None, [], 4, "notes", {"notes": {}}, {"notes": None}, {"notes": [{}] * 201}):
        with pytest.raises(Refused):
            floor_rules.read_batch(sent, NOW)


def test_a_note_that_cannot_be_kept_says_why_and_holds_no_other_up():
    wrong = (
        3, None, [], {"key": 4}, {"key": "short"}, {"key": "k" * 65}, {"key": KEY}, {"key": KEY, "kind": []},
        {"key": KEY, "kind": "note", "words": " \x00\ud800 "}, {"key": KEY, "kind": "note", "words": "x" * 2001},
        {"key": KEY, "kind": "undo"}, {"key": KEY, "kind": "undo", "undoes": [KEY]},
    )  # fmt: skip
    good = {"key": KEY, "kind": "met"}
    read_all = floor_rules.read_batch({"notes": [*wrong, good]}, NOW)
    assert [isinstance(one, Unread) for one in read_all] == [True] * len(wrong) + [False]
    assert all(one.words for one in read_all[:-1])


def test_what_beside_the_words_is_nonsense_counts_as_not_said():
    for number in (True, 0, -1, 2**63, 4.0, "4", None, [4]):
        assert read(appearance=number).appearance_id is None
    for day in ("2026-02-30", "0001-01-01", "9999-12-31", "soon", 20261210, "x" * 50):
        assert read(due_on=day).due_on is None
    for moment in ("yesterday", 5, None, "9999-12-31T23:59:59-14:00", "x" * 100):
        assert read(noted_at=moment).noted_at == NOW


def test_signs_that_cannot_be_stored_or_that_turn_text_around_are_taken_out():
    assert read(words="a\x00b\ud800c\u202ed\ne").words == "abcd\ne"


def test_a_phone_whose_clock_is_wrong_is_put_right_by_the_difference():
    slow = {"key": KEY, "kind": "met", "noted_at": "2020-01-01T00:00:00Z"}
    sent = {"sent_at": "2020-01-01T00:30:00Z", "notes": [slow]}
    assert floor_rules.read_batch(sent, NOW)[0].noted_at == NOW - timedelta(minutes=30)
    sent = {"sent_at": "0001-01-01T00:00:00Z", "notes": [{**slow, "noted_at": "9999-12-31T00:00:00Z"}]}
    assert floor_rules.read_batch(sent, NOW)[0].noted_at == NOW
    right = {"sent_at": "2026-12-03T16:59:00Z", "notes": [{**slow, "noted_at": "2026-12-03T16:00:00Z"}]}
    assert floor_rules.read_batch(right, NOW)[0].noted_at == NOW - timedelta(hours=1)


def test_no_note_is_of_the_future_or_older_than_its_event():
    first = NOW - timedelta(days=3)
    assert floor_rules.bounded(NOW + timedelta(hours=1), first, NOW) == NOW
    assert floor_rules.bounded(NOW - timedelta(days=9), first, NOW) == first
    assert floor_rules.bounded(NOW - timedelta(days=1), first, NOW) == NOW - timedelta(days=1)


def test_the_last_press_counts_and_a_promise_is_made_to_somebody_one_met():
    early, late = NOW - timedelta(hours=2), NOW
    assert floor_rules.outcome_of([(late, 1, "not_met"), (early, 2, "met")]) == ("not_met", late)
    assert floor_rules.outcome_of([(early, 1, "not_met"), (late, 2, "promised"), (late, 3, "note")]) == ("met", late)
    assert floor_rules.outcome_of([(early, 1, "note")]) is None

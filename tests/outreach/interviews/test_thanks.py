"""The clock of thanks, the place of a talk in words, and what the check of a thank-you knows of the notes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outreach.drafts import heard
from outreach.drafts import operations as drafts
from outreach.errors import Refused
from outreach.interviews import thanks
from tests import factories, ledger_factories
from tests.factories import NOON


@pytest.mark.parametrize(
    ("hours", "state"), [(0, "in_time"), (24, "in_time"), (25, "late"), (72, "late"), (73, "very_late")]
)
def test_the_clock_runs_from_the_end_of_the_talk(hours, state):
    found = thanks.clock(NOON - timedelta(hours=hours), NOON)
    assert found.state == state
    assert found.due == NOON - timedelta(hours=hours) + timedelta(hours=24)


@pytest.mark.parametrize(
    ("way", "place", "expected"),
    [
        ("phone", "(555) 555-0110", "by phone; I will call (555) 555-0110"),
        ("phone", "they call me", "by phone, they call me"),
        ("phone", "", "by phone"),
        ("video", "https://meet.example/x", "by video; the address is https://meet.example/x"),
        ("video", "", "by video"),
        ("in_person", "Room 4, north tower.", "in person, Room 4, north tower"),
        ("in_person", "", ""),
        ("written", "x", "in writing"),
    ],
)
def test_the_place_goes_on_after_the_time(session, way, place, expected):
    assert thanks.place_in_words(ledger_factories.make_interview(session, way=way, place=place)) == expected


def test_a_thank_you_knows_the_notes_and_own_thoughts_stay_out(session, by):
    row = ledger_factories.make_interview(session, starts_at=NOON - timedelta(hours=2), state="held",
                                          ended_at=NOON - timedelta(hours=1))  # fmt: skip
    ledger_factories.make_interview_note(session, row, text="The night shift chose the beds.")
    ledger_factories.make_interview_note(session, row, kind="own", text="She looked tired.")
    draft = thanks.begin(session, row, by)
    assert heard.heard(session, draft) == ("The night shift chose the beds.",)
    draft.body = "Dear Inés,\n\nThank you for the talk about budgets.\n\nWith thanks,\nAlice"
    rules = {one.rule for one in drafts.check(session, draft, draft.subject, draft.body, by.now).remarks}
    assert "thanks-without-substance" in rules
    told = draft.body.replace("budgets", "how the night shift chose its beds")
    rules = {one.rule for one in drafts.check(session, draft, draft.subject, told, by.now).remarks}
    assert "thanks-without-substance" not in rules


def test_a_deleted_note_of_thanks_is_begun_anew(session, by):
    row = ledger_factories.make_interview(session, starts_at=NOON, state="held", ended_at=NOON)
    first = thanks.begin(session, row, by)
    first.deleted_at = NOON
    first.body = "Another one"
    assert thanks.begin(session, row, by).id != first.id


def test_nobody_is_thanked_who_is_not_to_be_contacted(session, by):
    person = factories.make_person(session, do_not_contact_since=NOON, do_not_contact_reason="asked")
    row = ledger_factories.make_interview(session, person, starts_at=NOON, state="held", ended_at=NOON)
    with pytest.raises(Refused, match="not to be contacted"):
        thanks.begin(session, row, by)
    with pytest.raises(Refused, match="Nobody is noted"):
        thanks.begin_for_helper(session, row, by)

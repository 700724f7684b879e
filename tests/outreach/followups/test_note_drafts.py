"""A ladder's note begins in the thread of the request, goes to whoever answers, and adds something."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from outreach.errors import Refused
from outreach.followups import advance, note_drafts, operations
from outreach.followups.note_drafts import Adds
from outreach.people.operations import By
from tests import factories

SENT = datetime(2026, 11, 3, 15, tzinfo=UTC)
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
LATER = datetime(2026, 12, 9, 15, tzinfo=UTC)
NEW = "The newsletter has moved its issue to August, so June or July would serve just as well."


@pytest.fixture
def session(database):
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


@pytest.fixture
def by(session) -> By:
    return By(factories.make_user(session).id, NOW)


@pytest.fixture
def leader(session):
    return factories.make_person(session, name="Inés Okafor", addressed_as="Inés", time_zone="America/Chicago")


def begun(session, leader, by, **named):
    told = {"state": "sent", "sent_at": SENT, "written_by_id": by.user_id}
    draft = factories.make_draft(session, leader, project_id=factories.make_project(session).id, **told, **named)
    row = operations.begin(session, draft, SENT)
    advance.advance(session, NOW)
    return row


def test_pressed_twice_it_is_one_draft(session, leader, by):
    row = begun(session, leader, by)
    first = note_drafts.begin(session, row, 1, Adds(NEW), by)
    assert note_drafts.begin(session, row, 1, Adds("Something else."), by).id == first.id
    assert (first.answers_id, first.kind, first.project_id) == (row.draft_id, "reminder", row.draft.project_id)
    assert row.steps[0].draft_id == first.id


def test_a_draft_that_was_deleted_is_begun_anew(session, leader, by):
    row = begun(session, leader, by)
    first = note_drafts.begin(session, row, 1, Adds(NEW), by)
    first.deleted_at = NOW
    session.flush()
    assert note_drafts.begin(session, row, 1, Adds(NEW), By(by.user_id, NOW + timedelta(hours=1))).id != first.id


@pytest.mark.parametrize("place", [0, 2, 3])
def test_a_note_that_is_not_due_is_not_begun(session, leader, by, place):
    row = begun(session, leader, by)
    with pytest.raises(Refused, match="not due"):
        note_drafts.begin(session, row, place, Adds(NEW), by)


def test_after_an_answer_no_note_is_begun(session, leader, by):
    row = begun(session, leader, by)
    operations.stop(session, row, by)
    with pytest.raises(Refused):
        note_drafts.begin(session, row, 1, Adds(NEW), by)


@pytest.mark.parametrize("said", [NEW, NEW.upper(), f"  {NEW[:-1]} "])
def test_what_stood_in_an_earlier_letter_is_nothing_new(session, leader, by, said):
    row = begun(session, leader, by, body=f"Dear Inés,\n\n{NEW}\n\nJordan")
    with pytest.raises(Refused, match="earlier letter"):
        note_drafts.begin(session, row, 1, Adds(said), by)


def test_the_last_note_goes_to_the_assistant_where_one_is_known(session, leader, by):
    assistant = factories.make_person(session, name="Dana Whitfield", addressed_as="Dana", kind="assistant")
    factories.make_contact(session, leader, person_id=assistant.id)
    row = begun(session, leader, by)
    first = note_drafts.begin(session, row, 1, Adds(NEW), by)
    assert first.to_person_id is None
    first.state, first.sent_at = "sent", NOW
    session.flush()
    advance.advance(session, LATER)
    last = note_drafts.begin(session, row, 2, Adds(gift="summary of five hospitals’ lists"), By(by.user_id, LATER))
    assert (last.to_person_id, last.answers_id) == (assistant.id, first.id)
    assert last.body.startswith("Dear Dana,")
    assert "the attached summary of five hospitals’ lists" in last.body


def test_a_note_goes_to_whoever_got_the_request(session, leader, by):
    assistant = factories.make_person(session, name="Dana Whitfield", addressed_as="Dana", kind="assistant")
    row = begun(session, leader, by, kind="assistant-request", to_person_id=assistant.id)
    assert note_drafts.begin(session, row, 1, Adds(NEW), by).to_person_id == assistant.id


def test_what_was_found_since_may_be_what_is_new(session, leader, by):
    row = begun(session, leader, by)
    for days in (-9, 9):
        fact = factories.make_fact(session, person_id=leader.id, created_at=SENT + timedelta(days=days))
        factories.make_fact_claim(session, fact)
    assert len(note_drafts.news_since(session, operations.look_at(session, row, NOW), NOW.date())) == 1

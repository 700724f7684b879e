"""A form that was sent twice makes one row."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outreach.people.models import PersonNote
from outreach.sent_twice import WITHIN, hold, just_made
from tests import factories
from tests.factories import NOON


@pytest.fixture
def workspace(database) -> int:
    """A workspace."""
    return factories.make_workspace(database)


def found(session, text="Met at the fall meeting.", after=timedelta(seconds=1)):
    return just_made(session, PersonNote, NOON + after, text=text)


def test_the_newest_row_with_the_same_words_is_found_for_a_while(database, workspace):
    with database.session_for(workspace) as session:
        person = factories.make_person(session)
        first, second = (factories.make_note(session, person, text="Met at the fall meeting.") for _ in range(2))
        hold(session, PersonNote.id, first.id)
        assert found(session) is second
        assert found(session, after=WITHIN + timedelta(seconds=1)) is None
        assert found(session, text="Met in spring.") is None
        assert found(session, after=-timedelta(days=1)) is None, "a clock that was set back"


def test_of_two_presses_at_once_the_first_may_come_to_its_turn_last(database, workspace):
    with database.session_for(workspace) as session:
        of_the_second = factories.make_note(session, factories.make_person(session), text="Met at the fall meeting.")
        assert found(session, after=-timedelta(milliseconds=3)) is of_the_second


def test_rows_of_another_workspace_are_not_found(database, workspace):
    with database.session_for(workspace) as session:
        factories.make_note(session, factories.make_person(session), text="Met at the fall meeting.")
    with database.session_for(factories.make_workspace(database)) as session:
        assert found(session) is None

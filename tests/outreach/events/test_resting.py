"""A person who is forgotten: the speaker they were stays in the program, as nobody's."""

from __future__ import annotations

from datetime import timedelta

from outreach.events.models import EventSpeaker
from outreach.people import operations
from outreach.people.models import Person
from tests import factories
from tests.event_factories import make_event_speaker
from tests.factories import NOON


def test_when_a_person_is_forgotten_the_speaker_is_nobodys_again(database):
    workspace = factories.make_workspace(database)
    with database.session_for(workspace) as session:
        person = factories.make_person(session, deleted_at=NOON)
        speaker = make_event_speaker(session, person_id=person.id, match_state="matched", match_words="same name")
        ids = person.id, speaker.id
    with database.system_session("a test") as session:
        operations.forget_deleted(session, NOON + timedelta(days=31))
    with database.session_for(workspace) as session:
        assert session.get(Person, ids[0]) is None
        row = session.get(EventSpeaker, ids[1])
        assert (row.match_state, row.person_id, row.match_words) == ("none", None, "")

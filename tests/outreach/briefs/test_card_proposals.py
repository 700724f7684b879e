"""The rows of the card as we would print them, whatever the user has written instead."""

from __future__ import annotations

from outreach.briefs.card_proposals import rows_of
from tests import factories
from tests.event_factories import make_appearance
from tests.factories import NOON


def test_the_rows_are_ours_even_where_the_user_has_written_others(database):
    with database.session_for(factories.make_workspace(database)) as session:
        leader = factories.make_person(session, name="Inés Okafor-Lindqvist")
        factories.make_position(session, leader)
        meeting = make_appearance(session, person=leader, card={"who": "My own words."})
        rows = rows_of(session, meeting, 0, NOON)
        assert rows["who"]
        assert "My own words." not in rows["who"]

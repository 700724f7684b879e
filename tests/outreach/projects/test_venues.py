"""The venues to choose from: the user's own first."""

from __future__ import annotations

from outreach.db import Database
from outreach.projects import venues
from tests import factories


def test_own_venues_stand_first_and_deleted_ones_nowhere(database: Database) -> None:
    with database.session_for(factories.make_workspace(database)) as session:
        factories.make_venue(session, name="Zebra Letters")
        factories.make_venue(session, name="Gone", deleted_at=factories.NOON)
        names = [venue.name for venue in venues.all_venues(session)]
    assert names[0] == "Zebra Letters"
    assert "Gone" not in names


def test_a_project_has_the_venue_that_was_chosen_or_none(database: Database) -> None:
    with database.session_for(factories.make_workspace(database)) as session:
        own = factories.make_project(session)
        file = factories.make_project(session, venue_key="own_newsletter")
        lost = factories.make_project(session, venue_key="file_that_went")
        found = [venues.venue_of(session, project) for project in (own, file, lost)]
    assert [venue and venue.is_own for venue in found] == [True, False, None]

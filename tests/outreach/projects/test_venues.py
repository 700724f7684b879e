"""The venues to choose from: the user's own first."""

from __future__ import annotations

from outreach.db import Database
from outreach.projects import rules, venues
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
        none = factories.make_project(session, venue_key="")
        found = [venues.venue_of(session, project) for project in (own, file, none)]
        names = venues.names_of(session, (own, file, none))
    assert [venue and venue.is_own for venue in found] == [True, False, None]
    assert names == {own.id: found[0].name, file.id: found[1].name}


def test_a_venue_that_is_gone_is_not_taken_for_none(database: Database) -> None:
    """Without a venue a writer may promise approval; for one whose rules nobody knows any more, nobody may."""
    with database.session_for(factories.make_workspace(database)) as session:
        lost = factories.make_project(session, venue_key="file_that_went")
        deleted = factories.make_venue(session, source_review="none", deleted_at=factories.NOON)
        left = factories.make_project(session, venue_id=deleted.id)
        without_file, without_row = venues.venue_of(session, lost), venues.venue_of(session, left)
        names = venues.names_of(session, (lost,))
    assert (without_file.name, rules.promise(without_file).source_review) == ("", "")
    assert (without_row.is_deleted, rules.promise(without_row).source_review) == (True, "none")
    assert names == {}

"""What is done with projects and venues, beside what the tests of the pages hold."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outreach.errors import Refused
from outreach.people.operations import By, ChangedElsewhere
from outreach.projects import operations
from outreach.projects.models import OwnVenue, Project
from outreach.projects.operations import ProjectDetails, VenueDetails
from tests import factories
from tests.factories import NOON


@pytest.fixture
def by(database) -> By:
    with database.open_session() as session:
        return By(factories.make_user(session).id, NOON)


@pytest.fixture
def session(database, by):
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


def test_the_same_form_pressed_twice_begins_one_project_and_later_another(session, by):
    details = ProjectDetails("Keys first", "article", venue_key="podcast")
    first = operations.begin(session, details, by)
    assert operations.begin(session, details, by).id == first.id
    later = By(by.user_id, by.now + timedelta(minutes=3))
    assert operations.begin(session, details, later).id != first.id


def test_a_form_made_from_another_state_changes_nothing(session, by):
    project, venue = factories.make_project(session), factories.make_venue(session)
    with pytest.raises(ChangedElsewhere):
        operations.change(session, project, ProjectDetails("Mine", "paper"), project.version + 1, by)
    with pytest.raises(ChangedElsewhere):
        operations.change_venue(session, venue, VenueDetails("Mine"), venue.version + 1, by)
    assert "Mine" not in (project.title, venue.name)


def test_a_venue_of_ones_own_takes_the_place_of_one_that_comes_along(session, by):
    project, venue = factories.make_project(session, venue_key="podcast"), factories.make_venue(session)
    operations.change(session, project, ProjectDetails("Keys", "paper", venue_id=venue.id), project.version, by)
    assert (project.venue_key, project.venue_id) == ("", venue.id)


def test_what_was_deleted_too_long_ago_does_not_come_back(session, by):
    long_ago = NOON - timedelta(days=31)
    project = factories.make_project(session, deleted_at=long_ago)
    venue = factories.make_venue(session, deleted_at=long_ago)
    with pytest.raises(Refused, match="more than 30 days ago"):
        operations.bring_back(session, project, by)
    with pytest.raises(Refused, match="more than 30 days ago"):
        operations.bring_venue_back(session, venue, by)


def test_bringing_back_what_is_there_changes_nothing(session, by):
    project = factories.make_project(session)
    version = project.version
    operations.bring_back(session, project, By(by.user_id, NOON + timedelta(days=1)))
    assert project.version == version


def test_what_was_deleted_long_ago_is_forgotten_and_a_venue_only_when_no_project_is_for_it(database, session, by):
    long_ago = NOON - timedelta(days=31)
    unused = factories.make_venue(session, deleted_at=long_ago)
    recent = factories.make_venue(session, deleted_at=NOON - timedelta(days=29))
    used = factories.make_venue(session, deleted_at=long_ago)
    keeps = factories.make_project(session, venue_id=used.id)
    gone = factories.make_project(session, deleted_at=long_ago, venue_id=used.id)
    ids = [row.id for row in (unused, recent, used, keeps, gone)]
    session.commit()
    with database.system_session("a test") as all_of_it:
        assert operations.forget_deleted(all_of_it, NOON) == (1, 1)
    found = [session.get(kind, number) for kind, number in zip((OwnVenue,) * 3 + (Project,) * 2, ids, strict=True)]
    session.expire_all()
    there = [row is not None for row in (session.get(OwnVenue, ids[0]), session.get(OwnVenue, ids[1]),
                                         session.get(OwnVenue, ids[2]), session.get(Project, ids[3]),
                                         session.get(Project, ids[4]))]  # fmt: skip
    assert there == [False, True, True, True, False]
    assert found

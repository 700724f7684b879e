"""What projects are found as."""

from __future__ import annotations

import pytest

from outreach.projects.searching import project_entry
from outreach.search import search
from tests import factories
from tests.factories import NOON


@pytest.fixture
def session(each_database):
    with each_database.session_for(factories.make_workspace(each_database)) as session:
        yield session


def test_a_project_is_found_by_title_topic_and_readers(session):
    project = factories.make_project(
        session, title="Keys first", topic="lantern rounds", readers="night staff", venue_key="podcast"
    )
    for question in ("keys", "lantern", "night staff"):
        [one] = search(session, question)
        assert (one.kind, one.path, one.beside) == ("project", f"/projects/{project.id}", "Article")


def test_one_that_was_deleted_is_found_again_when_it_is_brought_back(session):
    project = factories.make_project(session, title="Quillfeather", venue_key="podcast")
    project.deleted_at = NOON
    session.flush()
    assert project_entry(project) is None
    assert search(session, "quillfeather") == ()
    project.deleted_at = None
    session.flush()
    assert [one.ref_id for one in search(session, "quillfeather")] == [project.id]

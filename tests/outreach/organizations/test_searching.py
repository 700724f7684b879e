"""What organizations are found as."""

from __future__ import annotations

import pytest

from outreach.organizations.searching import organization_entry
from outreach.search import search
from tests import factories
from tests.factories import NOON


@pytest.fixture
def session(each_database):
    with each_database.session_for(factories.make_workspace(each_database)) as session:
        yield session


def test_an_organization_is_found_by_each_name_and_its_place(session):
    house = factories.make_organization(
        session, name="Quillfeather Hospital", other_names="Saint Ludmila", search_key="quillfeather duluth mn",
        city="Duluth", state="MN",
    )  # fmt: skip
    for question in ("quillfeather", "feather", "ludmila", "duluth"):
        [one] = search(session, question)
        assert (one.kind, one.path, one.beside) == ("organization", f"/orgs/{house.id}", "Duluth, MN")


def test_one_that_was_deleted_is_found_again_when_it_is_brought_back(session):
    house = factories.make_organization(session, name="Quillfeather Hospital")
    house.deleted_at = NOON
    session.flush()
    assert organization_entry(house) is None
    assert search(session, "quillfeather") == ()
    house.deleted_at = None
    session.flush()
    assert [one.ref_id for one in search(session, "quillfeather")] == [house.id]

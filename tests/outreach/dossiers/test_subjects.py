"""Whom research is about, and what the sources are asked about them."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from outreach.dossiers.models import Claim
from outreach.dossiers.subjects import (
    Subject,
    organization_here,
    path_of,
    person_here,
    present_position,
    query_about,
    subject_of_person,
)
from outreach.errors import NotFound
from outreach.people.models import Person
from research.types import Identifier
from tests import factories
from tests.outreach.dossiers.invented_sources import HOUSE, JANE, NOW


def test_a_person_is_asked_about_with_the_present_post_its_place_and_the_known_numbers(workspace):
    with workspace.session() as session:
        person = session.get_one(Person, workspace.person_id)
        factories.make_person_identifier(session, person, scheme="npi", value="1000000012")
        factories.make_person_identifier(session, person, scheme="linkedin", value="jane-roe")
        house = organization_here(session, workspace.organization_id)
        factories.make_organization_identifier(session, house, scheme="ccn", value="990001")
        factories.make_position(session, person, title="Resident", started="2001", is_current=False, ended="2004")
        query = query_about(session, subject_of_person(session, person), ("https://a.example/",))
    assert (query.kind, query.name, query.organization, query.role) == ("person", JANE, HOUSE, "Chief Medical Officer")
    assert (query.state, query.city) == ("VT", "Larkspur")
    assert query.identifiers == (Identifier("npi", "1000000012"),)
    assert query.organization_identifiers == (Identifier("ccn", "990001"),)
    assert query.urls == ("https://a.example/",)


def test_a_person_without_a_post_is_asked_about_by_name(workspace):
    with workspace.session() as session:
        alone = factories.make_person(session, name="Tomasz Brandtner")
        assert subject_of_person(session, alone) == Subject(alone.id, None)
        assert present_position(session, alone.id) is None
        assert query_about(session, Subject(alone.id, None)).organization == ""


def test_a_workplace_that_is_only_named_is_asked_about_by_its_name(workspace):
    with workspace.session() as session:
        person = factories.make_person(session)
        factories.make_position(session, person, organization_id=None, organization_name="Quillfeather Clinic")
        assert subject_of_person(session, person) == Subject(person.id, None)
        assert query_about(session, Subject(person.id, None)).organization == "Quillfeather Clinic"


def test_an_organization_is_asked_about_by_itself(workspace):
    with workspace.reader() as session:
        query = query_about(session, Subject(None, workspace.organization_id))
    assert (query.kind, query.name, query.state) == ("organization", HOUSE, "VT")


def test_who_was_deleted_or_joined_to_another_is_not_there(workspace):
    with workspace.session() as session:
        deleted = factories.make_person(session, deleted_at=NOW)
        joined = factories.make_person(session, merged_into_id=workspace.person_id)
        closed = factories.make_organization(session, deleted_at=NOW)
        for number in (deleted.id, joined.id, 999_999):
            with pytest.raises(NotFound):
                person_here(session, number)
        with pytest.raises(NotFound):
            organization_here(session, closed.id)


def test_what_a_source_says_of_the_house_is_kept_under_the_house():
    both, alone, house = Subject(1, 2), Subject(1, None), Subject(None, 2)
    assert both.columns("person") == {"person_id": 1, "organization_id": None}
    assert both.columns("organization") == {"person_id": None, "organization_id": 2}
    assert alone.columns("organization") == {"person_id": 1, "organization_id": None}
    assert house.columns("organization") == {"person_id": None, "organization_id": 2}
    assert [path_of(one) for one in (both, alone, house)] == ["/people/1", "/people/1", "/orgs/2"]


def test_the_rows_of_a_subject_are_those_of_both_and_of_nobody_else(workspace):
    with workspace.session() as session:
        mine = factories.make_claim(session, person_id=workspace.person_id)
        ours = factories.make_claim(session, organization_id=workspace.organization_id)
        factories.make_claim(session)
        found = session.scalars(select(Claim.id).where(workspace.subject.rows(Claim)).order_by(Claim.id)).all()
        assert found == [mine.id, ours.id]
        found = session.scalars(select(Claim.id).where(Subject(workspace.person_id, None).rows(Claim))).all()
        assert found == [mine.id]

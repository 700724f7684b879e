"""Statements that are put together once, and asked by every workspace with other values."""

from __future__ import annotations

import pytest
from sqlalchemy import bindparam, select
from sqlalchemy.orm import joinedload, selectinload

from outreach.kept_statements import kept
from outreach.organizations.models import Organization
from outreach.people.models import Person, Position
from tests.factories import make_organization, make_person, make_position, make_workspace


@pytest.fixture
def two(database):
    """Two workspaces with one person each, who works at an organization of the same name."""
    ids = [make_workspace(database) for _ in range(2)]
    for number, name in zip(ids, ("Ines Marlow", "Tova Brandt"), strict=True):
        with database.session_for(number) as session:
            house = make_organization(session, name="Quillfeather Clinic")
            make_position(session, make_person(session, name=name), house)
    return ids


def test_it_is_put_together_once():
    made = []

    @kept
    def people():
        made.append(1)
        return select(Person)

    assert people() is people()
    assert made == [1]


def test_each_workspace_sees_its_own_rows_however_often_it_asks(database, two):
    @kept
    def named():
        return select(Person.name).join(Position, Position.person_id == Person.id).where(Position.title != "")

    for _ in range(3):
        for number, name in zip(two, ("Ines Marlow", "Tova Brandt"), strict=True):
            with database.reader_for(number) as session:
                assert session.scalars(named()).all() == [name]


def test_it_is_asked_with_the_values_of_each_call(database, two):
    @kept
    def among():
        return select(Person.name).where(Person.name.in_(bindparam("names", expanding=True)))

    with database.reader_for(two[0]) as session:
        assert session.scalars(among(), {"names": ["Ines Marlow", "Tova Brandt"]}).all() == ["Ines Marlow"]
        assert session.scalars(among(), {"names": ["Tova Brandt"]}).all() == []
        assert session.scalars(among(), {"names": []}).all() == []


@pytest.mark.parametrize("load", [joinedload, selectinload, None])
def test_what_hangs_on_its_rows_is_of_the_workspace_too(database, two, load):
    @kept
    def posts():
        found = select(Position)
        return found.options(load(Position.organization)) if load is not None else found

    ids = []
    for number in two:
        with database.reader_for(number) as session:
            post = session.scalars(posts()).unique().one()
            ids.append((post.organization_id, post.organization.id))
    assert ids[0] != ids[1]
    assert all(mine == loaded for mine, loaded in ids)


def test_a_writing_session_and_one_that_sees_all_ask_it_too(database, two):
    @kept
    def houses():
        return select(Organization.name)

    with database.session_for(two[1]) as session:
        assert session.scalars(houses()).all() == ["Quillfeather Clinic"]
    with database.system_reader("counting in a test") as session:
        assert len(session.scalars(houses()).all()) == 2
    with database.reader_for(two[0]) as session:
        assert len(session.scalars(houses()).all()) == 1

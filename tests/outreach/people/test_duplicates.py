"""Finding people who are perhaps one, in the whole workspace and around one person."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import insert

from outreach.folding import fold
from outreach.people import duplicates, merging
from outreach.people.merging import Wanted
from outreach.people.models import Person
from outreach.people.operations import By
from research.name_matching import same_given
from tests import factories
from tests.factories import NOON, make_organization, make_person, make_position, make_workspace


@pytest.fixture
def session(each_database):
    workspace = make_workspace(each_database)
    with each_database.session_for(workspace) as session:
        yield session


@pytest.fixture
def by(each_database):
    with each_database.open_session() as session:
        return By(factories.make_user(session).id, NOON)


def names(pairs):
    return [{pair.one.name, pair.other.name} for pair in pairs]


def test_pairs_are_found_by_name_nickname_and_address(session):
    for name in ("Robert Obi", "Bob Obi", "Zofia Łukasik", "Zofia Lukasik", "Ben Adeyemi", "Ada Kahale"):
        make_person(session, name=name)
    make_person(session, name="Inés Okafor", email="i@okafor.org", email_key="i@okafor.org")
    make_person(session, name="Inés Lindqvist", email="i@okafor.org", email_key="i@okafor.org")
    found = duplicates.suspects(session)
    assert sorted(map(sorted, names(found.pairs))) == [
        ["Bob Obi", "Robert Obi"], ["Inés Lindqvist", "Inés Okafor"], ["Zofia Lukasik", "Zofia Łukasik"],
    ]  # fmt: skip
    assert names(found.pairs)[0] == {"Inés Okafor", "Inés Lindqvist"}
    assert (found.go_on, found.people) == ("", 8)


def test_an_initial_needs_a_common_workplace(session):
    house = make_organization(session)
    short, long = make_person(session, name="R. Obi"), make_person(session, name="Rachel Obi")
    assert duplicates.suspects(session).pairs == ()
    for person in (short, long):
        make_position(session, person, house)
    assert names(duplicates.suspects(session).pairs) == [{"R. Obi", "Rachel Obi"}]


def test_people_who_were_told_apart_are_not_asked_about_again(session, by):
    one, other = make_person(session, name="Jo Marsh"), make_person(session, name="Jo Marsh")
    assert len(duplicates.suspects(session).pairs) == 1
    merging.tell_apart(session, one.id, other.id, by)
    assert duplicates.suspects(session).pairs == ()
    assert duplicates.like(session, one.id) == ()


def test_what_was_said_of_somebody_holds_for_the_one_they_were_joined_to(session, by):
    one, other, third = (make_person(session, name="Jo Marsh") for _ in range(3))
    merging.tell_apart(session, one.id, other.id, by)
    merging.merge(session, Wanted(third.id, one.id, 1, one.version), by)
    assert duplicates.suspects(session).pairs == ()


def test_nobody_who_is_gone_is_asked_about(session):
    make_person(session, name="Jo Marsh")
    make_person(session, name="Jo Marsh", deleted_at=NOON)
    assert duplicates.suspects(session).pairs == ()


def test_people_like_one_are_found_by_half_a_surname_and_by_their_workplace(session):
    house = make_organization(session)
    ada = make_person(session, name="Ada Obi-Lindqvist")
    married = make_person(session, name="Ada Lindqvist")
    for person in (ada, married, make_person(session, name="Ben Kahale")):
        make_position(session, person, house)
    pairs = duplicates.like(session, married.id)
    assert [(pair.one.id, pair.other.id) for pair in pairs] == [(married.id, ada.id)]


def test_a_merge_is_listed_while_it_can_be_undone(session, by):
    one, other = make_person(session, name="Jo Marsh"), make_person(session, name="Joanna Marsh")
    made = merging.merge(session, Wanted(one.id, other.id, 1, 1), by)
    for kept_id in (None, one.id):
        assert [(row.id, row.merged) for row in duplicates.standing_merges(session, NOON, kept_id)] == [
            (made.id, "Joanna Marsh")
        ]
    assert duplicates.standing_merges(session, NOON, other.id) == ()
    assert duplicates.standing_merges(session, NOON + timedelta(days=31)) == ()


def add_many(session, count, name):
    values = [
        {
            "workspace_id": session.workspace_id, "name": name(number), "given_name": name(number).split()[0],
            "family_name": name(number).split()[-1], "sort_key": fold(" ".join(reversed(name(number).split()))),
            "search_key": fold(name(number)), "created_at": NOON, "updated_at": NOON,
        }
        for number in range(count)
    ]  # fmt: skip
    session.execute(insert(Person), values)


def test_a_large_workspace_is_looked_through_in_parts(session, monkeypatch):
    monkeypatch.setattr(duplicates, "AT_ONCE", 50)
    add_many(session, 300, lambda number: f"Ada{number % 2} Surname{number // 2 % 100:03d}")
    found, start, parts = set(), "", 0
    while parts == 0 or start:
        suspects = duplicates.suspects(session, start)
        found |= {tuple(sorted((pair.one.id, pair.other.id))) for pair in suspects.pairs}
        start, parts = suspects.go_on, parts + 1
    assert len(found) == 100
    assert parts >= 6


def test_more_people_of_one_surname_than_are_looked_through_do_not_hold_it_up(session, monkeypatch):
    monkeypatch.setattr(duplicates, "AT_ONCE", 20)
    add_many(session, 60, lambda number: f"Given{number} Smith")
    add_many(session, 2, lambda _: "Ada Zell")
    first = duplicates.suspects(session)
    assert first.pairs == ()
    assert names(duplicates.suspects(session, first.go_on).pairs) == [{"Ada Zell"}]


@pytest.mark.timeout(60)
def test_of_two_thousand_people_of_one_surname_a_bounded_number_of_pairs_is_compared(database, monkeypatch):
    compared = []
    monkeypatch.setattr(duplicates, "same_given", lambda *given: compared.append(given) or same_given(*given))
    with database.session_for(make_workspace(database)) as session:
        add_many(session, 2_000, lambda number: f"Given{number % 700:03d} Smith")
        assert len(duplicates.suspects(session).pairs) == duplicates.MOST_PAIRS
    assert 0 < len(compared) <= duplicates.MOST_COMPARED

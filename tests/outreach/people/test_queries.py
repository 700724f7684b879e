from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import event

from outreach.errors import NotFound
from outreach.people import queries
from outreach.people.models import Person
from outreach.people.queries import Wanted
from tests import factories
from tests.factories import NOON


@pytest.fixture
def session(database):
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


def names(page) -> list[str]:
    return [line.name for line in page.rows]


def test_the_list_is_by_family_name_and_in_pages(session, monkeypatch):
    monkeypatch.setattr(queries, "PAGE_SIZE", 2)
    for name in ("Zoë Adams", "Adam Łuk", "Bea Lukas"):
        factories.make_person(session, name=name)
    factories.make_person(session, name="Gone Away", deleted_at=NOON)
    first = queries.people(session, Wanted())
    second = queries.people(session, Wanted(), first.next_cursor)
    assert names(first) + names(second) == ["Zoë Adams", "Adam Łuk", "Bea Lukas"]


def test_what_a_search_found_stands_in_its_order_without_those_who_are_not_wanted(session):
    first, second = factories.make_person(session, name="B B"), factories.make_person(session, name="A A")
    third = factories.make_person(session, name="C C", kind="assistant")
    found = Wanted(kind="leader", ids=(first.id, third.id, 999, second.id))
    assert names(queries.people(session, found)) == ["B B", "A A"]
    assert names(queries.people(session, Wanted(ids=()))) == []


def test_the_list_is_narrowed_by_place_and_conditions(session):
    position = factories.make_position(session)
    factories.make_position(session, organization=position.organization, is_current=False)
    there = Wanted(organization_id=position.organization_id)
    assert [line.id for line in queries.people(session, there).rows] == [position.person_id]
    assert names(queries.people(session, Wanted(conditions=(Person.kind == "colleague",)))) == []
    assert [line.id for line in queries.at_organization(session, position.organization_id)] == [position.person_id]


def test_a_page_of_the_list_takes_two_queries(session, database):
    for number in range(5):
        factories.make_position(session, factories.make_person(session, name=f"Person {number}"))
    session.flush()
    session.expunge_all()
    asked = []
    listener = lambda *arguments: asked.append(arguments[2])  # noqa: E731
    event.listen(database.engine, "before_cursor_execute", listener)
    queries.people(session, Wanted())
    event.remove(database.engine, "before_cursor_execute", listener)
    assert len(asked) == 2


def test_a_post_shows_the_present_name_of_its_organization_and_no_link_to_a_deleted_one(session):
    position = factories.make_position(session)
    organization = position.organization
    organization.name = "Renamed"
    session.flush()
    (post,) = queries.posts_of(session, [position.person_id])[position.person_id]
    assert (post.organization, post.organization_id) == ("Renamed", organization.id)
    organization.deleted_at = NOON
    session.flush()
    (post,) = queries.posts_of(session, [position.person_id])[position.person_id]
    assert post.organization_id is None
    assert post.organization.startswith("Harrow Lake")


def test_people_of_an_address_are_found_without_those_who_are_gone(session):
    here = factories.make_person(session, email="o@x.example.org", email_key="o@x.example.org")
    factories.make_person(session, email_key="o@x.example.org", deleted_at=NOON)
    assert queries.by_email(session, "o@x.example.org") == [here]
    assert queries.by_email(session, "") == []


def test_the_only_one_of_a_name_is_found_however_it_is_spelled(session):
    one = factories.make_person(session, name="Adam Łuk")
    assert queries.by_exact_name(session, "adam luk, MD") is one
    factories.make_person(session, name="Adam Luk")
    assert queries.by_exact_name(session, "Adam Łuk") is None


def test_the_timeline_has_posts_and_notes_newest_first(session):
    person = factories.make_person(session)
    factories.make_position(session, person, title="CNO", started="2019", ended="2024-03", is_current=False)
    factories.make_position(session, person, title="CEO", started="2027")
    factories.make_note(session, person, text="word " * 100, created_at=NOON)
    page = queries.person_page(session, person.id)
    steps = queries.steps(session, page, date(2026, 11, 20), 10)
    assert [(step.date.year, step.kind, step.done) for step in steps] == [
        (2027, "post", False), (2026, "your note", True), (2024, "post", True), (2019, "post", True),
    ]  # fmt: skip
    assert [step.known for step in steps] == ["2027", "", "2024-03", "2019"]
    assert steps[1].words.endswith("word …")
    assert len(steps[1].words) <= 125
    assert len(queries.steps(session, page, date(2026, 11, 20), 2)) == 2


def test_notes_name_their_authors_and_come_in_pages(session, database):
    with database.open_session() as other:
        user = factories.make_user(other, name="Dana Obi")
    person = factories.make_person(session)
    for number in range(queries.NOTES_ON_A_PAGE + 1):
        made = NOON + timedelta(minutes=number)
        factories.make_note(session, person, text=str(number), author_id=user.id, created_at=made, updated_at=made)
    first = queries.notes(session, person.id)
    assert (first.rows[0].text, first.rows[0].author) == (str(queries.NOTES_ON_A_PAGE), "Dana Obi")
    assert [note.text for note in queries.notes(session, person.id, first.next_cursor).rows] == ["0"]


@pytest.mark.parametrize("gone", [{"deleted_at": NOON}, {"merged_into_id": 1}])
def test_who_is_gone_is_not_found(session, gone: dict):
    factories.make_person(session)
    person = factories.make_person(session, **gone)
    with pytest.raises(NotFound):
        queries.person(session, person.id)

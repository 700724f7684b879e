from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from outreach.errors import NotFound
from outreach.organizations.models import Organization
from outreach.organizations.rules import Workplace
from outreach.people import operations, queries
from outreach.people.models import Contact, Person, PersonIdentifier, Position
from outreach.people.operations import By, ChangedElsewhere, Details, NewContact, NewPost, NumberTaken, PostChange
from outreach.people.rules import BadDates
from outreach.search import search
from tests import factories
from tests.factories import NOON

LATER = NOON + timedelta(days=1)


@pytest.fixture
def session(database):
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


@pytest.fixture
def by(database) -> By:
    with database.open_session() as session:
        return By(factories.make_user(session).id, NOON)


def count(session, table: type) -> int:
    return session.scalar(select(func.count()).select_from(table))


# --- the person ---------------------------------------------------------------------------------------------------


def test_a_person_is_kept_with_the_keys_it_is_found_by(session, by):
    made = operations.add(session, Details("Marisol Núñez-Łukasik, RN", email="M@Harrow.example.org"), by)
    assert (made.name, made.credentials, made.family_name) == ("Marisol Núñez-Łukasik", "RN", "Núñez-Łukasik")
    assert made.sort_key == "nunez lukasik marisol"
    assert made.email_key == "m@harrow.example.org"
    assert search(session, "lukas")[0].ref_id == made.id


def test_parts_that_are_given_are_not_guessed(session, by):
    made = operations.add(session, Details("Nguyễn Thị Bảo Trâm", given_name="Trâm", family_name="Nguyễn"), by)
    assert (made.sort_key, made.given_name) == ("nguyen tram", "Trâm")


def test_a_form_made_from_another_state_changes_nothing(session, by):
    made = operations.add(session, Details("Jo Marsh"), by)
    operations.change(session, made.id, Details("Jo March"), 1, by)
    with pytest.raises(ChangedElsewhere):
        operations.change(session, made.id, Details("Jo Marsch"), 1, by)
    assert (made.name, made.version) == ("Jo March", 2)


def test_an_address_that_is_replaced_still_finds_the_person(session, by):
    made = operations.add(session, Details("Jo Marsh", email="jo@harrow.example.org"), by)
    operations.change(session, made.id, Details("Jo Marsh", email="JO@harrow.example.org"), 1, by)
    assert count(session, PersonIdentifier) == 0, "only the capitals changed"
    operations.change(session, made.id, Details("Jo Marsh", email="jo@harbor.example.org"), 2, by)
    for address in ("jo@harrow.example.org", "jo@harbor.example.org"):
        assert queries.by_email(session, address) == [made]


def test_do_not_contact_keeps_its_first_day_and_can_be_taken_back(session, by):
    made = operations.add(session, Details("Jo Marsh"), by)
    operations.ask_not_to_contact(session, made.id, "Asked us.", by)
    operations.ask_not_to_contact(session, made.id, "Asked us twice.", By(by.user_id, LATER))
    assert (made.do_not_contact_since, made.do_not_contact_reason) == (NOON, "Asked us twice.")
    assert not made.may_be_contacted
    operations.allow_contact(session, made.id, by)
    assert made.may_be_contacted
    assert made.do_not_contact_reason == ""


# --- posts --------------------------------------------------------------------------------------------------------


def move(started: str, title: str = "CEO", workplace: str = "Two Harbors Clinic") -> NewPost:
    return NewPost(title, Workplace(workplace), started)


def test_a_move_ends_every_present_post_in_one_act(session, by):
    person = factories.make_person(session)
    old = [factories.make_position(session, person, title=title, started="2020") for title in ("COO", "CNO")]
    new = operations.add_post(session, person.id, move("2026-03"), operations.MOVES, by)
    assert [(one.is_current, one.ended) for one in old] == [(False, "2026-03")] * 2
    assert (new.is_current, new.known_by_id, new.confirmed_on) == (True, by.user_id, NOON)
    assert queries.person_page(session, person.id).main_post.title == "CEO"


def test_a_move_whose_form_is_sent_twice_is_one_post_and_stays_the_present_one(session, by):
    person = factories.make_person(session)
    made = [operations.add_post(session, person.id, move("2026-03"), operations.MOVES, by) for _ in range(2)]
    assert made[0] is made[1]
    assert (made[0].is_current, made[0].ended) == (True, "")
    assert count(session, Position) == 1


def test_a_further_post_leaves_the_present_one(session, by):
    person = factories.make_person(session)
    old = factories.make_position(session, person)
    operations.add_post(session, person.id, move("2026"), operations.ADDS, by)
    assert old.is_current


def test_an_earlier_post_is_over_and_leaves_the_present_one(session, by):
    person = factories.make_person(session)
    old = factories.make_position(session, person)
    earlier = operations.add_post(
        session, person.id, NewPost("Manager", Workplace("Old Mercy"), "2010", "2014"), operations.HELD, by
    )
    assert (earlier.is_current, earlier.ended, earlier.confirmed_on) == (False, "2014", None)
    assert old.is_current
    with pytest.raises(BadDates):
        operations.add_post(session, person.id, NewPost("x", Workplace(""), "2010", "2009"), operations.HELD, by)


def test_a_post_at_a_known_workplace_makes_no_second_organization(session, by):
    person = factories.make_person(session)
    factories.make_organization(session, name="Harrow Lake")
    operations.add_post(session, person.id, move("2026", workplace="harrow lake"), operations.ADDS, by)
    assert count(session, Organization) == 1


def test_the_search_says_the_new_post_beside_the_name(session, by):
    person = factories.make_person(session, name="Jo Marsh")
    operations.add_post(session, person.id, move("2026"), operations.ADDS, by)
    assert search(session, "marsh")[0].beside == "CEO, Two Harbors Clinic"


def test_a_post_that_has_ended_is_not_confirmed(session, by):
    position = factories.make_position(session)
    change = PostChange("COO", Workplace("Elsewhere"), "2020", "2024", is_current=False, note="")
    operations.change_post(session, position.person_id, position.id, change, by)
    assert (position.organization_name, position.ended, position.is_current) == ("Elsewhere", "2024", False)
    with pytest.raises(NotFound):
        operations.confirm_post(session, position.person_id, position.id, by)


def test_a_post_of_another_person_is_not_there(session, by):
    position, other = factories.make_position(session), factories.make_person(session)
    with pytest.raises(NotFound):
        operations.remove_post(session, other.id, position.id)
    operations.remove_post(session, position.person_id, position.id)
    assert count(session, Position) == 0


# --- contacts and numbers ----------------------------------------------------------------------------------------


def test_an_assistant_whom_one_has_already_is_not_doubled(session, by):
    leader = factories.make_person(session)
    known = factories.make_person(session, name="Tom Adébáyọ̀", kind="assistant")
    for part in ("schedules", "both"):
        contact = operations.add_contact(session, leader.id, NewContact("tom adebayo", "assistant", part), by)
        assert contact.person_id == known.id
    assert (count(session, Contact), count(session, Person), contact.part) == (1, 2, "both")


def test_of_two_people_of_one_name_none_is_guessed(session, by):
    leader = factories.make_person(session)
    for _ in range(2):
        factories.make_person(session, name="Jo Marsh")
    operations.add_contact(session, leader.id, NewContact("Jo Marsh", "assistant", "schedules"), by)
    assert count(session, Person) == 4


def test_a_leader_does_not_answer_for_themselves(session, by):
    leader = factories.make_person(session, name="Jo Marsh")
    contact = operations.add_contact(session, leader.id, NewContact("Jo Marsh", "assistant", "schedules"), by)
    assert contact.person_id != leader.id


def test_a_contact_who_has_ended_stands_last_and_begins_again(session, by):
    leader = factories.make_person(session)
    first = operations.add_contact(session, leader.id, NewContact("Ada One", "assistant", "schedules"), by)
    operations.add_contact(session, leader.id, NewContact("Bea Two", "assistant", "schedules"), by)
    operations.end_contact(session, leader.id, first.id, by)
    assert [line.name for line in queries.contacts_of(session, leader.id)[0]] == ["Bea Two", "Ada One"]
    operations.add_contact(session, leader.id, NewContact("Ada One", "assistant", "schedules"), by)
    assert first.ended_at is None


def test_a_number_stands_for_one_person_and_leaves_a_deleted_one(session, by):
    first, second = factories.make_person(session), factories.make_person(session)
    operations.add_identifier(session, first.id, "npi", "1234567893", NOON)
    with pytest.raises(NumberTaken):
        operations.add_identifier(session, second.id, "npi", "1234567893", NOON)
    operations.remove(session, first, NOON)
    operations.add_identifier(session, second.id, "npi", "1234567893", NOON)
    assert queries.by_identifier(session, "npi", "1234567893") is second


# --- going and coming back ----------------------------------------------------------------------------------------


def test_a_deleted_person_is_in_no_list_until_brought_back(session, by):
    person = factories.make_person(session, name="Jo Marsh")
    operations.remove(session, person, NOON)
    assert not queries.is_anybody_here(session)
    assert search(session, "marsh") == ()
    operations.bring_back(session, person.id, LATER)
    assert queries.person(session, person.id) is person
    assert search(session, "marsh")[0].ref_id == person.id


def test_one_who_was_joined_to_another_is_not_brought_back(session, by):
    kept = factories.make_person(session)
    merged = factories.make_person(session, merged_into_id=kept.id)
    with pytest.raises(NotFound):
        operations.bring_back(session, merged.id, NOON)
    assert queries.joined_to(session, merged.id) == kept.id

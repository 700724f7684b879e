"""The user's people as speakers are compared with them: other names, other houses, and a fixed number of questions."""

from __future__ import annotations

from outreach.events import known_people
from outreach.events.matching import Spoken, judge
from tests import factories


def state_of(session, name: str, house: str) -> str:
    ((said, people),) = known_people.near(session, [Spoken(name, house)])
    return judge(said, people).state


def test_other_names_of_person_and_house_count_and_deleted_people_do_not(session):
    system = factories.make_organization(session, name="Prairie Health", other_names="PHS\nPrairie Care")
    house = factories.make_organization(session, name="Harrow Lake Regional", parent_id=system.id)
    part = factories.make_organization(session, name="Harrow Lake Birth Center", parent_id=house.id)
    ines = factories.make_person(session, name="Inés Okafor-Lindqvist", goes_by="Nina", family_name="Okafor-Lindqvist")
    factories.make_position(session, ines, house, organization_name="Harrow Lake Regional")
    factories.make_person(session, name="Inés Sundvall", merged_into_id=ines.id)
    gone = factories.make_person(session, name="Tom Marsh", deleted_at=factories.NOON)
    factories.make_position(session, gone, house, organization_name="Harrow Lake Regional")
    for name in ("Inés Okafor-Lindqvist", "Nina Okafor-Lindqvist", "Ines Sundvall"):
        for where in ("Harrow Lake Regional", "Prairie Health", "Prairie Care", part.name):
            assert state_of(session, name, where) == "matched", (name, where)
    assert state_of(session, "Tom Marsh", "Harrow Lake Regional") == "none"


def test_a_post_that_has_ended_is_no_house(session):
    person = factories.make_person(session, name="Ana Duarte")
    factories.make_position(
        session, person, organization_name="Two Harbors Clinic", is_current=False, ended="2024", confirmed_on=None
    )
    assert state_of(session, "Ana Duarte", "Two Harbors Clinic") == "asked"
    (kept,) = known_people.people(session, [person.id])
    assert ("Two Harbors Clinic", "2024") in kept.former

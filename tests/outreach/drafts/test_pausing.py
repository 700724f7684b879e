"""A pause holds for every letter, by whichever way it would leave; a word of condolence leaves all the same."""

from __future__ import annotations

import pytest

from outreach.drafts import pausing
from outreach.drafts.models import Departure
from tests import factories, ledger_factories
from tests.factories import NOON
from tests.outreach.drafts.test_departure_pages import inside, leave, new_letter, path, words  # noqa: F401 (fixtures)


def pause(session, person_id: int, **named) -> int:
    return ledger_factories.make_pause(session, session.get_one(factories.Person, person_id), **named).id


def person_of(session, path: str) -> int:  # noqa: F811 (a path, as the fixture's)
    return session.get_one(factories.Draft, int(path.rpartition("/")[2])).person_id


@pytest.mark.parametrize("way", ["copied", "mail_program", "eml", "printed", "own_account"])
def test_no_letter_leaves_while_everything_is_paused(alice, inside, path, way):  # noqa: F811
    with inside() as session:
        number = pause(session, person_of(session, path))
    answer = leave(alice, path, way)
    with inside() as session:
        assert session.query(Departure).count() == 0
    said = words(answer if answer.status_code != 303 else alice.get(path))
    assert "paused until" in said
    alice.get(path)
    alice.post(f"/pauses/{number}/end")
    assert leave(alice, path, "copied").status_code in (200, 303)
    with inside() as session:
        assert session.query(Departure).count() == 1


def test_a_house_s_pause_holds_for_those_who_work_there(alice, inside, path):  # noqa: F811
    with inside() as session:
        number = person_of(session, path)
        house = factories.make_organization(session)
        factories.make_position(session, session.get_one(factories.Person, number), house)
        ledger_factories.make_pause(session, organization_id=house.id)
    leave(alice, path, "copied")
    with inside() as session:
        assert session.query(Departure).count() == 0


def test_a_pause_that_is_over_holds_nothing(alice, inside, path):  # noqa: F811
    with inside() as session:
        today = NOON.date()
        pause(session, person_of(session, path), begins_on=today.replace(month=10), until=today)
    leave(alice, path, "copied")
    with inside() as session:
        assert session.query(Departure).count() == 1


def test_letters_being_written_are_counted_but_for_those_that_may_leave(inside):  # noqa: F811
    with inside() as session:
        person = factories.make_person(session)
        factories.make_draft(session, person)
        for named in ({"kind": "condolence"}, {"deleted_at": NOON}, {"state": "put_away"}):
            factories.make_draft(session, person, **named)
        assert pausing.being_written(session, [person.id]) == {person.id: 1}

"""What the review says: quarters and their days, who is looked at in which order, the words of each relationship."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from outreach.db import Database, WorkspaceSession
from outreach.people.models import Person
from outreach.relationships import review
from outreach.relationships.review import Load
from tests import factories
from tests.ledger_factories import (
    TODAY,
    make_advice,
    make_answer,
    make_ask,
    make_give,
    make_pause,
    make_promise,
    make_review,
    make_standing,
    make_touch,
)

DAY = timedelta(days=1)


@pytest.fixture
def session(each_database: Database) -> Iterator[WorkspaceSession]:
    with each_database.session_for(factories.make_workspace(each_database)) as session:
        yield session


def leader(session: WorkspaceSession, name: str, **named: object) -> Person:
    return factories.make_person(session, name=name, sort_key=name.lower(), **named)


@pytest.mark.parametrize(
    ("day", "first", "tuesday", "last"),
    [
        (date(2026, 11, 20), date(2026, 10, 1), date(2026, 10, 6), date(2026, 12, 31)),
        (date(2028, 2, 29), date(2028, 1, 1), date(2028, 1, 4), date(2028, 3, 31)),
        (date(2024, 10, 1), date(2024, 10, 1), date(2024, 10, 1), date(2024, 12, 31)),
        (date(1, 1, 1), date(1, 1, 1), date(1, 1, 2), date(1, 3, 31)),
        (date(9999, 12, 31), date(9999, 10, 1), date(9999, 10, 5), date(9999, 12, 31)),
    ],
)
def test_a_quarter_has_its_days(day: date, first: date, tuesday: date, last: date):
    assert (review.begins(day), review.first_tuesday(day), review.ends(day)) == (first, tuesday, last)


def test_the_next_days_of_the_review_are_named():
    assert review.tuesdays_after(date(2026, 10, 5)) == (date(2026, 10, 6), date(2027, 1, 5))
    assert review.tuesdays_after(date(2026, 11, 20)) == (date(2027, 1, 5),)
    assert review.tuesdays_after(date.max) == ()
    assert review.named(date(2026, 11, 20)) == "the fourth quarter of 2026"


@pytest.mark.parametrize(
    ("pronouns", "word"),
    [("she/her", "her"), ("He", "him"), ("they", "them"), ("", "them"), ("ze/hir", "hir"), ("x/1", "them")],
)
def test_somebody_is_called_by_their_recorded_pronouns(pronouns: str, word: str):
    assert review.them(pronouns) == word


def test_those_with_something_open_stand_first_and_others_by_name(session: WorkspaceSession):
    zoe, amal, ben = leader(session, "Zoe"), leader(session, "Amal"), leader(session, "Ben")
    leader(session, "Nobody yet")
    office = leader(session, "Office", kind="assistant")
    for person in (zoe, amal, ben, office):
        make_touch(session, person)
    make_promise(session, zoe)
    assert review.overview(session, TODAY).ids == (zoe.id, amal.id, ben.id)


def test_a_promise_alone_is_a_relationship_and_one_let_go_is_not_asked_about_again(session: WorkspaceSession):
    promised, gone, decided = leader(session, "Amal"), leader(session, "Ben"), leader(session, "Cleo")
    make_promise(session, promised)
    for person in (gone, decided):
        make_touch(session, person)
        make_standing(session, person, state="let_go", until=None)
    make_review(session, decided, decision="let_go")
    seen = review.overview(session, TODAY)
    assert seen.ids == (promised.id, decided.id)
    assert seen.undecided == 1


def test_a_deleted_person_is_not_looked_at(session: WorkspaceSession):
    person = leader(session, "Amal", deleted_at=factories.NOON)
    make_touch(session, person)
    assert review.overview(session, TODAY).ids == ()


def told(session: WorkspaceSession, person: Person) -> review.Relationship:
    (one,) = review.relationships(session, [person.id], TODAY)
    return one


def test_who_began_the_last_three_contacts_the_earliest_first(session: WorkspaceSession):
    person = leader(session, "Kwame", pronouns="he/him")
    make_touch(session, person, happened_on=TODAY - 30 * DAY)
    make_give(session, person, happened_on=TODAY - 20 * DAY)
    make_ask(session, person, happened_on=TODAY - 10 * DAY)
    make_answer(session, person, happened_on=TODAY - DAY)
    make_answer(session, person, answer="out_of_office")
    assert [one.who for one in told(session, person).contacts] == ["you", "you", "him"]


def test_a_talk_was_begun_by_both(session: WorkspaceSession):
    person = leader(session, "Kwame")
    make_touch(session, person)
    assert [one.who for one in told(session, person).contacts] == ["both of you"]


def test_what_was_exchanged_is_told_in_words_and_a_present_is_no_give(session: WorkspaceSession):
    person = leader(session, "Kwame")
    for _ in range(3):
        make_give(session, person)
    make_give(session, person, give_kind="goods")
    make_give(session, person, happened_on=date(2026, 9, 30))
    make_ask(session, person)
    assert told(session, person).exchanged == "you gave three times and you asked once"


def test_what_is_open_either_way_is_told(session: WorkspaceSession):
    person = leader(session, "Kwame")
    make_promise(session, person)
    make_promise(session, person, is_mine=False, what="Send the form")
    make_promise(session, person, state="kept", closed_on=TODAY)
    make_ask(session, person, happened_on=TODAY - DAY)
    make_advice(session, person)
    make_advice(session, person, words="Another", tried="Did it", tried_on=TODAY, told_on=TODAY)
    make_pause(session, person)
    make_standing(session, person)
    one = told(session, person)
    assert [promise.what for promise in one.mine_open] == ["Send the benchmark"]
    assert [promise.what for promise in one.theirs_open] == ["Send the form"]
    assert one.asks_open == [TODAY - DAY]
    assert [advice.words for advice in one.untold] == ["Shadow a bed meeting"]
    assert one.paused is not None
    assert one.stands == "Resting"


def test_a_rest_that_is_over_is_none(session: WorkspaceSession):
    person = leader(session, "Kwame")
    make_standing(session, person, since=TODAY - 9 * DAY, until=TODAY)
    assert told(session, person).stands == "Going on"


def test_it_is_due_from_the_first_tuesday_for_three_weeks_until_all_is_decided(session: WorkspaceSession):
    person = leader(session, "Kwame")
    make_touch(session, person)
    assert not review.is_due(session, date(2026, 10, 5))
    assert review.is_due(session, date(2026, 10, 6))
    assert review.is_due(session, date(2026, 10, 26))
    assert not review.is_due(session, date(2026, 10, 27))
    make_review(session, person)
    assert not review.is_due(session, date(2026, 10, 6))


@pytest.mark.parametrize(
    ("load", "words"),
    [
        (Load(3.2, 3.2), "they come to three letters a month."),
        (Load(4.1, 3.1), "those that go on come to three letters a month; all of them would be four letters a month."),
        (Load(0.3, 0.3), "they come to four letters a year."),
        (Load(1.0, 0), "those that go on come to no letters a month; all of them would be one letter a month."),
    ],
)
def test_how_much_it_comes_to_is_told_in_words(load: Load, words: str):
    assert review.load_words(load) == f"By the rhythms you keep, {words}"


def test_without_a_rhythm_no_number_is_told(session: WorkspaceSession, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(review, "_rhythms", [])
    person = leader(session, "Kwame")
    make_touch(session, person)
    seen = review.overview(session, TODAY)
    assert review.load(session, seen, ()) is None
    review.rhythms_from(lambda _session, ids: dict.fromkeys(ids, 30))
    found = review.load(session, seen, {person.id})
    assert found is not None
    assert found.going_on == 0
    assert round(found.all, 1) == 1.0

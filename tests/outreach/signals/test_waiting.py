"""What signals tell the first page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import event

from outreach.db import Database, WorkspaceSession
from outreach.signals import waiting
from outreach.waiting import Waiting
from tests import factories, ledger_factories
from tests.factories import NOON

TODAY = NOON.date()
DAY = timedelta(days=1)


@pytest.fixture
def session(each_database: Database) -> Iterator[WorkspaceSession]:
    with each_database.session_for(factories.make_workspace(each_database)) as session:
        yield session


def tasks(session: WorkspaceSession, now=NOON) -> list[Waiting]:
    return list(waiting.tasks(session, 1, now, now.date()))


def make_trouble(session: WorkspaceSession, name: str = "Harrow Lake", **named):
    house = factories.make_organization(session, name=name)
    person = factories.make_person(session)
    factories.make_position(session, person, house)
    return ledger_factories.make_signal(
        session, person, **{"kind": "trouble", "organization_id": house.id, "quote": f"{name} announces 120 layoffs",
                            "sentence": f"News tells of layoffs at {name}: {name} announces 120 layoffs.", **named}
    )  # fmt: skip


def test_nothing_is_nothing(session: WorkspaceSession):
    assert tasks(session) == []


def test_what_changed_is_one_task_a_week(session: WorkspaceSession):
    for hours in range(4):
        ledger_factories.make_signal(session, factories.make_person(session, name=f"Ada {hours}"),
                                     found_at=NOON - timedelta(hours=hours))  # fmt: skip
    [task] = tasks(session)
    assert (task.words, task.address) == ("Read what changed: 4 things", "/signals")
    assert task.reason == "About Ada 0, Ada 1, Ada 2, and others."
    assert tasks(session, NOON + 3 * DAY)[0].key != task.key, "put off this week, it is there the next"
    assert tasks(session, NOON + 12 * DAY) == [], "old ones are not brought up for ever"


def test_trouble_is_a_task_at_once_with_its_reason(session: WorkspaceSession):
    row = make_trouble(session)
    [task] = tasks(session)
    assert task.words == "Decide: pause everything about Harrow Lake?"
    assert task.address == f"/orgs/{row.organization_id}/pause?reason=layoffs"
    assert (task.kind, task.reason) == ("trouble", row.sentence)
    assert len(task.key) <= 60


def test_trouble_of_a_house_is_one_task_and_none_while_it_is_paused_or_after_a_verdict(session: WorkspaceSession):
    row = make_trouble(session)
    again = ledger_factories.make_signal(session, row.person, kind="trouble", organization_id=row.organization_id,
                                         sentence="News tells of layoffs at Harrow Lake: more.")  # fmt: skip
    assert len(tasks(session)) == 1
    ledger_factories.make_pause(session, organization_id=row.organization_id, begins_on=TODAY, until=TODAY + 30 * DAY)
    assert tasks(session) == []
    assert len(tasks(session, NOON + 31 * DAY)) == 1
    for one in (row, again):
        one.state, one.judged_at = "kept", NOON
    session.flush()
    assert tasks(session, NOON + 31 * DAY) == []


def test_trouble_that_is_unsure_or_long_ago_is_none(session: WorkspaceSession):
    make_trouble(session, is_quiet=True)
    make_trouble(session, "Saint Brendan", found_at=NOON - 90 * DAY)
    assert tasks(session) == []


def test_it_takes_as_many_questions_for_many_as_for_few(session: WorkspaceSession, each_database: Database):
    def questions() -> int:
        asked: list[str] = []
        listen = lambda *arguments: asked.append(arguments[2])  # noqa: E731
        event.listen(each_database.engine, "before_cursor_execute", listen)
        waiting.tasks(session, 1, NOON, TODAY)
        event.remove(each_database.engine, "before_cursor_execute", listen)
        return len(asked)

    make_trouble(session)
    ledger_factories.make_signal(session)
    few = questions()
    for number in range(8):
        make_trouble(session, f"House {number}")
        ledger_factories.make_signal(session)
    session.expunge_all()
    assert questions() <= few + 1


def test_the_digest_is_told_once_a_period_and_nothing_falls_between_two(session: WorkspaceSession):
    user_id = factories.make_user(session).id

    def changes(now, since):
        return [one.words for one in waiting.changes(session, user_id, now, now.date(), since)]

    ledger_factories.make_signal(session, sentence="Before the digest.", found_at=NOON - timedelta(hours=5))
    assert changes(NOON, TODAY - 7 * DAY) == ["Before the digest."]
    ledger_factories.make_signal(session, sentence="An hour after.", found_at=NOON + timedelta(hours=1))
    assert changes(NOON + 7 * DAY, TODAY) == ["An hour after."]


def test_a_session_that_only_reads_notes_nothing(each_database: Database):
    number = factories.make_workspace(each_database)
    with each_database.session_for(number) as session:
        row = ledger_factories.make_signal(session, found_at=NOON - timedelta(hours=5))
    with each_database.reader_for(number) as session:
        [one] = waiting.changes(session, 1, NOON, TODAY, TODAY - 7 * DAY)
    assert (one.address, one.person_id, one.quote) == (
        f"/signals/{row.id}", row.person_id, "“the 2026 Rural Care Award”",
    )  # fmt: skip

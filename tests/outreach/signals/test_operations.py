"""Judging signals, taking it back, bringing a kind back, and beginning a note."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select

from outreach.db import Database, WorkspaceSession
from outreach.drafts.models import DraftFact
from outreach.errors import NotFound, Refused
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.signals import operations
from outreach.signals.learning import is_learned
from tests import factories, ledger_factories
from tests.factories import NOON
from tests.outreach.signals import told_runs

HERE = "news.example.org"


@pytest.fixture
def session(database: Database) -> Iterator[WorkspaceSession]:
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


@pytest.fixture
def leader(session: WorkspaceSession) -> Person:
    return factories.make_person(session, name="Inés Okafor-Lindqvist")


@pytest.fixture
def by(session: WorkspaceSession) -> By:
    return By(factories.make_user(session).id, NOON)


def test_the_second_not_relevant_says_that_it_learned(session: WorkspaceSession, leader: Person, by: By):
    first, second, third = (ledger_factories.make_signal(session, leader) for _ in range(3))
    assert operations.judge(session, first, "not_relevant", by) is False
    assert operations.judge(session, first, "not_relevant", by) is False, "a second press counts once"
    assert operations.judge(session, second, "not_relevant", By(by.user_id, NOON + timedelta(minutes=1))) is True
    assert operations.judge(session, third, "not_relevant", by) is False, "that is known already"
    assert (first.judged_at, first.judged_by_id) == (NOON, by.user_id)


def test_it_is_taken_back_as_if_nothing_was_said(session: WorkspaceSession, leader: Person, by: By):
    row = ledger_factories.make_signal(session, leader)
    operations.judge(session, row, "not_relevant", by)
    operations.open_again(session, row)
    operations.open_again(session, row)
    assert (row.state, row.judged_at, row.judged_by_id) == ("new", None, None)


@pytest.mark.parametrize("state", ["new", "used", "gone", ""])
def test_only_two_words_can_be_said(session: WorkspaceSession, leader: Person, by: By, state: str):
    with pytest.raises(NotFound):
        operations.judge(session, ledger_factories.make_signal(session, leader), state, by)


def test_one_press_brings_a_kind_of_a_source_back(session: WorkspaceSession, leader: Person, by: By):
    for _ in range(2):
        operations.judge(session, ledger_factories.make_signal(session, leader), "not_relevant", by)
    quiet, like_it, other = (ledger_factories.make_signal(session, leader, is_quiet=True, **more)
                             for more in ({}, {}, {"kind": "role"}))  # fmt: skip
    assert operations.tell_again(session, quiet, By(by.user_id, NOON + timedelta(hours=1))) == 2
    assert (quiet.state, quiet.is_quiet, like_it.is_quiet, other.is_quiet) == ("kept", False, False, True)
    assert not is_learned(session, quiet.source_key, "award")


def test_a_note_begins_with_the_fact_and_asks_for_nothing(session: WorkspaceSession, leader: Person, by: By):
    award = told_runs.make_award(session, leader)
    row = ledger_factories.make_signal(session, leader, fact_id=award.id)
    draft = operations.begin_note(session, row, by)
    assert (draft.kind, draft.letter_key, draft.person_id) == ("other", "short-note", leader.id)
    assert "Rural Care Award" in draft.body
    assert "?" not in draft.body
    assert session.scalars(select(DraftFact.fact_id).where(DraftFact.draft_id == draft.id)).all() == [award.id]
    assert row.state == "used"


def test_no_note_without_a_fact_that_stands_or_to_somebody_who_wants_none(
    session: WorkspaceSession, leader: Person, by: By
):
    with pytest.raises(Refused, match="No source says this any more"):
        operations.begin_note(session, ledger_factories.make_signal(session, leader), by)
    award = told_runs.make_award(session, leader, state="withdrawn")
    with pytest.raises(Refused, match="No source says this any more"):
        operations.begin_note(session, ledger_factories.make_signal(session, leader, fact_id=award.id), by)
    leader.do_not_contact_since, leader.do_not_contact_reason = NOON, "They asked for it."
    session.flush()
    with pytest.raises(Refused):
        operations.begin_note(session, ledger_factories.make_signal(session, leader), by)


def test_two_digests_mark_it_once(session: WorkspaceSession, leader: Person):
    row = ledger_factories.make_signal(session, leader)
    assert operations.mark_told(session, [row.id], NOON.date()) == 1
    assert operations.mark_told(session, [row.id], NOON.date()) == 0
    assert operations.mark_told(session, [], NOON.date()) == 0

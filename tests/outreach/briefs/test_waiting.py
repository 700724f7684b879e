"""A look at what changed is asked for in the days before an event, and only where something did."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from outreach.briefs import waiting
from outreach.briefs.models import PrintedPage
from outreach.briefs.packs import USUAL_PARTS, gathered_pack
from outreach.briefs.printings import keep, printed_pack
from outreach.dossiers import uses
from outreach.dossiers.models import FactUse
from tests import event_factories, factories, ledger_factories
from tests.factories import NOON

BEFORE = NOON + timedelta(days=11)  # the forum begins on Dec 3


@pytest.fixture
def printing(session, cast, user, by):
    gathered = gathered_pack(session, cast.event, user=user, now=NOON, paper="letter")
    return keep(session, printed_pack(cast.event, gathered, "letter", USUAL_PARTS), by)


@pytest.fixture
def tasks(session, printing, by):
    def asked(now=BEFORE):
        session.flush()
        session.expire_all()
        return waiting.tasks(session, by.user_id, now, now.date())

    return asked


def moved(session, cast) -> None:
    cast.meeting.starts_minute, cast.meeting.ends_minute = 870, 890


def marked(session, _cast) -> None:
    (use, *_) = session.scalars(select(FactUse).where(FactUse.used_in == "brief"))
    uses.mark(session, [use.fact_id], "It was corrected.", NOON)


def added(session, cast) -> None:
    event_factories.make_appearance(session, cast.event, factories.make_person(session))


def deleted(_session, cast) -> None:
    cast.unknown.deleted_at = NOON


def promised(session, cast) -> None:
    ledger_factories.make_promise(session, cast.leader, created_at=BEFORE)


def met(session, cast) -> None:
    ledger_factories.make_touch(session, cast.leader, created_at=BEFORE)


@pytest.mark.parametrize("change", [moved, marked, added, deleted, promised, met])
def test_what_changed_since_the_print_is_one_task(session, cast, tasks, change):
    change(session, cast)
    (task,) = tasks()
    assert task.words == "Look at what changed since your print for Prairie Lakes Health Leaders Forum"
    assert (task.address, task.due_on) == (f"/events/{cast.event.id}/pack/changes", cast.event.starts_on)


def test_nothing_is_asked_where_nothing_changed_or_nothing_was_printed(session, cast, tasks, printing):
    assert tasks() == ()
    moved(session, cast)
    session.delete(printing)
    assert tasks() == ()


def test_nothing_is_asked_long_before_or_after(session, cast, tasks):
    moved(session, cast)
    assert tasks(NOON) == ()
    assert tasks(BEFORE + timedelta(days=20)) == ()


def test_another_page_of_the_same_print_keeps_its_own_meeting(session, cast, tasks):
    assert session.scalar(select(PrintedPage).where(PrintedPage.person_id == cast.unknown.id)) is not None
    cast.unknown.name = "Bo A. Thistlewood"  # a name alone is told on the page of the pack
    assert tasks() == ()

"""The debrief: saved as far as it goes, written into the ledger in one act, each line once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from outreach.errors import Refused
from outreach.interviews import debrief
from outreach.interviews.debrief import Debrief, Line
from outreach.people.operations import ChangedElsewhere
from outreach.relationships.models import Advice, Promise, Recommendation, Touch
from outreach.relationships.rules import BadDay
from tests import ledger_factories
from tests.factories import NOON

DAY = NOON.date()
SAID = Debrief(
    "the pharmacists wrote it first\nand more", "I had assumed the reverse.", "The date", "A benchmark",
    {
        "mine": (Line("Send the draft", DAY + timedelta(days=9)), Line("Send the map")),
        "theirs": (Line("The six-hospital summary", DAY + timedelta(days=30)),),
        "advice": (Line("Shadow a bed meeting", is_exact=True),),
        "recommended": (Line("A book on flow", url="https://books.example/flow"),),
    },
)  # fmt: skip


@pytest.fixture
def row(session):
    return ledger_factories.make_interview(session, starts_at=NOON - timedelta(hours=2))


def kept(session, table):
    return session.scalars(select(table).order_by(table.id)).all()


def test_half_of_it_is_saved_and_nothing_is_in_the_ledger(session, row, by):
    assert debrief.save(session, row, Debrief(learned="One thing"), row.version, by)
    assert not debrief.save(session, row, Debrief(learned="One thing"), 0, by)
    session.expire_all()
    assert debrief.read(row).learned == "One thing"
    assert kept(session, Touch) == []
    assert row.state == "planned"


def test_the_sum_is_what_will_be_written(session, row, by):
    debrief.save(session, row, SAID, row.version, by)
    told = [(one.kind, one.words) for one in debrief.to_write(session, row, by.user_id)]
    assert [kind for kind, _ in told] == ["Met or spoke", "I promised", "I promised", "They offered", "They advised",
                                          "They recommended"]  # fmt: skip
    assert told[1][1] == "Send the draft, by Sun, Nov 29"
    assert debrief.write(session, row, by) == len(told)
    assert debrief.to_write(session, row, by.user_id) == ()


def test_it_writes_the_talk_promises_advice_and_what_was_recommended(session, row, by):
    debrief.save(session, row, SAID, row.version, by)
    debrief.write(session, row, by)
    (touch,) = kept(session, Touch)
    assert (touch.kind, touch.source, touch.source_id) == ("met", "interview", row.id)
    assert (touch.channel, touch.happened_on, touch.what) == ("phone", DAY, "the pharmacists wrote it first")
    promises = [(one.what, one.is_mine, one.due_on, one.touch_id) for one in kept(session, Promise)]
    assert promises == [
        ("Send the draft", True, DAY + timedelta(days=9), touch.id), ("Send the map", True, None, touch.id),
        ("The six-hospital summary", False, DAY + timedelta(days=30), touch.id),
    ]  # fmt: skip
    assert [(one.words, one.is_exact) for one in kept(session, Advice)] == [("Shadow a bed meeting", True)]
    assert [(one.title, one.url) for one in kept(session, Recommendation)] == [
        ("A book on flow", "https://books.example/flow")
    ]
    assert (row.state, row.debriefed_at) == ("held", NOON)
    assert row.ended_at == row.starts_at + timedelta(minutes=20)


def test_a_second_press_writes_nothing_and_a_further_line_is_written_alone(session, row, by):
    debrief.save(session, row, SAID, row.version, by)
    debrief.write(session, row, by)
    later = replace(by, now=NOON + timedelta(hours=1))
    assert debrief.write(session, row, later) == 0
    more = replace(SAID, lines={"mine": (Line("Introduce our pharmacist"),)})
    debrief.save(session, row, more, row.version, later)
    assert debrief.write(session, row, later) == 1
    assert len(kept(session, Promise)) == 4
    assert len(kept(session, Touch)) == 1
    assert [line.what for line in debrief.read(row).of("mine")] == [
        "Send the draft", "Send the map", "Introduce our pharmacist",
    ]  # fmt: skip


def test_another_window_is_not_overwritten(session, row, by):
    version = row.version
    debrief.save(session, row, Debrief(learned="Here"), version, by)
    with pytest.raises(ChangedElsewhere):
        debrief.save(session, row, Debrief(learned="There"), version, by)


def test_before_the_talk_and_after_calling_it_off_nothing_is_written(session, row, by):
    row.starts_at = NOON + timedelta(hours=1)
    with pytest.raises(Refused, match="yet to come"):
        debrief.write(session, row, by)
    row.state = "canceled"
    for act in (lambda: debrief.write(session, row, by), lambda: debrief.save(session, row, SAID, row.version, by)):
        with pytest.raises(Refused, match="called off"):
            act()
    assert kept(session, Touch) == []


def test_a_promise_due_before_the_talk_stops_all_of_it(session, row, by):
    debrief.save(
        session, row, replace(SAID, lines={"mine": (Line("Send it", DAY - timedelta(days=1)),)}), row.version, by
    )
    with pytest.raises(BadDay, match="before the talk"):
        debrief.write(session, row, by)
    assert kept(session, Touch) == []
    assert row.state == "planned"


def test_a_debrief_of_four_hundred_days_ago_can_still_be_written(session, by):
    old = ledger_factories.make_interview(session, starts_at=NOON - timedelta(days=400))
    due = old.starts_at.date() + timedelta(days=7)
    debrief.save(session, old, Debrief("Late", lines={"mine": (Line("Send it", due),)}), old.version, by)
    assert debrief.write(session, old, by) == 2
    assert kept(session, Promise)[0].made_on == old.starts_at.date()


def test_the_promise_to_name_is_the_first_with_a_day():
    assert debrief.first_dated(()) is None
    assert debrief.first_dated((Line("a"), Line("b", DAY))).what == "b"
    assert debrief.first_dated((Line("a"),)).what == "a"

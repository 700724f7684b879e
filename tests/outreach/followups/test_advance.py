"""Ladders are begun, moved on and made due: each note once, by however many workers, never before its moment."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from outreach.db import Database
from outreach.drafts.models import Draft
from outreach.followups import advance, operations, rules
from outreach.followups.models import FollowUp, FollowUpStep
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.relationships.models import Pause, Touch
from tests import factories, ledger_factories
from tests.outreach import forked

SENT = datetime(2026, 11, 3, 15, tzinfo=UTC)
FIRST = datetime(2026, 11, 13, 14, tzinfo=UTC)
STEPS = 10
DAY = timedelta(days=1)


def send_request(session, sent_at=SENT, **named) -> Draft:
    leader = factories.make_person(session, **{"time_zone": "America/Chicago", **named})
    return factories.make_draft(session, leader, state="sent", sent_at=sent_at)


def with_requests(database: Database, number: int = STEPS) -> list[int]:
    """Two workspaces in which requests were sent; their ids."""
    workspaces = [factories.make_workspace(database) for _ in range(2)]
    for at in range(number):
        with database.session_for(workspaces[at % 2]) as session:
            operations.begin(session, send_request(session), SENT)
    return workspaces


def states(database: Database) -> dict[str, int]:
    with database.system_reader("counting") as session:
        return dict(session.execute(select(FollowUpStep.state, func.count()).group_by(FollowUpStep.state)).all())


# --- one workspace --------------------------------------------------------------------------------------------------


@pytest.fixture
def session(database):
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


def test_requests_that_were_sent_of_late_get_a_ladder_once(session):
    send_request(session)
    send_request(session, sent_at=SENT - 60 * DAY)
    factories.make_draft(session)
    factories.make_draft(session, kind="thank-you", state="sent", sent_at=SENT)
    send_request(session, deleted_at=SENT)
    assert advance.advance(session, SENT + DAY).begun == 1
    assert advance.advance(session, SENT + DAY) == advance.Advanced()
    assert session.scalars(select(FollowUp.ladder_key)).all() == ["interview-request"]


def test_a_later_request_to_the_same_person_is_followed_up_instead(session):
    first = send_request(session)
    advance.advance(session, SENT)
    second = factories.make_draft(session, first.person, kind="assistant-request", state="sent", sent_at=SENT + DAY)
    advance.advance(session, SENT + DAY)
    found = {row.draft_id: row.state for row in session.scalars(select(FollowUp))}
    assert found == {first.id: "stopped", second.id: "running"}


def test_an_answer_ends_it_with_the_next_look(session):
    draft = send_request(session)
    advance.advance(session, SENT)
    ledger_factories.make_answer(session, draft.person, happened_on=(SENT + DAY).date(), answer="other")
    assert advance.advance(session, SENT + 2 * DAY).ended == 1
    assert session.scalars(select(FollowUp.stop_reason)).one() == "answered"


def test_a_sending_that_was_taken_back_by_mistake_leaves_the_ladder_as_it_was(session):
    draft = send_request(session)
    advance.advance(session, FIRST)
    draft.state, draft.sent_at = "writing", None
    advance.advance(session, FIRST + DAY)
    row = session.scalars(select(FollowUp)).one()
    assert (row.state, row.stop_reason) == ("stopped", "withdrawn")
    draft.state, draft.sent_at = "sent", SENT
    advance.advance(session, FIRST + 2 * DAY)
    assert (row.state, row.stop_reason, [one.state for one in row.steps]) == ("running", "", ["due", "planned"])


# --- all workspaces -------------------------------------------------------------------------------------------------


def test_what_was_sent_is_followed_up_in_every_workspace(each_database):
    for _ in range(2):
        with each_database.session_for(factories.make_workspace(each_database)) as session:
            send_request(session)
    assert advance.follow_sent(each_database, SENT).begun == 2
    assert advance.follow_sent(each_database, SENT) == advance.Advanced()
    assert advance.pick_due(each_database, FIRST - timedelta(seconds=1)).became_due == ()
    assert len(advance.pick_due(each_database, FIRST).became_due) == 2


def test_a_note_that_was_sent_is_noted(database):
    with_requests(database, 1)
    advance.pick_due(database, FIRST)
    with database.system_session("sending a note") as session:
        step = session.scalars(select(FollowUpStep).where(FollowUpStep.state == "due")).one()
        request = step.follow_up.draft
        note = factories.make_draft(
            session, request.person, workspace_id=step.workspace_id, kind="reminder", state="sent", sent_at=FIRST + DAY
        )
        step.draft_id = note.id
    advance.follow_sent(database, FIRST + DAY)
    assert states(database) == {"sent": 1, "planned": 1}


def test_ladders_that_wait_do_not_stand_in_the_way(database, monkeypatch):
    """Those of paused people get another moment, so that they are not picked with every look."""
    monkeypatch.setattr(advance, "BATCH", 2)
    with_requests(database, 7)
    with database.system_session("pausing") as session:
        for person in session.scalars(select(Person).order_by(Person.id).limit(3)):
            begins, until = FIRST.date() - DAY, FIRST.date() + 20 * DAY
            session.add(Pause(workspace_id=person.workspace_id, person_id=person.id, reason="loss", begins_on=begins,
                              until=until, created_at=SENT, updated_at=SENT))  # fmt: skip
    assert len(advance.pick_due(database, FIRST).became_due) == 4
    with database.system_reader("looking what is left") as session:
        assert session.execute(advance.due_steps(FIRST)).all() == []
    assert advance.pick_due(database, FIRST + 10 * DAY).became_due == ()
    assert len(advance.pick_due(database, FIRST + 22 * DAY).became_due) == 3


# --- F5: several workers, F8: clocks that jump ----------------------------------------------------------------------


def at_once(calls: Sequence) -> list:
    """What each call answers, all of them begun together."""
    begin, answers = threading.Barrier(len(calls)), []

    def run(call):
        begin.wait()
        answers.append(call())

    threads = [threading.Thread(target=run, args=(call,)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == len(calls)
    return answers


def test_of_two_workers_one_makes_a_note_due_and_each_note_once(each_database):
    with_requests(each_database)
    found = at_once([lambda: advance.pick_due(each_database, FIRST).became_due] * 2)
    made = [number for one in found for number in one]
    advance.pick_due(each_database, FIRST)
    assert len(made) == len(set(made))
    assert states(each_database)["due"] == STEPS


def pick(url: str, file: Path) -> None:
    """A worker's process: makes due what is due, and writes the numbers down."""
    made = advance.pick_due(Database(url), FIRST).became_due
    file.write_text(" ".join(map(str, made)))


def test_of_two_processes_one_makes_a_note_due_and_each_note_once(each_database, tmp_path):
    with_requests(each_database)
    url = each_database.url.render_as_string(hide_password=False)
    each_database.close()
    files = [tmp_path / "one", tmp_path / "other"]
    workers = [forked.start(pick, url, file) for file in files]
    assert [forked.wait(worker) for worker in workers] == [0, 0]
    made = [number for file in files for number in file.read_text().split()]
    advance.pick_due(each_database, FIRST)
    assert len(made) == len(set(made))
    assert states(each_database)["due"] == STEPS


def test_two_workers_begin_a_ladder_once(each_database):
    with each_database.session_for(factories.make_workspace(each_database)) as session:
        send_request(session)
    found = at_once([lambda: advance.follow_sent(each_database, SENT).begun] * 2)
    with each_database.system_reader("counting") as session:
        assert session.scalar(select(func.count()).select_from(FollowUp)) == 1
        assert session.scalar(select(func.count()).select_from(FollowUpStep)) == 2
    assert sum(found) >= 1


JUMPS = [timedelta(hours=1), timedelta(hours=-1), timedelta(days=400), timedelta(days=-400), timedelta(hours=-1)]


@pytest.mark.parametrize("zone", ["America/Chicago", "Pacific/Auckland", ""])
@pytest.mark.parametrize("sent", [SENT, datetime(2026, 10, 26, 14, tzinfo=UTC), datetime(2028, 2, 29, 15, tzinfo=UTC)])
def test_whatever_the_clock_does_no_note_is_due_twice_or_early(database, sent, zone):
    with database.session_for(factories.make_workspace(database)) as session:
        operations.begin(session, send_request(session, sent_at=sent, time_zone=zone), sent)
    now, made = sent, []
    for hours in range(0, 24 * 20, 12):
        now = sent + timedelta(hours=hours)
        made += advance.pick_due(database, now).became_due
        for jump in JUMPS[:2]:
            made += advance.pick_due(database, now + jump).became_due
    for jump in JUMPS:
        now += jump
        made += advance.pick_due(database, now).became_due
    assert len(made) == 1
    with database.system_reader("looking") as session:
        step = session.get(FollowUpStep, made[0])
        assert step.due_at <= step.became_due_at


# --- whatever the order, with a database ----------------------------------------------------------------------------

events = st.lists(
    st.tuples(
        st.sampled_from(["send", "send", "send", "skip", "answer", "away", "pause", "resume", "stop", "again", "move"]),
        st.sampled_from([1, 3, 12, 12, 30]),
    ),
    min_size=3,
    max_size=7,
)


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(events)
def test_whatever_is_done_in_whatever_order_nobody_is_pressed(database, happens):
    with database.session_for(factories.make_workspace(database)) as session:
        user = factories.make_user(session)
        draft = send_request(session)
        row = operations.begin(session, draft, SENT)
        now = SENT
        for what, days in happens:
            now += days * DAY
            advance.advance(session, now)
            check(session, row)
            do(session, row, what, By(user.id, now))
            check(session, row)


def do(session, row: FollowUp, what: str, by: By) -> None:
    """One thing that a user does, as far as it can be done now."""
    look = operations.look_at(session, row, by.now)
    step, today = look.course.open_step, by.now.date()
    if what == "send" and step is not None and step.state == "due":
        note = factories.make_draft(session, row.person, kind="reminder", answers_id=row.draft_id, state="sent",
                                    sent_at=by.now)  # fmt: skip
        look.step_row.draft_id = note.id
    elif what == "skip" and step is not None:
        operations.skip(session, row, step.place, by)
    elif what in ("answer", "away"):
        answer = "yes" if what == "answer" else "out_of_office"
        ledger_factories.make_answer(session, row.person, answer=answer, happened_on=today, created_at=by.now)
    elif what == "pause" and not list(standing(session, row)):
        ledger_factories.make_pause(session, row.person, begins_on=today, until=today + 10 * DAY, created_at=by.now)
    elif what == "resume":
        for pause in standing(session, row):
            pause.ended_at = by.now
    elif what == "stop":
        operations.stop(session, row, by)
    elif what == "again" and not rules.again_problem(look.course, look.facts):
        operations.go_on(session, row, by)
    elif what == "move" and (earliest := operations.earliest_day(look)) is not None:
        operations.move(session, row, max(earliest, today) + 5 * DAY, today, by)
    session.flush()


def standing(session, row: FollowUp):
    return session.scalars(select(Pause).where(Pause.person_id == row.person_id, Pause.ended_at.is_(None)))


def check(session, row: FollowUp) -> None:
    """At most two notes, seven working days apart; what is due became so after its moment, in no pause, unanswered."""
    session.expire_all()
    sent = [one.sent_at for one in row.steps if one.sent_at is not None]
    assert len(row.steps) == 2
    assert all(later - earlier >= 9 * DAY for earlier, later in zip([SENT, *sent], sent, strict=False))
    for step in row.steps:
        if step.became_due_at is not None:
            assert step.due_at <= step.became_due_at
            answers = select(Touch.id).where(Touch.person_id == row.person_id, Touch.answer == "yes",
                                             Touch.created_at < step.became_due_at)  # fmt: skip
            assert session.scalars(answers).all() == []
            paused = [one for one in session.scalars(select(Pause)) if held(one, step.became_due_at)]
            assert paused == []


def held(pause: Pause, moment: datetime) -> bool:
    """Whether a pause stood at a moment; one that was begun in the same look came after it."""
    was_ended = pause.ended_at is not None and pause.ended_at <= moment
    return pause.created_at < moment and pause.begins_on <= moment.date() < pause.until and not was_ended

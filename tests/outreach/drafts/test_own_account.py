"""Sending by the user's own server: one message, one press, and killed at every point never twice (security.md, F4)."""

from __future__ import annotations

import os
import signal
import threading
import time
from datetime import timedelta

import pytest
from sqlalchemy import select

from outreach.accounts import own_mail
from outreach.db import Database
from outreach.drafts import departures, own_account
from outreach.drafts.departures import Leaving
from outreach.drafts.models import Departure, Draft
from outreach.errors import Refused
from outreach.mail.personal import mailbox
from outreach.mail.submission import LONGEST_S, Outcome, Server, hand_over
from outreach.people.operations import By
from tests import factories
from tests.factories import NOON
from tests.outreach.smtp_sink import running_sink

TIMES = 10
ALICE = mailbox("Alice Ferreira", "alice@harborpoint.example.org")
LEAVING = Leaving("own_account", ALICE)
KEY = "k" * 40
TEXT = "Dear Inés,\n\nMay I ask you for 20 minutes to interview you about your work?\n\nSincerely,\nJordan"


@pytest.fixture
def sink():
    with running_sink() as running:
        yield running


@pytest.fixture
def workspace(database, by) -> int:
    return factories.make_workspace(database)


def new_letter(database: Database, workspace: int) -> int:
    with database.session_for(workspace) as session:
        leader = factories.make_person(session, name="Inés Okafor", addressed_as="Inés", email="ines@north.example.org")
        return factories.make_draft(session, leader, kind="other", subject="A question", body=TEXT).id


def nearby(server, envelope, message) -> Outcome:
    return hand_over(server, envelope, message, nearby=True)


def press(database: Database, workspace: int, number: int, port: int, by: By, hand=nearby) -> Outcome:
    with database.session_for(workspace) as session:
        server = Server("127.0.0.1", port, "none")
        return own_account.send(database, session, session.get_one(Draft, number), LEAVING, server, by, hand=hand)


def departure_of(database: Database, workspace: int, number: int) -> Departure:
    with database.reader_for(workspace) as read:
        return read.scalars(select(Departure).where(Departure.draft_id == number)).one()


@pytest.mark.loopback
def test_a_press_sends_one_letter_and_a_second_press_none(database, workspace, by, sink):
    number = new_letter(database, workspace)
    assert press(database, workspace, number, sink.port, by).state == "sent"
    with pytest.raises(Refused):
        press(database, workspace, number, sink.port, by)
    row = departure_of(database, workspace, number)
    assert (row.state, sink.by_id) == ("sent", {row.message_id: 1})
    assert sink.envelopes == [(ALICE.address, ("ines@north.example.org",))]


@pytest.mark.loopback
def test_it_is_written_down_and_committed_before_anything_connects(database, workspace, by, sink):
    number, seen = new_letter(database, workspace), []

    def look(*_):
        seen.append(departure_of(database, workspace, number).state)
        return Outcome("failed", "No.")

    press(database, workspace, number, sink.port, by, look)
    assert seen == ["recorded"]
    assert departure_of(database, workspace, number).problem == "No."


@pytest.mark.loopback
def test_a_server_that_says_no_lets_one_try_again(database, workspace, by, sink):
    number = new_letter(database, workspace)
    sink.answers["RCPT"] = b"550 nobody"
    assert press(database, workspace, number, sink.port, by).state == "failed"
    sink.answers.clear()
    assert press(database, workspace, number, sink.port, by).state == "sent"
    assert max(sink.by_id.values()) == 1


def test_without_an_account_or_with_an_unreadable_password_it_is_said(database, by):
    with database.open_session() as session:
        with pytest.raises(Refused, match="no mail account"):
            own_account.server_and_sender(session, by.user_id, [KEY])
        kept = Server("smtp.example.org", 465, "tls", "a", "river ochre")
        own_mail.keep_account(session, by.user_id, kept, "a@example.org", [KEY], NOON)
        assert own_account.is_set_up(session, by.user_id)
        assert own_account.server_and_sender(session, by.user_id, [KEY])[0] == kept
        with pytest.raises(Refused, match="Type it once more"):
            own_account.server_and_sender(session, by.user_id, ["another"])


# --- killed in the middle -------------------------------------------------------------------------------------------


def stop_before(reached):
    """Comes to the moment before connecting, and stays there."""

    def hand(*_):
        reached()
        time.sleep(60)

    return hand


def stop_after(reached):
    """Comes to the moment when the server has said 250 and nothing is noted yet."""

    def hand(*arguments):
        assert nearby(*arguments).state == "sent"
        reached()
        time.sleep(60)

    return hand


def killed(url: str, workspace: int, number: int, port: int, by: By, hand_of, is_there) -> None:
    """Presses in a process of its own, and ends it as a power cut would when it has come to a point."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            reached = lambda: os.write(writing, b"x")  # noqa: E731
            press(Database(url), workspace, number, port, by, hand_of(reached) if hand_of else nearby)
        finally:
            os._exit(0)
    try:
        is_there(reading)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(reading)
        os.close(writing)


@pytest.mark.loopback
@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    ("point", "taken"), [("before connecting", 0), ("after the text", 1), ("before it is noted", 1)]
)
def test_killed_at_any_point_a_letter_is_never_sent_twice_and_never_lost(
    database, database_url, workspace, by, sink, point, taken
):
    hand_of = {"before connecting": stop_before, "before it is noted": stop_after}.get(point)
    for _ in range(TIMES):
        number, before = new_letter(database, workspace), len(sink.taken)

        def is_there(reading, before=before):
            if point == "after the text":
                assert sink.at["text"].wait(30)
            else:
                assert os.read(reading, 1) == b"x"

        if point == "after the text":
            sink.at["text"], sink.holds["text"] = threading.Event(), threading.Event()
        killed(database_url, workspace, number, sink.port, by, hand_of, is_there)
        if point == "after the text":
            sink.holds["text"].set()
        assert len(sink.taken) - before == taken
        assert departure_of(database, workspace, number).state == "recorded"
        after = By(by.user_id, by.now + timedelta(seconds=LONGEST_S + 1))
        for moment in (by, after):
            with pytest.raises(Refused):
                press(database, workspace, number, sink.port, moment)
        with database.system_session("as the job does") as session:
            departures.settle_stale(session, after.now)
        assert departure_of(database, workspace, number).state == "unknown"
        with pytest.raises(Refused):
            press(database, workspace, number, sink.port, after)
    assert len(sink.taken) == taken * TIMES
    assert set(sink.by_id.values()) <= {1}

"""Digests: to whom they go, what they say, and that none is sent twice, whoever breaks off where."""

from __future__ import annotations

import smtplib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from outreach.accounts.models import Membership
from outreach.jobs.table import enqueue
from outreach.mail import SmtpMailer, memory
from outreach.today import digests, jobs
from outreach.today.digests import Wish
from outreach.today.models import DigestWish
from tests import factories, ledger_factories
from tests.outreach.smtp_sink import running_sink

FRIDAY = date(2026, 11, 20)


class Plain(SmtpMailer):
    """The same mailer on a line of its own machine, where nobody listens."""

    def _connected(self) -> smtplib.SMTP:
        return smtplib.SMTP(self.host, self.port, timeout=5)


@pytest.fixture(autouse=True)
def _no_mail_yet():
    memory.SHARED.sent.clear()


@pytest.fixture
def wish(app, alice, clock) -> int:
    """Alice wants one each day at seven; somebody is to be thought of."""
    with app.extensions["database"].session_for(1) as session:
        leader = factories.make_person(session, name="Inés Okafor-Lindqvist")
        ledger_factories.make_touch(session, leader, happened_on=FRIDAY - timedelta(days=200))
        made = digests.set_wish(session, 1, Wish("daily"), clock.now)
        assert made.next_at == datetime(2026, 11, 23, 7, tzinfo=UTC)
        return made.id


def pick(app, clock, run_jobs) -> None:
    with app.extensions["database"].session_for(1) as session:
        enqueue(session, "today.pick_digests", at=clock.now)
    run_jobs()


def test_it_says_what_waits_and_goes_to_the_user_alone(app, clock, run_jobs, wish):
    clock.now = datetime(2026, 11, 23, 7, 1, tzinfo=UTC)
    pick(app, clock, run_jobs)
    (mail,) = memory.SHARED.sent
    text = mail.get_body(("plain",)).get_content()
    assert "Mon, Nov 23" in mail["Subject"]
    assert "Start the research on Inés Okafor-Lindqvist" in text
    assert "/settings/digest" in text
    assert "Inés Okafor-Lindqvist" in mail.get_body(("html",)).get_content()


def test_before_its_moment_none_is_sent_and_after_a_jump_of_the_clock_one(app, clock, run_jobs, wish):
    pick(app, clock, run_jobs)
    assert memory.SHARED.sent == []
    clock.move(days=400)
    for hours in (0, 1, -2, 1):
        clock.move(hours=hours)
        pick(app, clock, run_jobs)
    assert len(memory.SHARED.sent) == 1


def test_two_workers_pick_it_once(app, clock, wish):
    database = app.extensions["database"]
    now = clock.now + timedelta(days=4)
    with database.system_reader("a test") as reader:
        found = [*digests.due(reader, now), *digests.due(reader, now)]
    picked = []
    for one in found:
        with database.session_for(1) as session:
            picked.append(digests.pick(session, one, now))
    assert picked == [True, False]


def test_a_job_that_runs_twice_sends_once(app, clock, run_jobs, wish):
    for _ in range(2):
        with app.extensions["database"].session_for(1) as session:
            enqueue(session, "today.mail_digest", at=clock.now, wish_id=wish)
        run_jobs()
    assert len(memory.SHARED.sent) == 1


@pytest.mark.loopback
@pytest.mark.parametrize(("dies_at", "taken"), [("connect", 1), ("MAIL", 0), ("text", 1)])
def test_a_server_that_breaks_off_gets_it_once_at_most(app, clock, run_jobs, wish, monkeypatch, dies_at, taken):
    with running_sink() as sink:
        monkeypatch.setattr(jobs, "mailer_of", lambda _settings: Plain("127.0.0.1", sink.port))
        sink.dies_at = dies_at
        with app.extensions["database"].session_for(1) as session:
            enqueue(session, "today.mail_digest", at=clock.now, wish_id=wish)
        run_jobs()
        sink.dies_at = ""
        for _ in range(3):
            clock.move(minutes=30)
            run_jobs()
        assert len(sink.taken) == taken
        assert all(count == 1 for count in sink.by_id.values())


def test_when_nothing_waits_none_is_sent(app, clock, run_jobs, alice):
    with app.extensions["database"].session_for(1) as session:
        made = digests.set_wish(session, 1, Wish("weekly", 5, 7), clock.now)
        enqueue(session, "today.mail_digest", at=clock.now, wish_id=made.id)
    run_jobs()
    assert memory.SHARED.sent == []


def test_who_has_left_the_workspace_gets_none(app, clock, run_jobs, wish):
    with app.extensions["database"].session_for(1) as session:
        session.query(Membership).delete()
        enqueue(session, "today.mail_digest", at=clock.now, wish_id=wish)
    run_jobs()
    assert memory.SHARED.sent == []


def test_a_name_with_markup_is_text_in_the_mail(app, clock, run_jobs, wish):
    with app.extensions["database"].session_for(1) as session:
        factories.make_person(session, name="<script>alert(1)</script>")
        enqueue(session, "today.mail_digest", at=clock.now, wish_id=wish)
    run_jobs()
    assert "<script>" not in memory.SHARED.sent[0].get_body(("html",)).get_content()


@pytest.mark.parametrize("wrong", [Wish("hourly"), Wish("weekly", 8), Wish("daily", 1, 24)])
def test_what_no_form_offers_is_refused(app, alice, clock, wrong):
    with app.extensions["database"].session_for(1) as session, pytest.raises(ValueError, match="a digest is"):
        digests.set_wish(session, 1, wrong, clock.now)


def test_the_templates_of_the_mail_are_there():
    folder = Path(__file__).resolve().parents[3] / "templates/mail/digest"
    assert {file.name for file in folder.iterdir()} == {"subject.txt", "body.txt", "body.html"}


def test_a_wish_is_kept_once(app, alice, clock):
    with app.extensions["database"].session_for(1) as session:
        for every in ("daily", "weekly", "never"):
            digests.set_wish(session, 1, Wish(every), clock.now)
        assert session.query(DigestWish).one().next_at is None

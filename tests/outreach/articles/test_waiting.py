"""What articles put on the first page: reminders, answers to look at, answers that are waited for, days that come."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import event

from outreach.articles import waiting
from outreach.people.models import Person
from tests import article_factories as make
from tests import factories, ledger_factories
from tests.factories import NOON

TODAY = NOON.date()


def tasks(session, by, now=NOON):
    return waiting.tasks(session, by.user_id, now, now.date())


def test_a_workspace_without_articles_is_asked_one_question(session, by):
    asked: list[str] = []
    event.listen(session.get_bind(), "before_cursor_execute", lambda *told: asked.append(told[2]))
    assert tasks(session, by) == ()
    assert len([one for one in asked if " FROM " in " ".join(one.split())]) == 1


def test_a_reminder_is_a_task_from_its_day_on_and_an_expectation_before(session, cast, by):
    request = make.make_request(
        session, make.make_reviewer(session, cast.article), expires_at=NOON + timedelta(days=60)
    )
    assert tasks(session, by) == ()
    [waits] = waiting.expected(session, by.user_id, NOON, TODAY)
    assert (waits.words, waits.next_words) == (
        "Inés Okafor-Lindqvist looks at version 1", "Remind Inés Okafor-Lindqvist on Wed, Dec 2."
    )  # fmt: skip
    [task] = tasks(session, by, NOON + timedelta(days=12))
    assert (task.kind, task.posts, task.due_on) == ("approval-remind", True, date(2026, 12, 2))
    assert task.address.endswith(f"/requests/{request.id}/remind")
    assert len(task.key) <= 60


def test_answers_come_before_reminders_and_suggestions_of_an_answer_are_one_task(session, cast, by):
    version = make.make_article_version(session, cast.article)
    reviewer = make.make_reviewer(session, cast.article)
    make.make_decision(session, make.make_request(session, reviewer, version), answer="changes")
    assert [one.words for one in tasks(session, by)] == ["Look at what Inés Okafor-Lindqvist wishes to change"]
    make.make_suggestion(session, version)
    make.make_suggestion(session, version, state="kept", settled_at=NOON)
    assert [one.words for one in tasks(session, by)] == ["Settle 1 suggestion"]


def test_what_came_back_is_a_task_until_something_was_made_of_it(session, cast, by):
    version = make.make_article_version(session, cast.article)
    came = make.make_received(session, cast.article, from_name="M. Duarte")
    make.make_received(session, cast.article, kind="automatic")
    assert [one.words for one in tasks(session, by)] == ["Look at the answer of M. Duarte"]
    make.make_suggestion(session, version, received_id=came.id, state="accepted", settled_at=NOON)
    assert tasks(session, by) == ()


def test_nothing_is_asked_about_somebody_in_a_pause_and_of_what_is_over(session, cast, by):
    make.make_request(session, make.make_reviewer(session, cast.article), sent_at=None)
    assert [one.kind for one in tasks(session, by)] == ["approval-send"]
    pause = ledger_factories.make_pause(session, cast.leader)
    assert tasks(session, by) == ()
    session.delete(pause)
    cast.article.state = "withdrawn"
    session.flush()
    assert tasks(session, by) == ()


def test_the_day_asked_for_and_the_day_of_the_venue_are_coming(session, cast, by):
    cast.article.project = factories.make_project(session, due_on=TODAY + timedelta(days=20))
    make.make_request(session, make.make_reviewer(session, cast.article), ask_by=TODAY + timedelta(days=12))
    found = waiting.coming(session, by.user_id, NOON, TODAY, TODAY + timedelta(days=30))
    assert [(one.on - TODAY, one.kind) for one in found] == [
        (timedelta(days=12), "approval"), (timedelta(days=20), "article")
    ]  # fmt: skip
    assert waiting.coming(session, by.user_id, NOON, TODAY, TODAY + timedelta(days=3)) == ()


def test_the_first_page_asks_as_often_for_many_as_for_one(session, by):
    asked: list[str] = []
    counts = []
    event.listen(session.get_bind(), "before_cursor_execute", lambda *told: asked.append(told[2]))
    for number in range(5):
        person: Person = factories.make_person(session, name=f"Leader {number}")
        article = make.make_article(session, person)
        version = make.make_article_version(session, article)
        make.make_request(session, make.make_reviewer(session, article), version)
        make.make_suggestion(session, version)
        make.make_received(session, article)
        if number in (0, 4):
            session.flush()
            session.expire_all()
            asked.clear()
            assert len(tasks(session, by, NOON + timedelta(days=12))) == 3 * (number + 1)
            counts.append(len(asked))
    assert counts[0] == counts[1] <= 13, asked

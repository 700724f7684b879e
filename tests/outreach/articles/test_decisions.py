"""Decisions: one that holds for a request, taken back and made again, and noted in the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from outreach.articles import decisions
from outreach.articles.approval_models import ApprovalRequest, Decision
from outreach.articles.decisions import Decided, NewDecision, NewerVersion
from outreach.articles.models import ArticleVersion
from outreach.db import WorkspaceSession
from outreach.relationships.models import Touch
from tests import article_factories, factories, ledger_factories
from tests.factories import NOON

LATER = NOON + timedelta(hours=1)


@pytest.fixture
def session(database) -> Iterator[WorkspaceSession]:
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


@pytest.fixture
def request_(session) -> ApprovalRequest:
    return article_factories.make_request(session)


def by_phone(answer: str = "approved", **named: str) -> NewDecision:
    return NewDecision(answer=answer, by_name="Marta Duarte", way="phone", answers_for=True, **named)


def test_a_second_decision_finds_the_first(session, request_):
    first = decisions.record(session, request_, by_phone(), NOON)
    with pytest.raises(Decided) as told:
        decisions.record(session, request_, by_phone("declined"), LATER)
    assert told.value.decision is first
    assert decisions.holding(session, request_) is first


def test_after_it_was_taken_back_another_one_counts_and_both_stay(session, request_):
    first = decisions.record(session, request_, by_phone(), NOON)
    assert decisions.take_back(session, first, "Taken back", LATER)
    assert not decisions.take_back(session, first, "Taken back", LATER), "twice is once"
    second = decisions.record(session, request_, by_phone("declined", words="Too early."), LATER)
    assert decisions.holding(session, request_) is second
    assert [row.ended_why for row in session.scalars(select(Decision).order_by(Decision.id))] == ["Taken back", ""]


def test_the_page_has_to_have_shown_the_very_text(session, request_):
    seen = NewDecision(answer="approved", by_name="Inés", way="page", shown_hash="0" * 64)
    with pytest.raises(NewerVersion):
        decisions.record(session, request_, seen, NOON)
    made = decisions.record(session, request_, replace(seen, shown_hash=request_.shown_hash), NOON)
    assert made.text_hash == session.get_one(ArticleVersion, request_.version_id).text_hash


def test_conditions_belong_to_a_yes(session, request_):
    made = decisions.record(session, request_, by_phone("changes", conditions="only if", words="Please"), NOON)
    assert (made.conditions, made.words) == ("", "Please")


def test_the_database_holds_one_decision_for_a_request(session, request_):
    article_factories.make_decision(session, request_)
    with pytest.raises(IntegrityError), session.begin_nested():
        article_factories.make_decision(session, request_)


def test_the_ledger_closes_the_request_for_approval_and_no_other(session):
    reviewer = article_factories.make_reviewer(session)
    person = reviewer.person
    draft = factories.make_draft(session, person)
    left = factories.make_departure(session, draft)
    interview = ledger_factories.make_ask(session, person, happened_on=NOON.date() - timedelta(days=3))
    approval = ledger_factories.make_ask(
        session, person, ask_kind="approval", source="letter", source_id=left.id,
        happened_on=NOON.date() - timedelta(days=5),
    )  # fmt: skip
    asked = article_factories.make_request(session, reviewer, draft_id=draft.id)
    made = decisions.record(session, asked, by_phone(), NOON)
    assert (approval.ask_state, interview.ask_state) == ("granted", "open")
    decisions.take_back(session, made, "Taken back", LATER)
    assert session.scalar(select(Touch).where(Touch.source == "article")).deleted_at is not None
    assert approval.ask_state == "open"


def test_without_a_letter_in_the_ledger_nothing_is_closed(session, request_):
    interview = ledger_factories.make_ask(session, request_.reviewer.person)
    decisions.record(session, request_, by_phone(), NOON)
    assert interview.ask_state == "open"
    assert session.scalar(select(Touch).where(Touch.source == "article")).kind == "they_wrote"


def test_of_a_reviewer_who_was_deleted_nothing_is_noted(session):
    reviewer = article_factories.make_reviewer(session, person_id=None)
    decisions.record(session, article_factories.make_request(session, reviewer), by_phone(), NOON)
    assert session.scalar(select(Touch).where(Touch.source == "article")) is None

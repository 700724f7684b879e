"""The check of an article as it stands in the database: its quotes, facts, talks, venue and reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from outreach.articles import checking
from outreach.articles.models import Article
from outreach.db import WorkspaceSession
from outreach.interviews.talk_models import InterviewNote
from outreach.people.models import Person
from tests import article_factories, factories, ledger_factories
from tests.factories import NOON

SAID = "Nobody had decided who could open the room on a Sunday, and it took us a month."
BODY = "“Nobody had decided who could open the room on a Sunday,”[q1] says Inés Okafor-Lindqvist."


@dataclass(frozen=True)
class Cast:
    """Inés, the line of her talk, and the article that quotes it."""

    leader: Person
    note: InterviewNote
    article: Article


@pytest.fixture
def session(database) -> Iterator[WorkspaceSession]:
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


@pytest.fixture
def cast(session) -> Cast:
    leader = factories.make_person(session, name="Inés Okafor-Lindqvist")
    talk = ledger_factories.make_interview(session, leader, recording="yes", quoting="yes", consent_at=NOON)
    note = ledger_factories.make_interview_note(session, talk, text=SAID)
    article = article_factories.make_article(session, leader, body=BODY)
    article_factories.make_quote(session, article, number=1, note_id=note.id, words=SAID)
    return Cast(leader, note, article)


def ids(session: WorkspaceSession, article: Article, body: str | None = None) -> set[str]:
    return {one.rule for one in checking.findings(session, article, body) if one.stops}


def test_a_traced_quotation_by_leave_is_fine(session, cast):
    assert ids(session, cast.article) == set()


def test_words_that_were_not_said_are_found_with_what_was(session, cast):
    (found,) = checking.findings(session, cast.article, BODY.replace("Nobody", "Somebody"))
    assert found.rule == "quote-untraced"
    assert SAID in found.message


def test_a_note_that_was_deleted_or_changed_since_is_said(session, cast):
    cast.note.text = "Somebody else decided."
    session.flush()
    assert ids(session, cast.article) == {"quote-gone"}
    cast.note.deleted_at = NOON
    session.flush()
    (found,) = checking.findings(session, cast.article)
    assert found.message == "The note that held these words was deleted."


def test_leave_to_quote_is_that_of_the_talk(session, cast):
    talk = cast.note.interview
    talk.quoting = "no"
    session.flush()
    assert ids(session, cast.article) == {"quote-without-leave"}
    talk.quoting = "after_check"
    session.flush()
    assert ids(session, cast.article) == {"quote-without-leave"}
    article_factories.make_reviewer(session, cast.article)
    assert ids(session, cast.article) == set()


def test_a_fact_that_was_withdrawn_and_a_mark_without_fact(session, cast):
    fact = factories.make_fact(session, person_id=cast.leader.id, state="withdrawn")
    article_factories.make_article_fact(session, cast.article, number=3, fact_id=fact.id)
    found = [one for one in checking.findings(session, cast.article, "It opened in May.[3] It grew.[4]") if one.stops]
    assert [(one.rule, one.phrase) for one in found] == [("citation", "[3]"), ("citation", "[4]")]
    assert not any(one.can_pass for one in found)


def test_rules_of_letters_hold_for_patients_and_job_talk(session, cast):
    factories.make_fact(session, person_id=cast.leader.id)
    body = (
        "The 62-year-old welder came back. Please tell me of any opening on your team. Tom Marsh led the unit at "
        "Keller Hospital."
    )
    found = {one.rule: one.tone for one in checking.findings(session, cast.article, body)}
    assert found["patient-detail"] == "bad"
    assert found["job-ask"] == "bad"
    assert found["ungrounded"] == "warn"


def test_a_reason_lets_these_very_words_stand(session, cast):
    body = "They bought an award-winning platform."
    (found,) = checking.findings(session, cast.article, body)
    assert (found.rule, found.stops, found.can_pass) == ("vendor-praise", True, True)
    cast.article.passed = {"vendor-praise": {"why": "It is the prize’s own name.", "about": [found.phrase]}}
    session.flush()
    assert ids(session, cast.article, body) == set()
    assert ids(session, cast.article, "They bought an award-winning solution.") == {"vendor-praise"}


def test_the_venue_says_how_long(session, cast):
    venue = factories.make_venue(session, shortest_words=300, longest_words=400)
    cast.article.project_id = factories.make_project(session, venue_id=venue.id).id
    session.flush()
    session.refresh(cast.article)
    found = {one.rule for one in checking.findings(session, cast.article, "They met at seven and wrote. " * 80)}
    assert "venue-length" in found


def test_what_is_still_missing_is_no_word_of_the_length(session, cast):
    venue = factories.make_venue(session, shortest_words=300, longest_words=400)
    cast.article.project_id = factories.make_project(session, venue_id=venue.id).id
    session.flush()
    session.refresh(cast.article)
    body = "They met at seven and wrote. " * 45 + "\n\n[[Nothing yet on what it cost. Ask for it.]]"
    (said,) = [one for one in checking.findings(session, cast.article, body) if one.rule == "venue-length"]
    assert said.message == "270 words; the venue asks for 300 at least."

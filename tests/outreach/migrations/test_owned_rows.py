"""One row of every owned table: it is kept on both databases, nobody else sees it, and what cannot be is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DataError, IntegrityError

from outreach import app as application
from outreach.accounts.models import Invitation, Membership
from outreach.db import Base, Database, Owned, WorkspaceLeak
from outreach.dossiers.models import Claim, Fact, ResearchRun, SourceDocument, Verdict
from outreach.organizations.models import Organization
from outreach.people.models import NotSame, Person, Position
from outreach.search import SearchEntry
from tests import article_factories, event_factories, factories, ledger_factories

MAKERS: dict[str, Callable[..., Any]] = {
    "organization": factories.make_organization,
    "organization_identifier": factories.make_organization_identifier,
    "organization_figure": factories.make_figure,
    "person": factories.make_person,
    "position": factories.make_position,
    "person_identifier": factories.make_person_identifier,
    "contact": factories.make_contact,
    "person_note": factories.make_note,
    "not_same": factories.make_not_same,
    "person_merge": factories.make_merge,
    "research_run": factories.make_run,
    "run_source": factories.make_run_source,
    "source_document": factories.make_document,
    "claim": factories.make_claim,
    "candidate": factories.make_candidate,
    "verdict": factories.make_verdict,
    "fact": factories.make_fact,
    "fact_claim": factories.make_fact_claim,
    "fact_use": factories.make_fact_use,
    "program": factories.make_program,
    "program_credit": factories.make_program_credit,
    "program_source": factories.make_program_source,
    "put_off": factories.make_put_off,
    "venue": factories.make_venue,
    "project": factories.make_project,
    "draft": factories.make_draft,
    "draft_version": factories.make_draft_version,
    "draft_fact": factories.make_draft_fact,
    "departure": factories.make_departure,
    "question_guide": factories.make_guide,
    "guide_question": factories.make_question,
    "touch": ledger_factories.make_touch,
    "promise": ledger_factories.make_promise,
    "advice": ledger_factories.make_advice,
    "pause": ledger_factories.make_pause,
    "standing": ledger_factories.make_standing,
    "quarterly_review": ledger_factories.make_review,
    "learning_plan": ledger_factories.make_learning_plan,
    "recommendation": ledger_factories.make_recommendation,
    "follow_up": ledger_factories.make_follow_up,
    "follow_up_step": ledger_factories.make_step,
    "rhythm_group": ledger_factories.make_group,
    "rhythm": ledger_factories.make_rhythm,
    "time_away": ledger_factories.make_time_away,
    "own_pace": ledger_factories.make_own_pace,
    "watch": ledger_factories.make_watch,
    "signal": ledger_factories.make_signal,
    "interview": ledger_factories.make_interview,
    "interview_note": ledger_factories.make_interview_note,
    "interview_consent": ledger_factories.make_consent,
    "interview_note_wording": ledger_factories.make_wording,
    "calendar_feed": ledger_factories.make_feed,
    "digest_wish": ledger_factories.make_digest_wish,
    "event": event_factories.make_event,
    "agenda": event_factories.make_agenda,
    "event_session": event_factories.make_event_session,
    "event_speaker": event_factories.make_event_speaker,
    "session_speaker": event_factories.make_session_speaker,
    "appearance": event_factories.make_appearance,
    "floor_note": event_factories.make_floor_note,
    "printing": event_factories.make_printing,
    "printed_file": event_factories.make_printed_file,
    "printed_page": event_factories.make_printed_page,
    "article": article_factories.make_article,
    "article_version": article_factories.make_article_version,
    "article_quote": article_factories.make_quote,
    "article_fact": article_factories.make_article_fact,
    "submission": article_factories.make_submission,
    "share_line": article_factories.make_share_line,
    "article_letter": article_factories.make_article_letter,
    "reviewer": article_factories.make_reviewer,
    "approval_request": article_factories.make_request,
    "received_answer": article_factories.make_received,
    "decision": article_factories.make_decision,
    "suggestion": article_factories.make_suggestion,
}
"""Owned table -> what makes a row of it."""

HELD_ELSEWHERE = {Membership.__tablename__, Invitation.__tablename__, SearchEntry.__tablename__}
"""Owned tables that tests of the room accounts and of search hold."""


@pytest.fixture
def mine(each_database: Database) -> int:
    return factories.make_workspace(each_database)


@pytest.fixture
def theirs(each_database: Database) -> int:
    return factories.make_workspace(each_database)


def test_every_owned_table_has_a_maker() -> None:
    application.load_models()
    owned = {mapper.local_table.name for mapper in Base.registry.mappers if issubclass(mapper.class_, Owned)}
    assert owned - HELD_ELSEWHERE == MAKERS.keys()


@pytest.mark.parametrize("table", MAKERS)
def test_a_row_is_kept_and_seen_in_its_workspace_only(each_database: Database, mine: int, theirs: int, table: str):
    with each_database.session_for(mine) as session:
        made = MAKERS[table](session)
        assert made.__tablename__ == table
    counted = select(func.count()).select_from(type(made))
    with each_database.reader_for(mine) as session:
        assert session.scalar(counted) >= 1
    with each_database.reader_for(theirs) as session:
        assert session.scalar(counted) == 0
        assert session.get(type(made), made.id) is None


def test_everything_goes_with_its_workspace(each_database: Database, mine: int):
    with each_database.session_for(mine) as session:
        for make in MAKERS.values():
            make(session)
    with each_database.system_connection("removing a workspace") as connection:
        connection.execute(text("DELETE FROM workspace WHERE id = :id"), {"id": mine})
        left = {table: connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() for table in MAKERS}
    assert set(left.values()) == {0}


def test_a_person_s_rows_go_with_the_person_and_the_organization_stays(each_database: Database, mine: int):
    with each_database.session_for(mine) as session:
        person = factories.make_person(session)
        factories.make_position(session, person)
        factories.make_fact_claim(session, factories.make_fact(session, person_id=person.id))
        session.delete(person)
    with each_database.reader_for(mine) as session:
        kept = {table: session.scalar(select(func.count()).select_from(table)) for table in (Position, Fact, Claim)}
        assert set(kept.values()) == {0}
        assert session.scalar(select(func.count()).select_from(Organization)) == 1


def test_a_position_keeps_the_organization_s_name_when_that_goes(each_database: Database, mine: int):
    with each_database.session_for(mine) as session:
        organization = factories.make_organization(session, name="Harrow Lake Regional")
        position = factories.make_position(session, organization=organization)
        session.delete(organization)
    with each_database.reader_for(mine) as session:
        left = session.get(Position, position.id)
        assert (left.organization_id, left.organization_name) == (None, "Harrow Lake Regional")


@pytest.mark.parametrize(
    ("make", "wrong"),
    [
        (factories.make_person, {"name": ""}),
        (factories.make_person, {"kind": "prospect"}),
        (factories.make_person, {"preferred_channel": "fax"}),
        (factories.make_person, {"do_not_contact_reason": "asked", "do_not_contact_since": None}),
        (factories.make_organization, {"state": "Iowa"[:3]}),
        (factories.make_organization, {"kind": "club"}),
        (factories.make_position, {"started": "24"}),
        (factories.make_position, {"is_current": True, "ended": "2025"}),
        (factories.make_position, {"title": "", "organization_name": ""}),
        (factories.make_figure, {"value": None, "words": ""}),
        (factories.make_figure, {"origin": "research", "url": ""}),
        (factories.make_run, {"state": "finished", "finished_at": None}),
        (factories.make_run_source, {"state": "tired"}),
        (factories.make_document, {"public_sha256": None}),
        (factories.make_own_document, {"own_body": None}),
        (factories.make_claim, {"quote": ""}),
        (factories.make_claim, {"confidence": 0.0}),
        (factories.make_claim, {"confidence": 1.5}),
        (factories.make_claim, {"document_id": None}),
        (factories.make_candidate, {"judgement": "perhaps"}),
        (factories.make_verdict, {"answer": "maybe"}),
        (factories.make_fact, {"standing": "likely"}),
        (factories.make_program_source, {"quote": ""}),
        (factories.make_note, {"text": ""}),
    ],
    ids=lambda value: value.__name__ if callable(value) else ",".join(value),
)
def test_what_cannot_be_is_refused(database: Database, make: Callable[..., Any], wrong: dict[str, Any]):
    workspace = factories.make_workspace(database)
    # What is too long PostgreSQL refuses before it looks at the constraint.
    with pytest.raises((IntegrityError, DataError)), database.session_for(workspace) as session:
        make(session, **wrong)


def test_a_row_is_about_one_subject(each_database: Database, mine: int):
    with each_database.session_for(mine) as session:
        person, place = factories.make_person(session), factories.make_organization(session)
    for make in (factories.make_claim, factories.make_fact, factories.make_candidate, factories.make_verdict):
        with pytest.raises(IntegrityError), each_database.session_for(mine) as session:
            make(session, person_id=person.id, organization_id=place.id)


def test_a_claim_is_kept_once_for_a_person_and_once_for_another(each_database: Database, mine: int):
    with each_database.session_for(mine) as session:
        people = [factories.make_person(session) for _ in range(2)]
        for person in people:
            factories.make_claim(session, person_id=person.id, fingerprint="f" * 64)
    with pytest.raises(IntegrityError), each_database.session_for(mine) as session:
        factories.make_claim(session, person_id=people[0].id, fingerprint="f" * 64)


def test_one_verdict_stands_at_a_time_and_those_taken_back_stay(each_database: Database, mine: int):
    with each_database.session_for(mine) as session:
        person = factories.make_person(session)
        for undone_at in (factories.NOON, factories.NOON, None):
            factories.make_verdict(session, person_id=person.id, record_id="r", undone_at=undone_at)
    with pytest.raises(IntegrityError), each_database.session_for(mine) as session:
        factories.make_verdict(session, person_id=person.id, record_id="r", answer="same")
    with each_database.reader_for(mine) as session:
        assert session.scalar(select(func.count()).select_from(Verdict)) == 3


def test_two_people_are_told_apart_in_one_order(each_database: Database, mine: int):
    with each_database.session_for(mine) as session:
        pair = factories.make_not_same(session)
    with pytest.raises(IntegrityError), each_database.session_for(mine) as session:
        session.add(NotSame(person_id=pair.other_id, other_id=pair.person_id, told_at=factories.NOON))


def test_a_row_cannot_be_linked_to_another_workspace_s(each_database: Database, mine: int, theirs: int):
    with each_database.session_for(theirs) as session:
        foreign = factories.make_person(session)
    for make in (factories.make_run, factories.make_claim, factories.make_fact):
        with pytest.raises(WorkspaceLeak), each_database.session_for(mine) as session:
            make(session, person_id=foreign.id)


def test_a_number_stands_for_one_person_of_a_workspace(each_database: Database, mine: int, theirs: int):
    for workspace in (mine, theirs):
        with each_database.session_for(workspace) as session:
            factories.make_person_identifier(session, value="1234567893")
    with pytest.raises(IntegrityError), each_database.session_for(mine) as session:
        factories.make_person_identifier(session, value="1234567893")


def test_a_document_s_words_come_from_where_they_lie(each_database: Database, mine: int):
    with each_database.session_for(mine) as session:
        public, own = factories.make_document(session), factories.make_own_document(session, "Said at the panel.")
    with each_database.reader_for(mine) as session:
        read = {row.id: (row.plain_text, row.body) for row in session.scalars(select(SourceDocument))}
    assert read[own.id] == ("Said at the panel.", b"Said at the panel.")
    assert read[public.id][0].startswith("Harrow Lake opened")
    assert read[public.id][1].startswith(b"<p>Harrow Lake")


def test_a_changed_person_counts_its_versions(each_database: Database, mine: int):
    with each_database.session_for(mine) as session:
        person = factories.make_person(session)
    with each_database.session_for(mine) as session:
        session.get(Person, person.id).pronouns = "she/her"
    with each_database.reader_for(mine) as session:
        assert session.get(Person, person.id).version == 2


def test_only_a_run_that_is_over_says_so():
    assert [state for state in ("waiting", "running", "stopped") if ResearchRun(state=state).is_over] == ["stopped"]

"""A document goes when nothing rests on it: not before, and its bytes only when no workspace needs them."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import func, select

from outreach.dossiers.forgetting import forget_documents, forget_programs
from outreach.dossiers.models import Program, PublicCopy, SourceDocument
from outreach.people.models import Person
from tests import factories
from tests.outreach.dossiers.invented_sources import NOW

LATER = NOW + timedelta(days=2)


def forget(database, now=LATER) -> int:
    with database.system_session("a test") as session:
        return forget_documents(session, now)


def left(database) -> tuple[int, int]:
    with database.system_reader("a test") as session:
        return tuple(session.scalar(select(func.count()).select_from(one)) for one in (SourceDocument, PublicCopy))


def test_what_a_claim_cites_stays_and_goes_with_its_person(workspace, database):
    with workspace.session() as session:
        jane = session.get_one(Person, workspace.person_id)
        factories.make_claim(session, person_id=jane.id)
        own = factories.make_own_document(session)
        factories.make_claim(session, person_id=jane.id, document=own, quote="Notes", cited_url=own.url)
    assert forget(database) == 0
    assert left(database) == (2, 1)
    with workspace.session() as session:
        session.delete(session.get_one(Person, workspace.person_id))
    assert forget(database) == 2
    assert left(database) == (0, 0)


def test_a_deleted_program_is_forgotten_when_it_can_no_longer_be_brought_back(workspace, database):
    with workspace.session() as session:
        rows = [
            factories.make_program(session, person_id=workspace.person_id, deleted_at=deleted)
            for deleted in (None, NOW - timedelta(days=29), NOW - timedelta(days=31))
        ]
        factories.make_program_source(session, rows[2])
        numbers = [row.id for row in rows]
    with database.system_session("a test") as session:
        assert forget_programs(session, NOW) == 1
    with workspace.reader() as session:
        assert list(session.scalars(select(Program.id).order_by(Program.id))) == numbers[:2]


def test_what_was_given_to_a_run_stays_as_long_as_the_run(workspace, database):
    with workspace.session() as session:
        own = factories.make_own_document(session)
        factories.make_run(session, person_id=workspace.person_id, given_documents=[own.id])
    assert forget(database) == 0
    assert left(database) == (1, 0)


def test_a_document_of_today_is_left_for_the_run_that_may_still_read_it(workspace, database):
    with workspace.session() as session:
        factories.make_document(session)
    assert forget(database, NOW) == 0
    assert forget(database) == 1


def test_bytes_that_another_workspace_cites_stay(workspace, database):
    with workspace.session() as session:
        document = factories.make_document(session)
        sha, url = document.sha256, document.url
    other = factories.make_workspace(database)
    with database.session_for(other) as session:
        row = SourceDocument(
            sha256=sha, public_sha256=sha, url=url, source_key="newsroom_feed", origin="fetched",
            media_type="text/html", retrieved_at=NOW,
        )  # fmt: skip
        session.add(row)
        session.flush()
        factories.make_claim(session, document=row)
    assert forget(database) == 1
    assert left(database) == (1, 1)

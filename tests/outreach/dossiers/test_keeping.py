"""What a source brought is kept once, whoever keeps it and how often; on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from outreach.db import Database
from outreach.dossiers import keeping
from outreach.dossiers.models import Claim, PublicCopy, ResearchRun, RunSource, SourceDocument
from research.types import Citation, Outcome, Query
from tests import factories
from tests.outreach.dossiers import invented_sources
from tests.outreach.dossiers.conftest import make_workspace
from tests.outreach.dossiers.invented_sources import HOUSE, JANE, NOW, Sources, page_of

ASKED = Query("person", JANE, organization=HOUSE, state="VT")


@pytest.fixture
def workspace(each_database: Database):
    return make_workspace(each_database)


def outcome(key: str = "orcid", text: str = "", **more) -> Outcome:
    """What a source brought that was asked about Jane."""
    connector = invented_sources.connector(key)
    fetcher = Sources({key: text or page_of(key)})
    (request,) = connector.start(ASKED)
    document = fetcher.fetch(connector.SOURCE, request, 0)
    claims = tuple(connector.read(document, ASKED))
    return Outcome(**{"source": key, "status": "found", "claims": claims, "documents": (document,), **more})


def a_run(session, workspace) -> ResearchRun:
    run = factories.make_run(session, person_id=workspace.person_id, organization_id=workspace.organization_id)
    for key in ("orcid", "wikidata"):
        factories.make_run_source(session, run, source_key=key, state="now", finished_at=None, claims_count=0)
    return run


def counts(session) -> tuple[int, ...]:
    return tuple(session.scalar(select(func.count()).select_from(one)) for one in (PublicCopy, SourceDocument, Claim))


def test_keeping_twice_is_as_keeping_once(workspace):
    ready = keeping.prepared(outcome(), ASKED, {})
    with workspace.session() as session:
        run = a_run(session, workspace)
        keeping.keep(session, run, ready, NOW)
        assert counts(session) == (1, 1, 3)
    with workspace.session() as session:
        keeping.keep(session, session.get_one(ResearchRun, run.id), ready, NOW)
        assert counts(session) == (1, 1, 3)
        row = session.scalars(select(RunSource).where(RunSource.source_key == "orcid")).one()
        assert (row.state, row.claims_count, row.finished_at) == ("found", 3, NOW)


def test_two_workspaces_that_read_one_page_keep_its_bytes_once(each_database):
    ready = keeping.prepared(outcome(), ASKED, {})
    for _ in range(2):
        workspace = make_workspace(each_database)
        with workspace.session() as session:
            keeping.keep(session, a_run(session, workspace), ready, NOW)
            assert counts(session) == (1, 1, 3)


def test_a_claim_that_a_later_run_sees_again_is_the_same_claim_in_the_newer_copy(workspace):
    later = NOW + timedelta(days=9)
    again = outcome(text=page_of("orcid") + "counter 2\n")
    again = replace(again, claims=tuple(seen_at(claim, later) for claim in again.claims))
    with workspace.session() as session:
        first = a_run(session, workspace)
        keeping.keep(session, first, keeping.prepared(outcome(), ASKED, {}), NOW)
        second = a_run(session, workspace)
        keeping.keep(session, second, keeping.prepared(again, ASKED, {}), later)
        assert counts(session) == (2, 2, 3)
        claims = session.scalars(select(Claim).execution_options(populate_existing=True)).all()
        assert {(claim.run_id, claim.last_run_id) for claim in claims} == {(first.id, second.id)}
        assert {claim.retrieved_at for claim in claims} == {later}
        newest = again.documents[0].sha256
        assert {claim.document_sha256 for claim in claims} == {newest} == {claim.document.sha256 for claim in claims}


def seen_at(claim, moment):
    citation: Citation = replace(claim.citation, retrieved_at=moment)
    return replace(claim, citation=citation)


def test_a_page_that_lost_cited_words_flags_its_earlier_copy(workspace):
    page = "<html><body><p>Jane Q. Roe opened twelve beds.</p></body></html>"
    with workspace.session() as session:
        old = factories.make_document(session, url="https://harborpoint.example.org/1")
        factories.make_claim(session, document=old, quote="opened twelve beds")
        assert keeping.mark_changed(session, old.url, "another", "Jane Q. Roe opened twelve\nbeds.", NOW) == 0
        assert keeping.mark_changed(session, old.url, "another", "Jane Q. Roe opened ten beds.", NOW) == 1
        assert old.changed_since == NOW
        assert keeping.mark_changed(session, "https://elsewhere.example", "another", page, NOW) == 0


def test_of_people_with_other_names_nothing_is_kept(workspace):
    stranger = page_of("orcid").replace(JANE, "Tomasz Brandtner")
    ready = keeping.prepared(outcome(text=stranger), ASKED, {})
    assert (ready.claims, ready.documents) == ((), ())


@pytest.mark.parametrize(
    ("status", "fault", "state"),
    [("failed", "timeout", "later"), ("failed", "refused", "failed"), ("failed", "stopped", "skipped"),
     ("nothing", "", "nothing"), ("skipped", "no-identifier", "skipped")],
)  # fmt: skip
def test_how_a_source_fared_is_kept_with_its_reason(workspace, status, fault, state):
    told = outcome(status=status, fault=fault, claims=(), documents=(), message="It said\x00 no.")
    with workspace.session() as session:
        run = a_run(session, workspace)
        keeping.keep(session, run, keeping.prepared(told, ASKED, {}), NOW)
        row = session.scalars(select(RunSource).where(RunSource.source_key == "orcid")).one()
        assert (row.state, row.fault, row.message) == (state, fault, "It said no.")
        assert (row.retry_at is not None) == (state == "later")


def test_a_citation_whose_address_is_longer_than_any_is_left_out(workspace):
    brought = outcome()
    long = "https://orcid.example/" + "a" * 3000
    claims = tuple(replace(claim, citation=replace(claim.citation, url=long)) for claim in brought.claims)
    assert keeping.prepared(replace(brought, claims=claims), ASKED, {}).claims == ()

"""Which claims hold now: what a source says no longer, what it only lists no longer, and what the user has said."""

from __future__ import annotations

import hashlib

import pytest
from sqlalchemy import select

from outreach.dossiers import facts
from outreach.dossiers.judging import MANY_PUBLISHERS, OF_THE_PRESENT, claims_about, families_of, judge, verdicts_about
from outreach.dossiers.models import Claim, Fact
from research import registry
from research.vocabulary import PREDICATES
from tests import factories
from tests.outreach.dossiers.conftest import make_workspace
from tests.outreach.dossiers.invented_sources import NOW, page_of
from tests.outreach.dossiers.test_facts import LATER, a_run, stand


@pytest.fixture
def workspace(database):
    return make_workspace(database)


def test_a_post_that_its_source_names_no_more_is_gone_and_a_prize_is_not(workspace):
    with workspace.session() as session:
        a_run(session, workspace, orcid=page_of("orcid"))
        (post,), (prize,) = stand(session, "role"), stand(session, "award")
        moved = page_of("orcid", award="Another prize").replace("Chief Medical Officer", "Chief Nursing Officer")
        a_run(session, workspace, orcid=moved)
        assert [fact.value for fact in stand(session, "role")] == ["Chief Nursing Officer"]
        assert session.get_one(Fact, post.id).state == "gone"
        assert session.get_one(Fact, prize.id).state == "current"


def test_a_source_that_failed_takes_nothing_back(workspace):
    with workspace.session() as session:
        a_run(session, workspace, orcid=page_of("orcid"))
        run = a_run(session, workspace)
        factories.make_run_source(session, run, source_key="orcid", state="failed", fault="timeout")
        facts.refresh(session, run, LATER)
        assert len(stand(session, "role")) == 1


def test_what_names_the_present_is_in_the_vocabulary_and_the_bundles_are_sources():
    assert PREDICATES.keys() >= OF_THE_PRESENT
    assert registry.all_connectors().keys() >= MANY_PUBLISHERS


def test_a_post_that_has_its_end_is_history_and_stays(workspace):
    with workspace.session() as session:
        run = a_run(session, workspace, orcid=page_of("orcid"))
        for claim in session.scalars(select(Claim).where(Claim.predicate == "role")):
            claim.ends = "2025"
        session.flush()
        a_run(session, workspace, orcid=page_of("orcid").replace("Chief Medical Officer", "Chair of the Board"))
        assert "Chief Medical Officer" in {claim.value for claim in claims_about(session, workspace.subject)}
        assert judge(session, run, workspace.subject, NOW).facts


def test_cannot_tell_and_answers_taken_back_are_no_verdicts(workspace):
    with workspace.session() as session:
        about = {"person_id": workspace.person_id}
        same = factories.make_verdict(session, answer="same", **about)
        other = factories.make_verdict(session, answer="not_same", **about)
        factories.make_verdict(session, answer="cannot_tell", **about)
        factories.make_verdict(session, answer="same", undone_at=NOW, **about)
        assert verdicts_about(session, workspace.subject) == {
            f"{same.source_key}:{same.record_id}": True,
            f"{other.source_key}:{other.record_id}": False,
        }


def test_a_note_of_the_user_s_own_is_not_judged(workspace):
    with workspace.session() as session:
        factories.make_claim(session, person_id=workspace.person_id, origin="own_note")
        assert claims_about(session, workspace.subject) == []


def test_a_feed_with_a_release_in_it_and_the_page_of_the_release_are_of_one_family(workspace):
    told = "The house opened new bed {n} with nurse number {m} on day {n}; that was late."
    release = " ".join(told.format(n=n, m=n * 7) for n in range(30))
    feed = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><title>Beds</title>'
        f"<description><![CDATA[<p>{release.replace(' was', '</p> <p>was')}</p>]]></description></item></channel></rss>"
    )
    with workspace.session() as session:
        shas = []
        for text, media_type in ((feed, "application/rss+xml"), (release, "text/html"), ("Other words.", "text/html")):
            copy = factories.make_public_copy(session, text=text, sha256=hashlib.sha256(text.encode()).hexdigest())
            document = factories.make_document(
                session, sha256=copy.sha256, public_sha256=copy.sha256, media_type=media_type
            )
            shas.append(document.sha256)
        found = families_of(session, set(shas))
        assert found[shas[0]] == found[shas[1]] != found[shas[2]]

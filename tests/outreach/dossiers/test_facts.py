"""Facts follow from the claims that hold now; a fact keeps its number, and what the user has put aside stays aside."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from outreach.dossiers import fact_changes, fact_lines, facts, keeping, operations
from outreach.dossiers.fact_history import rivals_of
from outreach.dossiers.models import Candidate, Claim, Fact, FactClaim, ResearchRun
from outreach.people.operations import By
from research.types import Query
from tests import factories
from tests.outreach.dossiers.conftest import make_workspace
from tests.outreach.dossiers.invented_sources import HOUSE, JANE, NOW, OTHER_HOUSE, page_of
from tests.outreach.dossiers.test_keeping import outcome

ASKED = Query("person", JANE, organization=HOUSE, role="Chief Medical Officer", state="VT")
LATER = NOW + timedelta(days=30)


@pytest.fixture
def workspace(database):
    return make_workspace(database)


def a_run(session, workspace, **sources: str) -> ResearchRun:
    """A run in which these sources said these texts, concluded."""
    run = factories.make_run(
        session,
        person_id=workspace.person_id,
        organization_id=workspace.organization_id,
        query={"kind": "person", "name": JANE, "organization": HOUSE, "role": "Chief Medical Officer", "state": "VT"},
    )
    for key, text in sources.items():
        factories.make_run_source(session, run, source_key=key, state="now", finished_at=None)
        keeping.keep(session, run, keeping.prepared(outcome(key, text), ASKED, {}), NOW)
    session.flush()
    session.expire_all()
    facts.refresh(session, run, NOW)
    return run


def stand(session, predicate: str) -> list[Fact]:
    rows = select(Fact).where(Fact.predicate == predicate, Fact.state == "current").order_by(Fact.id)
    return list(session.scalars(rows))


def test_two_sources_that_say_the_same_make_one_fact(workspace):
    with workspace.session() as session:
        a_run(session, workspace, orcid=page_of("orcid"), wikidata=page_of("wikidata"))
        (role,) = stand(session, "role")
        assert (role.standing, role.sources_count) == ("settled", 2)
        assert len(session.scalars(select(FactClaim).where(FactClaim.fact_id == role.id)).all()) == 2


def a_role_in(session, workspace, source_key: str, quote: str, url: str = "", **document: object) -> None:
    """Jane's post, said by a source in these words."""
    kept = factories.make_document(session, source_key=source_key, **document)
    more = {"cited_url": url} if url else {}
    factories.make_claim(
        session, document=kept, person_id=workspace.person_id, record_kind="person", record_label=JANE,
        record_id=f"{source_key}-{quote[:5]}", predicate="role", value="Chief Medical Officer", quote=quote,
        source_key=source_key, organization_name=HOUSE, status="current", starts="", **more,
    )  # fmt: skip


RELEASE = f"{JANE}, MD, has been named Chief Medical Officer of {HOUSE}, effective May 1, the board said."


def test_one_release_in_the_feed_on_the_site_and_at_an_address_of_the_user_s_is_one_source(workspace):
    with workspace.session() as session:
        a_role_in(session, workspace, "newsroom_feed", RELEASE)
        a_role_in(session, workspace, "organization_site", RELEASE)
        a_role_in(session, workspace, "given_pages", RELEASE)
        a_run(session, workspace)
        (role,) = stand(session, "role")
        assert len(session.scalars(select(FactClaim).where(FactClaim.fact_id == role.id)).all()) == 3
        assert (role.standing, role.sources_count) == ("single", 1)
        a_role_in(session, workspace, "trade_press", "Dr. Roe told us in her own office how she became the chief here.")
        a_run(session, workspace)
        (role,) = stand(session, "role")
        assert role.sources_count == 2


def test_concluding_again_changes_nothing(workspace):
    with workspace.session() as session:
        run = a_run(session, workspace, orcid=page_of("orcid"), wikidata=page_of("wikidata"))
        before = [(row.id, row.updated_at) for row in session.scalars(select(Fact).order_by(Fact.id))]
        candidates = [(row.id, row.updated_at) for row in session.scalars(select(Candidate))]
        facts.refresh(session, run, LATER)
        assert [(row.id, row.updated_at) for row in session.scalars(select(Fact).order_by(Fact.id))] == before
        assert [(row.id, row.updated_at) for row in session.scalars(select(Candidate))] == candidates


def test_a_fact_keeps_its_number_when_more_is_said_of_it(workspace):
    with workspace.session() as session:
        a_run(session, workspace, orcid=page_of("orcid"))
        (before,) = stand(session, "role")
        fuller = page_of("wikidata").replace("Chief Medical Officer", "Chief Medical Officer and Senior Vice President")
        a_run(session, workspace, wikidata=fuller)
        (after,) = stand(session, "role")
        assert after.id == before.id
        assert after.value == "Chief Medical Officer and Senior Vice President"
        assert after.updated_at >= before.created_at


def test_a_verdict_decides_whose_facts_they_are_and_its_undoing_too(workspace):
    with workspace.session() as session:
        run = a_run(session, workspace, orcid=page_of("orcid"), wikidata=page_of("wikidata", house=OTHER_HOUSE))
        assert {fact.value for fact in stand(session, "award")} == {"Prize of orcid"}
        candidate = session.scalars(select(Candidate).where(Candidate.source_key == "wikidata")).one()
        assert candidate.judgement == "unsure"
        verdict = operations.answer(session, run, candidate, "same", workspace.user_id, NOW)
        assert {fact.value for fact in stand(session, "award")} == {"Prize of orcid", "Prize of wikidata"}
        joined = next(fact for fact in stand(session, "award") if fact.value == "Prize of wikidata")
        operations.undo(session, run, verdict.id, NOW)
        assert {fact.value for fact in stand(session, "award")} == {"Prize of orcid"}
        assert session.get_one(Fact, joined.id).state == "gone"
        operations.answer(session, run, candidate, "same", workspace.user_id, LATER)
        assert session.get_one(Fact, joined.id).state == "current", "it is the same fact when it comes back"


def test_two_main_posts_of_today_dispute_each_other_until_the_user_lets_one_hold(workspace):
    with workspace.session() as session:
        run = a_run(session, workspace, orcid=page_of("orcid"), wikidata=page_of("wikidata", house=OTHER_HOUSE))
        candidate = session.scalars(select(Candidate).where(Candidate.source_key == "wikidata")).one()
        operations.answer(session, run, candidate, "same", workspace.user_id, NOW)
        here, there = stand(session, "role")
        assert [row.standing for row in (here, there)] == ["disputed", "disputed"]
        assert rivals_of(session, here) == [here, there]
        by = By(workspace.user_id, NOW)
        fact_changes.settle(session, here, [here, there], by)
        facts.refresh(session, run, LATER)
        assert stand(session, "role") == [here]
        assert rivals_of(session, here) == []


def test_two_main_posts_may_both_hold_and_a_third_is_asked_about_again(workspace):
    with workspace.session() as session:
        rows = [
            factories.make_fact(
                session, person_id=workspace.person_id, predicate="role", value=f"CEO {n}", standing="disputed"
            )
            for n in range(3)
        ]
        for row in rows:
            factories.make_fact_claim(session, row)
        fact_changes.let_all_hold(session, rows[:2], By(workspace.user_id, NOW))
        assert fact_lines.disputes_among(rows[:2]) == []
        assert fact_lines.disputes_among(rows) == [rows]


def test_not_her_takes_her_facts_away(workspace):
    with workspace.session() as session:
        run = a_run(session, workspace, orcid=page_of("orcid"), wikidata=page_of("wikidata"))
        candidate = session.scalars(select(Candidate).where(Candidate.source_key == "orcid")).one()
        operations.answer(session, run, candidate, "not_same", workspace.user_id, NOW)
        assert {fact.value for fact in stand(session, "award")} == {"Prize of wikidata"}
        (role,) = stand(session, "role")
        assert (role.standing, role.sources_count) == ("single", 1)


def test_a_fact_that_was_withdrawn_is_not_said_again_by_a_later_run(workspace):
    with workspace.session() as session:
        a_run(session, workspace, orcid=page_of("orcid"))
        (award,) = stand(session, "award")
        award.state, award.why = "withdrawn", "She told me it was another's."
        session.flush()
        a_run(session, workspace, orcid=page_of("orcid"))
        assert stand(session, "award") == []
        assert session.get_one(Fact, award.id).state == "withdrawn"


def test_what_the_user_says_needs_no_source_to_stay(workspace):
    with workspace.session() as session:
        own = factories.make_fact(session, person_id=workspace.person_id, is_own_note=True)
        instead = factories.make_fact(session, person_id=workspace.person_id, corrected_from_id=own.id)
        unsupported = factories.make_fact(session, person_id=workspace.person_id)
        a_run(session, workspace, orcid=page_of("orcid"))
        states = [session.get_one(Fact, one.id).state for one in (own, instead, unsupported)]
        assert states == ["current", "current", "gone"]


def test_what_is_said_of_the_house_is_the_house_s(workspace):
    with workspace.session() as session:
        claim = factories.make_claim(
            session, organization_id=workspace.organization_id, record_kind="organization", record_label=HOUSE,
            predicate="organization_name", value=HOUSE, quote=HOUSE, source_key="cms_hospitals", status="",
            starts="", organization_name="",
        )  # fmt: skip
        factories.make_claim(
            session, document=claim.document, organization_id=workspace.organization_id, record_kind="organization",
            record_label=HOUSE, record_id=claim.record_id, predicate="location", value="Larkspur, VT",
            city="Larkspur", state="VT", has_place=True, quote="Larkspur, VT", source_key="cms_hospitals", status="",
            starts="", organization_name="",
        )  # fmt: skip
        a_run(session, workspace, orcid=page_of("orcid"))
        (name,) = stand(session, "organization_name")
        assert (name.person_id, name.organization_id) == (None, workspace.organization_id)
        (role,) = stand(session, "role")
        assert (role.person_id, role.organization_id) == (workspace.person_id, None)


def test_facts_of_two_that_differ_only_in_their_end_are_two(workspace):
    with workspace.session() as session:
        claims = a_run(session, workspace, orcid=page_of("orcid")) and session.scalars(select(Claim)).all()
        assert len({claim.fingerprint for claim in claims}) == len(claims)
        keys = session.scalars(select(Fact.fact_key)).all()
        assert len(set(keys)) == len(keys)


def test_facts_are_told_with_their_label(workspace):
    with workspace.session() as session:
        a_run(session, workspace, orcid=page_of("orcid"))
        told = {one.words for one in facts.said_about(session, workspace.subject)}
        assert f"Post: Chief Medical Officer, {HOUSE}" in told
        assert facts.told(Fact(predicate="of an older release", value_words="x")) == "x"

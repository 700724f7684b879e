""" "Not her": what leaves is said before, leaves, marks what used it, and comes back when it is undone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from outreach.dossiers import not_them, uses
from outreach.dossiers.models import Claim, Fact
from outreach.dossiers.subjects import Subject
from outreach.errors import NotFound, Refused
from outreach.people.operations import By
from tests.factories import NOON
from tests.outreach.dossiers.dossier_cast import say


@pytest.fixture
def by(workspace):
    return By(workspace.user_id, NOON)


def award_of(session, source):
    claim = session.scalars(select(Claim).where(Claim.source_key == source, Claim.predicate == "award")).one()
    fact = session.scalars(select(Fact).where(Fact.predicate == "award", Fact.value == claim.value)).one()
    return fact, claim


def test_what_rests_on_the_record_alone_leaves_and_the_rest_stays(workspace, finished, by):
    finished()
    with workspace.session() as session:
        fact, claim = award_of(session, "wikidata")
        place = uses.use_fact(session, fact, "draft", 1, "Request", now=NOON)
        told = not_them.leaving(session, claim, NOON)
        assert told.goes == ("Award: Prize of wikidata",)
        assert len(told.stays) == 2, "name and post are said by eleven others"
        assert [one.label for one in told.used_in] == ["Request"]
        assert told.until == NOON + timedelta(days=30)
        verdict, changes = not_them.turn_away(session, claim, by)
        assert [one.words for one in changes.gone] == list(told.goes), "what was said is what happens"
        assert fact.state == "gone"
        assert (place.needs_look_since, place.why) == (NOON, uses.GONE)
        (kept,) = not_them.turned_away(session, Subject(workspace.person_id, None), NOON)
        assert (kept.verdict_id, kept.label) == (verdict.id, claim.record_label)


def test_undoing_brings_it_back_and_unmarks_the_places(workspace, finished, by):
    finished()
    with workspace.session() as session:
        fact, claim = award_of(session, "wikidata")
        place = uses.use_fact(session, fact, "draft", 1, "Request", now=NOON)
        number = fact.id
        verdict, _ = not_them.turn_away(session, claim, by)
        not_them.take_back(session, verdict.id, by)
        assert session.get_one(Fact, number).state == "current", "the same fact under its number"
        assert place.needs_look_since is None
        assert not_them.turned_away(session, Subject(workspace.person_id, None), NOON) == []


def test_after_thirty_days_it_is_answered_anew_and_not_undone(workspace, finished, by):
    finished()
    late = By(by.user_id, NOON + timedelta(days=30, seconds=1))
    with workspace.session() as session:
        _, claim = award_of(session, "wikidata")
        verdict, _ = not_them.turn_away(session, claim, by)
        assert not_them.turned_away(session, Subject(workspace.person_id, None), late.now) == []
        with pytest.raises(Refused, match="30 days"):
            not_them.take_back(session, verdict.id, late)


def test_a_claim_of_another_fact_or_the_user_s_own_is_no_record_to_turn_away(workspace, finished, by):
    finished()
    with workspace.session() as session:
        fact, _ = award_of(session, "wikidata")
        _, other = award_of(session, "orcid")
        with pytest.raises(NotFound):
            not_them.claim_here(session, fact, other.id)
        own = say(session, {"person_id": workspace.person_id}, "award", "Own", claim={"origin": "own_note"})
        with pytest.raises(NotFound):
            not_them.claim_here(session, own, session.scalars(select(Claim.id).where(Claim.origin == "own_note")).one())


def test_without_research_or_the_record_it_says_so(workspace, finished, by):
    about = {"person_id": workspace.person_id}
    with workspace.session() as session:
        fact = say(session, about, "award", "Prize")
        claim = session.scalars(select(Claim)).one()
        with pytest.raises(Refused, match="Nothing was researched"):
            not_them.turn_away(session, not_them.claim_here(session, fact, claim.id), by)
    finished()
    with workspace.session() as session, pytest.raises(Refused, match="no longer among"):
        not_them.turn_away(session, session.get_one(Claim, claim.id), by)


def test_a_verdict_that_is_not_there_cannot_be_taken_back(workspace, by):
    with workspace.session() as session, pytest.raises(NotFound):
        not_them.take_back(session, 99, by)

"""Runs that are over, with what they changed, as the room of research leaves them."""

from __future__ import annotations

from datetime import datetime, timedelta

from outreach.db import WorkspaceSession
from outreach.dossiers import changes
from outreach.dossiers.changes import Change, Changes, Said
from outreach.dossiers.facts import told
from outreach.dossiers.models import Claim, Fact, ResearchRun
from outreach.people.models import Person
from tests import factories
from tests.factories import NOON

SOURCE = "trade_press"


def make_over(
    session: WorkspaceSession, person: Person | None, at: datetime, found: Changes | None = None, **named
) -> ResearchRun:
    """A run that ended, with one source that answered; `answered` names others."""
    answered = named.pop("answered", (SOURCE,))
    before = named.pop("before", ())
    run = factories.make_run(
        session, person_id=person.id if person else None, state="finished", created_at=at - timedelta(minutes=1),
        finished_at=at, facts_before=changes.noted(before), changes=changes.to_json(found or Changes()), **named,
    )  # fmt: skip
    for key in answered:
        factories.make_run_source(session, run, source_key=key)
    return run


def make_said(session: WorkspaceSession, fact: Fact, **claim) -> Claim:
    """A passage that says a fact."""
    whose = {"person_id": fact.person_id, "organization_id": fact.organization_id}
    record = "person" if fact.person_id is not None else "organization"
    defaults = {
        "source_key": SOURCE, "predicate": fact.predicate, "value": fact.value, "record_kind": record,
        "quote": f"… {fact.value_words[:200]} …", "cited_url": f"https://news.example.org/{fact.id}",
        "cited_title": "Lake Country Ledger",
    }  # fmt: skip
    row = factories.make_claim(session, **whose, **{**defaults, **claim})
    factories.make_fact_claim(session, fact, row)
    return row


def make_award(session: WorkspaceSession, person: Person, words: str = "Rural Care Award", **named) -> Fact:
    """An award of this fall that a page tells."""
    defaults = {"predicate": "award", "value": words, "value_words": words, "starts": "", "dated": "2026-10-30"}
    fact = factories.make_fact(session, person_id=person.id, **{**defaults, **named})
    make_said(session, fact)
    return fact


def as_said(fact: Fact) -> Said:
    """The fact as a run notes it."""
    return Said(fact.id, told(fact), fact.standing)


def new(*facts: Fact) -> Changes:
    """These facts are new."""
    return Changes(new=tuple(as_said(fact) for fact in facts))


def gone(*facts: Fact) -> Changes:
    """These facts are there no more."""
    return Changes(gone=tuple(as_said(fact) for fact in facts))


def otherwise(fact: Fact, before: str) -> Changes:
    """This fact is told in other words than before."""
    return Changes(changed=(Change(fact.id, before, told(fact)),))


def long_before(session: WorkspaceSession, person: Person, days: int = 90, **named) -> ResearchRun:
    """The first run of a person, which all later ones are compared with."""
    return make_over(session, person, NOON - timedelta(days=days), **named)

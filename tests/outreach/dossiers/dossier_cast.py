"""Jane Q. Roe in Alice's workspace with facts that sources say, as rows: what a research run would have left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from outreach.app import Application
from outreach.db import WorkspaceSession
from outreach.dossiers.models import Claim, Fact
from tests import factories

JANE, HOUSE = "Jane Q. Roe", "Larkspur Valley Health"


@dataclass(frozen=True)
class Jane:
    """Ids of what stands in the workspace."""

    person_id: int
    house_id: int
    position_id: int

    @property
    def path(self) -> str:
        return f"/people/{self.person_id}"


def make_jane(session: WorkspaceSession, **named: Any) -> Jane:
    """Jane, who gives her pronouns, at her hospital."""
    house = factories.make_organization(session, name=HOUSE, state="VT", city="Larkspur", website="")
    person = factories.make_person(session, name=JANE, **{"pronouns": "she/her", **named})
    position = factories.make_position(session, person, house, title="Chief Medical Officer")
    return Jane(person.id, house.id, position.id)


def jane_in(app: Application) -> Jane:
    """Jane in the first workspace."""
    with app.extensions["database"].session_for(1) as session:
        return make_jane(session)


def say(session: WorkspaceSession, about: dict[str, int], predicate: str, value: Any, **named: Any) -> Fact:
    """A fact with one claim. `claim` are values of the claim; the rest those of the fact."""
    said = named.pop("claim", {})
    fact = factories.make_fact(
        session, **{"predicate": predicate, "value": value, "starts": "", "dated": "", **about, **named}
    )
    add_claim(session, fact, **said)
    return fact


def add_claim(session: WorkspaceSession, fact: Fact, **named: Any) -> Claim:
    """One more source of a fact."""
    kind = "person" if fact.person_id is not None else "organization"
    defaults = {
        "predicate": fact.predicate, "value": fact.value, "value_words": str(fact.value), "starts": "",
        "record_kind": kind, "quote": f"“{fact.value}” it says"[:300], "organization_name": "",
        "person_id": fact.person_id, "organization_id": fact.organization_id, "status": fact.status,
    }  # fmt: skip
    claim = factories.make_claim(session, **{**defaults, **named})
    factories.make_fact_claim(session, fact, claim)
    return claim

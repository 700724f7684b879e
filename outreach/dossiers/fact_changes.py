"""What the user does with facts: corrects or withdraws one, settles a dispute, takes that back, notes one of their own.

Nothing is overwritten. A corrected or withdrawn fact stays with the reason, and whatever used it is marked. What the
user says is a claim like any other, with the user's own words as its quote, and always marked as the user's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.dossiers import convert, facts, uses
from outreach.dossiers.convert import storable
from outreach.dossiers.fact_lines import ALL_HOLD
from outreach.dossiers.models import Claim, Fact, FactClaim, ResearchRun
from outreach.dossiers.subjects import Subject
from outreach.errors import AppError
from outreach.people import notes
from outreach.people.operations import By
from research import types
from research.types import QUOTE_LIMIT, Citation, PartialDate, Record, Scalar
from research.vocabulary import PREDICATES

OWN_NOTES = "own_notes"
"""What stands where a claim names its source; no connector is called so."""

OWN_WORD = 0.8
"""How much the user's word weighs: as a page that the user gave (`research.connectors.given_pages`)."""

SETTLED = "Settled by you: another value holds."
LEFT_OUT = "Left out by you: the sources disagree."
_WHY = 500


class FactChanged(AppError):
    """The fact was changed after the form was opened, by another window or by research."""

    status = 409
    title = "This fact was changed in the meantime"


@dataclass(frozen=True, slots=True)
class Correction:
    """What holds instead, and how the user knows. `value` is in the predicate's kind; dates are partial dates."""

    value: Scalar
    why: str
    organization: str = ""
    starts: str = ""
    ends: str = ""


@dataclass(frozen=True, slots=True)
class OwnFact:
    """A fact that the user notes by hand. `how_known` are the words that it rests on."""

    predicate: str
    value: Scalar
    how_known: str
    organization: str = ""
    starts: str = ""
    ends: str = ""


# --- correcting and withdrawing -------------------------------------------------------------------------------------


def correct(session: WorkspaceSession, fact: Fact, correction: Correction, by: By) -> Fact:
    """Puts another value in the fact's place; the old one stays, marked as corrected. Raises: FactChanged."""
    _check_stands(fact)
    own = OwnFact(
        fact.predicate,
        correction.value,
        correction.why,
        correction.organization,
        correction.starts,
        correction.ends,
    )
    claim = _own_claim(session, Subject(fact.person_id, fact.organization_id), own, by)
    made = _own_fact(session, claim, by, corrected_from=fact)
    _put_aside(fact, "corrected", correction.why, by)
    uses.mark(session, [fact.id], f"Corrected: {made.value_words}", by.now)
    session.flush()
    return made


def withdraw(session: WorkspaceSession, fact: Fact, why: str, by: By) -> int:
    """Takes a fact out of what is said; how many places used it. Raises: FactChanged."""
    _check_stands(fact)
    _put_aside(fact, "withdrawn", why, by)
    marked = uses.mark(session, [fact.id], f"Withdrawn: {why}", by.now)
    session.flush()
    return marked


def restore(session: WorkspaceSession, fact: Fact, by: By) -> None:
    """Says a corrected or withdrawn fact again; what stood instead of it is withdrawn. Research decides on the rest."""
    if fact.state not in ("corrected", "withdrawn"):
        return
    instead = select(Fact).where(Fact.corrected_from_id == fact.id, Fact.state == "current")
    for other in session.scalars(instead).all():
        _put_aside(other, "withdrawn", "The correction was taken back.", by)
        uses.mark(session, [other.id], "The correction was taken back.", by.now)
    before = fact.why
    fact.state, fact.why = "current", f"Said again. Before: {before}"[:_WHY] if before else "Said again."
    fact.changed_by_id, fact.changed_at, fact.updated_at = by.user_id, by.now, by.now
    uses.unmark(session, [fact.id], _reasons(session, fact.id))
    session.flush()
    conclude(session, fact, by.now)


def settle(session: WorkspaceSession, chosen: Fact, rivals: Iterable[Fact], by: By) -> int:
    """Lets one of several disputed values hold: the others are withdrawn; how many."""
    others = [one for one in rivals if one.id != chosen.id and one.state == "current"]
    for other in others:
        withdraw(session, other, SETTLED, by)
    return len(others)


def let_all_hold(session: WorkspaceSession, rivals: Iterable[Fact], by: By) -> None:
    """Lets all of several posts hold that stand against each other: they are said side by side."""
    for one in rivals:
        one.why, one.changed_by_id, one.changed_at, one.updated_at = ALL_HOLD, by.user_id, by.now, by.now
    session.flush()


def leave_out(session: WorkspaceSession, rivals: Iterable[Fact], by: By) -> int:
    """Lets none of several disputed values be said; how many are withdrawn."""
    standing = [one for one in rivals if one.state == "current"]
    for one in standing:
        withdraw(session, one, LEFT_OUT, by)
    return len(standing)


def _check_stands(fact: Fact) -> None:
    """Raises: FactChanged for one that was corrected, withdrawn or has gone."""
    if fact.state != "current":
        raise FactChanged


def _put_aside(fact: Fact, state: str, why: str, by: By) -> None:
    fact.state, fact.why = state, why[:_WHY]
    fact.changed_by_id, fact.changed_at, fact.updated_at = by.user_id, by.now, by.now


def _reasons(session: WorkspaceSession, fact_id: int) -> list[str]:
    """Why the places that use it are marked, where the user's own change was the reason."""
    why = [use.why for use in uses.uses_of(session, fact_id) if use.needs_look_since is not None]
    return [one for one in why if one.startswith(("Corrected:", "Withdrawn:"))]


# --- concluding -----------------------------------------------------------------------------------------------------


def latest_run(session: WorkspaceSession, subject: Subject) -> ResearchRun | None:
    """The latest run that a subject's facts come from; an organization's may come from a run on its leader."""
    runs = select(ResearchRun).order_by(ResearchRun.created_at.desc(), ResearchRun.id.desc()).limit(1)
    if subject.person_id is not None:
        return session.scalar(runs.where(ResearchRun.person_id == subject.person_id))
    return session.scalar(runs.where(ResearchRun.organization_id == subject.organization_id))


def conclude(session: WorkspaceSession, fact: Fact, now: datetime) -> None:
    """Concludes anew what is known, where there was research at all."""
    run = latest_run(session, Subject(fact.person_id, fact.organization_id))
    if run is not None:
        facts.refresh(session, run, now)


# --- the user's own facts -------------------------------------------------------------------------------------------


def add_own(session: WorkspaceSession, subject: Subject, own: OwnFact, by: By) -> Fact:
    """Keeps a fact that the user knows, with a note that says how. The same one again is kept once."""
    known = _known(session, subject, own)
    if known is not None:
        return known
    note_id = None
    if subject.person_id is not None:
        note_id = notes.add(session, subject.person_id, storable(own.how_known), by).id
    claim = _own_claim(session, subject, own, by, note_id)
    return _own_fact(session, claim, by)


def _known(session: WorkspaceSession, subject: Subject, own: OwnFact) -> Fact | None:
    mine = select(Fact).where(
        subject.rows(Fact), Fact.is_own_note.is_(True), Fact.state == "current", Fact.predicate == own.predicate,
        Fact.starts == own.starts, Fact.ends == own.ends,
    )  # fmt: skip
    return next((row for row in session.scalars(mine) if row.value == own.value and row.links), None)


def _own_claim(session: WorkspaceSession, subject: Subject, own: OwnFact, by: By, note_id: int | None = None) -> Claim:
    claim = _claim(subject, own, by.now)
    values = convert.claim_values(claim)
    # The same words may be said again later, after they were taken back: each time is a claim of its own.
    said = json.dumps([values["fingerprint"], by.now.isoformat(), subject.person_id, subject.organization_id])
    row = Claim(
        **{**values, "fingerprint": hashlib.sha256(said.encode()).hexdigest()},
        **subject.columns(PREDICATES[own.predicate].subject),
        origin="own_note",
        note_id=note_id,
        created_at=by.now,
        seen_at=by.now,
    )
    session.add(row)
    session.flush()
    return row


def _claim(subject: Subject, own: OwnFact, now: datetime) -> types.Claim:
    kind = PREDICATES[own.predicate].subject
    number = subject.person_id if kind == "person" else subject.organization_id
    words = storable(own.how_known)
    quote = " ".join(words.split())[:QUOTE_LIMIT]
    sha = hashlib.sha256(words.encode()).hexdigest()
    address = f"note:{sha[:24]}"
    return types.Claim(
        record=Record(OWN_NOTES, f"{kind}-{number}", "Your notes", address, kind),
        predicate=own.predicate,
        value=storable(own.value) if isinstance(own.value, str) else own.value,
        citation=Citation(OWN_NOTES, address, now, quote, OWN_WORD, sha),
        start=_partial(own.starts),
        end=_partial(own.ends),
        organization=storable(own.organization),
    )


def _partial(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def _own_fact(session: WorkspaceSession, claim: Claim, by: By, corrected_from: Fact | None = None) -> Fact:
    told = types.Fact(
        subject=PREDICATES[claim.predicate].subject,
        predicate=claim.predicate,
        value=claim.value,
        claims=(value := convert.claim_of(claim),),
        confidence=OWN_WORD,
        standing="single",
        start=value.start,
        end=value.end,
        organization=value.organization,
        status=corrected_from.status if corrected_from else "",
        as_of=PartialDate.of(by.now.date()),
    )
    row = Fact(
        **convert.fact_values(told),
        person_id=claim.person_id,
        organization_id=claim.organization_id,
        fact_key=claim.fingerprint,
        state="current",
        is_own_note=True,
        corrected_from_id=corrected_from.id if corrected_from else None,
        changed_by_id=by.user_id,
        changed_at=by.now,
        created_at=by.now,
        updated_at=by.now,
    )
    session.add(row)
    session.flush()
    session.add(FactClaim(fact_id=row.id, claim_id=claim.id))
    session.flush()
    return row

"""What research knows of two people who are joined into one: which rows go over, and what is concluded anew."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import DateTime, delete, func, inspect, or_, select

from outreach.columns import UtcDateTime, thawed
from outreach.db import WorkspaceSession
from outreach.dossiers import facts
from outreach.dossiers.models import (
    Candidate,
    Claim,
    Fact,
    FactClaim,
    FactUse,
    Program,
    ProgramCredit,
    ResearchRun,
    Verdict,
)
from outreach.dossiers.subjects import Subject
from outreach.people.merging import concludes, follows
from outreach.people.models import PersonMerge, PersonNote


def _standing_record(verdict: Verdict) -> Hashable:
    """Of one record one word stands; those that were taken back are history."""
    return (verdict.source_key, verdict.record_id) if verdict.undone_at is None else None


follows(ResearchRun, "person_id", "research runs")
follows(Claim, "person_id", "passages", same=lambda claim: claim.fingerprint)
follows(Candidate, "person_id", "records", same=lambda record: (record.source_key, record.record_id))
follows(Verdict, "person_id", "answers of yours", same=_standing_record)
follows(Fact, "person_id", "facts", same=lambda fact: fact.fact_key)
follows(Program, "person_id", "programs")
follows(ProgramCredit, "person_id", "parts in programs")


class Dossiers:
    """Facts and judgements are concluded from claims; the words for it in `people.merging.Conclusions`."""

    def before(self, session: WorkspaceSession, kept_id: int, merged_id: int) -> Mapping[str, Any]:
        """The facts of the two with their claims, the judgements on records, and which claims hold."""
        both = (kept_id, merged_id)
        facts_of_both = _in_order(session, Fact, Fact.person_id.in_(both))
        holding = [claim for number in both for claim in facts.claims_about(session, Subject(number, None))]
        return {
            "facts": [_values(row) for row in facts_of_both],
            "links": [_values(row) for row in _links(session, [row.id for row in facts_of_both])],
            "records": [_values(row) for row in _records(session, both)],
            "holding": [[claim.id, claim.last_run_id] for claim in holding],
        }

    def after(self, session: WorkspaceSession, kept_id: int, before: Mapping[str, Any], now: datetime) -> None:
        """Concludes the facts of the two together, as the kept one's latest run would."""
        run = _latest_run(session, kept_id)
        if run is None:
            return
        self._keep_holding(session, kept_id, run, {number for number, _ in before["holding"]})
        facts.refresh(session, run, now)

    def _keep_holding(self, session: WorkspaceSession, kept_id: int, run: ResearchRun, held: set[int]) -> None:
        """A run on the one did not ask about the other, so its silence takes nothing back of what that one's say."""
        holds = {claim.id for claim in facts.claims_about(session, Subject(kept_id, None))}
        latest = session.scalar(select(func.max(ResearchRun.id)).where(ResearchRun.person_id == kept_id)) or run.id
        for claim in session.scalars(select(Claim).where(Claim.person_id == kept_id)):
            if claim.id in held - holds:
                claim.last_run_id = latest
        session.flush()

    def undo(self, session: WorkspaceSession, merge: PersonMerge, before: Mapping[str, Any], now: datetime) -> None:
        """Puts back what was concluded before; concludes anew only what is known of since."""
        both = (merge.kept_id, merge.merged_id)
        for claim_id, last_run_id in before.get("holding", ()):
            claim = session.get(Claim, claim_id)
            if claim is not None and not _is_later(session, claim.last_run_id, merge.merged_at):
                claim.last_run_id = last_run_id
        session.flush()
        self._put_back_facts(session, before, both)
        _replace(session, Candidate, _records(session, both), before.get("records", ()))
        session.flush()
        if _something_is_new(session, both, merge.merged_at):
            for number in both:
                run = _latest_run(session, number)
                if run is not None:
                    facts.refresh(session, run, now)

    def _put_back_facts(self, session: WorkspaceSession, before: Mapping[str, Any], both: Sequence[int]) -> None:
        known = {values["id"]: values for values in before.get("facts", ())}
        rows = _in_order(session, Fact, Fact.person_id.in_(both))
        _drop_concluded(session, [row for row in rows if row.id not in known])
        for row in rows:
            # What the user corrected or withdrew since stays as the user has it.
            if row.id in known and _as_json(row.changed_at) == known[row.id]["changed_at"]:
                _write(row, known[row.id])
        session.flush()
        links = before.get("links", ())
        standing = _standing(session, {link["claim_id"] for link in links})
        _replace(
            session, FactClaim, _links(session, list(known)), [one for one in links if one["claim_id"] in standing]
        )


concludes("dossiers", Dossiers())


# --- reading and writing rows as they were --------------------------------------------------------------------------


def _values(row: Any) -> dict[str, Any]:
    return {
        attribute.key: thawed(_as_json(getattr(row, attribute.key))) for attribute in inspect(row).mapper.column_attrs
    }


def _as_json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _write(row: Any, values: Mapping[str, Any]) -> None:
    for name, value in _typed(type(row), values).items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def _typed(model: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    columns = inspect(model).columns
    return {
        name: datetime.fromisoformat(value)
        if isinstance(columns[name].type, (UtcDateTime, DateTime)) and isinstance(value, str)
        else value
        for name, value in values.items()
        if name in columns
    }


def _replace(session: WorkspaceSession, model: Any, rows: Sequence[Any], wanted: Sequence[Mapping[str, Any]]) -> None:
    """Makes these rows be what they were: others go, changed ones change back, removed ones come back by their id."""
    known = {values["id"]: values for values in wanted}
    present = {row.id: row for row in rows}
    for number, row in present.items():
        if number in known:
            _write(row, known[number])
        else:
            session.delete(row)
    session.flush()
    for number, values in known.items():
        if number not in present:
            session.add(model(**_typed(model, values)))
    session.flush()


def _drop_concluded(session: WorkspaceSession, rows: Sequence[Fact]) -> None:
    """Facts that were concluded of the two together only. One that a text uses stays, marked as gone."""
    for row in rows:
        is_users = row.is_own_note or row.corrected_from_id is not None or row.changed_at is not None
        if is_users:
            continue
        used = session.scalar(select(FactUse.id).where(FactUse.fact_id == row.id).limit(1))
        if used is not None:
            row.state = "gone"
            continue
        session.execute(delete(FactClaim).where(FactClaim.fact_id == row.id))
        session.delete(row)
    session.flush()


def _links(session: WorkspaceSession, fact_ids: Sequence[int]) -> list[FactClaim]:
    found: list[FactClaim] = []
    for start in range(0, len(fact_ids), 400):
        chosen = FactClaim.fact_id.in_(fact_ids[start : start + 400])
        found.extend(_in_order(session, FactClaim, chosen))
    return found


def _standing(session: WorkspaceSession, claim_ids: Collection[int]) -> set[int]:
    """The claims that are still there; those of a note that was deleted since stay untied until it is back."""
    found: set[int] = set()
    wanted = sorted(claim_ids)
    for start in range(0, len(wanted), 400):
        claims = select(Claim.id).outerjoin(PersonNote, PersonNote.id == Claim.note_id)
        chosen = claims.where(Claim.id.in_(wanted[start : start + 400]), PersonNote.deleted_at.is_(None))
        found.update(session.scalars(chosen))
    return found


def _records(session: WorkspaceSession, both: Sequence[int]) -> list[Candidate]:
    return _in_order(session, Candidate, Candidate.person_id.in_(both))


def _in_order(session: WorkspaceSession, model: Any, condition: Any) -> list[Any]:
    """Put in order here: asked to, SQLite walks the workspace's rows by their ids instead."""
    return sorted(session.scalars(select(model).where(condition)), key=lambda row: row.id)


def _latest_run(session: WorkspaceSession, person_id: int) -> ResearchRun | None:
    mine = select(ResearchRun).where(ResearchRun.person_id == person_id)
    return session.scalar(mine.order_by(ResearchRun.created_at.desc(), ResearchRun.id.desc()).limit(1))


def _is_later(session: WorkspaceSession, run_id: int | None, moment: datetime) -> bool:
    run = session.get(ResearchRun, run_id) if run_id is not None else None
    return run is not None and run.created_at > moment


def _something_is_new(session: WorkspaceSession, both: Sequence[int], moment: datetime) -> bool:
    """Whether claims came or the user answered something after the two were joined."""
    claims = select(Claim.id).where(Claim.person_id.in_(both), Claim.seen_at > moment)
    answers = select(Verdict.id).where(
        Verdict.person_id.in_(both), or_(Verdict.answered_at > moment, Verdict.undone_at > moment)
    )
    return any(session.scalar(statement.limit(1)) is not None for statement in (claims, answers))

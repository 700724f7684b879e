"""How far the research on several people is, for lists: not begun, going on, so much not settled, ready. Reads only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.dossiers.fact_lines import STANDS, disputes_among
from outreach.dossiers.models import Candidate, Fact, ResearchRun, Verdict
from outreach.words import counted


@dataclass(frozen=True, slots=True)
class Readiness:
    """state: "ready", "unsettled", "running" or "none"; open: how many things are not settled."""

    person_id: int
    state: str
    open: int = 0

    @property
    def words(self) -> str:
        """As the list says it."""
        if self.state == "unsettled":
            return f"{counted(self.open, 'thing', 'things')} not settled"
        return {"ready": "ready", "running": "research is going on", "none": "not researched"}[self.state]

    @property
    def tone(self) -> str:
        """The tint of the word. Never that of something bad: it is the user's to do."""
        return "good" if self.state == "ready" else "plain"

    @property
    def action(self) -> tuple[str, str, bool]:
        """What to press: words, address, whether it starts something. Empty words where there is nothing to do."""
        path = f"/people/{self.person_id}"
        return {
            "ready": ("", path, False),
            "unsettled": ("Look", f"{path}#unsettled", False),
            "running": ("See how far it is", f"{path}/research", False),
            "none": ("Start research", f"{path}/research", True),
        }[self.state]


def of_people(session: WorkspaceSession, ids: Sequence[int]) -> Mapping[int, Readiness]:
    """Each person's, in four questions to the database."""
    if not ids:
        return {}
    runs = _runs(session, ids)
    known = set(session.scalars(select(Fact.person_id).where(Fact.person_id.in_(ids), STANDS).distinct()))
    waiting = _disputes(session, ids) + _candidates(session, ids)
    return {number: _one(number, runs.get(number, set()), number in known, waiting[number]) for number in ids}


def _one(number: int, states: set[str], is_known: bool, waiting: int) -> Readiness:  # noqa: FBT001 (what is known)
    if states & {"waiting", "running"}:
        return Readiness(number, "running")
    if not is_known and "finished" not in states:
        return Readiness(number, "none")
    return Readiness(number, "unsettled", waiting) if waiting else Readiness(number, "ready")


def _runs(session: WorkspaceSession, ids: Sequence[int]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    told = select(ResearchRun.person_id, ResearchRun.state).where(ResearchRun.person_id.in_(ids)).distinct()
    for number, state in session.execute(told):
        if number is not None:
            found.setdefault(number, set()).add(state)
    return found


def _disputes(session: WorkspaceSession, ids: Sequence[int]) -> Counter[int]:
    """Person -> how many disputes are open about them."""
    rows = session.scalars(select(Fact).where(Fact.person_id.in_(ids), STANDS, Fact.standing == "disputed"))
    return Counter(group[0].person_id for group in disputes_among(rows) if group[0].person_id is not None)


def _candidates(session: WorkspaceSession, ids: Sequence[int]) -> Counter[int]:
    """Person -> records of which nobody has said whether they are theirs."""
    answered = (
        select(Verdict.id)
        .where(
            Verdict.person_id == Candidate.person_id,
            Verdict.source_key == Candidate.source_key,
            Verdict.record_id == Candidate.record_id,
            Verdict.undone_at.is_(None),
        )
        .exists()
    )
    rows = session.scalars(
        select(Candidate.person_id).where(Candidate.person_id.in_(ids), Candidate.judgement == "unsure", ~answered)
    )
    return Counter(number for number in rows if number is not None)

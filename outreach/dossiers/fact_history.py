"""One fact for its page: its sources, its rivals, where it is used, what it was corrected to or from, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from outreach.accounts.models import User
from outreach.db import WorkspaceSession
from outreach.dossiers import fact_lines, uses
from outreach.dossiers.fact_lines import HAS_SOURCE, FactLine
from outreach.dossiers.judging import families_of
from outreach.dossiers.models import Claim, Fact, FactClaim, FactUse

STATE_WORDS = {
    "current": "",
    "corrected": "This was corrected. It is not said any more.",
    "withdrawn": "This was withdrawn. It is not said any more.",
    "gone": "No source says this any more.",
}
"""State of a fact -> what stands at the top of its page."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """Another fact that this one was corrected from or to."""

    id: int
    words: str
    state: str


@dataclass(frozen=True, slots=True)
class FactPage:
    """What the page of one fact prints."""

    fact: Fact
    line: FactLine
    rivals: tuple[FactLine, ...]
    uses: Sequence[FactUse]
    corrected_from: Earlier | None
    corrected_to: tuple[Earlier, ...]
    changed_by: str
    changed_at: datetime | None
    state_words: str

    @property
    def may_be_changed(self) -> bool:
        """Whether it is said at present."""
        return self.fact.state == "current" and bool(self.line.sources)

    @property
    def may_be_restored(self) -> bool:
        """Whether the user put it aside."""
        return self.fact.state in ("corrected", "withdrawn")


def fact_page(session: WorkspaceSession, fact: Fact, today: date) -> FactPage:
    """What the page of one fact prints."""
    rivals = rivals_of(session, fact)
    families = families_of(session, _documents(session, fact))
    shown = fact_lines.lines(session, [fact, *(one for one in rivals if one.id != fact.id)], today, families)
    return FactPage(
        fact=fact,
        line=shown[0],
        rivals=tuple(shown[1:]),
        uses=uses.uses_of(session, fact.id),
        corrected_from=_earlier(session.get(Fact, fact.corrected_from_id)) if fact.corrected_from_id else None,
        corrected_to=tuple(
            earlier
            for row in session.scalars(select(Fact).where(Fact.corrected_from_id == fact.id).order_by(Fact.id))
            if (earlier := _earlier(row)) is not None
        ),
        changed_by=_name(session, fact.changed_by_id),
        changed_at=fact.changed_at,
        state_words=STATE_WORDS[fact.state],
    )


def _documents(session: WorkspaceSession, fact: Fact) -> set[str]:
    """The documents that a fact rests on, by SHA-256."""
    cited = select(Claim.document_sha256).join(FactClaim, FactClaim.claim_id == Claim.id)
    return set(session.scalars(cited.where(FactClaim.fact_id == fact.id)))


def rivals_of(session: WorkspaceSession, fact: Fact) -> list[Fact]:
    """The facts of the open dispute that a fact belongs to, itself among them; none where nothing is disputed."""
    if fact.standing != "disputed" or fact.state != "current":
        return []
    whose = Fact.person_id == fact.person_id
    if fact.person_id is None:
        whose = Fact.organization_id == fact.organization_id
    rows = select(Fact).where(whose, Fact.state == "current", HAS_SOURCE, Fact.standing == "disputed")
    same = rows.where(Fact.predicate == fact.predicate).order_by(Fact.id)
    groups = fact_lines.disputes_among(session.scalars(same))
    return next((group for group in groups if fact in group), [])


def _earlier(row: Fact | None) -> Earlier | None:
    return Earlier(row.id, row.value_words, row.state) if row is not None else None


def _name(session: WorkspaceSession, user_id: int | None) -> str:
    if user_id is None:
        return ""
    return session.scalar(select(User.name).where(User.id == user_id)) or ""

"""What can be done with a signal: keep it, say that it is not relevant, write a note on its ground; each taken back."""

from __future__ import annotations

from sqlalchemy import select, update

from outreach.db import WorkspaceSession
from outreach.dossiers.models import Fact
from outreach.drafts import beginning, compose
from outreach.drafts import operations as drafts
from outreach.drafts.beginning import Chosen
from outreach.drafts.models import Draft
from outreach.errors import NotFound, Refused
from outreach.people.operations import By
from outreach.signals.gives import NOTE_LETTER
from outreach.signals.learning import is_learned
from outreach.signals.models import SIGNAL_STATES, Signal
from outreach.signals.queries import signal_here

__all__ = ["begin_note", "judge", "open_again", "signal_here", "tell_again"]


def judge(session: WorkspaceSession, row: Signal, state: str, by: By) -> bool:
    """Keeps a signal, or notes that it is not relevant; whether further ones like it are quiet from now on.

    state: kept or not_relevant. Pressed twice it is said once; the later word counts. Raises: NotFound.
    """
    if state not in SIGNAL_STATES or state in ("new", "used"):
        raise NotFound
    was_learned = is_learned(session, row.source_key, row.kind)
    if row.state != state:
        _write(session, row, state, by)
    return not was_learned and is_learned(session, row.source_key, row.kind)


def open_again(session: WorkspaceSession, row: Signal) -> None:
    """The undo of judging: as if nothing had been said."""
    if row.state == "new":
        return
    row.state, row.judged_at, row.judged_by_id = "new", None, None
    session.flush()


def tell_again(session: WorkspaceSession, row: Signal, by: By) -> int:
    """Brings back what this source says of this kind: this one is kept, those like it are quiet no more; how many."""
    quiet = (
        Signal.source_key == row.source_key, Signal.kind == row.kind, Signal.is_quiet.is_(True),
        Signal.state == "new", Signal.id != row.id,
    )  # fmt: skip
    others = session.scalars(select(Signal).where(*quiet)).all()
    for other in others:
        other.is_quiet = False
    row.is_quiet = False
    _write(session, row, "kept", by)
    return 1 + len(others)


def _write(session: WorkspaceSession, row: Signal, state: str, by: By) -> None:
    row.state, row.judged_at, row.judged_by_id = state, by.now, by.user_id
    session.flush()


def begin_note(session: WorkspaceSession, row: Signal, by: By) -> Draft:
    """A short note to the person on the ground of the change, which asks for nothing; the signal counts as used.

    Raises: Refused where they may not be written to, or where no source says it any more.
    """
    allowed = drafts.may_write_to(row.person)
    if not allowed.allowed:
        raise Refused(*allowed.reasons)
    letter = compose.letters().get(NOTE_LETTER)
    if letter is None:
        raise Refused("The letter for a short note is missing from templates/letters. Begin another letter instead.")
    fact = session.get(Fact, row.fact_id) if row.fact_id is not None else None
    if fact is None or fact.state != "current":
        raise Refused("No source says this any more, so there is nothing to write a note about.")
    draft = beginning.begin(session, Chosen(letter=letter, person=row.person, facts=(fact,)), by)
    _write(session, row, "used", by)
    return draft


def mark_told(session: WorkspaceSession, ids: list[int], day: object) -> int:
    """Notes in which digest signals were told first; how many were not told before. Two workers note it once."""
    untold = update(Signal).where(Signal.id.in_(ids), Signal.told_in.is_(None)).values(told_in=day)
    done = session.execute(untold, execution_options={"synchronize_session": False})
    return int(done.rowcount)  # type: ignore[attr-defined]

"""Give before you ask, at the letter that asks: what stands against a request now, as findings beside the text.

A pause stops every letter but one of condolence or of support; it is asked again at the moment of leaving.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from outreach.accounts.whereabouts import today_of
from outreach.asklint.types import Kind
from outreach.db import WorkspaceSession
from outreach.drafts.models import Draft
from outreach.drafts.rules import REQUESTS, Remark, reason_given
from outreach.people.models import Person
from outreach.relationships import pauses, queries, rules
from outreach.relationships.rules import History, Objection


def leaves_in_a_pause(kind: str, letter_key: str) -> bool:
    """Whether a letter may leave while everything is paused: condolence, or a word of support."""
    return kind in pauses.LETTERS or letter_key in pauses.LETTERS.values()


def objections(
    session: WorkspaceSession, person: Person, kind: str, letter_key: str, user_id: int | None, now: datetime
) -> tuple[Objection, ...]:
    """What stands against such a letter to a leader today, where its writer is; the gravest first."""
    if leaves_in_a_pause(kind, letter_key):
        return ()
    today = today_of(session, user_id, now)
    if Kind.of(kind) in REQUESTS:
        return rules.objections(queries.history_of(session, person, today), today)
    history = History(person.name, paused=queries.paused(session, person.id, today))
    return rules.objections(history, today, "approval")  # which asks for nothing new: a pause alone stops it


def remarks(session: WorkspaceSession, draft: Draft, now: datetime) -> tuple[Remark, ...]:
    """The same as findings that must be fixed, each let stand where a reason was given; none of one that was sent."""
    if draft.state == "sent":
        return ()
    found = objections(session, draft.person, draft.kind, draft.letter_key, draft.written_by_id, now)
    return tuple(
        Remark(one.rule, "bad", "", one.words, one.why, reason_given(draft.passed, one.rule, "")) for one in found
    )


def paused(session: WorkspaceSession, draft: Draft, now: datetime) -> Sequence[str]:
    """Why it may not leave at all, whatever is given as a reason: everything about its leader is paused."""
    if leaves_in_a_pause(draft.kind, draft.letter_key):
        return ()
    today = today_of(session, draft.written_by_id, now)
    history = History(draft.person.name, paused=queries.paused(session, draft.person_id, today))
    return tuple(one.words for one in rules.objections(history, today, "approval"))


def reasons_passed(draft: Draft) -> dict[str, str]:
    """Rule of the gate -> why the user asked all the same."""
    return {rule: str(given.get("why", "")) for rule, given in draft.passed.items() if rule in rules.GATE}

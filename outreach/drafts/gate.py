"""Give before you ask, at the letter that asks: what stands against a request now, as findings beside the text.

A pause stops every letter but one of condolence or of support; it is asked again at the moment of leaving.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from outreach.accounts.whereabouts import day_in, today_of, zone_of_user
from outreach.asklint.types import Kind
from outreach.db import WorkspaceSession
from outreach.drafts.models import Draft
from outreach.drafts.rules import REQUESTS, Remark, reason_given
from outreach.people.models import Person
from outreach.relationships import pauses, queries, rules
from outreach.relationships.rules import History, Objection
from outreach.words import day

NOTES = frozenset({"reminder", "closing-note"})
"""Letters that follow up a request."""

MOST_NOTES = 2

BETWEEN_NOTES = timedelta(days=8)
"""Sooner than this after a note, seven working days cannot have passed, wherever reader and writer are."""

LONGEST_THREAD = 20


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


def against_a_note(session: WorkspaceSession, draft: Draft, now: datetime) -> Sequence[str]:
    """Why a note after a request may not leave: they have answered, two have left, or one has left of late.

    A note may be written before its time, or lie about while an answer comes; so it is asked where it leaves.
    """
    thread = _thread(session, draft) if draft.kind in NOTES else []
    request = next((one for one in thread if Kind.of(one.kind) in REQUESTS), None)
    if request is None or request.sent_at is None:
        return ()
    zone = zone_of_user(session, draft.written_by_id)
    notes = [one.sent_at for one in thread if one.kind in NOTES and one.sent_at is not None]
    asked_on, today = day_in(request.sent_at, zone), day_in(now, zone)
    signs = [
        one for one in queries.answers_since(session, draft.person_id, asked_on)
        if one.answer != "out_of_office"
        and (one.happened_on > asked_on or (one.kind != "met" and one.created_at >= request.sent_at))
    ]  # fmt: skip
    if signs:
        heard = f"{draft.person.name} was heard from on {day(signs[0].happened_on, today)}, after your request."
        return (f"{heard} No note follows an answer; write them a letter of its own.",)
    if len(notes) >= MOST_NOTES:
        return ("Two notes have left after this request. A third would press.",)
    if notes and now - max(notes) < BETWEEN_NOTES:
        last = day(day_in(max(notes), zone), today)
        return (f"A note left on {last}. Let seven working days pass before the next.",)
    return ()


def _thread(session: WorkspaceSession, draft: Draft) -> list[Draft]:
    """The letters that left before this one in its thread, the latest first."""
    found: list[Draft] = []
    before = session.get(Draft, draft.answers_id) if draft.answers_id is not None else None
    while before is not None and before not in found and len(found) < LONGEST_THREAD:
        found.append(before)
        before = session.get(Draft, before.answers_id) if before.answers_id is not None else None
    return [one for one in found if one.state == "sent"]


def reasons_passed(draft: Draft) -> dict[str, str]:
    """Rule of the gate -> why the user asked all the same."""
    return {rule: str(given.get("why", "")) for rule, given in draft.passed.items() if rule in rules.GATE}

"""A letter that was sent is noted in the ledger: what it was, on which day, with whose help, with which reasons.

Noted with the departure that left, so that taking it back withdraws what was noted; and once, however often it is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from outreach.asklint.types import Kind
from outreach.db import WorkspaceSession
from outreach.drafts import gate, queries
from outreach.drafts.models import Departure
from outreach.drafts.rules import REQUESTS
from outreach.people.operations import By
from outreach.relationships import advice, operations
from outreach.relationships import queries as relationships
from outreach.relationships.models import Touch
from outreach.relationships.operations import NewTouch

SOURCE = "letter"
"""What a touch says of where it is from."""


@dataclass(frozen=True, slots=True)
class Noted:
    """As what a letter is noted: the kind of the touch, of the request, or of the give."""

    kind: str
    ask_kind: str = ""
    give_kind: str = ""


AS: Mapping[Kind, Noted] = {
    **dict.fromkeys(REQUESTS, Noted("asked", ask_kind="interview")),
    Kind.APPROVAL_REQUEST: Noted("asked", ask_kind="approval"),
    Kind.THANK_YOU: Noted("thanked"),
    Kind.ADVICE_REPORT: Noted("gave", give_kind="report_back"),
    Kind.PUBLISHED_NOTE: Noted("gave", give_kind="credit"),
}
"""Kind of letter -> as what it is noted. All others were written, and neither give nor ask."""

_CHANNELS = {"printed": "letter", "spoken": "phone"}
"""Way on which it left -> the channel; all others are mail."""


def note(session: WorkspaceSession, row: Departure, on: date, by: By) -> Touch:
    """Notes that a letter was sent, on a day where its sender is. Said twice it is noted once.

    Also to somebody who was deleted in the meantime: the letter did leave, and they may be brought back.
    """
    draft = row.draft
    kind = Kind.of(draft.kind)
    as_what = AS.get(kind, Noted("wrote"))
    new = NewTouch(
        person_id=draft.person_id,
        kind=as_what.kind,
        happened_on=on,
        what=queries.title_of(draft),
        channel="linkedin" if kind == Kind.LINKEDIN_NOTE else _CHANNELS.get(row.way, "email"),
        helper_id=draft.to_person_id,
        project_id=draft.project_id,
        give_kind=as_what.give_kind,
        ask_kind=as_what.ask_kind,
        url=f"/drafts/{draft.id}",
        source=SOURCE,
        source_id=row.id,
    )
    passed = gate.reasons_passed(draft) if as_what.kind == "asked" else {}
    touch = operations.note_about(session, draft.person, new, by, passed)
    if draft.advice_id is not None and as_what.give_kind == "report_back":
        advice.told_by(session, draft.advice_id, touch, by)
    return touch


def take_back(session: WorkspaceSession, row: Departure, by: By) -> None:
    """Withdraws what was noted: the letter was not sent after all."""
    for touch in relationships.noted_by(session, SOURCE, row.id):
        advice.not_told_by(session, touch, by)
    operations.withdraw_noted(session, SOURCE, row.id, by)

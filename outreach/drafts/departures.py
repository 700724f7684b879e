"""How a letter leaves: written down first, then it leaves, then what became of it is noted. Never twice by itself.

A letter that the user takes elsewhere (copied, a file, on paper, by telephone) is "asked": only the user knows whether
it was sent. One for the user's own mail server is "recorded" and committed before anything connects; the server's
answer settles it. Where no answer came it is "unknown": the user is asked, and it is never sent again by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Select, select

from outreach.accounts.whereabouts import today_of
from outreach.db import WorkspaceSession
from outreach.drafts import operations, outgoing, queries, sent_letters, versions
from outreach.drafts.models import WAYS, Departure, Draft, DraftVersion
from outreach.drafts.outgoing import subject_to_send, text_to_send
from outreach.errors import NotFound, Refused
from outreach.mail import BadAddress
from outreach.mail.personal import Letter, Mailbox, mailbox, new_message_id
from outreach.mail.submission import LONGEST_S, Outcome
from outreach.people.models import Person
from outreach.people.operations import By
from outreach.sent_twice import hold

OPEN = ("asked", "recorded", "unknown")
WITH_HEADERS = frozenset({"eml", "own_account"})
"""Ways on which the letter is a mail that is made here, so that its Message-ID is known."""

LONGEST_THREAD = 20
"""Message-IDs of a thread that a letter names; mail programs need the first and the last few."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """On which way a letter is to leave, from whom, and whether the assistant gets a copy."""

    way: str
    sender: Mailbox
    copies_assistant: bool = False


def begin(session: WorkspaceSession, draft: Draft, leaving: Leaving, by: By) -> Departure:
    """Writes down that a letter leaves, exactly as it is saved now. Nothing has left by it.

    One that was taken before and is still asked about is asked about once, as it was taken last.
    Raises: Refused where it may not leave, or where it may have left already.
    """
    if leaving.way not in WAYS:
        raise NotFound
    hold(session, Draft.id, draft.id)
    before = open_of(session, draft)
    _refuse_second(draft, before, leaving.way, by.now)
    allowed = operations.may_leave(session, draft, by.now)
    if not allowed.allowed:
        raise Refused(*allowed.reasons)
    to, copy = recipients(session, draft, leaving)
    versions.keep(session, draft, "written", by)
    earlier = _letter_before(session, draft)
    row = before or Departure(draft_id=draft.id, text="", way=leaving.way, state="asked", begun_at=by.now)
    row.way, row.state = leaving.way, "recorded" if leaving.way == "own_account" else "asked"
    row.sent_to, row.copy_to = to.address if to else "", copy.address if copy else ""
    row.subject, row.text = subject_to_send(draft), text_to_send(draft)
    if leaving.way in WITH_HEADERS:
        row.message_id = row.message_id or new_message_id(leaving.sender)
    row.in_reply_to = (earlier.message_id or "") if earlier else ""
    row.pressed_by_id, row.begun_at, row.problem, row.settled_at = by.user_id, by.now, "", None
    session.add(row)
    session.flush()
    return row


def _refuse_second(draft: Draft, before: Departure | None, way: str, now: datetime) -> None:
    """Raises: Refused where the letter was, or may have been, sent already."""
    if draft.state == "sent":
        raise Refused("This letter was sent. Begin a new one to write again.")
    if before is None:
        return
    if before.state == "recorded":
        settle_if_stale(before, now)
    if before.state == "recorded":
        raise Refused("This letter is on its way to your mail server. Wait a moment, then look at this page again.")
    if before.state == "unknown":
        raise Refused("Your mail server may have this letter. Look among your sent mail and say whether it was sent.")
    if way == "own_account":
        raise Refused("You took this letter to send it yourself. Say first whether you sent it.")


def recipients(session: WorkspaceSession, draft: Draft, leaving: Leaving) -> tuple[Mailbox | None, Mailbox | None]:
    """Who gets it, and who gets a copy. Raises: Refused where a mail server could not be told to whom it goes."""
    reader = queries.reader_of(draft)
    to = _box(reader.name, reader.email) if reader.email else None
    if to is None and leaving.way == "own_account":
        raise Refused(f"No e-mail address is recorded for {reader.name}. Add it on their page, or copy the letter.")
    assistant = queries.assistant_of(session, draft.person_id) if leaving.copies_assistant else None
    if assistant is None or not assistant.email or assistant.id == reader.id:
        return to, None
    return to, _box(assistant.name, assistant.email)


def _box(name: str, address: str) -> Mailbox:
    try:
        return mailbox(name, address)
    except BadAddress:
        raise Refused(f"Mail cannot be sent to the address that is recorded for {name}. Correct it first.") from None


def _letter_before(session: WorkspaceSession, draft: Draft) -> Departure | None:
    """How the letter left that this one goes on with."""
    return _sent_of(session, draft.answers_id) if draft.answers_id is not None else None


def _sent_of(session: WorkspaceSession, draft_id: int) -> Departure | None:
    sent = select(Departure).where(Departure.draft_id == draft_id, Departure.state == "sent")
    return session.scalar(sent.order_by(Departure.id.desc()).limit(1))


# --- what is written down -------------------------------------------------------------------------------------------


def open_of(session: WorkspaceSession, draft: Draft) -> Departure | None:
    """The departure of a draft that is not settled."""
    return session.scalar(select(Departure).where(Departure.draft_id == draft.id, Departure.state.in_(OPEN)))


def latest_of(session: WorkspaceSession, draft: Draft) -> Departure | None:
    """The departure of a draft that was begun last."""
    mine = select(Departure).where(Departure.draft_id == draft.id)
    return session.scalar(mine.order_by(Departure.begun_at.desc(), Departure.id.desc()).limit(1))


def departure_here(session: WorkspaceSession, draft: Draft, number: int) -> Departure:
    """A departure of a draft. Raises: NotFound, also for one of another draft."""
    row = session.get(Departure, number)
    if row is None or row.draft_id != draft.id:
        raise NotFound
    return row


def as_mail(session: WorkspaceSession, draft: Draft, row: Departure, sender: Mailbox, at: datetime | None) -> Letter:
    """What was written down, as a mail, with what is put in. `at`: when it is sent; None for a file or a page.

    Raises: Refused where a link in it leads nowhere any more.
    """
    reader = queries.reader_of(draft)
    return Letter(
        sender,
        _box(reader.name, row.sent_to) if row.sent_to else None,
        row.subject,
        outgoing.filled(session, draft, row.text),
        row.message_id or new_message_id(sender),
        copy=_box(_name_at(session, row.copy_to), row.copy_to) if row.copy_to else None,
        in_reply_to=row.in_reply_to,
        references=_thread(session, draft),
        at=at,
    )


def _name_at(session: WorkspaceSession, address: str) -> str:
    return session.scalar(select(Person.name).where(Person.email == address).limit(1)) or ""


def _thread(session: WorkspaceSession, draft: Draft) -> tuple[str, ...]:
    """The Message-IDs of the letters before, the first one first (RFC 5322, section 3.6.4)."""
    found: list[str] = []
    seen, number = {draft.id}, draft.answers_id
    while number is not None and number not in seen and len(seen) <= LONGEST_THREAD:
        seen.add(number)
        sent, earlier = _sent_of(session, number), session.get(Draft, number)
        if sent is not None and sent.message_id:
            found.append(sent.message_id)
        number = earlier.answers_id if earlier is not None else None
    return tuple(reversed(found))


# --- what became of it ----------------------------------------------------------------------------------------------


def settle(session: WorkspaceSession, row: Departure, outcome: Outcome, now: datetime) -> None:
    """Notes what a mail server said. What the user has said in the meantime stands."""
    hold(session, Draft.id, row.draft_id)
    if row.state not in ("recorded", "unknown"):
        return
    row.problem = outcome.problem
    if outcome.state == "sent":
        _note_sent(session, row, now, today_of(session, row.pressed_by_id, now), By(row.pressed_by_id or 0, now))
    else:
        row.state, row.settled_at = outcome.state, now if outcome.state == "failed" else None
    session.flush()


def settle_if_stale(row: Departure, now: datetime) -> None:
    """Makes one "unknown" that was recorded so long ago that whoever sent it was broken off."""
    if row.state == "recorded" and row.begun_at < now - timedelta(seconds=LONGEST_S):
        row.state = "unknown"
        row.problem = "Groundwork was broken off while it handed this letter to your mail server."


def stale(now: datetime) -> Select[Departure]:
    """Departures whose sending was broken off."""
    before = now - timedelta(seconds=LONGEST_S)
    return select(Departure).where(Departure.state == "recorded", Departure.begun_at < before)


def settle_stale(session: WorkspaceSession, now: datetime) -> int:
    """Makes all such departures "unknown"; how many."""
    rows: Sequence[Departure] = session.scalars(stale(now)).all()
    for row in rows:
        settle_if_stale(row, now)
    session.flush()
    return len(rows)


def say_sent(session: WorkspaceSession, row: Departure, day: date, by: By) -> None:
    """The user sent it, on this day. Said twice it is noted once. Raises: Refused for a day that cannot be."""
    hold(session, Draft.id, row.draft_id)
    if row.state not in ("asked", "unknown"):
        return
    if day > by.now.date() + timedelta(days=1):
        raise Refused("This day is yet to come. Say it when the letter has left.")
    if day < row.begun_at.date() - timedelta(days=1):
        raise Refused("The letter was not taken before this day. Check the date.")
    noon = datetime.combine(day, time(12), UTC)
    _note_sent(session, row, max(row.begun_at, min(noon, by.now)), day, by)


def say_not_sent(session: WorkspaceSession, row: Departure, by: By) -> None:
    """The user did not send it: one can go on writing, and send it later."""
    hold(session, Draft.id, row.draft_id)
    if row.state in ("asked", "unknown"):
        row.state, row.settled_at = "not_sent", by.now
        session.flush()


def take_back(session: WorkspaceSession, row: Departure, by: By) -> None:
    """It was not sent after all. Raises: Refused for one that a mail server has taken."""
    hold(session, Draft.id, row.draft_id)
    if row.state != "sent":
        return
    if row.way == "own_account" and not row.problem:
        raise Refused("Your mail server has taken this letter; it cannot be called back.")
    draft = row.draft
    row.state, row.settled_at = "not_sent", by.now
    draft.state, draft.sent_at, draft.updated_at = "writing", None, by.now
    sent_letters.take_back(session, row, by)
    session.flush()
    _tell_others(session, draft)


def _note_sent(session: WorkspaceSession, row: Departure, at: datetime, on: date, by: By) -> None:
    """The letter was sent; the draft says from now on what left, and what was written since is kept as a version.

    `on` is the day where its sender is: so it stands in the ledger.
    """
    draft = row.draft
    if (subject_to_send(draft), text_to_send(draft)) != (row.subject, row.text):
        _put_what_left(session, draft, row, at)
    row.state, row.settled_at = "sent", at
    draft.state, draft.sent_at, draft.updated_at = "sent", at, at
    session.flush()
    sent_letters.note(session, row, on, by)
    _tell_others(session, draft)


Told = Callable[[WorkspaceSession, Draft], None]

_told: dict[str, Told] = {}


def told_to(name: str, told: Told) -> None:
    """Says who wants to know at once that a letter was sent, or was not sent after all (`draft.sent_at` is None).

    `name` is of a later room, which hands it over as its module is loaded; once more it takes the place of itself.
    """
    _told[name] = told


def _tell_others(session: WorkspaceSession, draft: Draft) -> None:
    for told in _told.values():
        told(session, draft)


def _put_what_left(session: WorkspaceSession, draft: Draft, row: Departure, at: datetime) -> None:
    by = By(row.pressed_by_id or draft.written_by_id or 0, at)
    mine = select(DraftVersion).where(DraftVersion.draft_id == draft.id).order_by(DraftVersion.number.desc())
    left = (
        one for one in session.scalars(mine) if (subject_to_send(one), text_to_send(one)) == (row.subject, row.text)
    )
    version = next(left, None)
    if version is not None and by.user_id:
        versions.put_back(session, draft, version, by)

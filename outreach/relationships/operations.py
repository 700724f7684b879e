"""What is done in the ledger: a touch noted once, corrected, deleted and brought back; promises made, kept, let go."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from outreach.db import WorkspaceSession
from outreach.errors import NotFound, Refused
from outreach.people import operations as people_operations
from outreach.people import queries as people
from outreach.people.models import Person
from outreach.people.operations import By, ChangedElsewhere
from outreach.relationships import queries, rules
from outreach.relationships.models import Advice, Promise, Recommendation, Touch
from outreach.sent_twice import hold, just_made

_CLOSES = {"yes": "granted", "no": "declined", "do_not_write": "declined"}
"""What an answer makes of the request that it is to; other answers close nothing by themselves."""


@dataclass(frozen=True, slots=True)
class NewTouch:
    """What happened. Names of fields are those of `models.Touch`."""

    person_id: int
    kind: str
    happened_on: date
    what: str = ""
    channel: str = ""
    helper_id: int | None = None
    project_id: int | None = None
    give_kind: str = ""
    helped: str = ""
    helped_words: str = ""
    ask_kind: str = ""
    answer: str = ""
    back_on: date | None = None
    answers_id: int | None = None
    url: str = ""
    source: str = "hand"
    source_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewPromise:
    """What was promised. Names of fields are those of `models.Promise`."""

    person_id: int
    is_mine: bool
    what: str
    made_on: date
    due_on: date | None = None
    touch_id: int | None = None
    source: str = "hand"
    source_id: int | None = None


# --- touches --------------------------------------------------------------------------------------------------------


def note(session: WorkspaceSession, new: NewTouch, by: By, passed: dict[str, Any] | None = None) -> Touch:
    """Notes what happened. The same form pressed twice notes it once, and so does a room for one of its rows.

    An answer closes the request that it is to: the one it names, else the latest open one. `passed` is, of a request,
    rule of the gate -> the reason for which it was made all the same.
    Raises: NotFound; rules.BadDay for a day on which it cannot have happened.
    """
    return note_about(session, people.person(session, new.person_id), new, by, passed)


def note_about(
    session: WorkspaceSession, person: Person, new: NewTouch, by: By, passed: dict[str, Any] | None = None
) -> Touch:
    """The same about somebody who may have been deleted meanwhile: a letter that left did leave."""
    rules.check_day(new.happened_on, rules.latest_today(by.now))
    hold(session, Person.id, person.id)
    twin = _twin(session, new, by)
    if twin is not None:
        return twin
    row = Touch(
        **_told(new), passed=passed or {}, ask_state="open" if new.kind == "asked" else "",
        noted_by_id=by.user_id or None, created_at=by.now, updated_at=by.now,
    )  # fmt: skip
    if new.kind == "answered":
        _answer(session, row, person, by)
    session.add(row)
    session.flush()
    return row


def _told(new: NewTouch) -> dict[str, Any]:
    told = asdict(new)
    told["give_kind"] = (new.give_kind or "other") if new.kind == "gave" else ""
    told["ask_kind"] = (new.ask_kind or "other") if new.kind == "asked" else ""
    told["answer"] = (new.answer or "other") if new.kind == "answered" else ""
    told["back_on"] = new.back_on if new.answer == "out_of_office" else None
    return told


def _twin(session: WorkspaceSession, new: NewTouch, by: By) -> Touch | None:
    if new.source != "hand":
        same = select(Touch).where(
            Touch.source == new.source, Touch.source_id == new.source_id, Touch.kind == new.kind,
            Touch.person_id == new.person_id, Touch.deleted_at.is_(None),
        )  # fmt: skip
        return session.scalar(same)
    told = _told(new)
    if new.kind == "answered":
        return _same_answer(session, new, by)
    del told["answers_id"]
    return just_made(session, Touch, by.now, **told, deleted_at=None)


def _same_answer(session: WorkspaceSession, new: NewTouch, by: By) -> Touch | None:
    """The very answer, where it was noted before: of that day, that says the same, to the same request.

    Nothing typed is lost: what the new form says more goes to the row there is.
    """
    told = _told(new)
    same = select(Touch).where(
        Touch.person_id == new.person_id, Touch.kind == "answered", Touch.happened_on == new.happened_on,
        Touch.answer == told["answer"], Touch.deleted_at.is_(None),
    )  # fmt: skip
    if new.answers_id is not None:
        same = same.where(Touch.answers_id == new.answers_id)
    row = session.scalar(same.order_by(Touch.id).limit(1))
    if row is None or (told["answer"] == "other" and row.what and new.what and row.what != new.what):
        return None
    if new.what and new.what not in row.what:
        row.what = "\n".join(part for part in (row.what, new.what) if part)
    row.back_on = told["back_on"] or row.back_on
    row.channel, row.url = row.channel or new.channel, row.url or new.url
    row.helper_id = row.helper_id if row.helper_id is not None else new.helper_id
    if session.is_modified(row):
        row.updated_at = by.now
    session.flush()
    return row


def _answer(session: WorkspaceSession, row: Touch, person: Person, by: By) -> None:
    if row.answer == "do_not_write" and person.may_be_contacted:
        people_operations.ask_not_to_contact(session, person.id, row.what[:500] or "They asked for it.", by)
    asked = session.get(Touch, row.answers_id) if row.answers_id is not None else None
    if asked is None or asked.person_id != person.id or asked.ask_state == "":
        before = [one for one in queries.asks_to_answer(session, person.id) if one.happened_on <= row.happened_on]
        asked = before[0] if before else None
    row.answers_id = asked.id if asked is not None else None
    if asked is not None and row.answer in _CLOSES and _may_close(asked, row.happened_on):
        close_ask(session, asked, _CLOSES[row.answer], row.happened_on, by)


def _may_close(asked: Touch, on: date) -> bool:
    """Whether an answer of this day decides: the latest word counts, also after a request was closed without one."""
    if asked.ask_state == "withdrawn":
        return False
    return asked.ask_closed_on is None or asked.ask_closed_on <= on


def close_ask(session: WorkspaceSession, ask: Touch, state: str, on: date, by: By) -> None:
    """Closes a request: granted, declined, unanswered or withdrawn; "open" opens it again. Raises: Refused."""
    if ask.kind != "asked":
        raise Refused("Only a request can be closed.")
    ask.ask_state = state
    ask.ask_closed_on = None if state == "open" else max(on, ask.happened_on)
    ask.updated_at = by.now
    session.flush()


def correct(session: WorkspaceSession, row: Touch, told: NewTouch, version: int, by: By) -> Touch:
    """Writes what the form says. Person and source stay. Raises: ChangedElsewhere; rules.BadDay."""
    if row.version != version:
        raise ChangedElsewhere
    rules.check_day(told.happened_on, rules.latest_today(by.now))
    was_ask = row.kind == "asked"
    _open_again(session, row, by)
    for name, value in _told(told).items():
        if name not in ("person_id", "source", "source_id", "answers_id"):
            setattr(row, name, value)
    if was_ask != (row.kind == "asked"):
        row.ask_state, row.ask_closed_on = ("open", None) if row.kind == "asked" else ("", None)
    if row.ask_closed_on is not None:
        row.ask_closed_on = max(row.ask_closed_on, row.happened_on)
    if row.kind == "answered":
        _answer(session, row, row.person, by)
    else:
        row.answers_id = None
    row.updated_at = by.now
    session.flush()
    return row


def _open_again(session: WorkspaceSession, row: Touch, by: By) -> None:
    """Opens the request that this answer closed."""
    asked = session.get(Touch, row.answers_id) if row.answers_id is not None else None
    if asked is not None and row.answer in _CLOSES and asked.ask_state == _CLOSES[row.answer]:
        close_ask(session, asked, "open", row.happened_on, by)


def remove(session: WorkspaceSession, row: Touch, by: By) -> None:
    """Takes a touch out of the ledger for 30 days. The request that it answered is open again where it closed it."""
    if row.deleted_at is not None:
        return
    row.deleted_at = row.updated_at = by.now
    _open_again(session, row, by)
    session.flush()


def bring_back(session: WorkspaceSession, row: Touch, by: By) -> None:
    """Brings a deleted touch back. Raises: Refused after 30 days, or where it was noted anew in the meantime."""
    if row.deleted_at is None:
        return
    if row.deleted_at < by.now - rules.UNDO_FOR:
        raise Refused("This was deleted more than 30 days ago.")
    if row.source != "hand" and any(one.kind == row.kind for one in _noted_again(session, row)):
        raise Refused("This was noted again in the meantime.")
    row.deleted_at, row.updated_at = None, by.now
    session.flush()
    asked = session.get(Touch, row.answers_id) if row.answers_id is not None else None
    if asked is not None and asked.ask_state == "open" and row.answer in _CLOSES:
        close_ask(session, asked, _CLOSES[row.answer], row.happened_on, by)


def _noted_again(session: WorkspaceSession, row: Touch) -> list[Touch]:
    noted = queries.noted_by(session, row.source, row.source_id or 0)
    return [one for one in noted if one.person_id == row.person_id]


def withdraw_noted(session: WorkspaceSession, source: str, source_id: int, by: By) -> None:
    """Takes back what a room has noted on the ground of one of its rows: the letter was not sent after all."""
    for row in queries.noted_by(session, source, source_id):
        remove(session, row, by)


# --- promises -------------------------------------------------------------------------------------------------------


def promise(session: WorkspaceSession, new: NewPromise, by: By) -> Promise:
    """Notes a promise, once however often its form is sent. Raises: NotFound; rules.BadDay; Refused without words."""
    person = people.person(session, new.person_id)
    _check_promise(new, by)
    hold(session, Person.id, person.id)
    twin = just_made(session, Promise, by.now, **asdict(new), deleted_at=None)
    if twin is not None:
        return twin
    row = Promise(**asdict(new), noted_by_id=by.user_id, created_at=by.now, updated_at=by.now)
    session.add(row)
    session.flush()
    return row


def _check_promise(told: NewPromise, by: By) -> None:
    if not told.what.strip():
        raise Refused("Say what was promised.")
    rules.check_day(told.made_on, rules.latest_today(by.now))
    if told.due_on is not None and told.due_on < told.made_on:
        raise rules.BadDay("The day by which it is due lies before the day on which it was promised.")
    if told.due_on is not None and told.due_on > told.made_on + rules.LONGEST_PROMISE:
        raise rules.BadDay("Choose a day within ten years. What is farther away is a wish.")


def close_promise(session: WorkspaceSession, row: Promise, state: str, on: date, words: str, by: By) -> Promise:
    """Notes that a promise was kept or let go, or with "open" that it stands again. Raises: NotFound; rules.BadDay."""
    if state not in ("open", "kept", "let_go"):
        raise NotFound
    if state != "open":
        rules.check_day(on, rules.latest_today(by.now), begun=row.made_on)
    row.state, row.closed_words = state, words if state != "open" else ""
    row.closed_on = on if state != "open" else None
    row.updated_at = by.now
    session.flush()
    return row


def change_promise(session: WorkspaceSession, row: Promise, told: NewPromise, version: int, by: By) -> Promise:
    """Writes what the form says; whose it is and where it was made stay.

    Raises: ChangedElsewhere; rules.BadDay; Refused without words.
    """
    if row.version != version:
        raise ChangedElsewhere
    _check_promise(told, by)
    if row.closed_on is not None and row.closed_on < told.made_on:
        raise rules.BadDay("It was closed before this day. Check when it was made.")
    row.what, row.made_on, row.due_on, row.updated_at = told.what.strip(), told.made_on, told.due_on, by.now
    session.flush()
    return row


def remove_promise(session: WorkspaceSession, row: Promise, by: By) -> None:
    """Takes a promise out of sight for 30 days."""
    if row.deleted_at is None:
        row.deleted_at = row.updated_at = by.now
        session.flush()


def bring_promise_back(session: WorkspaceSession, row: Promise, by: By) -> None:
    """Brings a deleted promise back. Raises: Refused after 30 days."""
    if row.deleted_at is None:
        return
    if row.deleted_at < by.now - rules.UNDO_FOR:
        raise Refused("This was deleted more than 30 days ago.")
    row.deleted_at, row.updated_at = None, by.now
    session.flush()


# --- what was deleted -----------------------------------------------------------------------------------------------


def forget_deleted(session: WorkspaceSession, now: datetime) -> int:
    """Removes for good what was deleted too long ago to be brought back; how many rows."""
    gone = 0
    for table in (Touch, Promise, Advice, Recommendation):
        for row in session.scalars(select(table).where(table.deleted_at < now - rules.UNDO_FOR)):
            session.delete(row)
            gone += 1
    session.flush()
    return gone

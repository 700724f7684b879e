"""Takes a copy of a program over into sessions and speakers, and takes that back.

Stars, meetings and answers to questions stay: a session of a later copy is found again by its key, a speaker by name
and organization. What a later copy does not hold any more is kept as gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from outreach.db import WorkspaceSession
from outreach.dossiers.keeping import insert_new
from outreach.errors import Refused
from outreach.events import agendas, matches, plan, rules
from outreach.events.agenda_in.model import ReadSession, ReadSpeaker
from outreach.events.models import Agenda, Appearance, Event, EventSession, EventSpeaker, SessionSpeaker
from outreach.folding import fold
from outreach.people.operations import By
from outreach.sent_twice import hold

_PIECE = 500
_LIMITS = {"title": 500, "kind": 100, "room": 200, "url": 2000}
_SPEAKER_LIMITS = {"name": 200, "credentials": 100, "title": 300}
_ORGANIZATION = 300
_PART = 60
_TIMED = ("title", "kind", "room", "held_on", "starts_minute", "ends_minute", "instant", "url", "quote")


def take_over(session: WorkspaceSession, event: Event, agenda: Agenda, by: By) -> bool:
    """Makes sessions and speakers of a copy that was read; False where that was done already.

    Raises: Refused for a copy of which nothing was read, or that was taken back.
    """
    hold(session, Event.id, event.id)
    if agenda.state == "taken":
        return False
    if agenda.state != "read":
        raise Refused("Only a copy that was just read can be taken over. Bring the program anew.")
    reading = agendas.reading_of(agenda)
    changes = plan.of(agendas.kept_sessions(session, event), reading.sessions)
    speakers, made = _speakers(session, event, plan.speakers_of(reading.sessions, reading.speakers), by.now)
    undo: dict[str, Any] = {"speakers": made, "was": _latest_taken(session, event)}
    undo["came"] = _add_sessions(session, event, agenda, changes.came, speakers, by.now)
    undo["changed"] = _change_sessions(session, agenda, changes.same, speakers, by.now)
    undo["went"] = _set_gone(session, changes.went, by.now)
    agenda.state, agenda.taken_at, agenda.updated_at, agenda.undo = "taken", by.now, by.now, undo
    session.flush()
    session.expire_all()  # sessions were written beside their objects
    matches.look(session, event, by.now)
    return True


def _latest_taken(session: WorkspaceSession, event: Event) -> int | None:
    taken = select(Agenda.id).where(Agenda.event_id == event.id, Agenda.state == "taken")
    return session.scalar(taken.order_by(Agenda.taken_at.desc(), Agenda.id.desc()).limit(1))


# --- speakers ---------------------------------------------------------------------------------------------------------


def _speakers(
    session: WorkspaceSession, event: Event, read: Mapping[str, ReadSpeaker], now: datetime
) -> tuple[dict[str, int], list[int]]:
    """Key -> id of each speaker of the copy, and the ids of those that are new."""
    rows = session.scalars(select(EventSpeaker).where(EventSpeaker.event_id == event.id)).all()
    known = {row.key: row for row in rows} | dict(_renamed(rows, read))
    for key, row in known.items():
        if key in read:
            _write_speaker(row, _speaker_values(key, read[key]), now)
    session.flush()
    new = [key for key in read if key not in known]
    _insert(session, EventSpeaker, event, [_speaker_values(key, read[key]) for key in new], now)
    ids = _ids(session, EventSpeaker, event)
    return {key: ids[key] for key in read}, [ids[key] for key in new]


def _insert(
    session: WorkspaceSession,
    table: type[EventSpeaker | EventSession],
    event: Event,
    rows: Sequence[Mapping[str, Any]],
    now: datetime,
) -> None:
    """Adds many rows in few statements: a program may have ten thousand."""
    common = {"workspace_id": session.workspace_id, "event_id": event.id, "created_at": now, "updated_at": now}
    insert_new(session, table, [{**common, **row} for row in rows])


def _ids(session: WorkspaceSession, table: type[EventSpeaker | EventSession], event: Event) -> dict[str, int]:
    """Key -> id of an event's rows."""
    rows = session.execute(select(table.key, table.id).where(table.event_id == event.id))
    return {row.key: row.id for row in rows}


def _renamed(rows: Sequence[EventSpeaker], read: Mapping[str, ReadSpeaker]) -> Iterable[tuple[str, EventSpeaker]]:
    """Speakers whose organization is written otherwise in this copy: those who bear a name alone on both sides."""
    mine: dict[str, list[EventSpeaker]] = defaultdict(list)
    theirs: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.key not in read:
            mine[fold(row.name)].append(row)
    for key, speaker in read.items():
        theirs[fold(speaker.name)].append(key)
    keys = {row.key for row in rows}
    for name, found in mine.items():
        others = theirs.get(name, [])
        if name and len(found) == len(others) == 1 and others[0] not in keys:
            yield others[0], found[0]


def _speaker_values(key: str, speaker: ReadSpeaker) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(speaker, name)[:limit] for name, limit in _SPEAKER_LIMITS.items()}
    return values | {"key": key, "organization_name": speaker.organization[:_ORGANIZATION]}


def _write_speaker(row: EventSpeaker, values: Mapping[str, Any], now: datetime) -> None:
    if any(getattr(row, name) != value for name, value in values.items()):
        for name, value in values.items():
            setattr(row, name, value)
        row.updated_at = now


# --- sessions ---------------------------------------------------------------------------------------------------------


def _add_sessions(
    session: WorkspaceSession,
    event: Event,
    agenda: Agenda,
    came: Sequence[tuple[str, ReadSession]],
    speakers: Mapping[str, int],
    now: datetime,
) -> list[int]:
    _insert(
        session, EventSession, event, [{"key": key, "agenda_id": agenda.id, **_values(read)} for key, read in came], now
    )
    ids = _ids(session, EventSession, event)
    links = [link for key, read in came for link in _links(ids[key], read, speakers)]
    insert_new(session, SessionSpeaker, [{"workspace_id": session.workspace_id, **link} for link in links])
    return [ids[key] for key, _ in came]


def _values(read: ReadSession) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(read, name)[:limit] for name, limit in _LIMITS.items()}
    values["title"] = values["title"].strip() or "A session without a title"
    values["url"] = values["url"] if values["url"].startswith(("http://", "https://")) else ""
    values |= {"held_on": read.held_on, "instant": read.instant, "quote": read.quote}
    return values | {"starts_minute": _minute(read.starts_minute), "ends_minute": _minute(read.ends_minute)}


def _minute(value: int | None) -> int | None:
    return value if value is not None and 0 <= value < 24 * 60 else None


def _links(session_id: int, read: ReadSession, speakers: Mapping[str, int]) -> list[dict[str, Any]]:
    """Who speaks in a session, each once."""
    found: dict[int, dict[str, Any]] = {}
    for place, speaker in enumerate(read.speakers):
        number = speakers[plan.speaker_key(speaker)]
        link = {"session_id": session_id, "speaker_id": number, "part": speaker.part[:_PART], "place_in_order": place}
        found.setdefault(number, link)
    return list(found.values())


def _change_sessions(
    session: WorkspaceSession, agenda: Agenda, same: Sequence[plan.Same], speakers: Mapping[str, int], now: datetime
) -> list[dict[str, Any]]:
    """Writes what differs; what it was before, for taking it back."""
    rows = _rows(session, [one.kept.id for one in same])
    links = _links_of(session, rows.keys())
    before, wanted, written = [], {}, {}
    for one in same:
        row, values = rows[one.kept.id], {**_values(one.read), "state": "current", "key": one.key}
        old = {name: getattr(row, name) for name, value in values.items() if getattr(row, name) != value}
        mine, others = links.get(row.id, []), _links(row.id, one.read, speakers)
        is_other = mine != [[link["speaker_id"], link["part"]] for link in others]
        if old or is_other:
            before.append({"id": row.id, "values": _json(old), "links": mine if is_other else None})
        if old:
            written[row.id] = {name: values[name] for name in old}
        if is_other:
            wanted[row.id] = others
    _write_sessions(session, written, now)
    _put_links(session, wanted)
    _set(session, [one.kept.id for one in same], {"agenda_id": agenda.id})
    return before


def _rows(session: WorkspaceSession, ids: Sequence[int]) -> dict[int, Row[Any]]:
    """The columns of sessions: ten thousand are compared in one go, which as objects would take half a minute."""
    columns = [getattr(EventSession, name) for name in ("id", "key", "state", *_TIMED)]
    found: dict[int, Row[Any]] = {}
    for start in range(0, len(ids), _PIECE):
        wanted = select(*columns).where(EventSession.id.in_(ids[start : start + _PIECE]))
        found |= {row.id: row for row in session.execute(wanted)}
    return found


def _links_of(session: WorkspaceSession, ids: Iterable[int]) -> dict[int, list[list[Any]]]:
    """Session -> who speaks there, with their parts, in order."""
    numbers = list(ids)
    found: dict[int, list[list[Any]]] = defaultdict(list)
    columns = (SessionSpeaker.session_id, SessionSpeaker.speaker_id, SessionSpeaker.part)
    for start in range(0, len(numbers), _PIECE):
        wanted = select(*columns).where(SessionSpeaker.session_id.in_(numbers[start : start + _PIECE]))
        for number, speaker, part in session.execute(wanted.order_by(SessionSpeaker.place_in_order, SessionSpeaker.id)):
            found[number].append([speaker, part])
    return found


def _write_sessions(session: WorkspaceSession, written: Mapping[int, Mapping[str, Any]], now: datetime) -> None:
    """Writes columns of many sessions: those that change the same columns in one statement."""
    table = EventSession.__table__
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for number, values in written.items():
        row = {f"new_{name}": value for name, value in values.items()}
        alike[tuple(sorted(values))].append({"its_id": number, **row})
    for names, rows in alike.items():
        values = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in names}
        these = (table.c.id == bindparam("its_id"), table.c.workspace_id == session.workspace_id)
        told = {**values, "updated_at": now, "version": table.c.version + 1}
        session.execute(update(table).where(*these).values(told), rows)  # type: ignore[arg-type]


def _put_links(session: WorkspaceSession, wanted: Mapping[int, Sequence[Mapping[str, Any]]]) -> None:
    """Session -> who speaks there from now on."""
    numbers = list(wanted)
    for start in range(0, len(numbers), _PIECE):
        these = SessionSpeaker.session_id.in_(numbers[start : start + _PIECE])
        session.execute(delete(SessionSpeaker).where(these).execution_options(synchronize_session=False))
    rows = [{"workspace_id": session.workspace_id, **link} for links in wanted.values() for link in links]
    insert_new(session, SessionSpeaker, rows)


def _json(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def _set_gone(session: WorkspaceSession, went: Sequence[plan.KeptSession], now: datetime) -> list[int]:
    ids = sorted(one.id for one in went)
    _set(session, ids, {"state": "gone", "updated_at": now, "version": EventSession.version + 1})
    return ids


# --- taking back ------------------------------------------------------------------------------------------------------


def take_back(session: WorkspaceSession, event: Event, agenda: Agenda, by: By) -> bool:
    """Puts the program back to what it was before this copy; False where that was done already.

    Sessions that the user has starred since, or where somebody is met, stay as gone. Raises: Refused after 30 days, and
    for a copy that a later one has replaced.
    """
    hold(session, Event.id, event.id)
    if agenda.state == "undone":
        return False
    if agenda.state != "taken" or agenda.undo is None:
        raise Refused("This copy was not taken over, so there is nothing to take back.")
    if _latest_taken(session, event) != agenda.id:
        raise Refused("A later copy of the program was taken over since. Take that one back first.")
    if agenda.taken_at is not None and agenda.taken_at < by.now - rules.UNDO_FOR:
        raise Refused("This copy was taken over more than 30 days ago.")
    undo = agenda.undo
    _drop_sessions(session, undo["came"], by.now)
    _put_back(session, undo["changed"], by.now)
    _set(session, undo["went"], {"state": "current", "updated_at": by.now, "version": EventSession.version + 1})
    _drop_speakers(session, undo["speakers"])
    agenda.state, agenda.updated_at, agenda.undo = "undone", by.now, None
    session.flush()
    session.expire_all()
    return True


def _drop_sessions(session: WorkspaceSession, ids: Sequence[int], now: datetime) -> None:
    is_met = select(Appearance.id).where(Appearance.session_id == EventSession.id).exists()
    for start in range(0, len(ids), _PIECE):
        alone = (EventSession.id.in_(ids[start : start + _PIECE]), EventSession.starred_at.is_(None), ~is_met)
        session.execute(delete(EventSession).where(*alone).execution_options(synchronize_session=False))
    _set(session, ids, {"state": "gone", "updated_at": now, "version": EventSession.version + 1})


def _put_back(session: WorkspaceSession, changed: Sequence[Mapping[str, Any]], now: datetime) -> None:
    here = _rows(session, [one["id"] for one in changed])
    changed = [one for one in changed if one["id"] in here]
    written = {one["id"]: {name: _value(name, value) for name, value in one["values"].items()} for one in changed}
    _write_sessions(session, written, now)
    _put_links(
        session, {one["id"]: _links_again(one["id"], one["links"]) for one in changed if one["links"] is not None}
    )


def _links_again(session_id: int, links: Sequence[Sequence[Any]]) -> list[dict[str, Any]]:
    return [
        {"session_id": session_id, "speaker_id": number, "part": part, "place_in_order": place}
        for place, (number, part) in enumerate(links)
    ]


def _value(name: str, value: Any) -> Any:
    if value is None or name not in ("held_on", "instant"):
        return value
    return date.fromisoformat(value) if name == "held_on" else datetime.fromisoformat(value)


def _set(session: WorkspaceSession, ids: Sequence[int], values: Mapping[str, Any]) -> None:
    """Writes the same into many sessions."""
    for start in range(0, len(ids), _PIECE):
        these = EventSession.id.in_(ids[start : start + _PIECE])
        session.execute(update(EventSession).where(these).values(**values).execution_options(synchronize_session=False))


def _drop_speakers(session: WorkspaceSession, ids: Sequence[int]) -> None:
    """Removes speakers who came with the copy and speak nowhere now; the user's answers about others stay."""
    speaks = select(SessionSpeaker.id).where(SessionSpeaker.speaker_id == EventSpeaker.id).exists()
    for start in range(0, len(ids), _PIECE):
        alone = (EventSpeaker.id.in_(ids[start : start + _PIECE]), ~speaks, EventSpeaker.answered_at.is_(None))
        session.execute(delete(EventSpeaker).where(*alone).execution_options(synchronize_session=False))

"""Takes a copy of a program over into sessions and speakers, and takes that back.

Stars, meetings and answers to questions stay: a session of a later copy is found again by its key, a speaker by name
and organization. What a later copy does not hold any more is kept as gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, select, update

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
    before = []
    for one in same:
        row, values = rows[one.kept.id], {**_values(one.read), "state": "current", "key": one.key}
        old = {name: getattr(row, name) for name, value in values.items() if getattr(row, name) != value}
        mine = _told(links.get(row.id, []))
        wanted = _links(row.id, one.read, speakers)
        is_other = mine != [[link["speaker_id"], link["part"]] for link in wanted]
        if old or is_other:
            before.append({"id": row.id, "values": _json(old), "links": mine if is_other else None})
        if old:
            for name in old:
                setattr(row, name, values[name])
            row.updated_at = now
        if is_other:
            _put_links(session, row.id, wanted)
        row.agenda_id = agenda.id
    session.flush()
    return before


def _rows(session: WorkspaceSession, ids: Sequence[int]) -> dict[int, EventSession]:
    found: dict[int, EventSession] = {}
    for start in range(0, len(ids), _PIECE):
        wanted = select(EventSession).where(EventSession.id.in_(ids[start : start + _PIECE]))
        found |= {row.id: row for row in session.scalars(wanted)}
    return found


def _links_of(session: WorkspaceSession, ids: Iterable[int]) -> dict[int, list[SessionSpeaker]]:
    numbers = list(ids)
    found: dict[int, list[SessionSpeaker]] = defaultdict(list)
    for start in range(0, len(numbers), _PIECE):
        wanted = select(SessionSpeaker).where(SessionSpeaker.session_id.in_(numbers[start : start + _PIECE]))
        for link in session.scalars(wanted.order_by(SessionSpeaker.place_in_order, SessionSpeaker.id)):
            found[link.session_id].append(link)
    return found


def _told(links: Iterable[SessionSpeaker]) -> list[list[Any]]:
    return [[link.speaker_id, link.part] for link in links]


def _put_links(session: WorkspaceSession, session_id: int, wanted: Sequence[Mapping[str, Any]]) -> None:
    session.execute(
        delete(SessionSpeaker)
        .where(SessionSpeaker.session_id == session_id)
        .execution_options(synchronize_session=False)
    )
    insert_new(session, SessionSpeaker, [{"workspace_id": session.workspace_id, **link} for link in wanted])


def _json(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def _set_gone(session: WorkspaceSession, went: Sequence[plan.KeptSession], now: datetime) -> list[int]:
    rows = _rows(session, [one.id for one in went])
    for row in rows.values():
        row.state, row.updated_at = "gone", now
    session.flush()
    return sorted(rows)


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
    _set_state(session, undo["went"], "current")
    _drop_speakers(session, undo["speakers"])
    agenda.state, agenda.updated_at, agenda.undo = "undone", by.now, None
    session.flush()
    session.expire_all()
    return True


def _drop_sessions(session: WorkspaceSession, ids: Sequence[int], now: datetime) -> None:
    met = set(session.scalars(select(Appearance.session_id).where(Appearance.session_id.is_not(None))))
    rows = _rows(session, ids)
    for row in rows.values():
        if row.starred_at is None and row.id not in met:
            session.delete(row)
        else:
            row.state, row.updated_at = "gone", now
    session.flush()


def _put_back(session: WorkspaceSession, changed: Sequence[Mapping[str, Any]], now: datetime) -> None:
    rows = _rows(session, [one["id"] for one in changed])
    for one in changed:
        row = rows.get(one["id"])
        if row is None:
            continue
        for name, value in one["values"].items():
            setattr(row, name, _value(name, value))
        row.updated_at = now
        if one["links"] is not None:
            links = [
                {"session_id": row.id, "speaker_id": number, "part": part, "place_in_order": place}
                for place, (number, part) in enumerate(one["links"])
            ]
            _put_links(session, row.id, links)
    session.flush()


def _value(name: str, value: Any) -> Any:
    if value is None or name not in ("held_on", "instant"):
        return value
    return date.fromisoformat(value) if name == "held_on" else datetime.fromisoformat(value)


def _set_state(session: WorkspaceSession, ids: Sequence[int], state: str) -> None:
    for start in range(0, len(ids), _PIECE):
        these = EventSession.id.in_(ids[start : start + _PIECE])
        session.execute(
            update(EventSession).where(these).values(state=state).execution_options(synchronize_session=False)
        )


def _drop_speakers(session: WorkspaceSession, ids: Sequence[int]) -> None:
    """Removes speakers who came with the copy and speak nowhere now; the user's answers about others stay."""
    for start in range(0, len(ids), _PIECE):
        speaks = select(SessionSpeaker.id).where(SessionSpeaker.speaker_id == EventSpeaker.id).exists()
        alone = select(EventSpeaker).where(
            EventSpeaker.id.in_(ids[start : start + _PIECE]), ~speaks, EventSpeaker.answered_at.is_(None)
        )
        for row in session.scalars(alone).all():
            session.delete(row)
    session.flush()

"""What was read of a program: its sessions with their times, and who speaks there. Frozen, to and from JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

MAX_SESSIONS = 10_000
"""Sessions that are kept of one program; the largest congress of the field has about 600."""


class CannotRead(ValueError):
    """Nothing can be read of a file or text: what happened and what to do, in words for the screen."""


@dataclass(frozen=True, slots=True)
class ReadSpeaker:
    """Somebody whom a program names as speaking, as it names them.

    credentials: "MHA, FACHE"; part: "Moderator", "Chair", "Panelist"; "" for a speaker; quote: the program's words.
    """

    name: str
    credentials: str = ""
    title: str = ""
    organization: str = ""
    part: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class ReadSession:
    """One session, by the clocks of the place: minutes since midnight, or None where no time is named.

    ends_minute is smaller than starts_minute where it ends after midnight. instant: the moment of its beginning, in
    UTC, where the program gave one with a zone.
    """

    uid: str
    title: str
    kind: str = ""
    room: str = ""
    held_on: date | None = None
    starts_minute: int | None = None
    ends_minute: int | None = None
    instant: datetime | None = None
    url: str = ""
    quote: str = ""
    speakers: tuple[ReadSpeaker, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A program as it was read.

    format: a key of `events.models.AGENDA_FORMATS`; zone: a name of the time zone database, "" where the program names
    none; speakers: those who are named without a session; remarks: what could not be read, in sentences.
    """

    format: str
    title: str = ""
    zone: str = ""
    sessions: tuple[ReadSession, ...] = ()
    speakers: tuple[ReadSpeaker, ...] = ()
    remarks: tuple[str, ...] = ()


def reading_json(reading: Reading) -> dict[str, Any]:
    """The reading as a JSON value; `reading_from` reads it back."""
    return {
        "format": reading.format,
        "title": reading.title,
        "zone": reading.zone,
        "sessions": [_session_json(session) for session in reading.sessions],
        "speakers": [_speaker_json(speaker) for speaker in reading.speakers],
        "remarks": list(reading.remarks),
    }


def reading_from(value: Mapping[str, Any]) -> Reading:
    """The reading of a JSON value that `reading_json` made. Raises ValueError or KeyError for another."""
    return Reading(
        str(value["format"]),
        str(value["title"]),
        str(value["zone"]),
        tuple(_session_from(one) for one in value["sessions"]),
        tuple(_speaker_from(one) for one in value["speakers"]),
        tuple(str(one) for one in value["remarks"]),
    )


def _speaker_json(speaker: ReadSpeaker) -> dict[str, str]:
    return {
        "name": speaker.name,
        "credentials": speaker.credentials,
        "title": speaker.title,
        "organization": speaker.organization,
        "part": speaker.part,
        "quote": speaker.quote,
    }


def _speaker_from(value: Mapping[str, Any]) -> ReadSpeaker:
    return ReadSpeaker(
        *(str(value[field]) for field in ("name", "credentials", "title", "organization", "part", "quote"))
    )


def _session_json(session: ReadSession) -> dict[str, Any]:
    return {
        "uid": session.uid,
        "title": session.title,
        "kind": session.kind,
        "room": session.room,
        "held_on": session.held_on.isoformat() if session.held_on else None,
        "starts_minute": session.starts_minute,
        "ends_minute": session.ends_minute,
        "instant": session.instant.isoformat() if session.instant else None,
        "url": session.url,
        "quote": session.quote,
        "speakers": [_speaker_json(speaker) for speaker in session.speakers],
    }


def _session_from(value: Mapping[str, Any]) -> ReadSession:
    return ReadSession(
        str(value["uid"]),
        str(value["title"]),
        str(value["kind"]),
        str(value["room"]),
        date.fromisoformat(value["held_on"]) if value["held_on"] else None,
        _minute(value["starts_minute"]),
        _minute(value["ends_minute"]),
        datetime.fromisoformat(value["instant"]).astimezone(UTC) if value["instant"] else None,
        str(value["url"]),
        str(value["quote"]),
        tuple(_speaker_from(one) for one in value["speakers"]),
    )


def _minute(value: Any) -> int | None:
    return None if value is None else int(value)

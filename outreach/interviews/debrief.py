"""The ten minutes after a talk: what was learned, what it changed, what both promised, what was advised.

It is saved as far as it goes, and written into the ledger in one act, each line once: the lines that are there know the
number of their row. Further lines can be added later; what is in the ledger is corrected there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from outreach import words
from outreach.accounts.whereabouts import day_in, today_of, zone_of_user
from outreach.columns import thawed
from outreach.db import WorkspaceSession
from outreach.errors import Refused
from outreach.interviews import appointments, talks
from outreach.interviews.appointments import CHANNELS, SOURCE
from outreach.interviews.talk_models import WAYS_TO_TALK, Interview
from outreach.people.operations import By, ChangedElsewhere
from outreach.relationships import advice as advice_loop
from outreach.relationships import operations as ledger
from outreach.relationships.advice import NewAdvice
from outreach.relationships.models import Recommendation
from outreach.relationships.operations import NewPromise, NewTouch
from outreach.relationships.rules import BadDay
from outreach.sent_twice import hold, just_made

PARTS = {
    "mine": "I promised",
    "theirs": "They offered",
    "advice": "They advised",
    "recommended": "They recommended",
}
"""Kind of a line -> the words above it."""

WHAT_MAX = 300
URL_MAX = 2_000
TEXT_MAX = 10_000
NEXT_MAX = 500
MOST_LINES = 20
"""Lines of one kind; whoever promised more than twenty things in a talk has a list elsewhere."""

_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One thing. `by`: until when it is promised; `url`: of what was recommended; `is_exact`: in their own words.

    row_id: its row in the ledger, once it is there.
    """

    what: str
    by: date | None = None
    url: str = ""
    is_exact: bool = False
    row_id: int | None = None


@dataclass(frozen=True, slots=True)
class Debrief:
    """All that a debrief holds. `lines`: by kind, a key of `PARTS`."""

    learned: str = ""
    changed_in_me: str = ""
    to_verify: str = ""
    next_give: str = ""
    lines: Mapping[str, tuple[Line, ...]] | None = None

    def of(self, part: str) -> tuple[Line, ...]:
        """The lines of one kind."""
        return (self.lines or {}).get(part, ())


# --- saved as far as it goes ------------------------------------------------------------------------------------------


def read(row: Interview) -> Debrief:
    """The debrief as it is saved."""
    kept = row.debrief or {}
    lines = {part: tuple(_line(one) for one in kept.get(part, ())) for part in PARTS}
    return Debrief(row.learned, row.changed_in_me, row.to_verify, row.next_give, lines)


def _line(kept: Mapping[str, Any]) -> Line:
    by = date.fromisoformat(kept["by"]) if kept.get("by") else None
    return Line(kept["what"], by, kept.get("url", ""), bool(kept.get("is_exact")), kept.get("row_id"))


def _kept(line: Line) -> dict[str, Any]:
    told = {"what": line.what, "by": line.by.isoformat() if line.by else "", "url": line.url}
    return {**told, "is_exact": line.is_exact, "row_id": line.row_id}


def save(session: WorkspaceSession, row: Interview, said: Debrief, version: int, by: By) -> bool:
    """Keeps what the form says, however little; whether anything is new. Lines that are in the ledger stay.

    `said` has the lines that are not in the ledger yet. Raises: ChangedElsewhere; Refused for one that was called off.
    """
    appointments.check_is_on(row)
    before = read(row)
    lines = {
        part: (*(one for one in before.of(part) if one.row_id is not None), *said.of(part)[:MOST_LINES])
        for part in PARTS
    }
    wanted = replace(said, lines=lines)
    if wanted == before:
        return False
    if row.version != version:
        raise ChangedElsewhere
    _put(row, wanted)
    row.updated_at = by.now
    session.flush()
    return True


def _put(row: Interview, said: Debrief) -> None:
    row.learned, row.changed_in_me = said.learned, said.changed_in_me
    row.to_verify, row.next_give = said.to_verify, said.next_give
    lines = {part: [_kept(one) for one in said.of(part)] for part in PARTS if said.of(part)}
    if lines != thawed(row.debrief or {}):
        row.debrief = lines or None


# --- into the ledger --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entry:
    """What will stand in the ledger, as words."""

    kind: str
    words: str


def day_of_talk(session: WorkspaceSession, row: Interview, user_id: int) -> date:
    """The day of the talk where the user is: that of its end, else that for which it was agreed."""
    return day_in(row.ended_at or row.starts_at, zone_of_user(session, user_id))


def to_write(session: WorkspaceSession, row: Interview, user_id: int) -> tuple[Entry, ...]:
    """The sum of what writing would put into the ledger now."""
    on = day_of_talk(session, row, user_id)
    return tuple(_entries(row, on))


def _entries(row: Interview, on: date) -> Iterator[Entry]:
    said = read(row)
    if row.debriefed_at is None:
        how = WAYS_TO_TALK[row.way]
        yield Entry("Met or spoke", f"{words.day(on, on)}, {how[0].lower()}{how[1:]}, with {row.person.name}")
    for part, heading in PARTS.items():
        for line in said.of(part):
            if line.row_id is None:
                until = f", by {words.day(line.by, on)}" if line.by else ""
                yield Entry(heading, f"{line.what}{until}")


def write(session: WorkspaceSession, row: Interview, by: By) -> int:
    """Writes the talk and every line that is not there yet into the ledger; how many entries were made.

    A second press finds nothing left to write. A talk that nobody ended is over with it.

    Raises: Refused for a talk that was called off or is yet to come; rules.BadDay.
    """
    appointments.check_is_on(row)
    hold(session, Interview.id, row.id)
    if row.starts_at > by.now and row.started_at is None and row.ended_at is None:
        raise Refused("This talk is yet to come. The debrief is saved; write it into the ledger after the talk.")
    is_first = row.debriefed_at is None
    on = min(day_of_talk(session, row, by.user_id), today_of(session, by.user_id, by.now))
    _check_days(read(row), on)
    _end(session, row, by)
    touch_id = _note_talk(session, row, on, by)
    written = _write_lines(session, row, on, touch_id, by)
    if is_first:
        row.debriefed_at = by.now
    if is_first or written:
        row.updated_at = by.now
    session.flush()
    return written + is_first


def _check_days(said: Debrief, on: date) -> None:
    """Raises: BadDay for a promise that would be due before it was made, before anything is written."""
    for part in ("mine", "theirs"):
        for line in said.of(part):
            if line.row_id is None and line.by is not None and line.by < on:
                raise BadDay(f"“{line.what}” would be due before the talk, which was on {words.day(on, on)}.")


def _end(session: WorkspaceSession, row: Interview, by: By) -> None:
    if row.ended_at is None:
        began = row.started_at or row.starts_at
        agreed = began + timedelta(minutes=row.minutes)
        talks.end(session, row, By(by.user_id, max(began, min(agreed, by.now))))


def _note_talk(session: WorkspaceSession, row: Interview, on: date, by: By) -> int:
    about = row.learned.strip().splitlines()
    new = NewTouch(
        row.person_id, "met", on, what=about[0][:_SHOWN] if about else "An interview.", channel=CHANNELS[row.way],
        helper_id=row.helper_id, project_id=row.project_id, source=SOURCE, source_id=row.id,
    )  # fmt: skip
    return ledger.note(session, new, by).id


def _write_lines(session: WorkspaceSession, row: Interview, on: date, touch_id: int, by: By) -> int:
    said, written = read(row), 0
    lines: dict[str, tuple[Line, ...]] = {}
    for part in PARTS:
        done: list[Line] = []
        for line in said.of(part):
            if line.row_id is None:
                done.append(replace(line, row_id=_write_line(session, row, part, line, on, touch_id, by)))
                written += 1
            else:
                done.append(line)
        lines[part] = tuple(done)
    _put(row, replace(said, lines=lines))
    return written


def _write_line(
    session: WorkspaceSession, row: Interview, part: str, line: Line, on: date, touch_id: int, by: By
) -> int:
    if part in ("mine", "theirs"):
        promised = NewPromise(row.person_id, part == "mine", line.what, on, line.by, touch_id, SOURCE, row.id)
        return ledger.promise(session, promised, by).id
    if part == "advice":
        advised = NewAdvice(row.person_id, line.what, on, line.is_exact, SOURCE, row.id)
        return advice_loop.note(session, advised, by, today_of(session, by.user_id, by.now)).id
    return _recommend(session, row, line, on, by)


def _recommend(session: WorkspaceSession, row: Interview, line: Line, on: date, by: By) -> int:
    told = {"person_id": row.person_id, "title": line.what, "url": line.url, "recommended_on": on,
            "source": SOURCE, "source_id": row.id}  # fmt: skip
    twin = just_made(session, Recommendation, by.now, **told, deleted_at=None)
    if twin is not None:
        return twin.id
    made = Recommendation(**told, noted_by_id=by.user_id, created_at=by.now, updated_at=by.now)
    session.add(made)
    session.flush()
    return made.id


def first_dated(lines: Sequence[Line]) -> Line | None:
    """The promise to name in a thank-you: the first with a day, else the first (product.md, T5: one at most)."""
    return next((one for one in lines if one.by is not None), lines[0] if lines else None)

"""Whether following up makes each note due once and in time, and how fast it picks what is due among many.

    python benchmarks/scheduler.py [--steps 1000] [--rows 100000] [--workers 4] [--url postgresql://...]

First `--workers` processes make `--steps` notes due together, at the same moment (F5 of the plan of tests); then the
clock jumps by an hour forth, an hour back, 400 days forth and back, and over a change of the clock (F8). No note may
become due twice, or before its moment. Then `--rows` notes are planned of which 200 are due, and the statement that
picks those is timed: the median of 50. Everything lies in a folder that is thrown away; with `--url` in that database,
which has to be empty.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # as the repository is no installed package

from sqlalchemy import func, insert, select

from outreach import app as application
from outreach import migrations
from outreach.accounts.models import Workspace
from outreach.db import Database
from outreach.drafts.models import Draft
from outreach.followups import advance, operations
from outreach.followups.models import FollowUp, FollowUpStep
from outreach.people.models import Person

SENT = datetime(2026, 10, 26, 14, tzinfo=UTC)
"""A Monday; the clock is set back on the Sunday after."""

DUE = datetime(2026, 11, 6, 20, tzinfo=UTC)
"""When every first note is due, wherever the reader is."""

ZONES = ("America/New_York", "America/Chicago", "America/Los_Angeles", "Pacific/Honolulu", "Asia/Tokyo", "")
MOST_PICKING_MS = 50
PICKED = 200
ROUNDS = 50


def main() -> int:
    """Measures and prints; 1 when a bar is missed."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--steps", type=int, default=1_000)
    reader.add_argument("--rows", type=int, default=100_000)
    reader.add_argument("--workers", type=int, default=4)
    reader.add_argument("--url", default="")
    asked = reader.parse_args()
    application.load_models()
    with tempfile.TemporaryDirectory() as folder:
        url = asked.url or f"sqlite:///{Path(folder) / 'groundwork.sqlite3'}"
        database = Database(url)
        migrations.upgrade(database)
        workspaces = _workspaces(database)
        holds = [_once(database, url, workspaces, asked.steps, asked.workers), _jumps(database, workspaces)]
        holds.append(_picks(database, workspaces[0], asked.rows))
        database.close()
    return 0 if all(holds) else 1


def _say(what: str, figures: str, bar: str, *, holds: bool) -> bool:
    print(f"{what:<34}  {figures:<72}  bar: {bar}  {'ok' if holds else 'MISSED'}")
    return holds


def _workspaces(database: Database) -> list[int]:
    with database.open_session() as session:
        rows = [Workspace(name=f"Workspace {number}", created_at=SENT) for number in range(4)]
        session.add_all(rows)
        session.flush()
        return [row.id for row in rows]


# --- once, and in time ----------------------------------------------------------------------------------------------


def _send(database: Database, workspaces: Sequence[int], number: int, sent: datetime) -> None:
    """Requests that were sent, spread over the workspaces, each with its ladder."""
    for at, workspace_id in enumerate(workspaces):
        with database.session_for(workspace_id) as session:
            for one in range(at, number, len(workspaces)):
                name = f"Leader {one}"
                person = Person(name=name, sort_key=name.lower(), search_key=name.lower(), created_at=sent,
                                time_zone=ZONES[one % len(ZONES)], updated_at=sent)  # fmt: skip
                session.add(person)
                session.flush()
                draft = Draft(person_id=person.id, letter_key="interview-request-email", kind="interview-request",
                              state="sent", sent_at=sent, created_at=sent, updated_at=sent)  # fmt: skip
                session.add(draft)
                session.flush()
                operations.begin(session, draft, sent)


def _once(database: Database, url: str, workspaces: Sequence[int], steps: int, workers: int) -> bool:
    _send(database, workspaces, steps, SENT)
    database.close()
    spawning = multiprocessing.get_context("spawn")
    gate, answers = spawning.Barrier(workers), spawning.Queue()
    running = [spawning.Process(target=_work, args=(url, gate, answers)) for _ in range(workers)]
    for one in running:
        one.start()
    found = [answers.get(timeout=600) for _ in running]
    for one in running:
        one.join()
    made = [number for numbers, _ in found for number in numbers]
    made += advance.pick_due(database, DUE).became_due
    took = max(seconds for _, seconds in found)
    doubled, early = len(made) - len(set(made)), _early(database)
    shares = ", ".join(str(len(numbers)) for numbers, _ in found)
    words = f"{len(set(made)):,} of {steps:,} due, {doubled} doubled, {early} early; by worker {shares}; {took:.1f} s"
    return _say(f"{workers} workers at once", words, "0 doubled, 0 early, all due",
                holds=doubled == early == 0 and len(made) == steps)  # fmt: skip


def _work(url: str, gate: object, answers: object) -> None:
    application.load_models()
    database = Database(url)
    gate.wait()  # type: ignore[attr-defined]
    begun = time.perf_counter()
    made = advance.pick_due(database, DUE).became_due
    answers.put((made, time.perf_counter() - begun))  # type: ignore[attr-defined]


def _early(database: Database) -> int:
    early = select(func.count()).where(FollowUpStep.became_due_at < FollowUpStep.due_at)
    with database.system_reader("counting what became due too early") as session:
        return int(session.scalar(early) or 0)


def _jumps(database: Database, workspaces: Sequence[int]) -> bool:
    sent = SENT + timedelta(days=1)
    number = 60
    _send(database, workspaces, number, sent)
    moments = [sent + timedelta(hours=hours) for hours in range(0, 24 * 16, 8)]
    hour, years = timedelta(hours=1), timedelta(days=400)
    made: list[int] = []
    for moment in moments:
        for now in (moment, moment + hour, moment - hour):
            made += advance.pick_due(database, now).became_due
    for now in (moments[-1] + years, moments[-1], moments[-1] - hour, moments[-1] + years + hour):
        made += advance.pick_due(database, now).became_due
    doubled, early = len(made) - len(set(made)), _early(database)
    words = f"{len(set(made))} of {number} due, {doubled} doubled, {early} early, in {3 * len(moments) + 4} looks"
    return _say("a clock that jumps", words, "0 doubled, 0 early, all due",
                holds=doubled == early == 0 and len(made) == number)  # fmt: skip


# --- how fast -------------------------------------------------------------------------------------------------------


def _picks(database: Database, workspace_id: int, rows: int) -> bool:
    chance = random.Random(5)
    now = DUE + timedelta(days=600)
    with database.session_for(workspace_id) as session:
        draft = session.scalars(select(Draft).limit(1)).one()
        told = {"workspace_id": workspace_id, "created_at": SENT, "updated_at": SENT}
        letter = {**told, "person_id": draft.person_id, "letter_key": draft.letter_key, "kind": draft.kind,
                  "state": "sent", "sent_at": SENT, "subject": "", "body": "", "passed": {}}  # fmt: skip
        first = int(session.scalar(select(func.max(Draft.id))) or 0) + 1_000_000
        session.execute(insert(Draft), [{**letter, "id": first + at} for at in range(rows)])
        ladder = {**told, "person_id": draft.person_id, "ladder_key": "interview-request", "started_at": SENT}
        session.execute(insert(FollowUp), [{**ladder, "id": first + at, "draft_id": first + at} for at in range(rows)])
        step = {**told, "kind": "note", "letter_key": "reminder", "place": 1}
        session.execute(insert(FollowUpStep), [
            {**step, "follow_up_id": first + at, "due_at": _moment(at, now, chance), "state": _state(at)}
            for at in range(rows)
        ])  # fmt: skip
    took = []
    for _ in range(ROUNDS):
        with database.system_reader("measuring") as session:
            begun = time.perf_counter()
            found = session.execute(advance.due_steps(now)).all()
            took.append((time.perf_counter() - begun) * 1000)
    median = statistics.median(took)
    words = f"{len(found)} picked of {rows:,} in {median:.1f} ms (median of {ROUNDS}, worst {max(took):.1f})"
    return _say(f"picking among {rows:,}", words, f"<= {MOST_PICKING_MS} ms", holds=median <= MOST_PICKING_MS)


def _moment(at: int, now: datetime, chance: random.Random) -> datetime:
    """Of the planned ones `PICKED` are due; the others come in the next months."""
    if at < PICKED:
        return now - timedelta(minutes=at)
    return now + timedelta(minutes=chance.randrange(1, 200_000))


def _state(at: int) -> str:
    """Three in four are planned; the others are over."""
    return "planned" if at < PICKED or at % 4 else "skipped"


if __name__ == "__main__":
    sys.exit(main())

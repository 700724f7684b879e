"""How fast it is found who among many watched people is due, and whether two workers begin each once.

    python benchmarks/watches.py [--rows 100000] [--workers 4] [--due 200] [--url postgresql://...]

`--rows` people are watched, of whom `--due` are due. The statement that picks those is timed, and so are the two that
look whose research is over and not read: the median of 50. Then `--workers` processes go through all that is due, at
the same moment. Everything lies in a folder that is thrown away; with `--url` in that database, which has to be empty.
"""

from __future__ import annotations

import argparse
import multiprocessing
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # as the repository is no installed package

from sqlalchemy import func, insert, select

from outreach import app as application
from outreach import migrations
from outreach.accounts.models import Workspace
from outreach.db import Database, WorkspaceSession
from outreach.dossiers.models import ResearchRun
from outreach.dossiers.operations import Plan
from outreach.people.models import Person
from outreach.signals import due, reading
from outreach.signals.models import Watch
from research import registry

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
MOST_MS = 50
ROUNDS = 50
OVER = 200
"""Runs that are over and not read: far more than five minutes bring."""

OVER_FOR = timedelta(days=20)


def main() -> int:
    """Measures and prints; 1 when a bar is missed."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--rows", type=int, default=100_000)
    reader.add_argument("--workers", type=int, default=4)
    reader.add_argument("--due", type=int, default=200)
    reader.add_argument("--url", default="")
    asked = reader.parse_args()
    application.load_models()
    with tempfile.TemporaryDirectory() as folder:
        url = asked.url or f"sqlite:///{Path(folder) / 'groundwork.sqlite3'}"
        database = Database(url)
        migrations.upgrade(database)
        _fill(database, asked.rows, asked.due)
        holds = [
            _timed(database, f"picking among {asked.rows:,}", lambda session: due.pick(session, NOW, asked.due)),
            _timed(database, "looking whose research is over", reading.unread),
            _begun_once(database, url, asked.workers, asked.due),
        ]
        database.close()
    return 0 if all(holds) else 1


def _say(what: str, figures: str, bar: str, *, holds: bool) -> bool:
    print(f"{what:<34}  {figures:<64}  bar: {bar}  {'ok' if holds else 'MISSED'}")
    return holds


def _fill(database: Database, rows: int, due_rows: int) -> None:
    """Watched people in four workspaces; those with the first numbers are due, those with the last were researched."""
    with database.open_session() as session:
        workspaces = [Workspace(name=f"Workspace {number}", created_at=NOW) for number in range(4)]
        session.add_all(workspaces)
        session.flush()
        numbers = [row.id for row in workspaces]
    for at, workspace_id in enumerate(numbers):
        mine = range(at + 1, rows + 1, len(numbers))
        told = {"workspace_id": workspace_id, "created_at": NOW, "updated_at": NOW}
        with database.session_for(workspace_id) as session:
            people = [{**told, "id": one, "name": f"Leader {one}", "sort_key": f"leader {one}",
                       "search_key": f"leader {one}"} for one in mine]  # fmt: skip
            session.execute(insert(Person), people)
            every = {**told, "every_days": 30}
            watches = [{**every, "id": one, "person_id": one, "is_on": bool(one <= due_rows or one % 5),
                        "next_at": _moment(one, due_rows)} for one in mine]  # fmt: skip
            session.execute(insert(Watch), watches)
            over = {"workspace_id": workspace_id, "state": "finished", "deadline": NOW, "created_at": NOW - OVER_FOR,
                    "finished_at": NOW - OVER_FOR, "query": {"kind": "person", "name": "Leader"}}  # fmt: skip
            runs = [{**over, "person_id": one} for one in mine if rows - OVER < one]
            session.execute(insert(ResearchRun), runs)


def _moment(one: int, due_rows: int) -> datetime:
    return NOW - timedelta(minutes=one) if one <= due_rows else NOW + timedelta(minutes=one)


def _timed(database: Database, what: str, ask: Callable[[WorkspaceSession], object]) -> bool:
    took, found = [], 0
    for _ in range(ROUNDS):
        with database.system_reader("measuring") as session:
            begun = time.perf_counter()
            found = len(ask(session))  # type: ignore[arg-type]
            took.append((time.perf_counter() - begun) * 1000)
    median = statistics.median(took)
    words = f"{found:,} found in {median:.1f} ms (median of {ROUNDS}, worst {max(took):.1f})"
    return _say(what, words, f"<= {MOST_MS} ms", holds=median <= MOST_MS)


def _begun_once(database: Database, url: str, workers: int, due_rows: int) -> bool:
    database.close()
    spawning = multiprocessing.get_context("spawn")
    gate, answers = spawning.Barrier(workers), spawning.Queue()
    running = [spawning.Process(target=_work, args=(url, due_rows, gate, answers)) for _ in range(workers)]
    for one in running:
        one.start()
    found = [answers.get(timeout=600) for _ in running]
    for one in running:
        one.join()
    outcomes: Counter[str] = sum((Counter(one) for one in found), Counter())
    with database.system_reader("counting the runs") as session:
        runs = int(session.scalar(select(func.count(ResearchRun.id)).where(ResearchRun.state == "waiting")) or 0)
    words = f"{outcomes['begun']} begun, {outcomes['taken']} found taken, {runs} runs of {due_rows} due"
    return _say(f"{workers} workers at once", words, "each begun once", holds=outcomes["begun"] == runs == due_rows)


def _work(url: str, due_rows: int, gate: object, answers: object) -> None:
    application.load_models()
    database = Database(url)
    plan = Plan((registry.all_connectors()["wikidata"].SOURCE,), 30)
    with database.system_reader("measuring") as session:
        picked = due.pick(session, NOW, due_rows)
    gate.wait()  # type: ignore[attr-defined]
    outcomes = []
    for one in picked:
        with database.session_for(one.workspace_id) as session:
            outcomes.append(due.begin(session, one, plan, NOW))
    answers.put(outcomes)  # type: ignore[attr-defined]


if __name__ == "__main__":
    sys.exit(main())

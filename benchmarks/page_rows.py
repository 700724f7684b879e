"""The workspaces that `pages.py` measures: one with many people, and some with the ledger of five years."""

from __future__ import annotations

import itertools
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert

from benchmarks.ledger_rows import Filling, fill
from outreach import app as application
from outreach import migrations, search
from outreach.accounts.models import Membership
from outreach.accounts.operations import add_account, create_first_account
from outreach.accounts.passwords import hash_of_password
from outreach.db import Database
from outreach.folding import fold
from outreach.people.models import Person, PersonNote, Position

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
EMAIL, PASSWORD = "alice@harborpoint.example.org", "a long walk by the harbor"
LEDGER_EMAIL = "ledger{}@harborpoint.example.org"
SYLLABLES = ["ka", "lo", "mi", "ra", "ten", "sor", "bel", "wi", "dan", "ur", "pe", "qua", "lin", "fa", "gor", "shi"]
TITLES = ("Chief nursing officer", "Chief executive officer", "Vice president of quality", "Director of pharmacy")
NOTES = 50


def fill_people(folder: Path, people: int) -> tuple[int, list[str], str]:
    """Makes the database; returns a person with notes, some names, and the cursor of the thousandth page."""
    application.load_models()
    database = Database(f"sqlite:///{folder / 'groundwork.sqlite3'}")
    migrations.upgrade(database)
    user = create_first_account(database, "Alice Ferreira", EMAIL, hash_of_password(PASSWORD), NOW)
    with database.system_reader("finding the workspace") as session:
        workspace = session.query(Membership).filter_by(user_id=user).one().workspace_id
    chance = random.Random(7)
    rows = [_person(chance, workspace) for _ in range(people)]
    with database.session_for(workspace) as session:
        for start in range(0, people, 5_000):
            ids = list(session.scalars(insert(Person).returning(Person.id), rows[start : start + 5_000]))
            session.execute(insert(Position), [_post(chance, workspace, number) for number in ids])
        somebody = ids[0]
        session.execute(insert(PersonNote), [_note(workspace, somebody, number) for number in range(NOTES)])
        search.rebuild(session)
    late = _cursor(database, workspace, people)
    database.close()
    return somebody, [row["name"] for row in rows[:200]], late


def fill_ledger(folder: Path, size: int) -> int:
    """Makes a workspace of its own with so many relationships; one of its people."""
    database, now, chance = Database(f"sqlite:///{folder / 'groundwork.sqlite3'}"), datetime.now(UTC), random.Random(7)
    with database.system_session("making an account") as session:
        user = add_account(session, "Bea Ferreira", LEDGER_EMAIL.format(size), hash_of_password(PASSWORD), NOW)
        workspace = session.query(Membership).filter_by(user_id=user.id).one().workspace_id
    with database.session_for(workspace) as session:
        filling = Filling(session, workspace, chance, now, itertools.count(workspace * 10_000_000))
        ids = fill(filling, [_person(chance, workspace) for _ in range(size)])
    database.close()
    return ids[0]


def _person(chance: random.Random, workspace: int) -> dict[str, object]:
    given, family = (("".join(chance.choice(SYLLABLES) for _ in range(n))).title() for n in (2, 3))
    return {
        "workspace_id": workspace, "name": f"{given} {family}", "sort_key": fold(f"{family} {given}"),
        "search_key": fold(f"{given} {family}"), "created_at": NOW, "updated_at": NOW,
    }  # fmt: skip


def _post(chance: random.Random, workspace: int, person: int) -> dict[str, object]:
    return {
        "workspace_id": workspace, "person_id": person, "title": chance.choice(TITLES),
        "organization_name": f"{chance.choice(SYLLABLES).title()}port Health", "started": "2021",
        "created_at": NOW, "updated_at": NOW,
    }  # fmt: skip


def _note(workspace: int, person: int, number: int) -> dict[str, object]:
    at = NOW - timedelta(days=number)
    return {
        "workspace_id": workspace, "person_id": person, "text": f"Note {number}: asked about night shifts.",
        "created_at": at, "updated_at": at,
    }  # fmt: skip


def _cursor(database: Database, workspace: int, people: int) -> str:
    """The cursor behind the 999th page, or behind the middle of fewer people."""
    from outreach.pagination import Key, _encoded

    with database.reader_for(workspace) as session:
        behind = min(999 * 50, people // 2)
        row = session.query(Person).order_by(Person.sort_key, Person.id).offset(behind - 1).limit(1).one()
        return _encoded((Key(Person.sort_key), Key(Person.id)), row, backward=False)

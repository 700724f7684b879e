"""Every step of the tables: in one line, forward and back on both databases, and at the end what the models say."""

# ruff: noqa: PT012 (what is refused may be refused at the transaction's end)

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from outreach import app as application
from outreach import migrations, row_security
from outreach.accounts.models import SenderProfile
from outreach.db import Base, Database, Owned, owned_tables
from tests import factories

FILES = sorted(path.name for path in (migrations.FOLDER / "versions").glob("*.py"))

BELONGS_TO_NOBODY = {
    "directory_hospital": "public, from CMS",
    "directory_load": "of what is public",
    "first_account": "holds that there is a first account",
    "job": "read by workers, which work for all; pages ask by workspace",
    "known_device": "a user's",
    "login_attempt": "of people who are not signed in yet",
    "own_mail_account": "a user's, for letters of whatever workspace",
    "password_reset": "a user's",
    "public_copy": "bytes of public pages, the same for all; who read them is said by source_document",
    "recovery_code": "a user's",
    "sender_profile": "a user's, for letters of whatever workspace",
    "sign_in_session": "a user's",
    "user_account": "a user may be a member of several workspaces",
    "workspace": "is one",
}
"""Tables whose rows belong to no workspace -> why. Every other table is mapped with `Owned`."""


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    url = f"sqlite:///{tmp_path / 'empty.sqlite3'}" if request.param == "sqlite" else ""
    database = Database(url or request.getfixturevalue("empty_postgres_url"))
    yield database
    database.close()


def schema(database: Database) -> dict[str, object]:
    """What the tables look like, as the database tells it."""
    with database.system_connection("comparing schemas") as connection:
        if not database.is_sqlite:
            return described(connection, None)
        made = statements(connection)
        described_before = {table: DESCRIBED[made[table]] for table in made if made[table] in DESCRIBED}
        new = described(connection, made.keys() - described_before.keys())
    DESCRIBED.update({made[table]: told for table, told in new.items()})
    return described_before | new


DESCRIBED: dict[str, object] = {}
"""What was said of a table of SQLite that was made by these statements: to read all of them after each step takes ten
times as long as the steps."""


def statements(connection: Connection) -> dict[str, str]:
    """Of each table of SQLite, the statements by which it and its indexes were made."""
    made: dict[str, str] = defaultdict(str)
    for table, statement in connection.execute(
        text("SELECT tbl_name, sql FROM sqlite_master WHERE type IN ('table', 'index') ORDER BY type DESC, name")
    ):
        made[table] += f"{statement};"
    return {table: made[table] for table in inspect(connection).get_table_names() if table != "alembic_version"}


def described(connection: Connection, tables: Collection[str] | None) -> dict[str, object]:
    """What these tables look like; None: all. They are read at once."""
    if tables is not None and not tables:
        return {}
    seen = inspect(connection)
    only = None if tables is None else sorted(tables)
    columns, *named = (
        seen.get_multi_columns(filter_names=only),
        seen.get_multi_indexes(filter_names=only),
        seen.get_multi_foreign_keys(filter_names=only),
        seen.get_multi_check_constraints(filter_names=only),
        seen.get_multi_unique_constraints(filter_names=only),
    )
    return {
        table[1]: (
            sorted((column["name"], str(column["type"]), column["nullable"]) for column in columns[table]),
            *(sorted(str(one["name"]) for one in part[table]) for part in named),
        )
        for table in columns
        if table[1] != "alembic_version"
    }


def test_steps_are_numbered_without_holes_in_one_line():
    assert [name[:4] for name in FILES] == [f"{number:04d}" for number in range(1, len(FILES) + 1)]
    assert list(migrations.steps()) == [name[:4] for name in FILES]
    assert migrations.head() == FILES[-1][:4]
    by_alembic = ScriptDirectory(migrations.FOLDER).walk_revisions()
    assert [step.revision for step in by_alembic] == list(reversed(migrations.steps()))
    assert [name for name in FILES if not re.fullmatch(r"\d{4}_[a-z0-9_]{1,40}\.py", name)] == []


def test_at_the_newest_step_models_and_tables_agree(each_database):
    application.load_models()
    assert migrations.differences(each_database) == []


def test_a_difference_would_be_seen(each_database):
    with each_database.system_connection("spoiling a table") as connection:
        connection.execute(text("ALTER TABLE job DROP COLUMN error"))
    assert "error" in str(migrations.differences(each_database))


def test_each_step_goes_forward_and_back_to_the_same_tables(empty):
    schemas = [schema(empty)]
    for step in migrations.steps():
        migrations.upgrade(empty, step)
        assert migrations.current(empty) == step
        schemas.append(schema(empty))
    for before in reversed(["base", *migrations.steps()[:-1]]):
        schemas.pop()
        migrations.downgrade(empty, before)
        assert schema(empty) == schemas[-1]
    migrations.upgrade(empty)
    assert not migrations.is_behind(empty)


def test_what_was_deleted_goes_for_good_when_its_step_is_taken_back(each_database):
    with each_database.session_for(factories.make_workspace(each_database)) as session:
        program = factories.make_program_credit(session).program
        factories.make_program_source(session, program)
        note = factories.make_note(session)
        claim = factories.make_claim(session, note_id=note.id)
        factories.make_fact_claim(session, claim=claim)
        program.made_from_claim_id = claim.id
        program.deleted_at = note.deleted_at = factories.NOON
    migrations.downgrade(each_database, "0009")
    with each_database.system_connection("looking") as connection:
        for table in ("program", "program_credit", "program_source", "person_note", "fact_claim"):
            assert connection.scalar(text(f"SELECT count(*) FROM {table}")) == 0, table
    migrations.upgrade(each_database)


def test_letters_that_were_sent_before_stand_in_the_ledger_once(each_database):
    with each_database.session_for(factories.make_workspace(each_database)) as session:
        user = factories.make_user(session)
        session.add(SenderProfile(user_id=user.id, name="A", time_zone="America/Chicago", updated_at=factories.NOON))
        sent = {"state": "sent", "sent_at": factories.NOON}
        evening = datetime(2026, 11, 21, 3, 30, tzinfo=UTC)
        for kind, way, state, settled in (
            ("interview-request", "eml", "sent", evening),
            ("thank-you", "printed", "sent", factories.NOON),
            ("other", "copied", "not_sent", factories.NOON),
        ):
            draft = factories.make_draft(session, kind=kind, subject="A question", **sent)
            factories.make_departure(session, draft, way=way, state=state, settled_at=settled, pressed_by_id=user.id)
    for _ in range(2):
        migrations.downgrade(each_database, "0022")
        migrations.upgrade(each_database)
    query = "SELECT kind, ask_kind, ask_state, channel, happened_on, what, url FROM touch ORDER BY id"
    with each_database.system_connection("looking") as connection:
        rows = [tuple(str(value) for value in row) for row in connection.execute(text(query))]
    assert [row[:5] for row in rows] == [
        ("asked", "interview", "open", "email", "2026-11-20"),
        ("thanked", "", "", "letter", "2026-11-20"),
    ]
    assert {row[5] for row in rows} == {"A question"}
    assert all(row[6].startswith("/drafts/") for row in rows)


def test_a_database_is_behind_until_it_is_brought_up_to_date(empty):
    assert migrations.current(empty) == ""
    assert migrations.is_behind(empty)
    migrations.upgrade(empty)
    migrations.upgrade(empty)
    assert not migrations.is_behind(empty)
    assert not migrations.is_ahead(empty)


def test_a_database_of_a_newer_release_is_ahead_and_not_behind(each_database):
    with each_database.system_connection("coming from the future") as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert migrations.is_ahead(each_database)
    assert not migrations.is_behind(each_database)


def test_a_step_that_fails_leaves_nothing_behind(empty, monkeypatch):
    def fail(*_arguments: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(row_security, "protect", fail)  # the last thing that an upgrade does
    with pytest.raises(OSError, match="full"):
        migrations.upgrade(empty)
    assert schema(empty) == {}
    assert migrations.current(empty) == ""


def test_rows_that_would_point_to_nothing_stop_a_step(sqlite_url):
    database = Database(sqlite_url)
    with pytest.raises(Exception, match="point to nothing"), migrations._migrating(database) as connection:
        columns = "user_id, workspace_id, role, created_at"
        connection.execute(text(f"INSERT INTO membership ({columns}) VALUES (9, 9, 'owner', 0)"))
    with database.system_reader("looking") as session:
        assert session.execute(text("SELECT count(*) FROM membership")).scalar() == 0
    database.close()


def test_sqlite_never_gives_an_id_out_twice(sqlite_url):
    database = Database(sqlite_url)
    with database.system_connection("reading the schema") as connection:
        made = dict(connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'")).all())
    counted = [table.name for table in Base.metadata.tables.values() if table.autoincrement_column is not None]
    assert [name for name in counted if "AUTOINCREMENT" not in made[name]] == []
    database.close()


# --- the workspace ------------------------------------------------------------------------------------------------


def test_every_table_belongs_to_a_workspace_or_says_why_not():
    application.load_models()
    owned = {mapper.local_table.name for mapper in Base.registry.mappers if issubclass(mapper.class_, Owned)}
    names = set(Base.metadata.tables)
    assert sorted(names - owned - BELONGS_TO_NOBODY.keys()) == [], "map it with Owned, or say why not"
    assert sorted(BELONGS_TO_NOBODY.keys() - (names - owned)) == [], "take these off the list"


def test_every_owned_table_has_row_security(postgres_url):
    database = Database(postgres_url)
    query = text(
        "SELECT c.relname FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid "
        "WHERE c.relrowsecurity AND c.relforcerowsecurity AND p.polname = 'workspace'"
    )
    with database.system_connection("reading policies") as connection:
        protected = set(connection.execute(query).scalars())
    database.close()
    assert sorted((owned_tables() & set(Base.metadata.tables)) - protected) == []


# --- writing a step -----------------------------------------------------------------------------------------------


def test_a_new_step_is_written_with_the_next_number(each_database, tmp_path, monkeypatch):
    """On a copy of the folder, so that the project's own stays as it is."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrations.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrations, "FOLDER", folder)
    with each_database.system_connection("spoiling a table") as connection:
        connection.execute(text("ALTER TABLE job DROP COLUMN error"))
    file = migrations.write_step(each_database, "say what went wrong")
    assert file.name == f"{len(FILES) + 1:04d}_say_what_went_wrong.py"
    step = file.read_text()
    assert "add_column" in step
    assert f'down_revision = "{migrations.steps()[-2]}"' in step
    assert "search_index" not in step, "what has no model was made by hand, and is not dropped"


def test_no_step_is_written_for_a_database_that_is_behind(empty, tmp_path, monkeypatch):
    monkeypatch.setattr(migrations, "FOLDER", Path(shutil.copytree(migrations.FOLDER, tmp_path / "migrations")))
    with pytest.raises(migrations.NotAtNewest, match="db upgrade"):
        migrations.write_step(empty, "too early")
    assert sorted(file.name for file in (migrations.FOLDER / "versions").glob("*.py")) == FILES

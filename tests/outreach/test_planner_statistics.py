from __future__ import annotations

import pytest
from sqlalchemy import inspect, text

from outreach import planner_statistics
from outreach.db import Database
from outreach.planner_statistics import ROWS, rows_shared


@pytest.fixture
def sqlite(sqlite_url: str):
    database = Database(sqlite_url)
    yield database
    database.close()


def plan(database: Database, sql: str) -> str:
    with database.system_reading_connection("asking for a plan") as connection:
        return " | ".join(row[3] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {sql}")))


def test_the_workspace_narrows_nothing_and_an_id_all():
    assert rows_shared(["workspace_id", "sort_key", "id"], is_unique=False) == [ROWS, 5, 1]
    assert rows_shared(["workspace_id", "kind"], is_unique=False) == [ROWS, ROWS // 4]
    assert rows_shared(["leader_id", "person_id"], is_unique=True) == [20, 1]
    assert rows_shared([None], is_unique=False) == [5]


@pytest.mark.parametrize(
    ("sql", "index"),
    [
        (
            "SELECT * FROM person WHERE workspace_id = 1 AND id IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)",
            "PRIMARY KEY",
        ),
        ("SELECT * FROM person WHERE workspace_id = 1 ORDER BY sort_key, id LIMIT 51", "ix_person_by_name"),
        (
            (
                "SELECT * FROM person WHERE workspace_id = 1 AND merged_into_id IS NULL AND deleted_at IS NULL "
                "ORDER BY sort_key, id LIMIT 51"
            ),
            "ix_person_by_name",
        ),
        ("SELECT * FROM person WHERE workspace_id = 1 AND merged_into_id = 5", "ix_person_joined"),
        ("SELECT * FROM position WHERE workspace_id = 1 AND person_id IN (1, 2, 3) ORDER BY id", "person_id=?"),
        ("SELECT * FROM contact WHERE workspace_id = 1 AND leader_id = 1", "leader_id=?"),
        ("SELECT * FROM contact WHERE workspace_id = 1 AND person_id = 1", "person_id=?"),
        ("SELECT * FROM person_identifier WHERE workspace_id = 1 AND person_id = 1 ORDER BY id", "person_id=?"),
        ("SELECT * FROM claim WHERE workspace_id = 1 AND document_id = 1", "document_id=?"),
        ("SELECT * FROM fact_claim WHERE workspace_id = 1 AND fact_id IN (1, 2, 3, 4)", "fact_id=?"),
        ("SELECT * FROM fact_use WHERE workspace_id = 1 AND fact_id IN (1, 2, 3, 4)", "fact_id=?"),
        ("SELECT * FROM research_run WHERE workspace_id = 1 AND person_id = 1 ORDER BY id DESC LIMIT 1", "person_id=?"),
        ("SELECT * FROM verdict WHERE workspace_id = 1 AND person_id = 1", "person_id=?"),
        ("SELECT * FROM membership WHERE workspace_id = 1 AND user_id = 1", "user_id=?"),
    ],
)
def test_a_query_takes_what_narrows_it_and_not_the_workspace(sqlite: Database, sql: str, index: str):
    assert index in plan(sqlite, sql)


def test_two_tables_are_joined_from_the_few_to_the_many(sqlite: Database):
    told = plan(
        sqlite,
        "SELECT * FROM contact JOIN person ON person.id = contact.person_id AND person.workspace_id = 1 "
        "WHERE contact.leader_id = 1 AND contact.workspace_id = 1",
    )
    assert "SEARCH person USING INTEGER PRIMARY KEY" in told


def test_assuming_again_changes_nothing(sqlite: Database):
    def told() -> list[tuple[str, ...]]:
        with sqlite.system_reading_connection("reading statistics") as connection:
            return sorted(tuple(row) for row in connection.execute(text("SELECT tbl, idx, stat FROM sqlite_stat1")))

    before = told()
    with sqlite.system_connection("assuming again") as connection:
        planner_statistics.assume(connection)
    assert told() == before
    assert before


def test_postgresql_counts_by_itself(each_database: Database):
    with each_database.system_connection("assuming") as connection:
        planner_statistics.assume(connection)
        assert inspect(connection).has_table("sqlite_stat1") is each_database.is_sqlite

"""A statement's finished SQL is read once more: each owned table in it needs its criterion."""

from __future__ import annotations

import pytest

from outreach import workspace_guard

OWNED = frozenset({"leader", "remark"})

GUARDED_SQL = [
    "SELECT leader.id FROM leader WHERE leader.workspace_id = ?",
    "SELECT a.id FROM leader AS a WHERE a.workspace_id = %(workspace_id_1)s::BIGINT",
    "SELECT x FROM note",
    "SELECT leader.name AS remark FROM leader WHERE leader.workspace_id = ? ORDER BY leader.name",
    "INSERT INTO leader (remark, workspace_id) VALUES (?, ?) RETURNING id, remark",
    "UPDATE note SET remark=?, leader=? WHERE note.id = ?",
    "UPDATE leader SET x=%(remark)s WHERE leader.id = %(remark)s AND leader.workspace_id = %(workspace_id_1)s::BIGINT",
    "SELECT 'a, leader' FROM note",
    "SELECT note.leader_id, note.remark FROM note WHERE note.leader = ?",
    'SELECT "leader".id FROM "leader" WHERE "leader".workspace_id = ?',
]
OPEN_SQL = [
    "SELECT leader.id FROM leader",
    "SELECT leader.id FROM leader WHERE remark.workspace_id = ?",
    "SELECT leader.id FROM leader, remark WHERE leader.workspace_id = ?",
    "SELECT a.id FROM leader AS a JOIN leader AS b ON a.id = b.id WHERE a.workspace_id = ?",
    "SELECT leader.id FROM leader WHERE leader.workspace_id = 1",
    "SELECT leader.id FROM leader WHERE leader.workspace_id = leader.workspace_id",
    "SELECT x FROM note WHERE EXISTS (SELECT 1 FROM \nleader)",
    "SELECT x FROM (leader JOIN note ON leader.id = note.id)",
    "INSERT INTO note (id) SELECT leader.id FROM leader",
    "DELETE FROM leader WHERE leader.id = ?",
    "UPDATE leader SET name=?",
    "SELECT x FROM note WHERE note.id = %(leader)s AND EXISTS (SELECT 1 FROM (leader))",
    "UPDATE note SET x=? FROM leader WHERE note.id = leader.id",
    "WITH c AS (SELECT leader.id FROM leader) SELECT c.id FROM c",
    'SELECT 1 FROM "leader"',
    "SELECT 1 FROM LEADER",
    "SELECT 1 FROM [leader]",
    "SELECT 1 FROM `leader`",
    "SELECT 1 FROM main.leader",
    "SELECT 1 FROM -- \n leader",
    "SELECT 'leader.workspace_id = ?' FROM leader",
]


@pytest.mark.parametrize("sql", GUARDED_SQL)
def test_sql_with_its_criterion_passes(sql):
    assert workspace_guard.unguarded(sql, OWNED) == ()


@pytest.mark.parametrize("sql", OPEN_SQL)
def test_sql_without_its_criterion_is_seen(sql):
    assert workspace_guard.unguarded(sql, OWNED) != ()


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "piece", ["(", ", leader", "'", "FROM ", "leader.workspace_id = ", " RETURNING x", '"', "a", " "]
)
def test_a_table_is_seen_however_much_stands_behind_it(piece):
    sql = f"SELECT 1 FROM leader WHERE {piece * (50_000 // len(piece))}"
    assert workspace_guard.unguarded(sql, OWNED) == ("leader",)

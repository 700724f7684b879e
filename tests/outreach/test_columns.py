"""Times keep their moment, JSON cannot be changed unnoticed, ids are never given twice."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.exc import StatementError

from outreach.columns import FrozenDict, FrozenList, frozen, thawed
from outreach.db import Database
from tests.outreach.guarded_tables import MINE, Leader, fill


@pytest.fixture(params=["sqlite", "postgresql"], scope="module")
def database(request, tmp_path_factory):
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('columns') / 'columns.sqlite3'}"
    else:
        server = request.getfixturevalue("postgresql_server")
        url = server.url(server.new_database())
    database = Database(url)
    fill(database)
    yield database
    database.close()


def kept(database: Database, **values: object) -> Leader:
    with database.session_for(MINE) as session:
        leader = Leader(name="x", **values)
        session.add(leader)
        session.flush()
        leader_id = leader.id
    with database.reader_for(MINE) as session:
        return session.get_one(Leader, leader_id)


@pytest.mark.parametrize("hours", [0, -6, 5.5, 14])
def test_a_moment_comes_back_as_it_was(database, hours):
    moment = datetime(2026, 11, 20, 23, 59, 59, 123456, timezone(timedelta(hours=hours)))
    read = kept(database, seen_at=moment).seen_at
    assert read == moment
    assert read.tzinfo is UTC


def test_moments_are_compared_as_moments(database):
    moment = datetime(2026, 11, 20, 12, tzinfo=UTC)
    leader = kept(database, seen_at=moment)
    elsewhere = moment.astimezone(timezone(timedelta(hours=-6)))
    with database.reader_for(MINE) as session:
        found = session.scalars(select(Leader.id).where(Leader.seen_at == elsewhere, Leader.id == leader.id)).all()
    assert found == [leader.id]


def test_a_time_without_a_zone_is_refused(database):
    with pytest.raises((StatementError, ValueError), match="no time zone"):
        kept(database, seen_at=datetime(2026, 11, 20, 12))  # noqa: DTZ001 (this is what is refused)


VALUES = [
    None,
    {},
    [],
    {"a": [1, {"b": "Łukasik 中 \U0001f600"}], "c": None},
    [1, 2.5, True, "x"],
    "text",
    7,
    {"\\u0000": 1},
]


@pytest.mark.parametrize("value", VALUES, ids=str)
def test_json_comes_back_as_it_was(database, value):
    assert kept(database, details=value).details == value


@pytest.mark.parametrize(
    "value", [{"a": float("nan")}, [float("inf")], {"a": ...}, {"a": "\x00"}, {"\x00": 1}], ids=repr
)
def test_what_json_cannot_say_is_refused(database, value):
    with pytest.raises((StatementError, ValueError, TypeError)):
        kept(database, details=value)


CHANGES = [
    lambda v: v.update(x=1), lambda v: v.__setitem__("a", 1), lambda v: v.pop("a"), lambda v: v.clear(),
    lambda v: v.setdefault("z", 1), lambda v: v["a"].append(1), lambda v: v["a"].__setitem__(0, 1),
    lambda v: v["a"].sort(), lambda v: v["a"][1].update(b=2), lambda v: v.__ior__({"x": 1}),
    lambda v: v.__delitem__("a"),
    lambda v: v["a"].__iadd__([1]), lambda v: v["a"].extend([1]), lambda v: v.popitem(),
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_json_that_was_read_is_not_changed_in_place(database, change):
    leader = kept(database, details={"a": [1, {"b": 1}]})
    with pytest.raises(TypeError, match="assign a new value"):
        change(leader.details)


def test_json_that_was_read_is_changed_by_assigning(database):
    leader = kept(database, details={"a": [1]})
    with database.session_for(MINE) as session:
        again = session.get_one(Leader, leader.id)
        again.details = again.details | {"b": [*again.details["a"], 2]}
    with database.reader_for(MINE) as session:
        assert session.get_one(Leader, leader.id).details == {"a": [1], "b": [1, 2]}


def test_a_frozen_value_thaws_when_it_is_copied():
    value = frozen({"a": [1, {"b": 2}]})
    for copied in (thawed(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert copied == value
        assert type(copied) is dict
    assert type(copy.deepcopy(frozen([1]))) is list
    assert isinstance(value, FrozenDict)
    assert isinstance(value["a"], FrozenList)


def test_the_id_of_a_removed_row_is_not_given_to_the_next(database):
    removed = kept(database).id
    with database.session_for(MINE) as session:
        session.delete(session.get_one(Leader, removed))
    assert kept(database).id > removed

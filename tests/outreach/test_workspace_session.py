"""However a query is written, a session sees and changes the rows of its own workspace only."""

# ruff: noqa: PT012 (what is refused may be refused at the session's end)

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import (
    delete,
    exists,
    func,
    insert,
    literal_column,
    select,
    text,
    true,
    union_all,
    update,
)  # fmt: skip
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import (
    aliased,
    joinedload,
    make_transient,
    make_transient_to_detached,
    selectinload,
    subqueryload,
)  # fmt: skip
from sqlalchemy.orm.exc import ObjectDeletedError, StaleDataError

from outreach.db import Database, ReadOnly, WorkspaceLeak, WorkspaceSession, sqlite_file
from tests.outreach.guarded_tables import MINE, THEIRS, Leader, Note, Remark, fill

LEADER, REMARK = Leader.__table__, Remark.__table__
Chief = aliased(Leader)


@pytest.fixture(params=["sqlite", "postgresql"], scope="module")
def template(request: pytest.FixtureRequest, tmp_path_factory) -> Iterator[Database]:
    """A filled database that stays as it is."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('guarded') / 'template.sqlite3'}"
    else:
        server = request.getfixturevalue("postgresql_server")
        url = server.url(server.new_database())
    database = Database(url, pool_size=5)
    fill(database)
    yield database
    database.close()


@pytest.fixture
def guarded(template: Database, request: pytest.FixtureRequest, tmp_path) -> Iterator[Database]:
    """A filled database that a test may change."""
    template.close()
    if template.is_sqlite:
        file = shutil.copyfile(sqlite_file(template.url), tmp_path / "guarded.sqlite3")
        database = Database(f"sqlite:///{file}")
    else:
        server = request.getfixturevalue("postgresql_server")
        database = Database(server.url(server.new_database(template.url.database)), pool_size=5)
    yield database
    database.close()


@pytest.fixture
def session(template: Database) -> Iterator[WorkspaceSession]:
    with template.session_for(MINE) as session:
        yield session
        session.rollback()


def everything(database: Database) -> list[tuple[object, ...]]:
    """All rows of both workspaces."""
    with database.system_reader("comparing before and after") as session:
        leaders = session.execute(select(Leader.id, Leader.name, Leader.workspace_id).order_by(Leader.id)).all()
        remarks = session.execute(select(Remark.id, Remark.text, Remark.workspace_id).order_by(Remark.id)).all()
    return [tuple(row) for row in [*leaders, *remarks]]


def id_of_theirs(database: Database) -> int:
    with database.reader_for(THEIRS) as session:
        return session.scalars(select(Leader.id)).one()


# --- what is read -------------------------------------------------------------------------------------------------

READING: dict[str, Callable[[WorkspaceSession], object]] = {
    "a class": lambda s: [leader.name for leader in s.scalars(select(Leader))],
    "its columns": lambda s: s.execute(select(Leader.name)).all(),
    "a join": lambda s: s.execute(select(Leader.name, Remark.text).join(Leader.remarks)).all(),
    "a cross join": lambda s: s.execute(
        select(Leader.name, Remark.text).select_from(Leader).join(Remark, true())
    ).all(),
    "two classes side by side": lambda s: s.execute(
        select(Leader.name, Remark.text).where(Leader.id == Remark.leader_id).select_from(Leader, Remark)
    ).all(),
    "an outer join": lambda s: s.execute(
        select(Leader.name, Remark.text).select_from(Leader).outerjoin(Remark, true())
    ).all(),
    "an alias": lambda s: s.execute(select(Chief.name)).all(),
    "a class joined to itself": lambda s: s.execute(select(Leader.name, Chief.name).join(Chief, true())).all(),
    "a subquery": lambda s: s.execute(select(select(Leader.name).subquery().c.name)).all(),
    "an alias of a subquery": lambda s: [a.name for a in s.scalars(select(aliased(Leader, select(Leader).subquery())))],
    "a scalar subquery": lambda s: s.execute(select(select(func.max(Leader.name)).scalar_subquery())).all(),
    "a common table expression": lambda s: s.execute(select(select(Leader.name).cte("c").c.name)).all(),
    "a union": lambda s: s.execute(union_all(select(Leader.name), select(Remark.text))).all(),
    "a statement made from a union": lambda s: [
        one.name for one in s.scalars(select(Leader).from_statement(union_all(select(Leader), select(Leader))))
    ],
    "a lateral": lambda s: s.execute(
        select(Leader.name, select(Remark.text).where(Remark.leader_id > 0).limit(1).scalar_subquery())
    ).all(),
    "a lazy load": lambda s: [r.text for leader in s.scalars(select(Leader)) for r in leader.remarks],
    "a joined load": lambda s: [
        (one.chief.name, [r.text for r in one.remarks])
        for one in s.scalars(select(Leader).options(joinedload(Leader.chief), joinedload(Leader.remarks))).unique()
    ],
    "a load by ids": lambda s: [
        r.text for one in s.scalars(select(Leader).options(selectinload(Leader.remarks))) for r in one.remarks
    ],
    "a load by subquery": lambda s: [
        r.text for one in s.scalars(select(Leader).options(subqueryload(Leader.remarks))) for r in one.remarks
    ],
    "the old kind of query": lambda s: [leader.name for leader in s.query(Leader)],
    "the table with its criterion": lambda s: s.execute(
        select(LEADER.c.name).where(LEADER.c.workspace_id == MINE)
    ).all(),
    "rows of a stream": lambda s: [one.name for some in s.scalars(select(Leader)).partitions(1) for one in some],
}


@pytest.mark.parametrize("query", READING.values(), ids=READING.keys())
def test_only_rows_of_the_workspace_are_read_through(query, session):
    found = str(query(session))
    assert "mine" in found
    assert "theirs" not in found


def test_nothing_is_counted_that_belongs_to_others(session):
    assert session.scalar(select(func.count()).select_from(Leader)) == 1
    assert session.scalar(select(func.count(Leader.id))) == 1
    assert session.query(Leader).count() == 1


def test_others_do_not_make_a_condition_true(session):
    theirs = exists(select(Remark.id).where(Remark.text == "theirs"))
    assert session.scalars(select(Leader).where(theirs)).all() == []
    assert session.scalars(select(Leader).where(Leader.remarks.any(Remark.text == "theirs"))).all() == []


def test_a_row_of_others_is_not_there_by_its_id(template, session):
    theirs = id_of_theirs(template)
    assert session.get(Leader, theirs) is None
    assert session.get(Leader, theirs, populate_existing=True) is None


def test_a_row_that_was_expired_is_read_again(session):
    leader = session.scalars(select(Leader)).one()
    session.expire(leader)
    assert leader.name == "mine"
    session.refresh(leader)
    assert leader.chief.name == "mine"


# --- what is refused ----------------------------------------------------------------------------------------------

LEAKS: dict[str, Callable[[WorkspaceSession], object]] = {
    "a table": lambda s: s.execute(select(LEADER)),
    "an alias of a table": lambda s: s.execute(select(LEADER.alias("l"))),
    "a table inside a condition": lambda s: s.execute(select(Leader.name).where(exists(select(REMARK.c.id)))),
    "a table joined to a class": lambda s: s.execute(select(Leader.name).join(REMARK, true())),
    "a count of a table": lambda s: s.execute(select(func.count()).select_from(LEADER)),
    "a table with its criterion once of twice": lambda s: s.execute(
        select(LEADER.c.name).where(LEADER.c.workspace_id == MINE, exists(select(LEADER.alias("l").c.id)))
    ),
    "another's criterion": lambda s: s.execute(select(LEADER).where(LEADER.c.workspace_id == THEIRS)),
    "a criterion of several": lambda s: s.execute(select(LEADER).where(LEADER.c.workspace_id.in_([MINE, THEIRS]))),
    "a criterion in words": lambda s: s.execute(select(LEADER).where(text("guarded_leader.workspace_id = 2"))),
    "text": lambda s: s.execute(text("SELECT * FROM guarded_leader")),
    "text in other letters": lambda s: s.execute(text("select * from Guarded_LEADER")),
    "text with columns": lambda s: s.execute(text("SELECT id FROM guarded_leader").columns(LEADER.c.id)),
    "a class from text": lambda s: s.execute(select(Leader).from_statement(text("SELECT * FROM guarded_leader"))),
    "a part in words": lambda s: s.execute(select(literal_column("1")).select_from(text("guarded_leader"))),
    "a part in words with a comment": lambda s: s.execute(
        select(literal_column("1")).select_from(text("/**/guarded_leader"))
    ),
    "a part in words with another alias": lambda s: s.execute(
        select(literal_column("x.name")).select_from(text("guarded_leader x"))
    ),
    "a schema": lambda s: s.execute(select(literal_column("1")).select_from(text("main.guarded_leader"))),
    "the driver": lambda s: s.connection().exec_driver_sql("SELECT * FROM guarded_leader"),
    "the connection": lambda s: s.connection().execute(select(LEADER)),
    "a class without the session's hook": lambda s: s.connection().execute(select(Leader)),
    "a change of a table": lambda s: s.execute(update(LEADER).values(name="x")),
    "a removal from a table": lambda s: s.execute(delete(REMARK)),
    "a change by primary keys": lambda s: s.execute(update(Leader), [{"id": 2, "name": "x"}]),
    "rows made from a table": lambda s: s.execute(
        insert(Leader).from_select(["name", "workspace_id"], select(LEADER.c.name, LEADER.c.workspace_id))
    ),
    "a row of others": lambda s: (s.add(Leader(name="x", workspace_id=THEIRS)), s.flush()),
    "rows of others": lambda s: s.execute(insert(Leader), [{"name": "x", "workspace_id": THEIRS}]),
    "values of others": lambda s: s.execute(insert(Leader).values([{"name": "x", "workspace_id": THEIRS}])),
    "bulk rows of others": lambda s: s.bulk_insert_mappings(Leader, [{"name": "x", "workspace_id": THEIRS}]),
    "a row given away": lambda s: (setattr(s.scalars(select(Leader)).one(), "workspace_id", THEIRS), s.flush()),
}


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS.keys())
def test_a_statement_that_forgets_the_workspace_is_an_error(leak, template):
    before = everything(template)
    with pytest.raises(WorkspaceLeak), template.session_for(MINE) as session:
        leak(session)
    assert everything(template) == before


def test_a_row_cannot_be_linked_to_one_of_others(guarded):
    theirs = id_of_theirs(guarded)
    with pytest.raises(WorkspaceLeak), guarded.session_for(MINE) as session:
        session.add(Remark(leader_id=theirs, text="x"))
    with pytest.raises(WorkspaceLeak), guarded.session_for(MINE) as session:
        session.scalars(select(Leader)).one().chief_id = theirs


def test_a_row_is_linked_to_one_of_its_own_workspace(guarded):
    with guarded.session_for(MINE) as session:
        leader_id = session.scalars(select(Leader.id)).one()
    with guarded.session_for(MINE) as session:
        session.add_all([Remark(leader_id=leader_id, text=str(number)) for number in range(600)])
    with guarded.reader_for(MINE) as session:
        assert session.scalar(select(func.count(Remark.id))) == 601


# --- what is changed ----------------------------------------------------------------------------------------------

CHANGES: dict[str, Callable[[WorkspaceSession], object]] = {
    "a change of the class": lambda s: s.execute(update(Leader).values(name="changed")),
    "a change of the class with a condition": lambda s: s.execute(
        update(Leader).where(Leader.id > 0).values(name="changed").execution_options(synchronize_session="fetch")
    ),
    "a removal": lambda s: s.execute(delete(Remark)),
    "an old kind of removal": lambda s: s.query(Remark).delete(),
    "a changed row": lambda s: setattr(s.scalars(select(Leader)).one(), "name", "changed"),
    "a removed row": lambda s: (
        setattr(s.scalars(select(Leader)).one(), "chief_id", None),
        s.flush(),
        s.delete(s.scalars(select(Leader)).one()),
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_only_rows_of_the_workspace_are_changed_by(change, guarded):
    before = everything(guarded)
    with guarded.session_for(MINE) as session:
        change(session)
    after = everything(guarded)
    assert after != before
    assert [row for row in after if row[2] == THEIRS] == [row for row in before if row[2] == THEIRS]


def forged(database: Database, workspace_id: int) -> Leader:
    """A row that pretends to have been read: theirs by its id."""
    leader = Leader(id=id_of_theirs(database), workspace_id=workspace_id, name="theirs")
    make_transient_to_detached(leader)
    return leader


def test_a_forged_row_matches_nothing(guarded):
    before = everything(guarded)
    with pytest.raises(StaleDataError), guarded.session_for(MINE) as session:
        leader = forged(guarded, MINE)
        session.add(leader)
        leader.name = "changed"
    with pytest.raises((StaleDataError, WorkspaceLeak)), guarded.session_for(MINE) as session:
        leader = forged(guarded, THEIRS)
        session.add(leader)
        leader.name = "changed"
    assert everything(guarded) == before


def test_a_forged_row_cannot_be_removed(guarded):
    before = everything(guarded)
    with pytest.raises(ObjectDeletedError), guarded.session_for(MINE) as session:
        leader = forged(guarded, MINE)
        session.add(leader)
        session.delete(leader)
    assert everything(guarded) == before


def test_a_row_read_in_another_session_is_not_changed_in_this_one(guarded):
    with guarded.reader_for(THEIRS) as session:
        leader = session.scalars(select(Leader)).one()
    with pytest.raises(WorkspaceLeak), guarded.session_for(MINE) as session:
        session.add(leader)
        leader.name = "changed"


def test_merging_an_id_of_others_does_not_change_theirs(guarded):
    before = everything(guarded)
    with pytest.raises(IntegrityError), guarded.session_for(MINE) as session:
        session.merge(Leader(id=id_of_theirs(guarded), name="changed"))
    assert everything(guarded) == before


def test_a_row_made_anew_is_stamped(guarded):
    with guarded.session_for(MINE) as session:
        leader = session.scalars(select(Leader)).one()
        copy = Leader(name="copy")
        session.add(copy)
        session.expunge(leader)
        make_transient(leader)
    with guarded.reader_for(MINE) as session:
        assert set(session.scalars(select(Leader.name))) == {"mine", "copy"}


def test_many_rows_may_be_written_at_once(guarded):
    with guarded.session_for(MINE) as session:
        session.execute(insert(Leader), [{"name": str(number), "workspace_id": MINE} for number in range(500)])
        session.add_all([Leader(name=f"more {number}") for number in range(500)])
    with guarded.reader_for(MINE) as session:
        assert session.scalar(select(func.count(Leader.id))) == 1001


# --- sessions -----------------------------------------------------------------------------------------------------


def test_a_session_without_a_workspace_does_not_reach_owned_tables(guarded):
    with guarded.open_session() as session:
        session.add(Note(text="anything", workspace_id=THEIRS))
        assert session.scalars(select(Note.text)).all() == ["anything"]
        for statement in (select(Leader), select(LEADER.c.id), delete(Remark), text("SELECT * FROM guarded_remark")):
            with pytest.raises(WorkspaceLeak):
                session.execute(statement)
        session.rollback()
    with pytest.raises(WorkspaceLeak), guarded.open_session() as session:
        session.add(Leader(name="x"))


def test_a_table_that_belongs_to_nobody_may_name_any_workspace(session):
    session.add(Note(text="x", workspace_id=THEIRS))
    session.flush()
    assert session.scalar(select(Note.workspace_id)) == THEIRS


def test_a_session_works_for_one_workspace_only(guarded):
    with guarded.open_reader() as session:
        session.enter(MINE)
        session.enter(MINE)
        with pytest.raises(WorkspaceLeak):
            session.enter(THEIRS)
    with guarded.system_reader("a test") as session, pytest.raises(WorkspaceLeak):
        session.enter(MINE)


def test_a_session_may_enter_in_the_middle_of_a_transaction(guarded):
    with guarded.open_session() as session:
        session.scalars(select(Note)).all()
        session.enter(MINE)
        assert session.scalars(select(Leader.name)).all() == ["mine"]


def test_a_system_session_sees_all_and_has_a_reason(guarded, caplog):
    with caplog.at_level("DEBUG", logger="outreach.db"), guarded.system_session("counting everything") as session:
        assert session.scalar(select(func.count(Leader.id))) == 2
    assert "counting everything" in caplog.text
    with pytest.raises(ValueError, match="reason"), guarded.system_session("  "):
        pass


def test_a_connection_of_the_engine_does_not_reach_owned_tables(guarded):
    with guarded.engine.connect() as connection, pytest.raises(WorkspaceLeak):
        connection.execute(select(LEADER))


def test_a_connection_that_was_given_back_forgets_its_session(guarded):
    with guarded.system_session("filling the pool") as session:
        session.execute(select(LEADER)).all()
    with guarded.engine.connect() as connection, pytest.raises(WorkspaceLeak):
        connection.execute(select(LEADER))


def test_a_reading_session_cannot_write(guarded):
    with guarded.reader_for(MINE) as session:
        session.add(Leader(name="x"))
        with pytest.raises(ReadOnly):
            session.flush()
    with guarded.reader_for(MINE) as session, pytest.raises(DBAPIError, match=r"read.?only"):
        session.execute(update(Leader).values(name="x"))

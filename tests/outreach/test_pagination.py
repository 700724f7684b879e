"""Pages by place: every row once, in order, forward and back, whatever is added or removed meanwhile."""

from __future__ import annotations

import base64
import itertools
import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from outreach.db import Database
from outreach.pagination import BadCursor, Key, _decoded, page_of
from tests.outreach.conftest import NOON
from tests.outreach.guarded_tables import MINE, Leader, fill

BY_NAME = (Key(Leader.name), Key(Leader.id))
ORDERS = {
    "one direction": BY_NAME,
    "falling": (Key(Leader.name, descending=True), Key(Leader.id, descending=True)),
    "mixed": (Key(Leader.seen_at, descending=True), Key(Leader.name), Key(Leader.id, descending=True)),
}
NAMES = ["Ng", "Łukasik", "ng", "O'Brien", "Ng", "", "Zhang", "中", "\U0001f600", "Ng"]


@pytest.fixture(params=["sqlite", "postgresql"], scope="module")
def database(request, tmp_path_factory):
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('pages') / 'pages.sqlite3'}"
    else:
        server = request.getfixturevalue("postgresql_server")
        url = server.url(server.new_database())
    database = Database(url)
    fill(database)
    with database.session_for(MINE) as session:
        session.scalars(select(Leader)).one().seen_at = NOON
        for number in range(47):
            seen_at = NOON - timedelta(microseconds=number % 5)
            session.add(Leader(name=NAMES[number % len(NAMES)], seen_at=seen_at))
    yield database
    database.close()


def pages(database, order, size):
    """The ids of all pages, and the cursor that each was asked for with."""
    found, cursor = [], None
    with database.reader_for(MINE) as session:
        while True:
            page = page_of(session, select(Leader), order, cursor=cursor, size=size)
            found.append(([row.id for row in page.rows], page))
            cursor = page.next_cursor
            if cursor is None:
                return found


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS.keys())
@pytest.mark.parametrize("size", [1, 7, 48, 49, 200])
def test_every_row_comes_once_and_in_order(database, order, size):
    directed = [key.attribute.desc() if key.descending else key.attribute for key in order]
    with database.reader_for(MINE) as session:
        expected = session.scalars(select(Leader.id).order_by(*directed)).all()
    found = pages(database, order, size)
    assert [row_id for ids, _ in found for row_id in ids] == expected
    assert all(len(ids) == size for ids, _ in found[:-1])


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS.keys())
def test_the_way_back_is_the_way_there(database, order):
    found = pages(database, order, 10)
    assert found[0][1].previous_cursor is None
    with database.reader_for(MINE) as session:
        for (before, _), (_, page) in itertools.pairwise(found):
            back = page_of(session, select(Leader), order, cursor=page.previous_cursor, size=10)
            assert [row.id for row in back.rows] == before
            there = page_of(session, select(Leader), order, cursor=back.next_cursor, size=10)
            assert [row.id for row in there.rows] == [row.id for row in page.rows]


def test_what_is_added_or_removed_before_the_place_moves_nothing(database):
    with database.session_for(MINE) as session:
        first = page_of(session, select(Leader), BY_NAME, size=10)
        second = page_of(session, select(Leader), BY_NAME, cursor=first.next_cursor, size=10)
        session.add(Leader(name="", seen_at=NOON))
        session.delete(first.rows[-1])
        session.flush()
        again = page_of(session, select(Leader), BY_NAME, cursor=first.next_cursor, size=10)
        assert [row.id for row in again.rows] == [row.id for row in second.rows]
        session.rollback()


def test_a_list_without_rows_has_no_neighbors(database):
    with database.reader_for(MINE) as session:
        page = page_of(session, select(Leader).where(Leader.name == "nobody"), BY_NAME)
    assert (list(page.rows), page.next_cursor, page.previous_cursor) == ([], None, None)


@pytest.mark.parametrize("size", [0, -1, 201])
def test_a_page_has_a_reasonable_size(database, size):
    with database.reader_for(MINE) as session, pytest.raises(ValueError, match="1 to 200"):
        page_of(session, select(Leader), BY_NAME, size=size)


def cursor_of(*told: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(told).encode()).decode()


BAD = {
    "no base64": "%%%",
    "other letters": "ż",
    "no JSON": base64.urlsafe_b64encode(b"\xff").decode(),
    "not a list": base64.urlsafe_b64encode(b"7").decode(),
    "empty": base64.urlsafe_b64encode(b"[]").decode(),
    "too few": cursor_of(">", "a"),
    "too many": cursor_of(">", "a", 1, 2),
    "no direction": cursor_of("x", "a", 1),
    "a wrong type": cursor_of(">", 1, 1),
    "a truth for a number": cursor_of(">", "a", True),
    "nothing": cursor_of(">", None, None),
    "a number too large": cursor_of(">", "a", 2**63),
    "a fraction": cursor_of(">", "a", 1.5),
    "NUL": cursor_of(">", "a\x00", 1),
    "too long": cursor_of(">", "a" * 3000, 1),
    "deep": base64.urlsafe_b64encode(b"[" * 1400).decode(),
}


@pytest.mark.parametrize("cursor", BAD.values(), ids=BAD.keys())
def test_a_cursor_that_was_changed_is_no_address(database, cursor):
    with database.reader_for(MINE) as session, pytest.raises(BadCursor):
        page_of(session, select(Leader), BY_NAME, cursor=cursor)


def test_a_moment_in_a_cursor_has_a_zone(database):
    for moment in ("2026-11-20T12:00:00", "yesterday", "2026-11-20T12:00:00+99:00", 7):
        with database.reader_for(MINE) as session, pytest.raises(BadCursor):
            page_of(session, select(Leader), ORDERS["mixed"], cursor=cursor_of(">", moment, "a", 1))


@given(cursor=st.text(max_size=80) | st.builds(cursor_of, st.sampled_from("<>x"), st.text(), st.integers()))
def test_any_cursor_gives_a_page_or_is_no_address(cursor):
    try:
        _decoded(cursor, BY_NAME)
    except BadCursor:
        return

"""Reads that are made once in a session that only reads."""

from __future__ import annotations

import pytest

from outreach.errors import NotFound
from outreach.once import once
from tests.factories import make_workspace


@pytest.fixture
def workspace(database):
    return make_workspace(database)


def counting(fail=False):
    calls = []

    @once
    def read(_session, number, *, most=1):
        calls.append((number, most))
        if fail:
            raise NotFound
        return [number] * most

    return read, calls


def test_a_reading_session_reads_once_for_the_same_arguments(database, workspace):
    read, calls = counting()
    with database.reader_for(workspace) as session:
        assert read(session, 7) is read(session, 7)
        assert read(session, 7, most=2) == [7, 7]
        assert read(session, 8) == [8]
    assert calls == [(7, 1), (7, 2), (8, 1)]


def test_another_session_and_one_that_writes_read_anew(database, workspace):
    read, calls = counting()
    for _ in range(2):
        with database.reader_for(workspace) as session:
            read(session, 7)
    with database.session_for(workspace) as session:
        read(session, 7)
        read(session, 7)
    assert len(calls) == 4


def test_a_refusal_is_not_kept(database, workspace):
    read, calls = counting(fail=True)
    with database.reader_for(workspace) as session:
        for _ in range(2):
            with pytest.raises(NotFound):
                read(session, 7)
    assert len(calls) == 2

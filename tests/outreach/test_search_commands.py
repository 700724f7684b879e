"""`flask --app wsgi search rebuild`: the index of every workspace, written anew."""

from __future__ import annotations

import pytest
from flask.testing import FlaskCliRunner
from sqlalchemy import delete

from outreach.search import SearchEntry, search
from outreach.search_commands import rebuild_all
from tests.factories import make_person, make_workspace


def test_every_workspace_is_rebuilt_and_sees_only_its_own(each_database):
    workspaces = [make_workspace(each_database) for _ in range(2)]
    for number in workspaces:
        with each_database.session_for(number) as session:
            make_person(session, name=f"Zofia Łukasik {number}")
            session.execute(delete(SearchEntry))
    assert rebuild_all(each_database) == 2
    assert rebuild_all(each_database) == 2
    for number in workspaces:
        with each_database.reader_for(number) as session:
            assert [found.title for found in search(session, "lukasik")] == [f"Zofia Łukasik {number}"]


@pytest.mark.parametrize(("people", "words"), [(0, "0 things"), (3, "3 things")])
def test_the_command_says_how_much_can_be_found(app, people, words):
    database = app.extensions["database"]
    with database.session_for(make_workspace(database)) as session:
        for _ in range(people):
            make_person(session)
    done = FlaskCliRunner(app).invoke(args=["search", "rebuild"])
    assert (done.exit_code, done.output) == (0, f"{words} can be found.\n")

"""Who was put into a database is in it as who signed up there."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, select

from outreach.app import Application
from outreach.db import Base
from tests import factories
from tests.browser import Browser
from tests.outreach.first_user import FirstUser


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that browsers asked for, as they come."""
    paths: list[str] = []
    get = Browser.get
    monkeypatch.setattr(Browser, "get", lambda self, path, **named: paths.append(path) or get(self, path, **named))
    return paths


def rows_of(app: Application) -> dict[str, list[tuple[object, ...]]]:
    with app.extensions["database"].system_connection("comparing") as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table))]
            for table in Base.metadata.sorted_tables
        }


def empty(app: Application) -> None:
    with app.extensions["database"].system_connection("emptying") as connection:
        for table in reversed(Base.metadata.sorted_tables):
            connection.execute(delete(table))


def test_who_is_put_in_has_all_that_the_pages_gave(app: Application, asked: list[str]):
    first_user = FirstUser()
    first_user.sign_up(Browser(app))
    assert "/sign-up" in asked
    given = rows_of(app)
    empty(app)
    asked.clear()
    browser = Browser(app)
    first_user.sign_up(browser)
    assert asked == []
    assert rows_of(app) == given
    assert browser.is_in()
    assert browser.post("/people/new", {"name": "Dana Whitfield"}).status_code == 303
    with app.extensions["database"].open_session() as session:
        assert factories.make_user(session).id == 2, "numbers go on where they ended"


def test_another_clock_and_a_database_with_users_get_the_pages_themselves(app: Application, clock, asked: list[str]):
    first_user = FirstUser()
    first_user.sign_up(Browser(app))
    empty(app)
    clock.move(days=1)
    asked.clear()
    first_user.sign_up(Browser(app))
    assert "/sign-up" in asked
    assert rows_of(app)["user_account"] != []
    with pytest.raises(AssertionError):
        first_user.sign_up(Browser(app))  # the account is there already, as the page says

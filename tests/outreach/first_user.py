"""The first user of a test, signed up through the pages once and put into each later database as those pages left it.

To sign up takes three pages, as long as many a test. What that wrote, the browser's cookies and its token are kept by
everything they depend on; a database that already has users, or another clock, gets the pages themselves.
"""

from __future__ import annotations

import time
from collections.abc import Hashable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select, text

from outreach.accounts.models import User
from outreach.app import Application
from outreach.db import Base, Database
from tests.browser import Browser

_KEPT_S = 1_000
"""A token of a form is good for an hour by the machine's own clock; what is kept is made anew long before."""

_REASON = "the tests put the first user in"


@dataclass(frozen=True)
class _SignedUp:
    """The rows by table, and the browser."""

    rows: dict[str, list[dict[str, Any]]]
    cookies: dict[Any, Any]
    token: str
    made_at: float


class FirstUser:
    """What signing up left, by all that it depends on."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, _SignedUp] = {}

    def sign_up(self, browser: Browser) -> None:
        """Leaves browser and database as after signing up and opening the account's settings."""
        database: Database = browser.app.extensions["database"]
        kind = _kind(browser)
        with database.system_connection(_REASON) as connection:
            is_first = _is_empty(connection) and not browser.cookie()
            kept = self._kept.get(kind)
            if is_first and kept is not None and time.monotonic() - kept.made_at < _KEPT_S:
                _put_in(connection, kept.rows)
                browser.client._cookies = dict(kept.cookies)
                browser.token = kept.token
                return
        _go_through_the_pages(browser)
        if is_first:
            with database.system_connection(_REASON) as connection:
                rows = _rows_of(connection)
            cookies = dict(browser.client._cookies)
            self._kept[kind] = _SignedUp(rows, cookies, browser.token, time.monotonic())


def _go_through_the_pages(browser: Browser) -> None:
    assert browser.sign_up().status_code == 303
    assert browser.get("/settings/account").status_code == 200


def _kind(browser: Browser) -> Hashable:
    """All on which the outcome depends: settings without the places of their files, keys, the clock, the browser."""
    app: Application = browser.app
    settings = replace(app.extensions["settings"], data=Path(), database_url="")
    of_browser = (browser.address, browser.base, tuple(sorted(browser.headers.items())))
    is_sqlite = app.extensions["database"].is_sqlite
    return settings, app.config["SECRET_KEY"], app.extensions["clock"](), is_sqlite, of_browser


def _is_empty(connection: Connection) -> bool:
    return connection.execute(select(User.id).limit(1)).first() is None


def _rows_of(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    """Every row of the application's tables."""
    found = {
        table.name: [dict(row._mapping) for row in connection.execute(select(table))]
        for table in Base.metadata.sorted_tables
    }
    return {name: rows for name, rows in found.items() if rows}


def _put_in(connection: Connection, rows: dict[str, list[dict[str, Any]]]) -> None:
    for name, of_table in rows.items():
        table = Base.metadata.tables[name]
        connection.execute(insert(table), of_table)
        numbered = table.autoincrement_column
        if numbered is not None and connection.dialect.name == "postgresql":
            last = max(row[numbered.name] for row in of_table)
            sequence = text("SELECT setval(pg_get_serial_sequence(:table, :column), :last)")
            connection.execute(sequence, {"table": name, "column": numbered.name, "last": last})

"""Brings a test back to where it was: the database and the browser. For tests that send hundreds of forms to the same
few rows, each of which may be gone after any of them."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from outreach.db import Database, sqlite_file
from tests.browser import Browser


class Rewinding:
    """Where a browser and its application's SQLite database stood when this was made."""

    def __init__(self, browser: Browser) -> None:
        database: Database = browser.app.extensions["database"]
        self._browser = browser
        self._file = sqlite_file(database.url)
        self._cookies, self._token = dict(browser.client._cookies), browser.token
        self._kept = sqlite3.connect(":memory:")
        with closing(sqlite3.connect(self._file)) as source:
            source.backup(self._kept)

    def go_back(self) -> None:
        """Puts all back. Nobody may be in the middle of reading or writing."""
        with closing(sqlite3.connect(self._file)) as target:
            self._kept.backup(target)
        self._browser.client._cookies = dict(self._cookies)
        self._browser.token = self._token

    def close(self) -> None:
        """Drops what was kept."""
        self._kept.close()

"""The application with a server of its own, and a window of a real browser to walk through it.

settings        those of one's own machine; the jobs wait
app, address    the application on a migrated database, and where it is served
window          a page of a new browser
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url

import config
from outreach.app import Application, create_app
from outreach.db import sqlite_file
from tests import chromium
from tests.outreach import migrated

PATIENCE_MS = 60_000
"""How long a window waits for what it looks for, on a machine that has other things to do."""


@pytest.fixture(scope="session")
def _migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return migrated.make_file(tmp_path_factory.mktemp("template"))


@pytest.fixture
def settings(tmp_path: Path) -> config.Settings:
    return config.from_environment({"GROUNDWORK_DATA": str(tmp_path / "data"), "GROUNDWORK_JOBS": "worker"})


@pytest.fixture
def app(settings: config.Settings, _migrated: Path) -> Iterator[Application]:
    """The application on a database without a row."""
    settings.data.mkdir()
    shutil.copyfile(_migrated, sqlite_file(make_url(settings.database)))
    app = create_app(settings)
    yield app
    app.extensions["worker"].stop()
    app.extensions["database"].close()


@pytest.fixture
def address(app: Application, loopback: str) -> Iterator[str]:
    """The application on a free port of this machine."""
    with chromium.served(app, loopback) as address:
        yield address


@pytest.fixture
def window() -> Iterator[Any]:
    """A page of a new browser."""
    with chromium.open_browser() as browser:
        page = browser.new_context().new_page()
        page.set_default_timeout(PATIENCE_MS)
        yield page

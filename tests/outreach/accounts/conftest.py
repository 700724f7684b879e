"""An application on a database of its own, and browsers that click through it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

import config
from outreach.app import Application
from outreach.db import Database
from outreach.mail import memory


@pytest.fixture
def make_app(
    tmp_path: Path, database_url: str, clock: Callable[[], datetime], lend_app: Callable[..., Application]
) -> Callable[..., Application]:
    """Makes applications on one fresh database; arguments are settings."""

    def make(**chosen: object) -> Application:
        defaults = {"data": tmp_path, "database_url": database_url, "mail_sender": "groundwork@example.org"}
        return lend_app(config.Testing(**{**defaults, **chosen}), clock)

    memory.SHARED.sent.clear()
    return make


@pytest.fixture
def app(make_app: Callable[..., Application]) -> Application:
    return make_app()


@pytest.fixture
def database(app: Application) -> Database:
    return app.extensions["database"]

"""An application on a database of its own, and browsers that click through it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

import config
from outreach.app import Application, create_app
from outreach.db import Database
from outreach.mail import memory


@pytest.fixture
def make_app(tmp_path: Path, database_url: str, clock: Callable[[], datetime]) -> Iterator[Callable[..., Application]]:
    """Makes applications on one fresh database; arguments are settings."""
    made = []

    def make(**chosen: object) -> Application:
        defaults = {"data": tmp_path, "database_url": database_url, "mail_sender": "groundwork@example.org"}
        app = create_app(config.Testing(**{**defaults, **chosen}), clock=clock)
        made.append(app)
        return app

    memory.SHARED.sent.clear()
    yield make
    for app in made:
        app.extensions["database"].close()


@pytest.fixture
def app(make_app: Callable[..., Application]) -> Application:
    return make_app()


@pytest.fixture
def database(app: Application) -> Database:
    return app.extensions["database"]

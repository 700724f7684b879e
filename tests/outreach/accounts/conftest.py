"""An application on a database of its own, a clock that stands still, and browsers that click through it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

import config
from outreach import migrations
from outreach.app import Application, create_app
from outreach.db import Database
from outreach.mail import memory

PASSWORD = "river table ochre lantern"
NAME, EMAIL = "Alice Ferreira", "alice@harborpoint.example.org"


class Clock:
    """The moment at which the test began, until the test moves it."""

    def __init__(self) -> None:
        self.at = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **delta: float) -> None:
        self.at += timedelta(**delta)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database file, made once and copied for each test."""
    from outreach.app import load_models

    load_models()
    file = tmp_path_factory.mktemp("migrated") / "groundwork.sqlite3"
    database = Database(f"sqlite:///{file.as_posix()}")
    migrations.upgrade(database)
    with database.engine.connect() as connection:
        connection.connection.dbapi_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return file


@pytest.fixture
def make_app(tmp_path: Path, empty_database: Path, clock: Clock) -> Iterator[Callable[..., Application]]:
    """Makes applications on one fresh database; arguments are settings."""
    shutil.copy(empty_database, tmp_path / "groundwork.sqlite3")
    made = []

    def make(**chosen: object) -> Application:
        app = create_app(
            config.Testing(**{"data": tmp_path, "mail_sender": "groundwork@example.org", **chosen}), clock=clock
        )
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


@dataclass
class Browser:
    """One browser with its cookies. `post` sends the token of the last page, as a form on it would."""

    app: Application
    address: str = "192.0.2.7"
    headers: dict[str, str] = field(default_factory=dict)
    token: str = ""
    base: str = "http://localhost"

    def __post_init__(self) -> None:
        self.client: FlaskClient = self.app.test_client()

    def get(self, path: str, **named: object) -> TestResponse:
        return self._noted(self.client.get(path, **self._from(named)))

    def post(self, path: str, data: object = None, **named: object) -> TestResponse:
        if isinstance(data, list):
            sent: object = self._encoded([("csrf_token", self.token), *data])
            named.setdefault("content_type", "application/x-www-form-urlencoded")
        else:
            sent = {"csrf_token": self.token, **(data or {})}
        return self._noted(self.client.post(path, data=sent, **self._from(named)))

    @staticmethod
    def _encoded(pairs: list[tuple[str, str]]) -> str:
        from urllib.parse import urlencode

        return urlencode(pairs)

    def _from(self, named: dict[str, object]) -> dict[str, object]:
        headers = {**self.headers, **named.pop("headers", {})}
        return {
            "environ_base": {"REMOTE_ADDR": self.address, "HTTP_USER_AGENT": "Firefox on a Windows test"},
            "headers": headers,
            "base_url": self.base,
            **named,
        }

    def _noted(self, response: TestResponse) -> TestResponse:
        found = (
            re.search(r'name="csrf_token" value="([^"]+)"', response.text) if response.mimetype == "text/html" else None
        )
        if found:
            self.token = unescape(found[1])
        return response

    def sign_up(self, name: str = NAME, email: str = EMAIL, password: str = PASSWORD) -> TestResponse:
        self.get("/sign-up")
        return self.post("/sign-up", {"name": name, "email": email, "password": password})

    def sign_in(self, email: str = EMAIL, password: str = PASSWORD, **more: str) -> TestResponse:
        self.get("/sign-in")
        return self.post("/sign-in", {"email": email, "password": password, **more})

    def is_in(self) -> bool:
        return self.get("/settings").status_code == 200

    def cookie(self, name: str = "groundwork") -> str:
        held = self.client.get_cookie(name)
        return held.value if held else ""


@pytest.fixture
def browser(app: Application) -> Browser:
    return Browser(app)


@pytest.fixture
def alice(browser: Browser) -> Browser:
    """The first user, signed in."""
    assert browser.sign_up().status_code == 303
    browser.get("/settings/account")
    return browser


@pytest.fixture
def invite(app: Application, alice: Browser) -> Callable[..., Browser]:
    """Lets another person into Alice's workspace, in a browser of their own."""

    def let_in(role: str = "reviewer", name: str = "Ben Adeyemi", email: str = "ben@example.org") -> Browser:
        alice.get("/settings/members")
        page = alice.post("/settings/members", {"role": role})
        path = re.search(r"(/join/[\w-]+)", page.text)[1]
        other = Browser(app, address="198.51.100.9")
        other.get(path)
        assert other.post(path, {"name": name, "email": email, "password": PASSWORD + "!"}).status_code == 303
        other.get("/settings/account")
        return other

    return let_in

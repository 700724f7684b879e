"""An application on a database of its own, and browsers that click through it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

import config
from outreach.app import Application, create_app
from outreach.db import Database
from outreach.mail import memory

PASSWORD = "river table ochre lantern"
NAME, EMAIL = "Alice Ferreira", "alice@harborpoint.example.org"


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
            sent: object = urlencode([("csrf_token", self.token), *data])
            named.setdefault("content_type", "application/x-www-form-urlencoded")
        else:
            sent = {"csrf_token": self.token, **(data or {})}
        return self._noted(self.client.post(path, data=sent, **self._from(named)))

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

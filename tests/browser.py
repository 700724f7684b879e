"""A browser that clicks through the application: it keeps cookies, and sends the token of the last page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlencode

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from outreach.app import Application

PASSWORD = "river table ochre lantern"
NAME, EMAIL = "Alice Ferreira", "alice@harborpoint.example.org"


def without_token(page: TestResponse) -> str:
    """A page without its forms' token, which is another from one second to the next."""
    return re.sub(r'name="csrf_token" value="[^"]+"', "", page.text)


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

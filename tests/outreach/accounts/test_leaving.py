"""What is asked before signing out of a device that keeps something."""

from __future__ import annotations

import pytest
from flask import Flask, Response

from outreach.accounts import leaving


@pytest.fixture
def app(monkeypatch):
    monkeypatch.setattr(leaving, "_pages", {"shelf": lambda: "/shelf/ask"})
    app = Flask(__name__)
    app.config["SESSION_COOKIE_SECURE"] = True
    return app


def test_a_device_that_keeps_something_is_asked_about_once(app):
    with app.test_request_context(method="POST"):
        assert leaving.first_page() == ""
        response = Response()
        leaving.remember(response, "shelf")
        cookie = response.headers["Set-Cookie"]
    assert all(part in cookie for part in ("__Host-groundwork-shelf=1", "Secure", "HttpOnly", "Path=/"))
    kept = {"Cookie": "__Host-groundwork-shelf=1"}
    with app.test_request_context(method="POST", headers=kept):
        assert leaving.first_page() == "/shelf/ask"
    for form, cleared in (({"now": "1"}, False), ({"now": "1", "cleared": "1"}, True)):
        with app.test_request_context(method="POST", headers=kept, data=form):
            assert leaving.first_page() == ""
            response = Response()
            leaving.forget(response)
        assert "Max-Age=0" in response.headers["Set-Cookie"]
        assert ("Clear-Site-Data" in response.headers) is not cleared


def test_a_device_that_keeps_nothing_is_told_nothing(app):
    with app.test_request_context(method="POST", data={"now": "1"}):
        response = Response()
        leaving.forget(response)
    assert not {"Set-Cookie", "Clear-Site-Data"} & set(response.headers.keys())

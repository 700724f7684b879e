"""Commands for whoever runs the server."""

from __future__ import annotations

import re

from outreach.accounts.models import User
from tests.browser import EMAIL, Browser


def test_a_link_to_a_new_password_is_printed(alice, app):
    answer = app.test_cli_runner().invoke(args=["accounts", "reset-link", EMAIL.upper()])
    assert answer.exit_code == 0
    path = re.fullmatch(r"http://127.0.0.1:5000(/reset/[\w-]{43})\n", answer.output)[1]
    browser = Browser(app)
    browser.get(path)
    assert browser.post(path, {"password": "nine copper kettles sing"}).status_code == 303
    assert browser.sign_in(password="nine copper kettles sing").status_code == 303


def test_an_unknown_address_is_told(app):
    for command in ("reset-link", "two-step-off"):
        answer = app.test_cli_runner().invoke(args=["accounts", command, "nobody@example.org"])
        assert answer.exit_code == 1
        assert "There is no account with this address." in answer.output


def test_two_step_sign_in_is_turned_off(alice, app, database, clock):
    with database.open_session() as session:
        user = session.get(User, 1)
        user.two_step_salt, user.two_step_since = "x", clock()
    assert app.test_cli_runner().invoke(args=["accounts", "two-step-off", EMAIL]).exit_code == 0
    assert Browser(app).sign_in().headers["Location"] == "/"

"""What is amiss and stops no start: logged when the room is joined, listed when asked for."""

from __future__ import annotations

import logging

from flask import Flask
from flask.testing import FlaskCliRunner

from outreach import start_remarks


def test_remarks_are_logged_at_the_start_and_listed_as_they_are_then(caplog):
    app, told = Flask("a_test"), ["lakes.toml, line 3: no"]
    assert start_remarks.remarks(app) == ()
    with caplog.at_level(logging.WARNING):
        start_remarks.add(app, lambda: told)
    assert "lakes.toml, line 3" in caplog.text
    told.append("another.toml, line 1: no")
    assert start_remarks.remarks(app) == ("lakes.toml, line 3: no", "another.toml, line 1: no")


def test_a_remark_is_listed_by_the_check_and_stops_no_start(app, monkeypatch):
    monkeypatch.setitem(app.extensions, "start_remarks", [lambda: ["A venue is left out: lakes.toml, line 3: no."]])
    done = FlaskCliRunner(app).invoke(args=["check"])
    assert done.exit_code == 0
    assert "- A venue is left out: lakes.toml, line 3: no." in done.output

"""The application as a whole: it starts or says why not, commits once, and stays behind no schema."""

from __future__ import annotations

from dataclasses import replace

import config
import pytest
from flask import Flask

from outreach import migrations
from outreach.app import ROOMS, UnsafeStart, create_app, make_ready, rooms_here
from outreach.db import LARGEST_ID, Database


def test_the_rooms_that_are_here_are_joined_in_their_order(app):
    here = rooms_here()
    assert list(here) == [room for room in ROOMS if room in here]
    assert "accounts" in here
    assert "accounts" in app.blueprints


def test_an_address_that_does_not_exist_is_answered_404(client):
    assert client.get("/no-such-page").status_code == 404

"""The application as a whole: it starts or says why not, commits once, and stays behind no schema."""

from __future__ import annotations

from outreach.app import ROOMS, rooms_here


def test_the_rooms_that_are_here_are_joined_in_their_order(app):
    here = rooms_here()
    assert list(here) == [room for room in ROOMS if room in here]
    assert "accounts" in here
    assert "accounts" in app.blueprints


def test_an_address_that_does_not_exist_is_answered_404(client):
    assert client.get("/no-such-page").status_code == 404

"""What was said in a talk, as a later room tells it to the check."""

from __future__ import annotations

import pytest

from outreach.drafts import heard
from tests import factories


@pytest.fixture
def session(database):
    with database.session_for(factories.make_workspace(database)) as session:
        yield session


def test_only_a_thank_you_asks_what_was_said(session, monkeypatch):
    monkeypatch.setattr(heard, "_tellers", {})
    heard.told_by("a room", lambda _session, draft: (f"Said before letter {draft.id}.",))
    thanks, request = (factories.make_draft(session, kind=kind) for kind in ("thank-you", "interview-request"))
    assert heard.heard(session, thanks) == (f"Said before letter {thanks.id}.",)
    assert heard.heard(session, request) == ()


def test_a_room_tells_once_however_often_it_is_loaded(session, monkeypatch):
    monkeypatch.setattr(heard, "_tellers", {})
    for _ in range(2):
        heard.told_by("a room", lambda _session, _draft: ("The aides drew the map.",))
    assert heard.heard(session, factories.make_draft(session, kind="thank-you")) == ("The aides drew the map.",)

"""A leader with an assistant in the first user's workspace, and a way into the database."""

from __future__ import annotations

import pytest

from tests import factories


@pytest.fixture
def inside(app, alice):
    """Opens a session in the first user's workspace."""
    database = app.extensions["database"]
    return lambda: database.session_for(1)


@pytest.fixture
def leader(inside) -> int:
    """Inés, whose calendar Tom keeps."""
    with inside() as session:
        leader = factories.make_person(session, name="Inés Okafor-Lindqvist")
        tom = factories.make_person(session, name="Tom Marsh", kind="assistant")
        factories.make_contact(session, leader, person_id=tom.id, part="schedules")
        return leader.id

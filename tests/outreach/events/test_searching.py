"""Events are found by name and place, and not when they are deleted."""

from __future__ import annotations

from outreach.search import search
from tests.event_factories import make_event
from tests.factories import NOON


def test_an_event_is_found_by_name_and_place_until_it_is_deleted(session):
    event = make_event(session)
    assert [one.path for one in search(session, "prairie forum", kinds=("event",))] == [f"/events/{event.id}"]
    assert search(session, "duluth", kinds=("event",))
    event.deleted_at = NOON
    session.flush()
    assert not search(session, "prairie forum", kinds=("event",))

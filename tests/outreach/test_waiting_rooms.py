"""Rooms that have something to tell are found by being there."""

from __future__ import annotations

from outreach import waiting_rooms


def test_they_are_found_in_the_order_of_their_names():
    names = [module.__name__ for module in waiting_rooms.modules()]
    assert "outreach.followups.waiting" in names
    assert names == sorted(names)
    assert all(name.endswith(".waiting") for name in names)

"""Requests that are followed up go over with the person."""

from __future__ import annotations

from outreach.people.merging import followed


def test_ladders_and_rhythms_go_with_the_person(app):
    assert {"follow_up.person_id", "rhythm.person_id"} <= followed()

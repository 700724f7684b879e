"""Meetings at events go over with the person whom they are about, when two people are joined."""

from __future__ import annotations

from outreach.events.models import Appearance, EventSpeaker
from outreach.people.merging import follows

follows(Appearance, "person_id", "meetings at events", same=lambda one: one.event_id)
follows(EventSpeaker, "person_id", "places in programs of events")

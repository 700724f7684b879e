"""What events are found as: by name, place, and what one means to do there."""

from __future__ import annotations

from outreach.events.models import Event
from outreach.search import Entry, indexed


@indexed(Event, "event")
def event_entry(event: Event) -> Entry | None:
    """By its name and place."""
    if event.deleted_at is not None:
        return None
    return Entry(event.name, f"/events/{event.id}", beside=f"Event, {event.starts_on.isoformat()}", body=event.place)

"""What changes are found as."""

from __future__ import annotations

from outreach.people.searching import is_out_of_sight
from outreach.search import Entry, indexed
from outreach.signals.models import SIGNAL_KINDS, Signal

_TITLE = 160


@indexed(Signal, "signal", reads=("person",))
def signal_entry(signal: Signal) -> Entry | None:
    """By its sentence and its passage; one that is not relevant is not found."""
    if signal.state == "not_relevant" or is_out_of_sight(signal.person):
        return None
    title = signal.sentence if len(signal.sentence) <= _TITLE else f"{signal.sentence[:_TITLE]} …"
    beside = f"{SIGNAL_KINDS[signal.kind]} · {signal.person.name}"
    return Entry(title, f"/signals/{signal.id}", beside=beside, body=f"{signal.sentence} {signal.quote}")

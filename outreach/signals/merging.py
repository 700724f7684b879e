"""Watches and signals go over with the person they are about, when two people are joined."""

from __future__ import annotations

from outreach.people.merging import follows
from outreach.signals.models import Signal, Watch

follows(Watch, "person_id", "being looked up again", same=lambda _: "one")
follows(Signal, "person_id", "changes", same=lambda signal: signal.fingerprint)

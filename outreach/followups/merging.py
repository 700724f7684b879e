"""What goes over when two people are joined: ladders, and a rhythm where the kept one has none."""

from __future__ import annotations

from outreach.followups.models import FollowUp, Rhythm
from outreach.people.merging import follows

follows(Rhythm, "person_id", "rhythms", same=lambda _rhythm: "rhythm")
follows(FollowUp, "person_id", "requests that are followed up")

"""Rhythms go over with the person whom they are about when two people are joined; the kept person's own one stands."""

from __future__ import annotations

from outreach.followups.models import Rhythm
from outreach.people.merging import follows

follows(Rhythm, "person_id", "rhythms", same=lambda _rhythm: "rhythm")

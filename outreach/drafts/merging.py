"""Drafts go over with the person whom they are about, or to whom they go, when two people are joined."""

from __future__ import annotations

from outreach.drafts.models import Draft
from outreach.people.merging import follows

follows(Draft, "person_id", "drafts")
follows(Draft, "to_person_id", "drafts to them as an assistant")

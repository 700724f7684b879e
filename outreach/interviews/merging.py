"""Question guides go over with the person for whom they are made, when two people are joined."""

from __future__ import annotations

from outreach.interviews.models import QuestionGuide
from outreach.people.merging import follows

follows(QuestionGuide, "person_id", "question guides")

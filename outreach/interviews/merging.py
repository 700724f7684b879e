"""Question guides and talks go over with the person for whom they are made, when two people are joined."""

from __future__ import annotations

from outreach.interviews.models import QuestionGuide
from outreach.interviews.talk_models import Interview
from outreach.people.merging import follows

follows(QuestionGuide, "person_id", "question guides")
follows(Interview, "person_id", "interviews")
follows(Interview, "helper_id", "interviews that they arranged")

"""What was printed about somebody goes over with them, when two people are joined."""

from __future__ import annotations

from outreach.briefs.models import PrintedPage, Printing
from outreach.people.merging import follows

follows(PrintedPage, "person_id", "printed pages")
follows(Printing, "person_id", "printed briefs")

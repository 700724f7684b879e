"""What talks are found as: by who was talked to, by what the debrief says, and by every line of their notes."""

from __future__ import annotations

from outreach.interviews.talk_models import Interview, InterviewNote
from outreach.people.searching import is_out_of_sight
from outreach.search import Entry, indexed, part_of

_OF_A_LINE = 2_000
"""Characters of a line, or of a part of the debrief, that a talk is found by."""

_OF_ALL = 60_000


@indexed(Interview, "talk", reads=("person", "notes"))
def talk_entry(row: Interview) -> Entry | None:
    """By the leader's name, the debrief and the notes; lines that were deleted do not count."""
    if row.deleted_at is not None or is_out_of_sight(row.person):
        return None
    told = (row.place, row.learned, row.changed_in_me, row.to_verify, row.next_give)
    lines = (line.text for line in row.notes if line.deleted_at is None)
    body = "\n".join(text[:_OF_A_LINE] for text in (*told, *lines))
    beside = f"Interview, {row.starts_at.date().isoformat()}"
    return Entry(f"Talk with {row.person.name}", f"/interviews/{row.id}", beside=beside, body=body[:_OF_ALL])


@part_of(InterviewNote)
def talk_of(line: InterviewNote) -> Interview:
    """A line is a part of what its talk is found by."""
    return line.interview

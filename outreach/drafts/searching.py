"""What drafts are found as."""

from __future__ import annotations

from outreach.drafts.fact_marks import without_marks
from outreach.drafts.models import Draft
from outreach.drafts.rules import KIND_WORDS
from outreach.people.searching import is_out_of_sight
from outreach.search import Entry, indexed

_LOOKED_THROUGH = 4_000
"""Characters of a text that it is found by: it is indexed anew with each pause in somebody's typing."""


@indexed(Draft, "draft", reads=("person",))
def draft_entry(draft: Draft) -> Entry | None:
    """By its subject and what it says."""
    if draft.deleted_at is not None or is_out_of_sight(draft.person):
        return None
    title = draft.subject.strip() or "A letter without a subject"
    beside = f"{KIND_WORDS.get(draft.kind, KIND_WORDS['other'])} · {draft.person.name}"
    return Entry(title, f"/drafts/{draft.id}", beside=beside, body=without_marks(draft.body[:_LOOKED_THROUGH]))

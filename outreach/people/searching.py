"""What people and the notes about them are found as."""

from __future__ import annotations

from outreach.people.models import Person, PersonNote, Position
from outreach.search import Entry, indexed, part_of

_TITLE_OF_NOTE = 120
"""Characters of a note that stand for it in a list."""


def is_out_of_sight(person: Person | None) -> bool:
    """Whether a person is removed, or joined to another one: then nothing about them is found either."""
    return person is not None and (person.deleted_at is not None or person.merged_into_id is not None)


@indexed(Person, "person", hidden_by=("deleted_at", "merged_into_id"), reads=("positions",))
def person_entry(person: Person) -> Entry | None:
    """By every form of the name, and by the present posts."""
    if is_out_of_sight(person):
        return None
    posts = [post_words(post) for post in person.positions if post.is_current]
    body = " ".join((person.search_key, person.goes_by, person.credentials, person.email, *posts))
    return Entry(person.name, f"/people/{person.id}", beside=posts[0] if posts else "", body=body)


@part_of(Position)
def person_of(position: Position) -> Person:
    """A post is a part of what its person is found by."""
    return position.person


def post_words(position: Position) -> str:
    """Title and organization in one line."""
    return ", ".join(part for part in (position.title, position.organization_name) if part)


@indexed(PersonNote, "note", reads=("person",))
def note_entry(note: PersonNote) -> Entry | None:
    """By its text; its beginning stands for it."""
    if note.deleted_at is not None or is_out_of_sight(note.person):
        return None
    words = " ".join(note.text.split())
    title = words if len(words) <= _TITLE_OF_NOTE else words[:_TITLE_OF_NOTE].rpartition(" ")[0] + " …"
    return Entry(
        title, f"/people/{note.person_id}#note-{note.id}", beside=f"Note on {note.person.name}", body=note.text
    )

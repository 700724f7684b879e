"""Drafts found by what they say, and not when they are deleted or whom they are about is."""

from __future__ import annotations

from outreach.drafts import operations
from outreach.people import operations as people
from outreach.search import search
from tests.factories import NOON


def found(session, words: str) -> list[tuple[str, str, str]]:
    return [(one.title, one.beside, one.path) for one in search(session, words, kinds=("draft",))]


def test_a_draft_is_found_by_its_subject_and_by_its_text(session, cast):
    line = (
        "Interview request: short-stay unit",
        "Ask for an interview · Inés Okafor-Lindqvist",
        f"/drafts/{cast.draft.id}",
    )
    assert found(session, "short-stay") == [line]
    assert found(session, "boarding") == [line]


def test_a_changed_text_is_found_by_its_new_words(session, cast, by):
    operations.save(session, cast.draft, "Lanterns", "Quiet halls", cast.draft.version, by)
    assert [title for title, _, _ in found(session, "quiet")] == ["Lanterns"]
    assert found(session, "boarding") == []


def test_a_deleted_draft_is_not_found_nor_one_about_somebody_who_was_deleted(session, cast, by):
    operations.remove(session, cast.draft, by)
    assert found(session, "lantern short-stay boarding") == found(session, "boarding") == []
    operations.bring_back(session, cast.draft, by)
    assert found(session, "boarding")
    people.remove(session, cast.leader, NOON)
    assert found(session, "boarding") == []

"""Versions: kept once, compared, put back without losing what stood there."""

from __future__ import annotations

import pytest

from outreach.drafts import rules, versions
from outreach.errors import NotFound


def numbers(session, draft) -> list[int]:
    return [one.number for one in versions.all_of(session, draft)]


def test_the_same_text_is_kept_once(session, cast, by):
    first = versions.keep(session, cast.draft, "written", by)
    assert versions.keep(session, cast.draft, "written", by) is first
    cast.draft.body = "Something else"
    assert versions.keep(session, cast.draft, "written", by).number == 2
    assert [one.is_text_now for one in versions.all_of(session, cast.draft)] == [True, False]


def test_an_earlier_text_comes_back_and_the_present_one_is_kept(session, cast, by):
    first = versions.keep(session, cast.draft, "composed", by)
    old = cast.draft.body
    cast.draft.body = "Unsaved as a version"
    versions.put_back(session, cast.draft, first, by)
    assert cast.draft.body == old
    kept = [versions.numbered(session, cast.draft, number) for number in numbers(session, cast.draft)]
    assert [(one.body, one.origin) for one in kept] == [
        (old, "restored"), ("Unsaved as a version", "written"), (old, "composed")
    ]  # fmt: skip


def test_two_versions_are_compared_word_by_word(session, cast, by):
    first = versions.keep(session, cast.draft, "written", by)
    cast.draft.body = cast.draft.body.replace("20", "30")
    told = versions.compared(first, cast.draft)
    assert ("added", " 30") in told.body
    assert not told.is_same
    assert versions.compared(first, first).is_same


def test_a_version_of_another_draft_is_none_of_this_one(session, cast, by):
    versions.keep(session, cast.draft, "written", by)
    with pytest.raises(NotFound):
        versions.version_here(session, cast.draft, 9)


def test_of_very_many_versions_the_composed_one_stays(session, cast, by, monkeypatch):
    monkeypatch.setattr(rules, "VERSIONS_MOST", 3)
    for number in range(6):
        cast.draft.body = f"Text {number}"
        versions.keep(session, cast.draft, "written" if number else "composed", by)
    assert numbers(session, cast.draft) == [6, 5, 4, 1]

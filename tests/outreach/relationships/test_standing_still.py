"""What stands still, in words."""

from __future__ import annotations

import pytest

from outreach.relationships import standing_still
from outreach.relationships.standing_still import stops


@pytest.fixture(autouse=True)
def _own_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing_still, "_kinds", {})


def test_it_is_counted_for_everybody_and_for_each():
    stops("letter", "letter", "letters", lambda _session, _ids: {1: 2, 2: 1})
    stops("rhythm", "reminder", "reminders", lambda _session, ids: {1: 1} if 1 in ids else {})
    still = standing_still.standing_still(None, [1, 2, 3])
    assert still.together == "3 letters and 1 reminder"
    assert still.by_person == {1: "2 letters and 1 reminder", 2: "1 letter"}


def test_where_there_is_nothing_or_nobody_it_says_nothing():
    stops("letter", "letter", "letters", lambda _session, _ids: {})
    assert standing_still.standing_still(None, [1]).together == ""
    stops("broken", "x", "xs", lambda _session, _ids: pytest.fail("asked for nobody"))
    assert standing_still.standing_still(None, []).by_person == {}

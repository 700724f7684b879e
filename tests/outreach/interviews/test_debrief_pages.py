"""The debrief through its pages: half of it saved, the sum before it is written, two windows."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from outreach.interviews.talk_models import Interview
from outreach.relationships.models import Promise, Touch

SAID = {
    "learned": "the aides drew the map",
    "changed_in_me": "I ask aides first now.",
    "to_verify": "",
    "next_give": "",
}
LINES = {"mine_1_what": "Send the draft", "mine_1_by": "2026-12-04", "advice_1_what": "Shadow a bed meeting"}


def version_on(page: str) -> str:
    return re.search(r'name="version"[^>]*value="(\d+)"', page)[1]


def form(alice, path: str, **more: str) -> dict[str, str]:
    return {"version": version_on(alice.get(path + "/debrief").text), **SAID, **LINES, **more}


def test_it_is_saved_summed_up_and_written_once(alice, inside, talk_path):
    answer = alice.post(talk_path + "/debrief", form(alice, talk_path, then="sum"))
    assert answer.headers["Location"] == talk_path + "/debrief/sum"
    page = alice.get(talk_path + "/debrief/sum").text
    assert "Send the draft, by Fri, Dec 4" in page
    assert "Met or spoke" in page
    with inside() as session:
        assert session.query(Touch).count() == 0
    for _ in range(2):
        assert alice.post(talk_path + "/debrief/write").headers["Location"] == talk_path + "/thanks"
    assert "It is in the ledger already." in alice.get(talk_path + "/thanks").text
    with inside() as session:
        assert session.query(Touch).count() == 1
        assert session.scalars(select(Promise.what)).all() == ["Send the draft"]
    assert "1 in the ledger" in alice.get(talk_path + "/debrief").text
    assert "Everything is in the ledger already." in alice.get(talk_path + "/debrief/sum").text


def test_half_of_it_waits_for_later_with_room_for_more_lines(alice, talk_path):
    alice.post(talk_path + "/debrief", form(alice, talk_path, then="later"))
    assert "Saved. Go on whenever you like." in alice.get(talk_path).text
    page = alice.get(talk_path + "/debrief").text
    assert 'value="Send the draft"' in page
    assert 'name="mine_2_what"' in page
    assert 'name="mine_3_what"' not in page


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"mine_1_by": "tomorrow"}, "Enter a day as year, month and day"),
        ({"mine_1_by": "2026-11-01"}, "This day lies before the talk."),
        ({"recommended_1_what": "A book", "recommended_1_url": "javascript:alert(1)"}, "begins with http://"),
        ({"learned": "x" * 10_001}, "Use at most 10,000 characters."),
    ],
)
def test_what_cannot_be_is_told_and_nothing_typed_is_lost(alice, talk_path, wrong, words):
    answer = alice.post(talk_path + "/debrief", form(alice, talk_path, then="sum", **wrong))
    assert answer.status_code == 422
    assert words in answer.text
    assert 'value="Send the draft"' in answer.text


def test_two_windows_keep_what_both_wrote(alice, inside, talk_path):
    first = form(alice, talk_path, then="later")
    alice.post(talk_path + "/debrief", first)
    alice.get(talk_path)
    answer = alice.post(talk_path + "/debrief", {**first, "learned": "the other window"})
    assert answer.status_code == 409
    assert "the aides drew the map" in answer.text
    assert "the other window" in answer.text
    with inside() as session:
        assert session.scalars(select(Interview.learned)).one() == "the aides drew the map"

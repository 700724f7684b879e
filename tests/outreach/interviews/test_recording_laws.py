"""The reminder about recording: named statutes, and the same request everywhere, to ask."""

from __future__ import annotations

import pytest

from outreach.interviews.recording_laws import ALWAYS, EVERYBODY, STATE_CHOICES, reminder
from research.places import STATES


@pytest.mark.parametrize("state", ["", "XX", *STATES])
def test_it_is_said_everywhere_to_ask_and_to_be_no_advice(state):
    assert "Ask always" in ALWAYS
    assert "no legal advice" in reminder(state)


def test_a_state_that_wants_everybody_s_yes_is_named_with_its_statute():
    assert reminder("WA").startswith("Washington wants the yes of everybody in the talk before it is recorded (Revised")
    assert "is not on the list" in reminder("TX")
    assert "California" in reminder("")


def test_every_state_can_be_chosen_and_each_on_the_list_is_one():
    assert {code for code, _ in STATE_CHOICES} == {"", *STATES}
    assert EVERYBODY.keys() <= STATES.keys()

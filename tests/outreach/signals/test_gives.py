"""Each kind of change has something to give with it: no ask, no present."""

from __future__ import annotations

import re

from outreach.drafts.compose import letters
from outreach.relationships.models import GIVES_THAT_COUNT
from outreach.signals import gives
from outreach.signals.models import SIGNAL_KINDS


def test_every_kind_has_an_idea_that_counts_as_a_give():
    assert gives.GIVES.keys() == SIGNAL_KINDS.keys()
    assert {one.kind for one in gives.GIVES.values()} <= set(GIVES_THAT_COUNT)
    assert gives.give_for("unheard of") == gives.GIVES["other"]


def test_none_asks_and_none_is_a_present():
    for one in gives.GIVES.values():
        assert not re.search(r"\?|gift|flowers|coffee|lunch|meet|call them|interview", one.words)


def test_the_letter_of_a_note_is_there_and_asks_for_nothing():
    letter = letters()[gives.NOTE_LETTER]
    assert "No reply is needed." in letter.source
    assert "?" not in letter.source.partition("block body")[2]

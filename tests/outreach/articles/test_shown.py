"""What a reviewer is shown of a version: their scope, their own words marked, those of others left out."""

from __future__ import annotations

import pytest

from outreach.articles.shown import HIDDEN, Viewer, shown_to
from outreach.articles.versions import FactMeant, Marks, QuoteMeant

BODY = """“Nobody had decided who could open the room on a Sunday,”[q1] says Inés. “It took a *long*
month to see,”[q2] says Ng.

Boarding fell by 31%.[1] Nothing else did.

A “bed board” came later, and “a report said that waits were halved”[q3].
"""
MARKS = Marks(
    (
        QuoteMeant(1, "Inés Okafor-Lindqvist", "Nobody had decided who could open the room on a Sunday", person_id=1),
        QuoteMeant(2, "Amadi Ng", "It took a long month to see", person_id=2),
        QuoteMeant(3, "The report", "a report said that waits were halved", source="source"),
    ),
    (FactMeant(1, "Boarding fell by 31%."),),
)
INES = Viewer(1, "Inés Okafor-Lindqvist", "whole")


def shown(**named: object):
    told = {"person_id": 1, "name": "Inés Okafor-Lindqvist", "scope": "whole", **named}
    return shown_to("The keys", BODY, MARKS, Viewer(**told))


def test_own_words_are_marked_and_those_of_others_hidden_but_not_those_of_a_public_source():
    seen = shown()
    first, _, third = seen.paragraphs
    assert [part.text for part in first.parts if part.quote] == [
        "“Nobody had decided who could open the room on a Sunday,”"
    ]
    assert HIDDEN in first.text
    assert "long month" not in first.text
    assert "waits were halved" in third.text
    assert [(one.position, one.number) for one in seen.quotes] == [(1, 1)]
    assert not seen.is_part


def test_who_may_see_all_sees_the_words_of_others_unmarked():
    first = shown(sees_all=True).paragraphs[0]
    assert "It took a long month to see" in first.text
    assert [part.quote for part in first.parts] == [1, 0]


@pytest.mark.parametrize(
    ("scope", "texts"),
    [("quotes", ["“Nobody", "Boarding"]), ("facts", ["Boarding"]), ("whole", ["“Nobody", "Boarding", "A “bed"])],
)
def test_a_scope_shows_what_it_covers(scope: str, texts: list[str]):
    seen = shown(scope=scope)
    assert [one.text[: len(start)] for one, start in zip(seen.paragraphs, texts, strict=True)] == texts
    assert seen.is_part == (scope != "whole")


def test_the_hash_is_of_what_is_shown_alone():
    whole = shown()
    assert whole.hash == shown().hash
    assert whole.hash != shown(scope="facts").hash
    assert whole.hash != shown(sees_all=True).hash
    other = shown_to("The keys", BODY.replace("It took a *long*", "It took us a whole"), MARKS, INES)
    assert other.hash == whole.hash, "what was hidden from them has changed"
    assert shown_to("The key", BODY, MARKS, INES).hash != whole.hash


def test_a_name_stands_for_a_person_who_was_deleted():
    assert shown(person_id=None).quotes == shown().quotes
    assert shown(person_id=3, name="Inés Okafor-Lindqvist").quotes == ()


def test_a_text_without_quotes_or_paragraphs_is_shown_as_it_is():
    seen = shown_to("", "", Marks(), INES)
    assert (seen.paragraphs, seen.quotes, seen.words) == ((), (), 0)

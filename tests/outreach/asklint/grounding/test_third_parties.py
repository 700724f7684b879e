"""What is told of others: who says it, whose state it is, whose place, and who acts."""

from __future__ import annotations

import pytest

from outreach.asklint.grounding import third_parties
from outreach.asklint.grounding.figures import figures_of
from outreach.asklint.grounding.line import Line, lines_of
from outreach.asklint.grounding.names import names_in
from outreach.asklint.reading import Reading
from outreach.asklint.types import Kind, Known, Message

KNOWN = Known(person="Odalys Perdue", organization="Larkmoor Hospital", facts=("Larkmoor Hospital is in Ohio.",))


def line_of(text: str) -> Line:
    return next(lines_of(Reading(Message(Kind.OTHER, text, KNOWN))))


@pytest.mark.parametrize(
    ("text", "is_others"),
    [
        ("Some 4,000 children are waiting, the county says.", True),
        ("It has outlived four governors, my aunt likes to say.", True),
        ("Some 4,000 children are waiting, you said.", False),
        ("Some 4,000 children are waiting, and the county wrote reports.", False),
        ("Some 4,000 children are waiting, Larkmoor says.", False),
    ],
)
def test_who_says_it_stands_at_the_end(text: str, is_others: bool) -> None:
    assert third_parties.is_told_by_others(line_of(text)) is is_others


@pytest.mark.parametrize(
    ("text", "is_whole"),
    [
        ("Ohio alone has 27 small hospitals.", True),
        ("Some 4,000 children in this state wait.", True),
        ("Some 4,000 of your children in this state wait.", False),
        ("The ward has 27 beds.", False),
    ],
)
def test_a_count_of_a_whole_state_is_nobodys(text: str, is_whole: bool) -> None:
    line = line_of(text)
    at = next(at for at, token in enumerate(line.tokens) if token.kind == "n")
    assert third_parties.is_of_whole_state(line, at) is is_whole


@pytest.mark.parametrize(
    ("text", "is_writers", "acts"),
    [
        ("I gave it to the staff of Elm Middle School, where I teach.", True, False),
        ("Elm Middle School, where you teach, is near.", False, False),
        ("The Shore League has asked me to speak.", False, True),
        ("The Shore League has asked you to speak.", False, False),
        ("The Shore League brought me to your page.", False, False),
    ],
)
def test_the_writers_place_and_who_acts_on_the_writer(text: str, is_writers: bool, acts: bool) -> None:
    line = line_of(text)
    name = next(name for name in names_in(line.tokens) if name.after - name.first > 1)
    assert third_parties.is_writers_place(line, name) is is_writers
    assert third_parties.acts_on_writer(line, name) is acts


@pytest.mark.parametrize(
    ("text", "is_of_piece"),
    [
        ("It is for Ward Notes, which goes to 1,200 members.", True),
        ("The article reaches 900 readers.", True),
        ("The shuttle reaches 900 farms.", False),
        ("The article is on 900 farms.", False),
    ],
)
def test_who_gets_the_article_is_its_audience(text: str, is_of_piece: bool) -> None:
    assert third_parties.is_audience(line_of(text), figures_of(text)[0]) is is_of_piece

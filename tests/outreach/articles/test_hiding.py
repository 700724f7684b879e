"""Words that a reviewer may not read are hidden, also where they cannot be cut out to the letter."""

from __future__ import annotations

import pytest

from outreach.articles.shown import HIDDEN, Viewer, shown_to
from outreach.articles.versions import FactMeant, Marks, QuoteMeant

MARKS = Marks(
    (
        QuoteMeant(1, "Inés Okafor-Lindqvist", "Nobody had decided who could open the room", person_id=1),
        QuoteMeant(2, "Amadi Ng", "It took a long month to see", person_id=2),
    ),
    (FactMeant(1, "Boarding fell by 31%."),),
)
INES = Viewer(1, "Inés Okafor-Lindqvist", "whole")
OWN = "“Nobody had decided who could open the room,”[q1] says Inés."


@pytest.mark.parametrize(
    "body",
    [
        "Here\u00a0he says “it took us a SECRET\u00a0long month”[q2] and goes.",
        "R&eacute;sum&eacute;: “it took us a SECRET month”[q2] he says.",
        "“It took a SECRET month.\n\nIt was SECRET to all of us”[q2]",
        "“It took a SECRET month.\n\n“It was SECRET to us.\n\n“And SECRET to all of them”[q2]",
        "> It took us SECRET months.\n\n— Ng[q2]",
        "> It took us SECRET months.\n>\n> They were SECRET.[q2]",
        "«It took us SECRET months»[q2]",
        "‘It took us SECRET months’[q2]",
        "“It took us SECRET months,” says Ng.[q2]",
        "“It took us SECRET months”[1][q2]",
        "**“It took us SECRET months”**[q2]",
        "“He said “it was SECRET then” and SECRET so on”[q2]",
        "“" + "It took SECRET months " * 100 + "”[q2]",
        "“It took *us SECRET* months”[q2]",
        "“12. It took us SECRET months”[q2]",
        "[q2] It took us SECRET months, says Ng.",
        "“It took us SECRET months”[q9]",
    ],
)
def test_words_of_others_are_hidden_however_they_are_written(body: str):
    seen = shown_to("Keys", f"Before all of it.\n\n{body}\n\nAfter all of it.", MARKS, INES)
    text = "\n".join(one.text for one in seen.paragraphs)
    assert "SECRET" not in text
    assert HIDDEN in text
    assert "After all of it." in text
    own = shown_to("Keys", body, MARKS, Viewer(2, "Amadi Ng", "whole", sees_all=True))
    assert "SECRET" in "\n".join(one.text for one in own.paragraphs)


def test_own_words_stay_in_a_paragraph_that_is_hidden_as_a_whole():
    (paragraph,) = shown_to("Keys", f"{OWN} «It took us SECRET months»[q2]", MARKS, INES).paragraphs
    assert [(part.text, part.quote) for part in paragraph.parts] == [
        (HIDDEN, 0), ("“Nobody had decided who could open the room,”", 1), (HIDDEN, 0),
    ]  # fmt: skip


def test_what_stands_beside_is_not_hidden():
    body = f"“A report on keys came out early,” they wrote.\n\n{OWN}\n\n“It took us months”[q2]\n\n> A block of ours."
    texts = [one.text for one in shown_to("Keys", body, MARKS, INES).paragraphs]
    assert texts == [
        "“A report on keys came out early,” they wrote.",
        "“Nobody had decided who could open the room,” says Inés.", f"“{HIDDEN}”", "A block of ours.",
    ]  # fmt: skip


def test_own_words_that_cannot_be_marked_are_told():
    assert not shown_to("Keys", OWN, MARKS, INES).is_unsure
    for body in ("> Nobody had decided[q1]", "“Nobody had.\n\nDecided who could”[q1]", "R&eacute;s. " + OWN):
        assert shown_to("Keys", body, MARKS, INES).is_unsure, body


@pytest.mark.parametrize(
    "body",
    ["**Boarding fell.**[1]", "“Boarding fell by a third of it,” says Ng.[q2][1]", "Boarding fell [ever](/so)[1]"],
)
def test_a_fact_at_the_end_of_a_paragraph_is_of_that_paragraph(body: str):
    facts = Viewer(1, "Inés Okafor-Lindqvist", "facts", sees_all=True)
    seen = shown_to("Keys", f"Before.\n\n{body}\n\nAfter.", MARKS, facts)
    assert [one.text[:4] for one in seen.paragraphs] in (["Boar"], ["“Boa"])

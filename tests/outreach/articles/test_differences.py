"""What differs between two texts: words, paragraphs, moves, and inputs that would take forever to weigh."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from outreach.articles import article_text
from outreach.articles.differences import compared, who_wrote, words_apart

OLD = """## The problem

Patients waited in the hallway for nine hours, most of them on a stretcher.

Nobody had decided who could open the room on a Sunday.

## The end

Boarding fell by 31% in six months.[1]
"""


def kinds(found) -> list[str]:
    return [one.kind for one in found.changes]


def test_the_same_text_differs_nowhere_and_marks_do_not_count():
    assert compared("Keys", OLD, "Keys", OLD.replace("[1]", "")).is_same


def test_a_changed_word_is_shown_in_its_paragraph_alone():
    found = compared("Keys", OLD, "Keys", OLD.replace("nine hours", "seven hours"))
    assert kinds(found) == ["same", "changed", "same", "same", "same"]
    pieces = found.changed[0].pieces
    assert ("removed", " nine") in pieces
    assert ("added", " seven") in pieces


def test_a_paragraph_that_moved_is_no_noise():
    moved = "Nobody had decided who could open the room on a Sunday.\n\n"
    found = compared("Keys", OLD, "Keys", OLD.replace(moved, "") + "\n" + moved)
    assert sorted(kinds(found)) == ["moved", "same", "same", "same", "same"]
    edited = compared("Keys", OLD, "Keys", OLD.replace(moved, "") + "\n" + moved.replace("Sunday", "Monday"))
    assert [(one.kind, one.is_moved) for one in edited.changed] == [("changed", True)]


def test_a_paragraph_that_came_or_went_is_shown_whole():
    found = compared("Keys", OLD, "Doors", OLD + "\nThe county paid for the keys, and for nothing else.")
    assert kinds(found)[-1] == "added"
    assert found.title == (("removed", "Keys"), ("added", "Doors"))
    back = compared("Keys", OLD + "\nThe county paid for the keys, and for nothing else.", "Keys", OLD)
    assert kinds(back)[-1] == "removed"
    assert compared("", "", "", OLD).counts() == {"added": 5}


def test_a_short_word_between_two_changes_is_not_shown_alone():
    assert words_apart("the old man at sea now", "the young woman at home now") == (
        ("same", "the"), ("removed", " old man at sea"), ("added", " young woman at home"), ("same", " now"),
    )  # fmt: skip


TEXTS = st.text(st.sampled_from("ab .\n*#[1]“”é"), max_size=200)


@given(TEXTS, TEXTS)
def test_same_and_added_are_the_new_text_same_and_removed_the_old_one(old, new):
    pieces = words_apart(old, new)
    assert "".join(text for kind, text in pieces if kind != "removed") == new
    assert "".join(text for kind, text in pieces if kind == "removed") or len(pieces) < 2 or "added" in dict(pieces)
    words = "".join(text for kind, text in pieces if kind != "added").split()
    assert words == old.split()


@given(TEXTS, TEXTS)
def test_every_paragraph_of_both_texts_is_accounted_for(old, new):
    found = compared("t", old, "t", new)
    shown = [one for one in found.changes if one.kind != "removed"]
    assert len(shown) == len(article_text.paragraphs(new))
    both = sum(one.kind in ("same", "changed", "moved") for one in found.changes)
    removed = sum(one.kind == "removed" for one in found.changes)
    assert both + removed == len(article_text.paragraphs(old))


def test_the_worst_texts_are_shown_as_a_whole():
    word = "a " * 100_000
    assert compared("t", "x " + word + "x", "t", "y " + word[:-20] + "y").counts() == {"changed": 1}
    lines = "- a\n" * 700
    assert compared("t", "- b\n" + lines, "t", lines + "- c").counts()["added"] >= 1
    assert compared("t", "[" * 20_000, "t", "*" * 19_999 + "b").counts() == {"added": 1, "removed": 1}


def test_each_paragraph_tells_the_version_in_which_it_came():
    first, second = "One.\n\nTwo.[1]", "One.\n\nTwo, changed.\n\nThree."
    assert [(one.text, one.number) for one in who_wrote([(1, first), (2, second), (3, "Three.\n\nTwo.\n\nOne.")])] == [
        ("Three.", 2), ("Two.", 3), ("One.", 1),
    ]  # fmt: skip
    assert who_wrote([]) == ()

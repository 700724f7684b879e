"""What differs between two versions as a reviewer sees them."""

from __future__ import annotations

from outreach.articles.shown import Shown, Viewer, shown_to
from outreach.articles.shown_changes import between
from outreach.articles.versions import Marks


def seen(title: str, body: str) -> Shown:
    return shown_to(title, body, Marks(), Viewer(None, "", "whole"))


def texts(changed) -> list[str]:
    signs = {"same": "", "removed": "-", "added": "+"}
    return ["|".join(signs[kind] + text.strip() for kind, text in one.parts) for one in changed]


def test_changed_paragraphs_alone_word_by_word():
    old = seen("Keys", "One stays.\n\nTwo had a key on Sunday.\n\nThree goes.")
    new = seen("The keys", "One stays.\n\nTwo had a key on Monday.\n\nFour is new.")
    assert texts(between(old, new)) == [
        "-Keys|+The keys", "Two had a key on|-Sunday.|+Monday.", "-Three goes.|+Four is new.",
    ]  # fmt: skip


def test_an_added_and_a_removed_paragraph():
    assert texts(between(seen("t", "One."), seen("t", "One.\n\nTwo."))) == ["+Two."]
    assert texts(between(seen("t", "One.\n\nTwo."), seen("t", "Two."))) == ["-One."]


def test_nothing_differs():
    assert between(seen("t", "One."), seen("t", "One.")) == ()

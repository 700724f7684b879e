from __future__ import annotations

from outreach.articles.word_in.model import Change, Mark, Reply, WordFile


def test_everybody_who_changed_or_answered_is_named_once():
    changes = (
        Change("insertion", "Ada Lind"),
        Change("comment", "", replies=(Reply("Ben Okoro", None, "Yes."), Reply("Ada Lind", None, "Good."))),
    )
    assert WordFile(changes, (), (), ()).authors == ("Ada Lind", "Ben Okoro")


def test_formatting_alone_is_no_tracked_change_of_words():
    look = Mark("formatting", "words", "Ada Lind", None, "x")
    assert not WordFile((), (look,), (), ()).has_tracked_changes
    assert WordFile((), (look, Mark("deletion", "words", "", None, "x")), (), ()).has_tracked_changes


def test_a_paragraph_is_a_line_of_each_text():
    found = WordFile((), (), ("a", "b"), ("a",))
    assert (found.accepted, found.rejected) == ("a\nb", "a")

from __future__ import annotations

from outreach.articles.word_in.numbering import Item, Lists
from outreach.articles.word_in.story import LONGEST_QUOTE, Lines, Place, Story


def lines(*texts: str) -> Lines:
    made = Lines(Lists())
    for text in texts:
        made.add(text)
        made.end(Item())
    return made


def test_a_paragraph_without_its_mark_goes_on_in_the_next():
    made = lines()
    made.add("one ")
    made.hold(Item())
    made.begin()
    made.add("two")
    made.end(Item())
    assert made.paragraphs == ["one two"]


def test_held_words_before_a_table_stand_for_themselves_and_nothing_leaves_no_line():
    made = lines()
    made.add("one")
    made.hold(Item())
    made.settle()
    made.hold(Item())
    made.settle()
    assert made.paragraphs == ["one"]


def test_a_row_that_is_gone_takes_its_empty_lines_and_what_stood_in_them_moves_before_it():
    made = lines("top")
    made.begin_row()
    made.end(Item())
    inside = made.place()
    made.end(Item())
    made.end_row(gone=True)
    assert made.paragraphs == ["top"]
    assert inside == Place(1, 0)


def test_words_in_a_row_that_is_gone_stay():
    made = lines("top")
    made.begin_row()
    made.add("kept")
    made.end(Item())
    made.end_row(gone=True)
    assert made.paragraphs == ["top", "kept"]


def test_text_between_two_places_runs_over_paragraphs_and_ends_somewhere():
    made = lines("one", "two", "x" * 5_000)
    assert made.between(Place(0, 1), Place(1, 2)) == "ne\ntw"
    assert made.between(Place(0, 0), Place(0, 0)) == ""
    assert len(made.between(Place(0, 0), Place(2, 5_000))) == LONGEST_QUOTE
    assert made.between(Place(2, 0), Place(9, 0)) == "x" * LONGEST_QUOTE


def test_what_is_around_a_place_stays_in_its_paragraph():
    made = lines("before", "left|right")
    assert (made.before(Place(1, 4)), made.after(Place(1, 4))) == ("left", "|right")
    assert (made.before(Place(7, 0)), made.after(Place(7, 0)), made.column(Place(7, 3))) == ("", "", 3)


def test_text_goes_to_the_states_that_have_it():
    story = Story("text", Lists())
    for words, inserted, deleted in (("a", False, False), ("b", True, False), ("c", False, True), ("d", True, True)):
        story.add(words, inserted=inserted, deleted=deleted)
    story.end_paragraph(Item(), Item(), inserted=False, deleted=False)
    assert (story.accepted.paragraphs, story.rejected.paragraphs) == (["ab"], ["ac"])


def test_a_row_ends_without_harm_where_none_began():
    story = Story("text", Lists())
    story.end_row()
    assert not story.in_tracked_row

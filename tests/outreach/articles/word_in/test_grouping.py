from __future__ import annotations

import pytest

from outreach.articles.word_in.comments import Comment
from outreach.articles.word_in.grouping import comment_change, mark_of, suggestions
from outreach.articles.word_in.model import Change
from outreach.articles.word_in.numbering import Lists
from outreach.articles.word_in.reading import read
from outreach.articles.word_in.story import Anchor, Place, Story
from tests.outreach.articles.word_in.word_files import (
    cell,
    deleted,
    inserted,
    mark,
    old_run,
    paragraph,
    row,
    run,
    said,
    table,
    word_file,
)


def changes(*blocks: str) -> list[tuple[str, str, str]]:
    return [(change.kind, change.before, change.after) for change in full(*blocks)]


def full(*blocks: str) -> tuple[Change, ...]:
    return read(word_file("".join(blocks))).changes


def moved(name: str, end: str, inside: str, number: int) -> str:
    """A paragraph that is one end ("From" or "To") of a move."""
    text = paragraph(mark(f"move{end}", run(inside)), end=f"move{end}")
    return f'<w:move{end}RangeStart w:id="{number}" w:name="{name}"/>{text}<w:move{end}RangeEnd w:id="{number}"/>'


def test_no_marks_make_no_suggestions():
    assert suggestions([]) == []


@pytest.mark.parametrize("pieces", [("old", "new"), ("new", "old")])
def test_a_deletion_beside_an_insertion_of_one_author_is_a_replacement(pieces: tuple[str, str]):
    both = "".join(deleted("old") if one == "old" else inserted("new") for one in pieces)
    (change,) = full(paragraph(run("a "), both, run(" z")))
    assert (change.kind, change.before, change.after) == ("replacement", "old", "new")
    assert [part.text for part in change.parts] == list(pieces)


def test_two_authors_make_two_suggestions():
    assert changes(paragraph(deleted("old"), inserted("new", "Ben Okoro"))) == [
        ("deletion", "old", ""), ("insertion", "", "new"),
    ]  # fmt: skip


def test_words_between_keep_suggestions_apart():
    assert len(changes(paragraph(deleted("a"), run(" "), inserted("b")))) == 2
    assert len(changes(paragraph(inserted("a")), paragraph(inserted("b")))) == 2


def test_paragraphs_inserted_in_one_go_are_one_suggestion():
    new = paragraph(inserted("one"), end="ins") + paragraph(inserted("two"), end="ins")
    assert changes(said("a"), new, said("z")) == [("insertion", "", "one\ntwo\n")]


def test_a_deletion_within_the_insertion_of_somebody_else_is_a_suggestion_of_its_own():
    both = mark("ins", run("a ") + mark("del", old_run("b"), "Ben Okoro"))
    first, second = full(paragraph(both))
    assert (first.kind, first.after, first.author, first.inside_of) == ("insertion", "a b", "Ada Lind", "")
    assert (second.kind, second.before, second.author, second.inside_of) == (
        "deletion", "b", "Ben Okoro", "Ada Lind",
    )  # fmt: skip


def test_what_somebody_deletes_of_the_own_insertion_was_never_suggested():
    (change,) = full(paragraph(mark("ins", run("a") + mark("del", old_run("b")))))
    assert (change.before, change.after, len(change.parts)) == ("", "a", 2)


def test_a_row_with_its_words_is_one_suggestion():
    new = row(cell(paragraph(inserted("c"))), cell(paragraph(inserted("d"))), properties=mark("ins"))
    (change,) = full(table(row(cell(said("a")), cell(said("b"))), new))
    assert (change.kind, change.after, [part.what for part in change.parts]) == (
        "insertion", "c\nd", ["table row", "words", "words"],
    )  # fmt: skip


def test_both_ends_of_a_move_are_one_suggestion():
    (change,) = full(said("a"), moved("m1", "From", "b", 1), said("c"), moved("m1", "To", "b", 2), said("z"))
    assert (change.kind, change.before, change.after) == ("move", "b\n", "b\n")
    assert (change.paragraph_index, change.moved_to_paragraph, change.moved_to_start) == (1, 3, 0)
    assert [part.kind for part in change.parts] == ["moved away"] * 2 + ["moved here"] * 2


def test_moves_are_told_apart_by_the_names_of_their_ranges():
    blocks = [
        moved("m2", "To", "x", 1),
        moved("m1", "From", "y", 2),
        moved("m1", "To", "y", 3),
        moved("m2", "From", "x", 4),
    ]
    assert changes(*blocks, said("z")) == [("move", "x\n", "x\n"), ("move", "y\n", "y\n")]


def test_ends_without_a_name_are_paired_by_their_words_and_then_by_their_order():
    inline = [
        mark("moveFrom", run("a")),
        mark("moveFrom", run("b")),
        mark("moveTo", run("b")),
        mark("moveTo", run("c")),
    ]
    assert changes(paragraph(run("-").join(inline))) == [("move", "a", "c"), ("move", "b", "b")]


def test_a_move_with_one_end_is_still_told():
    assert changes(paragraph(mark("moveFrom", run("a")), run("z"))) == [("move", "a", "")]
    assert changes(paragraph(mark("moveTo", run("a")), run("z"))) == [("move", "", "a")]


def test_an_edit_of_moved_words_is_a_suggestion_within_the_move():
    arrived = mark("moveTo", run("b ") + mark("del", old_run("c")))
    blocks = paragraph(mark("moveFrom", run("b c")), run(" - "), arrived, inserted("d"))
    assert changes(blocks) == [("move", "b c", "b "), ("deletion", "c", ""), ("insertion", "", "d")]


def test_marks_without_anything_in_them_are_still_counted():
    (change,) = full(paragraph(mark("ins"), run("a")))
    assert (change.kind, change.after, len(change.parts)) == ("insertion", "", 1)


def test_the_time_is_that_of_the_first_mark_that_tells_one():
    (change,) = full(
        paragraph(mark("del", old_run("a"), when="never"), mark("ins", run("b"), when="2026-05-06T00:00:00Z"))
    )
    assert change.made_at is not None
    assert change.made_at.day == 6


def test_formatting_by_one_hand_over_several_runs_is_one_line():
    look = '<w:r><w:rPr><w:rPrChange w:id="1" w:author="A"><w:rPr/></w:rPrChange></w:rPr><w:t>x</w:t></w:r>'
    assert changes(paragraph(look, look, run("-"), look)) == [("formatting", "xx", "xx"), ("formatting", "x", "x")]


def test_a_comment_tells_what_it_is_about_and_where():
    story = Story("text", Lists())
    story.accepted.paragraphs, story.accepted.labels = ["about this here"], [0]
    story.rejected.paragraphs, story.rejected.labels = ["about that here"], [0]
    span = (Place(0, 6), Place(0, 10))
    change = comment_change(Comment("1", "Ada Lind", None, "Why?", True, ()), Anchor(story, 1, span, span))
    assert (change.comment, change.before, change.after, change.resolved) == ("Why?", "that", "this", True)
    assert (change.context_before, change.context_after, change.start) == ("about ", " here", 6)
    assert comment_change(Comment("1", "", None, "Why?", False, ()), None).place == ""


def test_a_mark_is_handed_out_as_one_value():
    found = read(word_file(paragraph(inserted("a"))))
    assert found.changes[0].parts[0] is found.marks[0]
    assert mark_of.__doc__

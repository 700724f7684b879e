from __future__ import annotations

import pytest

from outreach.articles.word_in import marking
from outreach.articles.word_in.container import Refused
from outreach.articles.word_in.marking import MOST_MARKS_DEEP, Marking
from outreach.articles.word_in.numbering import Lists
from outreach.articles.word_in.story import Story


@pytest.fixture
def story() -> Story:
    return Story("text", Lists())


def by(name: str) -> dict[str, str]:
    return {"http://schemas.openxmlformats.org/wordprocessingml/2006/main author": name}


def test_words_belong_to_every_mark_around_them(story: Story):
    read = Marking()
    read.begin("w:ins", by("Ada Lind"), story)
    read.begin("w:del", by("Ben Okoro"), story)
    assert (read.inserted, read.deleted, read.write("x")) == (True, True, 2)
    read.end()
    read.end()
    assert [("".join(found.pieces), "".join(found.kept)) for found in read.found] == [("x", "x"), ("x", "x")]
    assert read.found[1].outer is read.found[0]
    assert (read.inserted, read.deleted) == (False, False)


def test_what_one_author_inserts_and_deletes_again_is_kept_by_neither_mark(story: Story):
    read = Marking()
    read.begin("w:ins", by(" Ada Lind "), story)
    read.write("a")
    read.begin("w:del", by("Ada Lind"), story)
    read.write("b")
    assert ["".join(found.kept) for found in read.found] == ["a", ""]
    assert ["".join(found.pieces) for found in read.found] == ["ab", "b"]


def test_words_of_an_inner_story_are_not_those_of_the_marks_around_it(story: Story):
    read = Marking()
    read.begin("w:ins", by("Ada Lind"), story)
    read.enter()
    assert read.write("x") == 0
    assert read.inserted
    read.end()  # closes nothing that began outside
    read.leave()
    assert read.write("y") == 1


def test_a_mark_within_too_many_is_refused(story: Story):
    read = Marking()
    for _ in range(MOST_MARKS_DEEP):
        read.begin("w:ins", {}, story)
    with pytest.raises(Refused, match="deeper than Word"):
        read.begin("w:ins", {}, story)


def test_too_many_marks_are_refused(story: Story, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(marking, "MOST_MARKS", 3)
    read = Marking()
    for _ in range(3):
        read.point("insertion", "words", {}, story)
    with pytest.raises(Refused, match="tracked changes"):
        read.point("insertion", "words", {}, story)


def test_a_mark_without_words_says_what_it_is_about(story: Story):
    read = Marking()
    assert not read.show("picture")
    read.begin("w:ins", {}, story)
    assert read.show("picture")
    assert read.found[0].what == "picture"


def test_the_range_that_began_last_names_the_move(story: Story):
    read = Marking()
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    read.begin_move("w:moveFromRangeStart", {f"{w} id": "1", f"{w} name": "one"})
    read.begin_move("w:moveFromRangeStart", {f"{w} id": "2", f"{w} name": "two"})
    assert (read.move_name("w:moveFrom"), read.move_name("w:moveTo"), read.move_name("w:ins")) == ("two", "", "")
    read.end_move("w:moveFromRangeEnd", {f"{w} id": "2"})
    assert read.move_name("w:moveFrom") == "one"


def test_a_change_of_look_ends_with_its_run_or_its_paragraph(story: Story):
    read = Marking()
    look = read.point("formatting", "words", {}, story)
    read.begin_format(look)
    read.write("a")
    read.end_format_of_run()
    read.write("b")
    assert look.pieces == ["a"]
    whole = read.point("formatting", "paragraph", {}, story)
    read.begin_format(whole)
    read.end_format_of_run()
    read.write("c")
    assert not read.end_paragraph(0)
    assert (whole.pieces, read.formats) == (["c"], 0)

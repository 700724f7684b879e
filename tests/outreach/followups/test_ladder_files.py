"""Ladder files are read strictly: what is wrong is told with its file and line, and costs only its own ladder."""

from __future__ import annotations

import pytest

from outreach.followups import ladder_files
from outreach.followups.ladder_files import BadLadder, read_folder, read_ladder

GOOD = """title = "After a request"
after = ["interview-request"]
rest_days = 90

[[step]]
kind = "note"
letter = "reminder"
wait_working_days = 7
most_words = 60
adds = "Something new."

[[step]]
kind = "closing"
letter = "closing-note"
wait_working_days = 15
latest_working_days = 20
gap_working_days = 7
most_words = 70
adds = "Something to keep."
to = "assistant"
"""


def test_the_ladders_that_are_here_can_be_read():
    assert ladder_files.problems() == ()
    ladder = ladder_files.ladders()["interview-request"]
    assert [(one.kind, one.wait, one.gap) for one in ladder.steps] == [("note", 7, 7), ("closing", 15, 7)]
    assert ladder.steps[1].latest == 20
    assert ladder.steps[1].to_assistant
    assert ladder.rest_days >= 90
    assert ladder.step(3) is None


def test_a_kind_of_letter_finds_its_ladder():
    assert ladder_files.ladder_after("assistant-request").key == "interview-request"
    assert ladder_files.ladder_after("thank-you") is None


@pytest.mark.parametrize(
    ("before", "after", "line", "words"),
    [
        ("wait_working_days = 7", "wait_working_days = -3", 8, "it has to be 7 to 60 working days"),
        ("wait_working_days = 7", "wait_working_days = 6", 8, "it has to be 7 to 60 working days"),
        ("wait_working_days = 7", "wait_working_days = true", 8, "a number of working days"),
        ("wait_working_days = 7", 'wait_working_days = "a week"', 8, "a number of working days"),
        ("gap_working_days = 7", "gap_working_days = 3", 17, "it has to be 7 to 60 working days"),
        ("wait_working_days = 15", "wait_working_days = 9", 15, "7 working days or more after the first"),
        ("latest_working_days = 20", "latest_working_days = 14", 16, "it has to be 15 to 60"),
        ('letter = "reminder"', 'letter = "remainder"', 7, "has no letter “remainder”"),
        ('letter = "reminder"', "letter = 4", 7, "set letter to words"),
        ('kind = "note"', 'kind = "nudge"', 6, "is no kind of step"),
        ('kind = "note"', 'kind = "closing"', 6, "the last step closes kindly, and only the last"),
        ("most_words = 60", "most_words = 90", 9, "it has to be 20 to 60 words"),
        ('adds = "Something new."', "", 5, "adds is missing"),
        ('adds = "Something new."', 'adds = " "', 10, "set adds to words"),
        ('to = "assistant"', 'to = "everybody"', 20, "“reader” or “assistant”"),
        ("rest_days = 90", "rest_days = 30", 3, "it has to be 90 to 730 days"),
        ('after = ["interview-request"]', 'after = ["love-letter"]', 2, "is no kind of letter"),
        ('after = ["interview-request"]', "after = []", 2, "name the letters"),
        ('title = "After a request"', "title = 3", 1, "set title to words"),
        ("rest_days = 90", "rest_days = 90\ncolor = 1", 4, "nothing is called “color” here"),
        ('to = "assistant"', "tone = 1", 20, "nothing is called “tone” here"),
        ("rest_days = 90", "rest_days = ", 3, "this cannot be read"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(before, after, line, words):
    with pytest.raises(BadLadder) as told:
        read_ladder("x", GOOD.replace(before, after, 1))
    assert told.value.line == line
    assert words.replace("“", '"').replace("”", '"') in told.value.problem.replace("“", '"').replace("”", '"')


def test_a_third_note_is_refused():
    third = (
        '\n[[step]]\nkind = "closing"\nletter = "closing-note"\nwait_working_days = 30\nmost_words = 60\nadds = "x"\n'
    )
    with pytest.raises(BadLadder, match="at most two notes; this one has 3") as told:
        read_ladder("x", GOOD + third)
    assert told.value.line == 22


@pytest.mark.parametrize("text", ["", "step = 3", "title = 'x'", "\x00", "[[step]]\n" * 3, "step = [1]"])
def test_what_is_no_ladder_at_all_is_told_too(text):
    with pytest.raises(BadLadder):
        read_ladder("x", text)


def test_a_bad_name_is_refused():
    with pytest.raises(BadLadder, match="name the file"):
        read_ladder("X y", GOOD)


def test_a_wrong_file_costs_only_its_own_ladder(tmp_path):
    (tmp_path / "good.toml").write_text(GOOD, "utf-8")
    (tmp_path / "twin.toml").write_text(GOOD, "utf-8")
    (tmp_path / "negative.toml").write_text(GOOD.replace("= 15", "= -15"), "utf-8")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    found, problems = read_folder(tmp_path)
    assert list(found) == ["good"]
    assert [(one.file, one.line) for one in problems] == [("bytes.toml", 1), ("negative.toml", 15), ("twin.toml", 2)]
    assert "ladders/negative.toml, line 15: wait_working_days is -15" in problems[1].words

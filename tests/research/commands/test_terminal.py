from __future__ import annotations

import pytest
from rich.text import Text

from research.commands.terminal import LEAST_WIDTH, USUAL_WIDTH, console, print_wrapped


@pytest.mark.parametrize("columns", ["0", "1", "-5", "abc", "80", "99999999999"])
def test_a_console_is_wide_enough_to_read_and_not_endless(monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    assert LEAST_WIDTH <= console().width <= 400
    monkeypatch.setenv("COLUMNS", "0")
    assert console().width == USUAL_WIDTH


def test_wrapped_lines_are_indented_and_have_no_blanks_at_their_ends(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "40")
    print_wrapped(console(), Text("word " * 60 + "x" * 100), 6)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 5
    assert all(line.startswith("      ") and line == line.rstrip() and len(line) <= 40 for line in lines)
    assert sum(line.count("x") for line in lines) == 100


def test_a_reader_that_went_away_is_left_to_the_command_line():
    with pytest.raises(BrokenPipeError):
        console().on_broken_pipe()

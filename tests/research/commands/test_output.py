from __future__ import annotations

import io
import json
import sys

import pytest

from research.commands.output import allow_every_character, plain, print_json, print_text


def an_output(monkeypatch, encoding):
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    monkeypatch.setattr(sys, "stdout", stream)
    return stream


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252", "latin-1", "utf-16"])
def test_json_loses_nothing_whatever_the_output_is(monkeypatch, encoding):
    stream = an_output(monkeypatch, encoding)
    value = {"name": "José 李明 “O’Hara” 😀"}
    print_json(value)
    stream.flush()
    assert json.loads(stream.buffer.getvalue().decode(encoding)) == value


def test_text_without_utf_8_has_the_nearest_characters(monkeypatch):
    stream = an_output(monkeypatch, "ascii")
    allow_every_character()
    print_text("“José” – 李 … ·\ufffd")
    stream.flush()
    assert stream.buffer.getvalue() == b'"Jose" - ? ... -?\n'


def test_control_and_direction_characters_do_not_reach_the_terminal():
    assert plain("a\x1b[31mb\u202ec\u2066d\ne") == "a [31mb c d e"


def test_joiners_inside_words_of_other_scripts_stay():
    assert plain("علی\u200cرضا") == "علی\u200cرضا"

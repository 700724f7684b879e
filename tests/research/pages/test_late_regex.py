"""Expressions that are compiled on first use do what compiled ones do."""

from __future__ import annotations

import re

import pytest

from research.pages.late_regex import LateRegex, Regex, late_regex


def test_each_operation_answers_as_that_of_a_compiled_expression():
    late, own = late_regex(r"(?P<word>\w+)-(\d)", re.IGNORECASE), re.compile(r"(?P<word>\w+)-(\d)", re.IGNORECASE)
    text = "Oak-1, elm-2"

    assert late.search(text).group("word") == own.search(text).group("word") == "Oak"
    assert late.match(text, 7)[2] == own.match(text, 7)[2] == "2"
    assert late.fullmatch(text) is None
    assert late.findall(text) == own.findall(text)
    assert [found.span() for found in late.finditer(text)] == [found.span() for found in own.finditer(text)]
    assert late.sub("x", text) == own.sub("x", text)
    assert late.split(text) == own.split(text)
    assert (late.groups, dict(late.groupindex), late.flags) == (own.groups, dict(own.groupindex), own.flags)


def test_an_expression_is_compiled_once_and_not_before_it_is_used(monkeypatch):
    compiled = []
    monkeypatch.setattr(LateRegex, "compiled", lambda late: compiled.append(late.pattern) or re.compile(late.pattern))
    late = late_regex("oak")

    assert late.pattern == "oak"
    assert compiled == []
    assert late.search("an oak")
    assert late.search("an elm") is None
    assert late.match("oak")
    assert compiled == ["oak"]


def test_the_expression_itself_can_be_had_before_and_after_its_use():
    late = late_regex("oak", re.IGNORECASE)

    assert isinstance(late, Regex)
    assert late.compiled() == re.compile("oak", re.IGNORECASE)
    assert late.search("OAK")
    assert isinstance(late, Regex)
    assert late.compiled() == re.compile("oak", re.IGNORECASE)
    with pytest.raises(AttributeError):
        _ = late.read


def test_what_is_no_expression_is_refused_on_first_use():
    late = late_regex("(oak")

    with pytest.raises(re.error):
        late.search("oak")


def test_what_an_expression_cannot_do_is_an_error():
    with pytest.raises(AttributeError):
        _ = late_regex("oak").read

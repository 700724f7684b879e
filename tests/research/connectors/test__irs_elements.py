from __future__ import annotations

import pytest
from lxml import etree

from research.connectors._irs_elements import all_text, business_name, child, first, is_set, name_of, text_in, within

TREE = etree.fromstring(
    b"<a xmlns='urn:x'><!-- note --><b>One <i>two</i></b><Name><BusinessNameLine1>Elm</BusinessNameLine1>"
    b"<BusinessNameLine2>Clinic</BusinessNameLine2></Name><on>X</on><off>false</off><c><b>deep</b></c></a>"
)


def test_elements_are_found_whatever_their_namespace():
    assert [name_of(element) for element in TREE] == ["", "b", "Name", "on", "off", "c"]
    assert text_in(child(TREE, "missing", "b")) == "One"
    assert child(None, "b") is None
    assert text_in(within(TREE, ("i",))) == "two"
    assert text_in(None) == ""
    assert all_text(TREE[1]) == "One two"


def test_the_newer_name_wins_over_the_older():
    values = {"Old": TREE[1], "New": TREE[3]}
    assert first(values, ("New", "Old")) is TREE[3]
    assert first(values, ("None",)) is None


def test_both_lines_of_a_business_name_are_one_name():
    assert business_name(child(TREE, "Name")) == "Elm Clinic"
    assert business_name(None) == ""


@pytest.mark.parametrize(
    ("text", "expected"), [("X", True), ("true", True), ("1", True), ("false", False), ("0", False), ("", False)]
)
def test_an_indicator_is_set_by_three_words(text, expected):
    element = etree.Element("Ind")
    element.text = text
    assert is_set(element) is expected
    assert not is_set(None)

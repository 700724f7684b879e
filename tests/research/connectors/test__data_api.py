from __future__ import annotations

import json

import pytest

from research.connectors._data_api import PAGE_SIZE, ask, next_page, rows_of
from research.errors import Unreadable


def answer(make_document, count, offset="0", value="019901"):
    carry = {"column": "CCN", "value": value, "offset": offset}
    return make_document("x", json.dumps([{"n": n} for n in range(count)]), carry=carry)


def test_a_question_names_column_value_and_page():
    request = ask("abc", "CCN", "019901", 500)
    assert request.url.endswith("/dataset/abc/data")
    assert request.params == (("filter[CCN]", "019901"), ("size", PAGE_SIZE), ("offset", 500))


def test_a_full_page_leads_to_the_next_and_a_short_one_ends(make_document):
    document = answer(make_document, PAGE_SIZE, offset="500")
    (following,) = next_page(document, "abc", len(rows_of(document)))
    assert dict(following.params)["offset"] == 1000
    assert following.carried("value") == "019901"
    assert list(next_page(answer(make_document, 3), "abc", 3)) == []


def test_nothing_is_asked_on_behalf_of_a_document_that_carries_no_question(make_document):
    assert list(next_page(make_document("x", "[]"), "abc", PAGE_SIZE)) == []
    assert list(next_page(answer(make_document, 1, offset="-1"), "abc", PAGE_SIZE)) == []


def test_no_row_is_no_hit_and_an_error_is_told(make_document):
    assert rows_of(make_document("x", "[]")) == []
    with pytest.raises(Unreadable, match="Invalid filter"):
        rows_of(make_document("x", '{"message": "Invalid filter"}'))
    with pytest.raises(Unreadable):
        rows_of(make_document("x", '{"data": []}'))

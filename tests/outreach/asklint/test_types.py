"""Values that refuse what makes no sense."""

from __future__ import annotations

import pytest

from outreach.asklint.types import Kind, Span


def test_a_kind_that_is_not_known_is_other():
    assert Kind.of("thank-you") is Kind.THANK_YOU
    assert Kind.of("sonnet") is Kind.OTHER


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_place_that_cannot_be_is_refused(start, end):
    with pytest.raises(ValueError, match="no place in a text"):
        Span(start, end)

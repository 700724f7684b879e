"""Values that refuse what makes no sense."""

from __future__ import annotations

import pytest

from outreach.asklint.types import Kind, Span


def test_a_kind_that_is_not_known_is_other():
    assert Kind.of("thank-you") is Kind.THANK_YOU
    assert Kind.of("sonnet") is Kind.OTHER


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("assistant-note", Kind.ASSISTANT_REQUEST),
        ("assistant", Kind.ASSISTANT_REQUEST),
        ("note-to-assistant", Kind.ASSISTANT_REQUEST),
        ("LinkedIn", Kind.LINKEDIN_NOTE),
        ("linkedin_message", Kind.LINKEDIN_NOTE),
        ("Thank-You Note", Kind.THANK_YOU),
        ("approval", Kind.APPROVAL_REQUEST),
        ("reminder-note", Kind.REMINDER),
        ("follow_up_note", Kind.FOLLOW_UP),
        ("phone", Kind.PHONE_SCRIPT),
        ("closing-note", Kind.CLOSING_NOTE),
        ("", Kind.OTHER),
        ("note", Kind.OTHER),
    ],
)
def test_a_kind_is_known_by_the_words_that_people_use(word, kind):
    assert Kind.of(word) is kind


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_place_that_cannot_be_is_refused(start, end):
    with pytest.raises(ValueError, match="no place in a text"):
        Span(start, end)

"""Headers, read tolerantly."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message

import pytest

from outreach.articles.mail_in import headers


def message(text: bytes) -> Message:
    return message_from_bytes(text + b"\n\n")


@pytest.mark.parametrize(
    ("value", "name", "address"),
    [
        ("Jane Marsh <jane@n.example>", "Jane Marsh", "jane@n.example"),
        ('"Marsh, Jane" <jane@n.example>', "Marsh, Jane", "jane@n.example"),
        ("jane@n.example", "", "jane@n.example"),
        ("=?utf-8?q?J=C3=A1ne?= <jane@n.example>", "Jáne", "jane@n.example"),
        ("Jane Marsh [mailto:jane@n.example]", "Jane Marsh", "jane@n.example"),
        ("Jane Marsh", "Jane Marsh", ""),
        ("", "", ""),
    ],
)
def test_name_and_address_are_told_apart(value: str, name: str, address: str) -> None:
    assert headers.name_and_address(value) == (name, address)


def test_raw_letters_and_broken_encoded_words_are_kept() -> None:
    assert headers.words(message("Subject: Añadir".encode()), "Subject") == "Añadir"
    assert headers.words(message(b"Subject: =?utf-8?b?###?= x"), "Subject")
    assert headers.words(message(b"Subject: =?x-none?q?a?="), "Subject") == "a"


def test_a_date_without_a_zone_is_taken_for_utc_and_a_broken_one_for_none() -> None:
    moment = headers.sent_at(message(b"Date: Mon, 3 Mar 2025 12:00:00"))
    assert moment is not None
    assert moment.utcoffset() is not None
    assert headers.sent_at(message(b"Date: yesterday")) is None
    assert headers.sent_at(message(b"Date: Mon, 3 Mar 99999999 12:00:00 +9999")) is None


def test_a_name_that_shows_another_address_is_remarked() -> None:
    assert "evil@x.example" in headers.disguise("jane@n.example", "evil@x.example")
    assert headers.disguise("Jane", "jane@n.example") == ""


def test_ids_are_read_in_order() -> None:
    assert headers.message_ids(message(b"References: <a@b> junk <c@d>"), "References") == ("<a@b>", "<c@d>")

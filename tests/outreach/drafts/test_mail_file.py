"""A letter as a file and as an address for the user's own mail program."""

from __future__ import annotations

from email import message_from_bytes, policy
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from outreach.drafts.mail_file import MAILTO_MOST, eml, file_name, mailto
from outreach.mail.personal import Letter, mailbox

ALICE = mailbox("Alice Ferreira", "alice@harborpoint.example.org")
INES = mailbox("Inés Okafor", "ines+interviews@northfield.example.org")


def test_a_file_opens_as_a_draft_that_nobody_has_sent():
    data = eml(Letter(ALICE, INES, "A question", "Dear Inés,\n\nMay I ask?", "<1@harborpoint.example.org>"))
    back = message_from_bytes(data, policy=policy.default)
    assert (back["X-Unsent"], back["Message-ID"], back["Date"]) == ("1", "<1@harborpoint.example.org>", None)
    assert b"\r\n" in data
    assert not list(back.iter_attachments())


def test_an_address_holds_the_whole_letter():
    text = "Dear Inés,\n\n31% & more? #1 + 1=2\nYours"
    address = mailto(INES, ALICE, "Grüße & a question\r\nBcc: x@evil.example", text, "<0@x.example>")
    parts = urlsplit(address)
    assert unquote(parts.path) == INES.address
    assert dict(parse_qsl(parts.query.replace("+", "%2B"))) == {
        "cc": ALICE.address, "subject": "Grüße & a question Bcc: x@evil.example", "body": text.replace("\n", "\r\n"),
        "in-reply-to": "<0@x.example>",
    }  # fmt: skip
    assert " " not in address
    assert "\n" not in address
    assert "%0D%0A" in address


def test_without_an_address_the_mail_program_asks_for_one():
    assert mailto(None, None, "A", "B").startswith("mailto:?subject=A")


def test_a_letter_too_long_for_an_address_has_none():
    assert mailto(INES, None, "A", "x" * 1500) is not None
    assert mailto(INES, None, "A", "ü" * 1500) is None
    assert mailto(INES, None, "A", "x" * MAILTO_MOST) is None


@pytest.mark.parametrize(
    ("reader", "name"),
    [
        ("Inés Okafor-Lindqvist", "letter-to-ines-okafor-lindqvist.eml"),
        ("李小龍", "letter.eml"),
        ("../../etc/passwd\r\n", "letter-to-etc-passwd.eml"),
        ("x" * 5000, f"letter-to-{'x' * 40}-{'x' * 19}.eml"),
    ],
)
def test_a_file_is_named_so_that_every_system_takes_it(reader, name):
    assert file_name(reader, "eml") == name

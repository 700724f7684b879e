"""Letters as mail: what stands in the headers, and that nothing else can get there."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses

import pytest

from outreach.mail import BadAddress
from outreach.mail.personal import (
    NAME_MOST,
    SUBJECT_MOST,
    Attachment,
    Letter,
    compose,
    header_text,
    mailbox,
    new_message_id,
    plain_name,
    storable,
)

ALICE = mailbox("Alice Ferreira", "alice@harborpoint.example.org")
HEADERS = {"from", "to", "cc", "subject", "date", "message-id", "in-reply-to", "references", "mime-version"}
HEADERS |= {"content-type", "content-transfer-encoding"}


def read(message: bytes) -> EmailMessage:
    return message_from_bytes(message, policy=policy.default)


def letter(**named) -> Letter:
    usual = {"sender": ALICE, "to": mailbox("Inés Okafor", "ines@northfield.example.org"), "subject": "A question",
             "text": "Dear Inés,\n\nMay I ask?", "message_id": "<1@harborpoint.example.org>"}  # fmt: skip
    return Letter(**{**usual, **named})


def test_a_letter_reads_back_as_it_was_written():
    whole = letter(
        copy=mailbox("Łukasz “Lu” Wójcik, office", "lu@northfield.example.org"),
        subject="Grüße — 31% in six months",
        in_reply_to="<0@harborpoint.example.org>",
        references=("<a@x.example>", "<0@harborpoint.example.org>"),
        at=datetime(2026, 11, 24, 15, tzinfo=UTC),
    )
    back = read(compose(whole))
    assert back["Subject"] == "Grüße — 31% in six months"
    assert [(one.display_name, one.addr_spec) for one in back["To"].addresses] == [
        ("Inés Okafor", "ines@northfield.example.org")
    ]
    assert [one.display_name for one in back["Cc"].addresses] == ["Łukasz “Lu” Wójcik, office"]
    assert back["References"] == "<a@x.example> <0@harborpoint.example.org>"
    assert back["In-Reply-To"] == "<0@harborpoint.example.org>"
    assert back["Date"].datetime == whole.at
    assert back.get_content_type() == "text/plain"
    assert back.get_content_charset() == "utf-8"
    assert back.get_content().rstrip("\r\n").splitlines() == ["Dear Inés,", "", "May I ask?"]
    assert set(map(str.lower, back.keys())) <= HEADERS


def test_without_a_date_or_a_thread_there_is_no_such_header():
    back = read(compose(letter()))
    assert (back["Date"], back["In-Reply-To"], back["References"], back["Bcc"]) == (None,) * 4


def test_lines_end_as_mail_wants_and_none_is_too_long():
    data = compose(letter(text="x" * 5000 + "\n" + "ü" * 5000, subject="s " * 200))
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 998


PIECES = (
    *("\r", "\n", "\r\n", "\r\n\r\n", "\x00", "%0a", "%0d%0aBcc: x@evil.example", "\u2028", "\u2029", "\x85"),
    *("\x0b", "\x0c"),
    *("\r\nBcc: x@evil.example", "\nX-Evil: 1", "\n ", "\n\t", "=?utf-8?q?a=0D=0ABcc:_x@evil.example?=", "=?", "?="),
    *("=?utf-8?b?DQpCY2M6IHhAZXZpbC5leGFtcGxl?=", "<x@evil.example>", ", x@evil.example", "; x@evil.example", "(c)"),
    *('"', "\\", '\\"', "(", ")", "<", ">", "@", ":", ";", ",", "group: a@evil.example;", "\ud800", "\u202e", "\ufeff"),
    *("Inés", "李小龍", "ﷺ", "👩‍⚕️", "Okafor-Lindqvist", " ", "  ", "\t", "a" * 90, "ü" * 90, "é" * 40 + " ", "."),
)  # fmt: skip
ADDRESSES = (
    "ines@northfield.example.org", "o'neil+x@sub.example.org", '"a b"@example.org', '"a\\"b"@example.org',
    "a(c)@example.org",
    "a@(c)example.org", "ines@bücher.example", "ines@xn--bcher-kva.example", "李@example.org", "a@b@example.org",
    "a@example.org, x@evil.example", "a@example.org\r\nBcc: x@evil.example", "Ines <a@example.org>", "a@[127.0.0.1]",
    "",
    "a@example.org>", "<a@example.org>", "a;b@example.org", "a@exa mple.org", "a\x00@example.org", "@example.org", "a@",
)  # fmt: skip


def hostile(draw: random.Random) -> str:
    text = "".join(draw.choice(PIECES) for _ in range(draw.randrange(1, 12)))
    return text * draw.randrange(20, 60) if draw.random() < 0.01 else text


def test_no_text_in_names_subjects_or_bodies_makes_a_header_or_a_recipient():
    draw, made = random.Random(20261122), 0
    while made < 500:
        to, copy = _boxes(draw)
        if to is None:
            continue
        made += 1
        subject, body = hostile(draw), hostile(draw)
        sender = mailbox(hostile(draw), "alice@harborpoint.example.org")
        data = compose(letter(sender=sender, to=to, copy=copy, subject=subject, text=body))
        back = message_from_bytes(data, policy=policy.compat32)
        assert len(back.keys()) == len(set(map(str.lower, back.keys()))), subject
        assert set(map(str.lower, back.keys())) <= HEADERS, (subject, data[:2000])
        assert not back.defects
        for name, box in (("From", sender), ("To", to), ("Cc", copy)):
            found = [one for _, one in getaddresses([str(back.get(name, ""))]) if one]
            assert found == ([box.address] if box else []), (name, box)
        if made % 100 == 0:  # the stricter reader of the library takes 20 times as long
            _check_strictly(data, {"From": sender, "To": to, "Cc": copy}, header_text(subject, SUBJECT_MOST), body)


def _check_strictly(data: bytes, boxes: dict, subject: str, body: str) -> None:
    back = message_from_bytes(data, policy=policy.default)
    assert (back["Subject"] or "") == subject
    for name, box in boxes.items():
        found = back[name].addresses if back[name] else ()
        assert [one.addr_spec for one in found] == ([box.address] if box else []), (name, box)
        # Between the encoded words of a long name the library's reader leaves the blanks that RFC 2047 takes away.
        assert [_close(one.display_name) for one in found] == ([_close(box.name)] if box else []), (name, box)
    assert back.get_content().rstrip().splitlines() == storable(body).rstrip().splitlines()


def _close(name: str) -> str:
    return "".join(name.split())


def _boxes(draw: random.Random):
    found = []
    for _ in range(2):
        try:
            found.append(mailbox(hostile(draw), draw.choice(ADDRESSES)))
        except BadAddress:
            found.append(None)
    return found


@pytest.mark.parametrize("address", [*ADDRESSES[2:6], *ADDRESSES[8:], "x" * 10_000 + "@example.org"])
def test_what_is_not_one_plain_address_is_refused(address):
    with pytest.raises(BadAddress):
        mailbox("Inés", address)


def test_a_domain_in_another_script_travels_as_ascii():
    assert mailbox("Inés", "ines@bücher.example").address == "ines@xn--bcher-kva.example"


def test_a_header_is_one_line_without_what_cannot_be_seen():
    assert header_text("a\r\nBcc: x\u2028y\x00z\u202e\tq", 99) == "a Bcc: x y z q"
    assert header_text("=?utf-8?q?x?=", 99) == "= ?utf-8?q?x?="
    assert "=?" not in header_text("==??=?", 99)
    assert len(header_text("x" * 10_000, NAME_MOST)) == NAME_MOST
    assert header_text("می‌خواهم", 99) == "می‌خواهم"


def test_a_message_id_says_the_sender_s_domain_and_no_machine():
    one, other = new_message_id(ALICE), new_message_id(ALICE)
    assert one != other
    assert one.endswith("@harborpoint.example.org>")


def test_files_go_along_whole_under_names_that_every_system_takes():
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    files = (
        Attachment("../../Brücke\r\nBcc: x.docx", word, bytes(range(256)) * 40),
        Attachment("bridge-version-3.txt", "text/plain", "“Keys”, said Inés.\n".encode()),
    )
    message = read(compose(letter(attachments=files), {"X-Unsent": "1"}))
    assert message.get_body().get_content().split() == ["Dear", "Inés,", "May", "I", "ask?"]
    found = list(message.iter_attachments())
    assert [one.get_filename() for one in found] == ["Br-cke--Bcc--x.docx", "bridge-version-3.txt"]
    assert [one.get_content_type() for one in found] == [word, "text/plain"]
    assert found[0].get_content() == files[0].content
    assert found[1].get_content() == "“Keys”, said Inés.\n"
    assert {name.lower() for name in message} <= HEADERS | {"x-unsent"}


def test_a_file_name_has_letters_digits_hyphens_and_dots_whatever_it_was():
    for name in ("", "..", "-", "\x00", "😀", "/etc/passwd", "a" * 400 + ".docx", "con\u202efdp.exe", "-rf .docx."):
        safe = plain_name(name)
        assert 0 < len(safe) <= NAME_MOST
        assert safe[0] not in ".-"
        assert set(safe) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.")

"""Messages taken apart."""

from __future__ import annotations

from email.message import EmailMessage

from outreach.articles.mail_in.mime import contents, has_headers, parsed, refusal


def test_plain_text_html_and_files_are_told_apart() -> None:
    message = EmailMessage()
    message.set_content("Words")
    message.add_alternative("<p>Words</p>", subtype="html")
    message.add_attachment(b"%PDF-1", maintype="application", subtype="pdf", filename="a.pdf")
    found = contents(message)
    assert [text.strip() for text in found.plain] == ["Words"]
    assert [text.strip() for text in found.html] == ["<p>Words</p>"]
    assert [file.name for file in found.files] == ["a.pdf"]


def test_the_files_of_a_forwarded_message_are_handed_on() -> None:
    inner = EmailMessage()
    inner["From"] = "jane@n.example"
    inner.set_content("Fine")
    inner.add_attachment(b"%PDF-1", maintype="application", subtype="pdf", filename="a.pdf")
    outer = EmailMessage()
    outer.set_content("See below")
    outer.add_attachment(inner)
    found = contents(outer)
    assert [file.name for file in found.files] == ["a.pdf"]
    assert len(found.messages) == 1


def test_what_a_mail_system_reports_is_read() -> None:
    message = parsed(
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\nContent-Type: text/plain\n"
        b"\nNo\n"
        b"--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; a\n\nAction: failed\nStatus: 5.1.1\n--x--\n"
    )
    assert message is not None
    found = contents(message)
    assert (found.report, found.actions) == ("delivery-status", ["failed"])


def test_an_answer_of_a_calendar_is_known() -> None:
    message = parsed(
        b"Content-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\n"
        b"ATTENDEE;PARTSTAT=ACCEPTED:mailto:j@n.example\nEND:VCALENDAR\n"
    )
    assert message is not None
    assert contents(message).calendar == "reply accepted"


def test_bytes_with_a_mark_an_empty_line_or_two_bytes_a_letter_are_messages() -> None:
    for content in (
        b"\xef\xbb\xbfFrom: a\n\nx",
        b"\r\n\r\nFrom: a\n\nx",
        "From: a\n\nx".encode("utf-16"),
        b"From x\nTo: a\n\n",
    ):
        assert has_headers(content)
    assert not has_headers(b"Only words")


def test_an_ordinary_message_is_not_refused() -> None:
    assert refusal(b"From: a@b.example\n\nHello") == ""

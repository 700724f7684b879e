"""Whole messages and pasted texts, in the shapes that mail programs write."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach.articles.mail_in.leaning import leaning_of
from outreach.articles.mail_in.mime import SIZE_MOST
from outreach.articles.mail_in.reading import read_message, read_pasted
from tests.needs import is_missing, shared_folder

ASKED = "> Dear Dr. Marsh,\n>\n> May I publish the article?\n>\n> Sam"
HEAD = (
    "From: Jane Marsh <jane@north.example>\nTo: sam@f.example\nDate: Mon, 3 Mar 2025 12:00:00 -0600\n"
    "Subject: Re: Article\nMessage-ID: <a1@north.example>\nIn-Reply-To: <b2@f.example>\n"
    "References: <b1@f.example> <b2@f.example>\n"
)
KINDS = {
    "mailgun__bilingual-simple": "answer", "mailgun__disposition-notification": "receipt",
    "mailgun__gmail-invalid-address": "bounce", "mailgun__no-mx": "delay", "mikel__multi_address_bounce1": "bounce",
    "mikel__report_422": "delay", "python__msg_05": "bounce", "python__msg_43": "bounce",
    "sisimai__lhost-exchange2007-01": "bounce", "sisimai__lhost-gmail-01": "bounce",
    "sisimai__lhost-mimecast-01": "bounce", "sisimai__lhost-office365-01": "bounce", "sisimai__rfc3834-03": "automatic",
    "sisimai__rfc3834-04": "automatic", "sisimai__rfc3834-06": "automatic",
}  # fmt: skip
"""The recorded messages that are no person's answer; every other one is."""

TOP_POSTED = [
    f"Approved.\n\nOn Mon, Mar 3, 2025 at 10:11 AM Sam Field <sam@f.example> wrote:\n\n{ASKED}",
    f"Approved.\n\nOn Mon, Mar 3, 2025 at 10:11 AM Sam Field-Of-Names <\nsam@f.example> wrote:\n\n{ASKED}",
    f"Approved.\n\nEl lun, 3 mar 2025 a las 10:11, Sam Field (<sam@f.example>)\nescribió:\n\n{ASKED}",
    f"Approved.\n\nLe lun. 3 mars 2025 à 10:11, Sam Field <sam@f.example> a écrit :\n\n{ASKED}",
    f"Approved.\n\nSam Field <sam@f.example> schrieb am Mo., 3. März 2025 um 10:11 Uhr:\n\n{ASKED}",
    f"Approved.\n\nAm 03.03.2025 um 10:11 schrieb Sam Field <sam@f.example>:\n\n{ASKED}",
    f"Approved.\n\nEm seg., 3 de mar. de 2025 às 10:11, Sam Field <sam@f.example>\nescreveu:\n\n{ASKED}",
    f"Approved.\n\nSent from my iPhone\n\n> On Mar 3, 2025, at 10:11 AM, Sam <sam@f.example> wrote:\n> \n{ASKED}",
    "Approved.\n\nFrom: Sam <sam@f.example>\nSent: Monday, March 3, 2025 10:11 AM\nTo: Jane\nSubject: Article\n\nHi",
    "Approved.\n\n*From:* Sam <s@f.example>\n*Sent:* Monday, March 3, 2025 10:11 AM\n*To:* Jane\n*Subject:* A\n\nHi",
    "Approved.\n\nVon: Sam <s@f.example>\nGesendet: Montag, 3. März 2025 10:11\nAn: Jane\nBetreff: Artikel\n\nHallo",
    "Approved.\n\nDe : Sam <s@f.example>\nEnvoyé : lundi 3 mars 2025 10:11\nÀ : Jane\nObjet : Article\n\nBonjour",
    "Approved.\n\nDe: Sam <s@f.example>\nEnviado el: lunes, 3 de marzo de 2025\nPara: Jane\nAsunto: Texto\n\nHola",
    "Approved.\n\nDe: Sam <s@f.example>\nEnviada em: segunda-feira, 3 de março\nPara: Jane\nAssunto: Texto\n\nOlá",
    ("Approved.\n\nGet Outlook for iOS<https://aka.ms/x>\n________________________________\nFrom: Sam <s@f.example>\n"
     "Sent: Monday, March 3, 2025 10:11:12 AM\nTo: Jane\nSubject: Article\n\nHi"),
    ("Approved.\n\n-------- Original message --------\nFrom: Sam <s@f.example>\nDate: 3/3/25 10:11 AM (GMT-06:00)\n"
     "To: Jane\nSubject: Article\n\nHi"),
    "Approved.\n\n    On Monday, March 3, 2025 at 10:11:12 AM CST, Sam <s@f.example> wrote:  \n \n Dear Dr. Marsh,\n",
    "Approved.\n\n\nSam Field <s@f.example> \n03/03/2025 10:11 AM\n\nTo\nJane/North@North\ncc\n\nSubject\nText\n\nHi",
    "Approved.\n\n---- On Mon, 03 Mar 2025 10:11:12 -0600 Sam Field <s@f.example> wrote ----\n\nDear Dr. Marsh",
    "CAUTION: This email originated from outside of the system. Do not click links or open\nattachments.\n\nApproved.",
    "[EXTERNAL EMAIL] DO NOT CLICK links or attachments unless you recognize the sender.\n\nApproved.",
    "Approved.\n\nKind regards,\n\nJane Marsh, MD\nChief Executive Officer\nNorth Health\n(555) 010-2000",
    "Approved.\n\n-- \nJane Marsh\nNorth Health",
    "Approved.\n\nCONFIDENTIALITY NOTICE: This e-mail is for the intended recipient and confidential.\nDelete it.",
    f"On 3/3/2025 10:11 AM, Sam Field wrote:\n{ASKED}\n\nApproved.\n\n-- \nJane Marsh",
    f"{ASKED}\n\nApproved.",
    ("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nApproved.\n-----BEGIN PGP SIGNATURE-----\n\niQ\n"
     "-----END PGP SIGNATURE-----"),
]  # fmt: skip


def eml(body: str, headers: str = "") -> bytes:
    return f"{HEAD}{headers}\n{body}".encode()


def page(body: str) -> bytes:
    return eml(body, "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n")


@pytest.mark.parametrize("text", TOP_POSTED)
def test_only_the_new_words_are_the_answer_whatever_the_mail_program_writes_around_them(text: str) -> None:
    answer = read_pasted(text)
    assert (answer.kind, answer.text) == ("answer", "Approved.")


def test_the_headers_of_a_message_are_read() -> None:
    answer = read_message(eml("Approved."))
    assert (answer.from_name, answer.from_address, answer.subject) == (
        "Jane Marsh",
        "jane@north.example",
        "Re: Article",
    )
    assert answer.sent_at == datetime(2025, 3, 3, 18, tzinfo=UTC)
    assert answer.message_id == "<a1@north.example>"
    assert answer.in_reply_to == "<b2@f.example>"
    assert answer.references == ("<b1@f.example>", "<b2@f.example>")


def test_answers_between_quoted_lines_stay_in_order_with_the_line_they_answer_to() -> None:
    text = (
        "On Mon, Mar 3, 2025 Sam <s@f.example> wrote:\n> First?\n\nYes.\n\n> Second?\n\nNo, please delete it.\n\n> Sam"
    )
    answer = read_pasted(text)
    assert [(pair.answer, pair.quoted) for pair in answer.pairs] == [
        ("Yes.", "First?"),
        ("No, please delete it.", "Second?"),
    ]
    assert answer.text == "Yes.\n\nNo, please delete it."


def test_remarks_in_red_within_the_quoted_text_are_pairs_when_the_answer_says_so() -> None:
    answer = read_message(
        page(
            "<p>Please see my comments in red below.</p><p><b>From:</b> Sam<br><b>Sent:</b> Monday, March 3, 2025"
            "<br><b>To:</b> Jane<br><b>Subject:</b> Article</p>"
            "<p>We have 120 beds. <span style='color:red'>Should be 140.</span></p>"
            "<p>We opened in 2019.</p><p style='color:#c00000'>Please delete this.</p>"
        )
    )
    assert [(pair.answer, pair.quoted) for pair in answer.pairs] == [
        ("Should be 140.", "We have 120 beds."),
        ("Please delete this.", "We opened in 2019."),
    ]
    assert leaning_of(answer).verdict == "changes"


def test_an_answer_that_points_into_the_quoted_text_without_a_mark_says_what_was_not_read() -> None:
    answer = read_pasted(
        "See my comments below.\n\nFrom: Sam\nSent: Monday\nTo: Jane\nSubject: Text\n\nOne. Wrong.\nTwo."
    )
    assert any("Read the quoted part" in note for note in answer.notes)


def test_what_an_assistant_forwards_is_told_with_who_wrote_it() -> None:
    answer = read_pasted(
        "See below.\n\n---------- Forwarded message ---------\nFrom: Jane Marsh <jane@north.example>\n"
        "Date: Mon, Mar 3, 2025\nSubject: Re: Article\nTo: Lee Park <lee@north.example>\n\nFine with me, go ahead."
    )
    assert [(each.from_name, each.text, each.forwarded) for each in answer.earlier] == [
        ("Jane Marsh", "Fine with me, go ahead.", True)
    ]
    leaning = leaning_of(answer)
    assert (leaning.verdict, leaning.whose) == ("approved", "Jane Marsh")


def test_who_wrote_for_somebody_else_says_for_whom() -> None:
    answer = read_pasted("She approves the article.\n\nLee Park\nExecutive Assistant to Dr. Jane Marsh\nNorth Health")
    assert answer.text == "She approves the article."
    assert answer.on_behalf_of == "Dr. Jane Marsh"


def test_attachments_are_handed_on_with_safe_names_and_the_kind_of_their_content() -> None:
    message = EmailMessage()
    message["From"] = "Jane <jane@north.example>"
    message.set_content("See the attached file.")
    message.add_attachment(b"%PDF-1.7 x", maintype="application", subtype="msword", filename="../../edits.docx")
    (found,) = read_message(message.as_bytes()).attachments
    assert (found.name, found.kind, found.content) == ("edits.docx", "pdf", b"%PDF-1.7 x")
    assert "not what its name says" in found.note


def test_a_header_that_brings_line_ends_makes_no_other_header() -> None:
    content = b"From: =?utf-8?q?Jane=0D=0ABcc:_x@y.example?= <j@n.example>\nSubject: =?utf-8?b?SGkNClRvOiB4?=\n\nHi"
    answer = read_message(content)
    assert "\n" not in answer.from_name + answer.subject
    assert answer.from_address == "j@n.example"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), ".msg"),
        (b"%PDF-1.7", "pdf"),
        (b"PK\x03\x04 word/document.xml", "docx"),
        (b"From: a@b.example\nContent-Type: text/plain" + b";a=b" * 30_000 + b"\n\nhi", "too long"),
        (b"From: a@b.example\n" + b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" * 90, "too many"),
    ],
)
def test_what_is_no_message_is_refused_in_words(content: bytes, said: str) -> None:
    answer = read_message(content)
    assert answer.kind == "unclear"
    assert said in answer.reason


def test_a_message_over_ten_megabytes_is_refused_and_says_what_to_do() -> None:
    answer = read_message(b"x" * (SIZE_MOST + 1))
    assert answer.kind == "unclear"
    assert "Paste the words" in answer.reason


def test_pasted_source_is_read_as_the_message_that_it_is() -> None:
    source = HEAD + "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nApproved."
    answer = read_pasted(source)
    assert (answer.text, answer.from_address) == ("Approved.", "jane@north.example")


def test_headers_copied_with_a_pasted_answer_tell_who_wrote_it() -> None:
    text = "From: Jane Marsh <jane@north.example>\nSent: Monday, 3 March\nTo: Sam\nSubject: Re: Text\n\nFine.\n\nJane"
    answer = read_pasted(text)
    assert (answer.from_name, answer.subject, answer.text) == ("Jane Marsh", "Re: Text", "Fine.")


def test_words_in_another_character_set_than_named_are_read_and_said() -> None:
    answer = read_message(HEAD.encode() + b"Content-Type: text/plain; charset=utf-8\n\nEst\xe1 bien.")
    assert answer.text == "Está bien."
    assert any("character set" in note for note in answer.notes)


def test_parts_are_found_when_the_header_that_parts_them_is_broken() -> None:
    broken = eml("--abc\nContent-Type: text/plain\n\nApproved.\n--abc--\n", "Content-Type: multipart/alternative\n")
    assert read_message(broken).text == "Approved."


def test_an_encrypted_message_says_that_its_words_were_not_read() -> None:
    sealed = eml("AAAA", "Content-Type: application/pkcs7-mime; name=smime.p7m\nContent-Transfer-Encoding: base64\n")
    answer = read_message(sealed)
    assert answer.kind == "unclear"
    assert "encrypted" in answer.reason


@given(st.binary(max_size=400))
@settings(max_examples=25, deadline=None)
def test_no_bytes_raise(content: bytes) -> None:
    leaning_of(read_message(content))
    leaning_of(read_message(HEAD.encode() + content))


@given(st.text(max_size=300))
@settings(max_examples=25, deadline=None)
def test_no_text_raises(text: str) -> None:
    leaning_of(read_pasted(text))


@given(st.lists(st.sampled_from([
    "> quoted", "Yes.", "", "-- ", "On Mon, Mar 3, 2025 at 10:11 AM Sam <s@f.example> wrote:", "From: A", "To: B",
    "Subject: C", "Sent: 3 March", "________", "Best,", "Jane", "CAUTION: external sender", "PS: one more",
    "-----Original Message-----", "Sent from my iPhone", "1. Delete this", "Please change it.",
]), max_size=14))  # fmt: skip
@settings(max_examples=30, deadline=None)
def test_no_order_of_lines_raises_and_no_line_is_lost(lines: list[str]) -> None:
    answer = read_pasted("\n".join(lines))
    told = "\n".join((answer.trimmed, answer.elided, answer.subject, answer.from_name))
    assert all(
        line in told for line in ("Yes.", "PS: one more", "Please change it.") if line in lines and answer.trimmed
    )


def test_recorded_bodies_are_shared_out_as_their_authors_expect() -> None:
    folder = shared_folder() / "recordings-files" / "eml"
    if not folder.is_dir():
        is_missing("shared", "no recorded messages are here")
    for expected in sorted(folder.glob("*.json")):
        answer = read_pasted(expected.with_suffix(".txt").read_text("utf-8"))
        wanted = json.loads(expected.read_text("utf-8"))
        assert answer.trimmed.strip() == wanted["trimmed"].strip(), expected.name
        assert answer.elided.strip() == wanted["elided"].strip(), expected.name


def test_recorded_messages_have_their_kind() -> None:
    folder = shared_folder() / "recordings-files" / "eml"
    if not folder.is_dir():
        is_missing("shared", "no recorded messages are here")
    found = {path.stem: read_message(path.read_bytes()).kind for path in folder.glob("*.eml")}
    assert found == {name: KINDS.get(name, "answer") for name in found}

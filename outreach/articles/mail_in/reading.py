"""A message or a pasted text, read into one `MailAnswer`. No input raises: what cannot be read is said in words."""

from __future__ import annotations

from dataclasses import replace
from email.message import Message
from email.utils import parsedate_to_datetime

from outreach.articles.mail_in import headers
from outreach.articles.mail_in.answer import EarlierMessage, MailAnswer
from outreach.articles.mail_in.away import away_until
from outreach.articles.mail_in.charsets import decoded
from outreach.articles.mail_in.colored import with_marked_answers
from outreach.articles.mail_in.earlier import chain
from outreach.articles.mail_in.html_text import HtmlText, html_text
from outreach.articles.mail_in.kinds import Evidence, kind_of_message
from outreach.articles.mail_in.leaning_words import says_something
from outreach.articles.mail_in.markers import header_block
from outreach.articles.mail_in.mime import (
    LINES_MOST,
    SIZE_MOST,
    TEXT_MOST,
    Contents,
    contents,
    has_headers,
    parsed,
    refusal,
)
from outreach.articles.mail_in.quoting import Split, points_below, split
from outreach.articles.mail_in.signatures import on_behalf_of
from research.characters import harmless

_TOO_LONG = "The text is very long: only its beginning was read."
_POINTS_BELOW = (
    "The writer points to remarks within the quoted text, which could not be told apart from it. Read the quoted part."
)
_UNREADABLE = "This file cannot be read as a message. Nothing of it was kept. Paste the words of the answer instead."
_RAW_SIGNS = (
    "received:",
    "message-id:",
    "mime-version:",
    "return-path:",
    "content-type:",
    "delivered-to:",
    "dkim-signature:",
)


def read_message(content: bytes) -> MailAnswer:
    """The message in the bytes of an `.eml` file. Files of other kinds and over 10 MB are refused in `reason`."""
    refused = refusal(content)
    if refused:
        return MailAnswer(kind="unclear", reason=refused)
    if not has_headers(content):
        answer = read_pasted(_loose_text(content))
        return replace(
            answer, notes=(*answer.notes, "The file has no headers of a message: it was read as pasted text.")
        )
    message = parsed(content)
    return _of_message(message) if message is not None else MailAnswer(kind="unclear", reason=_UNREADABLE)


def read_pasted(text: str) -> MailAnswer:
    """The answer in a text that was copied out of a mail program, with the lines that say who wrote it or without."""
    if len(text) > SIZE_MOST:
        return MailAnswer(kind="unclear", reason="The text is longer than ten million letters. Paste the answer alone.")
    text = harmless(text).lstrip("\ufeff")
    if _is_source(text):
        message = parsed(text.lstrip().encode("utf-8", "replace"))
        if message is not None:
            return _of_message(message)
    text, notes = _bounded(text.replace("\r\n", "\n").replace("\r", "\n").strip("\n"))
    head, body = _pasted_head(text)
    name, address = headers.name_and_address(head.get("from", ""))
    parts = split(body, name)
    evidence = Evidence(
        text=parts.text, whole=body, subject=head.get("subject", ""), sender=f"{name} {address}",
        says_something=says_something(parts.text), has_more=bool(parts.quoted),
    )  # fmt: skip
    answer = MailAnswer(
        kind="answer", reason="", from_name=name, from_address=address, subject=head.get("subject", "")[:300],
        notes=notes,
    )  # fmt: skip
    answer = _with_date(answer, head.get("date", ""))
    return _finished(answer, parts, evidence, HtmlText(body), ())


def _of_message(message: Message) -> MailAnswer:
    found = contents(message)
    body, notes = _body(found)
    name, address = headers.sender(message)
    parts = split(body.text, name)
    assistant = _sender_note(message, address)
    answer = MailAnswer(
        kind="answer", reason="", from_name=name, from_address=address, sent_at=headers.sent_at(message),
        subject=headers.words(message, "Subject")[:300],
        message_id=next(iter(headers.message_ids(message, "Message-ID")), ""),
        in_reply_to=next(iter(headers.message_ids(message, "In-Reply-To")), ""),
        references=headers.message_ids(message, "References"),
        attachments=tuple(found.files),
        notes=tuple(filter(None, (*found.notes, *notes, headers.disguise(name, address), assistant))),
    )  # fmt: skip
    inner = tuple(_inner_message(each) for each in found.messages[:10])
    answer = replace(answer, on_behalf_of=name if assistant else "")
    return _finished(answer, parts, _evidence(message, found, parts, body.text), body, inner)


def _finished(
    answer: MailAnswer, parts: Split, evidence: Evidence, body: HtmlText, inner: tuple[EarlierMessage, ...]
) -> MailAnswer:
    kind, reason = kind_of_message(evidence)
    behalf = answer.on_behalf_of or on_behalf_of(f"{parts.signature}\n{parts.text}")
    sent = answer.sent_at.date() if answer.sent_at else None
    answer = replace(
        answer, kind=kind, reason=reason, text=parts.text, quoted=parts.quoted, pairs=parts.pairs, on_behalf_of=behalf,
        signature=parts.signature, trimmed=parts.trimmed, elided=parts.elided,
        earlier=(*chain(parts, answer.subject), *inner),
        away_until=away_until(parts.text, sent) if kind == "automatic" else None,
    )  # fmt: skip
    if kind != "answer" and not (kind == "unclear" and parts.quoted):
        return answer
    answer = with_marked_answers(answer, parts, body)
    if points_below(parts.text) and not answer.pairs and answer.quoted:
        answer = replace(answer, notes=(*answer.notes, _POINTS_BELOW))
    return answer


def _evidence(message: Message, found: Contents, parts: Split, whole: str) -> Evidence:
    def low(name: str) -> str:
        return headers.raw(message, name).lower()

    apple = "vacation" if low("X-Apple-Action") == "vacation" else ""
    silent = ("X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply", "X-Mail-Autoreply", "X-AutoReply-From")
    told = (apple, *(low(name) for name in silent))
    return Evidence(
        text=parts.text, whole=whole, subject=headers.words(message, "Subject"),
        sender=f"{headers.raw(message, 'From')} {headers.raw(message, 'Sender')}", return_path=low("Return-Path"),
        auto_submitted=low("Auto-Submitted"), precedence=low("Precedence"), suppress=low("X-Auto-Response-Suppress"),
        autoreply_header=next((value for value in told if value not in ("", "no")), ""),
        failed_recipients=low("X-Failed-Recipients"), list_header=low("List-Unsubscribe") or low("List-Id"),
        report=found.report, actions=tuple(found.actions), disposition=found.disposition, calendar=found.calendar,
        encrypted=found.encrypted, says_something=says_something(parts.text),
        has_more=bool(parts.quoted or found.files or found.messages),
    )  # fmt: skip


def _body(found: Contents) -> tuple[HtmlText, tuple[str, ...]]:
    """The words of a message: the plain text where there is one, unless colors in the HTML carry the answer."""
    plain = "\n".join(part.replace("\r\n", "\n").rstrip("\n") for part in found.plain if part.strip())
    plain, notes = _bounded(plain)
    if plain.strip() and not (found.html and points_below(split(plain, "").text)):
        return HtmlText(plain), notes
    if not found.html:
        return HtmlText(plain), notes
    page = html_text("\n".join(found.html))
    if plain.strip() and not page.colored:
        return HtmlText(plain), notes
    return page, (*notes, *page.notes)


def _bounded(text: str) -> tuple[str, tuple[str, ...]]:
    """The beginning of a text that is too long, with a sentence that says so."""
    short = text[:TEXT_MOST]
    if short.count("\n") > LINES_MOST:
        short = "\n".join(short.split("\n", LINES_MOST)[:LINES_MOST])
    return short, (_TOO_LONG,) if len(short) < len(text) else ()


def _inner_message(message: Message) -> EarlierMessage:
    """A message that was handed on as a file: its own new words."""
    name, address = headers.sender(message)
    body, _ = _body(contents(message))
    return EarlierMessage(
        name, address, headers.raw(message, "Date")[:100], headers.words(message, "Subject")[:300],
        split(body.text, name).text, forwarded=True,
    )  # fmt: skip


def _sender_note(message: Message, address: str) -> str:
    """A sentence when somebody else sent the message for its author, as an assistant does."""
    name, other = headers.name_and_address(headers.raw(message, "Sender"))
    if not other or not address or other.casefold() == address.casefold():
        return ""
    if other.rpartition("@")[2].casefold() != address.rpartition("@")[2].casefold():
        return ""
    return f"{name or other} sent this message on behalf of its author."


def _is_source(text: str) -> bool:
    """Whether a pasted text is the source of a message, with its technical headers."""
    start = text.lstrip()[:3_000].lower()
    lines = start.split("\n\n")[0].split("\n")
    return sum(line.startswith(_RAW_SIGNS) for line in lines) >= 2 and ":" in lines[0]


def _pasted_head(text: str) -> tuple[dict[str, str], str]:
    """The headers that a mail program shows above a message, when they were copied too, and the rest of the text."""
    lines = text.split("\n")
    block = header_block(lines, 0)
    if block is None:
        return {}, text
    return dict(block.values), "\n".join(lines[block.length :]).strip("\n")


def _with_date(answer: MailAnswer, shown: str) -> MailAnswer:
    """With the date that stood above a pasted message, when it is written as mail systems write it."""
    try:
        moment = parsedate_to_datetime(shown[:100])
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return answer
    return replace(answer, sent_at=moment) if moment.tzinfo else answer


def _loose_text(content: bytes) -> str:
    """The text of a file without headers: HTML by its words, anything else as it is."""
    text, _ = decoded(content, "")
    start = text.lstrip()[:200].lower()
    return html_text(text).text if start.startswith(("<!doctype", "<html", "<div", "<p")) else text

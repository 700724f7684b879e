"""A message's bytes taken apart: its words, its files, the messages inside it and what a mail system reports.

Bounded in size, depth and number of parts before the library of Python reads anything; nothing is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import Message
from email.utils import collapse_rfc2231_value

from outreach.articles.mail_in.answer import Attachment
from outreach.articles.mail_in.attachments import kind_of, mismatch, safe_name
from outreach.articles.mail_in.charsets import decoded
from outreach.articles.mail_in.headers import plain_words, raw

SIZE_MOST = 10_000_000
"""Bytes of a message: ten megabytes, more than a letter with two Word copies needs."""

TEXT_MOST = 400_000
"""Characters of the words of one message that are read: sixty times a long letter."""

LINES_MOST = 10_000
"""Lines of the words of one message that are read: a thread of fifty letters."""

_PARTS_MOST, _FILES_MOST, _DEPTH_MOST, _BOUNDARIES_MOST, _HEADER_MOST = 300, 100, 12, 80, 60_000
_BOUNDARY = re.compile(rb"boundary", re.IGNORECASE)
_FIELD = re.compile(rb"^content-(?:type|disposition)[ \t]{0,5}:", re.IGNORECASE | re.MULTILINE)
_LOST_BOUNDARY = re.compile(rb"^--([^\r\n]{1,200})\r?\n[Cc]ontent-[Tt]", re.MULTILINE)
_HEADER = re.compile(rb"[!-9;-~]{1,80}[ \t]{0,3}:")


@dataclass(slots=True)
class Contents:
    """What the parts of a message hold, in their order; filled by `contents`.

    `report` is the type of a report ("delivery-status", "disposition-notification" or what it says), `actions` what
    it says of each recipient, `disposition` of a read receipt; `calendar` the method and the answer of a calendar
    entry. `notes` are sentences about what was not read.
    """

    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    files: list[Attachment] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    report: str = ""
    actions: list[str] = field(default_factory=list)
    disposition: str = ""
    calendar: str = ""
    encrypted: bool = False
    notes: list[str] = field(default_factory=list)
    parts: int = 0

    def note(self, sentence: str) -> None:
        """Adds a sentence, once."""
        if sentence and sentence not in self.notes:
            self.notes.append(sentence)


def refusal(content: bytes) -> str:
    """Why the bytes are not read at all, with what to do; "" when they are."""
    if len(content) > SIZE_MOST:
        return (
            f"The file has {len(content) / 1_000_000:.1f} MB; at most {SIZE_MOST // 1_000_000} MB are read. "
            "Nothing of it was kept. Paste the words of the answer instead, and add its attachments by themselves."
        )
    if not content.strip(b"\0 \t\r\n"):
        return "The file is empty. Save the message again, or paste its words."
    kind = kind_of(content)
    if kind == "ole":
        return (
            "This is a message in Outlook's own format (.msg), which is not read. Save it as .eml, or paste its words."
        )
    if kind not in ("text", "unknown", "html", "calendar", "svg", "vcard", "bmp", "program"):
        return (
            f"This is no e-mail message but a file of another kind ({kind}). Drop in the .eml file, or paste the words."
        )
    if len(_BOUNDARY.findall(content)) > _BOUNDARIES_MOST:
        return "The message holds too many messages inside each other. Nothing was read. Paste the words of the answer."
    if _has_endless_field(content):
        return "A header of this message is far too long to be one. Nothing was read. Paste the words of the answer."
    return ""


def parsed(content: bytes) -> Message | None:
    """The message that the bytes hold; None when they cannot be one."""
    content = _unwrapped(content)
    try:
        message = message_from_bytes(content, policy=policy.compat32)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError):
        return None
    if message.get_content_maintype() == "multipart" and not message.is_multipart():
        return _with_found_boundary(content) or message
    return message


def has_headers(content: bytes) -> bool:
    """Whether the bytes begin with a header, after empty lines or the line that mailbox files put first."""
    start = _unwrapped(content)[:_HEADER_MOST]
    if start.startswith(b"From "):
        start = start.partition(b"\n")[2]
    return _HEADER.match(start) is not None


def contents(message: Message) -> Contents:
    """What the message holds. Messages inside it are listed and not read; their files are."""
    found = Contents()
    try:
        _gather(message, found, 0)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError):
        found.note("A part of this message is broken and was not read.")
    return found


def _gather(part: Message, found: Contents, depth: int) -> None:
    found.parts += 1
    if found.parts > _PARTS_MOST or depth > _DEPTH_MOST:
        found.note("This message has too many parts, or parts too deep inside others: some were not read.")
        return
    kind = part.get_content_type()
    if kind == "message/rfc822" or kind == "message/global":
        _keep_message(part, found, depth)
    elif kind in ("message/delivery-status", "message/global-delivery-status", "message/disposition-notification"):
        _read_report(part, found)
    elif part.is_multipart():
        _gather_many(part, kind, found, depth)
    else:
        _read_leaf(part, kind, found)


def _gather_many(part: Message, kind: str, found: Contents, depth: int) -> None:
    inner = _inner(part)
    if kind == "multipart/report":
        found.report = found.report or str(part.get_param("report-type") or "unknown").lower()[:60]
    if kind == "multipart/encrypted":
        found.encrypted = True
        return
    if kind == "multipart/alternative":
        _gather_alternatives(inner, found, depth)
        return
    for child in inner:
        _gather(child, found, depth + 1)


def _gather_alternatives(inner: list[Message], found: Contents, depth: int) -> None:
    """Plain text and HTML of the same words: both are kept apart, so that one can stand in for the other."""
    before = len(found.plain), len(found.html)
    for child in inner:
        _gather(child, found, depth + 1)
    texts, pages = found.plain[before[0] :], found.html[before[1] :]
    if len(texts) > 1 and all(child.get_content_type() == "text/plain" for child in inner):
        found.plain[before[0] :] = texts[-1:]
    if pages and not any(text.strip() for text in texts):
        return
    if texts and not pages and len(found.html) > 0:
        found.html.extend(f"<pre>{_escaped(text)}</pre>" for text in texts)


def _read_leaf(part: Message, kind: str, found: Contents) -> None:
    content, name = _bytes_of(part), _name_of(part)
    disposition = raw(part, "Content-Disposition").partition(";")[0].strip().lower()
    if kind in ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"):
        return
    if kind in ("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"):
        found.encrypted = True
        return
    if kind == "text/calendar":
        found.calendar = found.calendar or _calendar_of(content)
    is_words = (
        kind.startswith("text/")
        and disposition != "attachment"
        and kind not in ("text/calendar", "text/vcard", "text/x-vcard")
    )
    if is_words and not (name and not kind.endswith(("plain", "html"))):
        text, note = decoded(content, str(part.get_param("charset") or ""))
        found.note(note)
        (found.html if kind == "text/html" else found.plain).append(_bounded(text, found))
        return
    if kind == "text/rfc822-headers" or (not content and not name):
        return
    is_shown_within = disposition == "inline" or (kind.startswith("image/") and part.get("Content-ID") is not None)
    _keep_file(content, name, found, inline=is_shown_within)


def _keep_file(content: bytes, name: str, found: Contents, *, inline: bool) -> None:
    if len(found.files) >= _FILES_MOST:
        found.note(f"This message has more than {_FILES_MOST} files: the others were not kept.")
        return
    kind = kind_of(content)
    shown = safe_name(name, len(found.files) + 1, kind)
    note = mismatch(shown, kind)
    found.files.append(Attachment(shown, kind, content, inline, note))
    found.note(note)


def _keep_message(part: Message, found: Contents, depth: int) -> None:
    """A message inside: kept for its words, and its files are handed on."""
    inner = _inner(part)
    message = inner[0] if inner else parsed(_bytes_of(part))
    if message is None:
        found.note("A message inside this one is broken and was not read.")
        return
    found.messages.append(message)
    own = Contents(parts=found.parts)
    _gather(message, own, depth + 1)
    found.parts = own.parts
    room = max(_FILES_MOST - len(found.files), 0)
    found.files.extend(own.files[:room])
    for sentence in own.notes:
        found.note(sentence)


def _read_report(part: Message, found: Contents) -> None:
    text = "\n".join(_report_lines(part))[:50_000]
    for line in text.split("\n"):
        name, _, value = line.partition(":")
        name, value = name.strip().lower(), value.strip().lower()[:200]
        if name == "action":
            found.actions.append(value.split(" ", 1)[0].split("(", 1)[0])
        elif name == "disposition":
            found.disposition = value
            found.report = found.report or "disposition-notification"


def _report_lines(part: Message) -> Iterator[str]:
    """The lines of a report: the library keeps its groups of headers as messages."""
    payload = part.get_payload()
    if isinstance(payload, list):
        for group in payload[:200]:
            if isinstance(group, Message):
                yield from (f"{name}: {value}" for name, value in group.raw_items())
                yield str(group.get_payload())[:5_000]
    else:
        yield str(payload)[:50_000]


def _calendar_of(content: bytes) -> str:
    """ "reply accepted", "request" and the like: what a calendar entry is, and how it was answered."""
    text = decoded(content[:100_000], "utf-8")[0].upper()
    method = next((line.partition(":")[2].strip() for line in text.split("\n") if line.startswith("METHOD:")), "")
    answer = text.partition("PARTSTAT=")[2][:20].split(";")[0].split(":")[0].strip()
    return f"{method or 'PUBLISH'} {answer if method == 'REPLY' else ''}".strip().lower()


def _bytes_of(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    if isinstance(payload, bytes):
        return payload
    text = part.get_payload()
    return text.encode("utf-8", "surrogateescape") if isinstance(text, str) else b""


def _name_of(part: Message) -> str:
    for header, parameter in (("content-disposition", "filename"), ("content-type", "name")):
        value = part.get_param(parameter, None, header)
        if value is not None:
            return plain_words(collapse_rfc2231_value(value)[:1_000])
    return ""


def _inner(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _bounded(text: str, found: Contents) -> str:
    if len(text) > 5 * TEXT_MOST:
        found.note("The text of this message is very long: only its beginning was read.")
        return text[: 5 * TEXT_MOST]
    return text


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _unwrapped(content: bytes) -> bytes:
    """The bytes without a mark or empty lines before them; UTF-16, in which some programs save, as UTF-8."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = content.decode("utf-16", "replace").encode("utf-8", "replace")
    return content.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n\t \0").replace(b"\r\r\n", b"\r\n")


def _with_found_boundary(content: bytes) -> Message | None:
    """The message read again when its parts are there but the header that parts them is broken."""
    found = _LOST_BOUNDARY.search(content)
    if found is None or b'"' in found.group(1):
        return None
    boundary = found.group(1).rstrip()
    head, blank, body = content.replace(b"\r\n", b"\n").partition(b"\n\n")
    kept = [line for line in _fields(head) if not line.lower().startswith(b"content-type")]
    again = b"\n".join((*kept, b'Content-Type: multipart/mixed; boundary="' + boundary + b'"')) + blank + body
    try:
        message = message_from_bytes(again, policy=policy.compat32)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError):
        return None
    return message if message.is_multipart() else None


def _fields(head: bytes) -> list[bytes]:
    """The headers, each with the lines that go on with it."""
    fields: list[bytes] = []
    for line in head.split(b"\n"):
        if fields and line[:1] in (b" ", b"\t"):
            fields[-1] += b"\n" + line
        else:
            fields.append(line)
    return fields


def _has_endless_field(content: bytes) -> bool:
    """Whether a header that the library takes apart is so long that it would take minutes."""
    for found in _FIELD.finditer(content):
        end = found.end()
        while end - found.end() <= _HEADER_MOST:
            line = content.find(b"\n", end, found.end() + _HEADER_MOST + 2)
            if line < 0:
                break
            end = line + 1
            if content[end : end + 1] not in (b" ", b"\t"):
                break
        else:
            return True
        if line < 0 and len(content) > found.end() + _HEADER_MOST:
            return True
    return False

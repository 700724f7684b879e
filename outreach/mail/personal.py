"""A user's own letter as a mail: plain text, the headers that a reader needs, and none that somebody else put in.

    compose(Letter(...)) -> bytes

Names and subjects come from pages, files and typing. Everything that goes into a header goes through `header_text`, and
addresses through `mailbox`: so a line end, an encoded word or a comment in them makes no header and no recipient. The
lines are written here and not by the library, which loses the quotes of a name that it folds: `Bcc: x` becomes a group.
"""

from __future__ import annotations

import re
import unicodedata
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from types import MappingProxyType

from outreach.mail.message import BadAddress

NAME_MOST, SUBJECT_MOST = 200, 300
"""Characters of a name and of a subject in a header."""

_ON_ONE_LINE = 60
"""Characters of a header's text that stand on one line with its name."""

_ENCODED_BYTES = 45
"""Bytes in an encoded word: 60 letters of base64 and 12 around them stay below the 75 of RFC 2047, section 2."""

_PHRASE = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]{1,200}")
"""A name that needs no quotes (RFC 5322, section 3.2.3)."""

_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,190}@[!-;=?-~]{1,190}>")

_NO_MORE: Mapping[str, str] = MappingProxyType({})

_JOINERS = "\u200c\u200d"
"""They shape words of several scripts and are no line ends."""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A name and an address that mail can go to; made by `mailbox` alone. `address` is ASCII."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along. name: letters, digits, hyphens and one dot; media_type: such as "text/plain"."""

    name: str
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Letter:
    """What is sent. `message_id`, `in_reply_to` and `references` have their angle brackets.

    `at` is when it is sent; None for a draft, to which the mail program gives the date.
    """

    sender: Mailbox
    to: Mailbox | None
    subject: str
    text: str
    message_id: str
    copy: Mailbox | None = None
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    at: datetime | None = None
    attachments: tuple[Attachment, ...] = ()


def header_text(text: str, most: int) -> str:
    """A text as a header can hold it: one line without controls, of so many characters at most.

    `=?` is parted: the library would read an encoded word (RFC 2047) there, and decode line ends out of it.
    """
    letters = (_safe(letter) for letter in text[: most * 4])
    return " ".join("".join(letters).split()).replace("=?", "= ?")[:most].strip()


def _safe(letter: str) -> str:
    if letter.isprintable() or letter in _JOINERS:
        return letter
    return "" if unicodedata.category(letter) == "Cf" else " "


def mailbox(name: str, address: str) -> Mailbox:
    """A name with its address; the domain as it travels (IDNA).

    Raises: BadAddress for what is not one plain address.
    """
    from email_validator import EmailNotValidError, validate_email  # takes long to load, and a start writes no mail

    if len(address) > 320 or not address.isprintable():
        raise BadAddress("this is not one address that mail can be sent to")
    try:
        known = validate_email(address, check_deliverability=False, test_environment=True, allow_smtputf8=False)
        written = f"{known.local_part}@{known.ascii_domain}"
        Address(addr_spec=written)
    except (EmailNotValidError, ValueError, IndexError) as error:
        raise BadAddress("this is not one address that mail can be sent to") from error
    return Mailbox(header_text(name, NAME_MOST), written)


def new_message_id(sender: Mailbox) -> str:
    """A Message-ID of the sender's own domain: it tells nothing of the machine that made it."""
    return make_msgid(domain=sender.address.rpartition("@")[2])


def compose(letter: Letter, more: Mapping[str, str] = _NO_MORE) -> bytes:
    """The letter as a message: text/plain in UTF-8, its files behind it, lines ended by CRLF.

    `more`: further headers, of our own words.
    """
    headers = {
        "From": _address(letter.sender),
        "To": _address(letter.to) if letter.to else "",
        "Cc": _address(letter.copy) if letter.copy else "",
        "Subject": _encoded(header_text(letter.subject, SUBJECT_MOST)),
        "Date": format_datetime(letter.at) if letter.at else "",
        "Message-ID": _id(letter.message_id),
        "In-Reply-To": _id(letter.in_reply_to),
        "References": "\r\n ".join(filter(None, map(_id, letter.references))) or _id(letter.in_reply_to),
        **more,
    }
    body = EmailMessage(policy=SMTP)
    body.set_content(storable(letter.text) + "\n")
    for one in letter.attachments:
        _attach(body, one)
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items() if value)
    return lines.encode("ascii") + body.as_bytes()


def _attach(body: EmailMessage, one: Attachment) -> None:
    kind, _, sort = one.media_type.partition("/")
    charset = {"charset": "utf-8"} if kind == "text" else {}
    body.add_attachment(one.content, maintype=kind, subtype=sort, filename=plain_name(one.name), params=charset)


def plain_name(name: str) -> str:
    """A file's name as every system takes it: no folder, no sign that a header or a shell could read."""
    kept = "".join(letter if letter.isascii() and (letter.isalnum() or letter in "-.") else "-" for letter in name)
    return kept.strip("-.")[-NAME_MOST // 2 :].lstrip("-.") or "file"


def _address(box: Mailbox) -> str:
    if not box.name:
        return box.address
    if box.name.isascii() and len(box.name) + len(box.address) <= _ON_ONE_LINE:
        quoted = box.name.replace("\\", "\\\\").replace('"', '\\"')
        shown = box.name if _PHRASE.fullmatch(box.name) else f'"{quoted}"'
        return f"{shown} <{box.address}>"
    return f"{_words(box.name)}\r\n <{box.address}>"


def _encoded(text: str) -> str:
    return text if text.isascii() and len(text) <= _ON_ONE_LINE else _words(text)


def _words(text: str) -> str:
    """The text as encoded words (RFC 2047), parted between letters and never within one."""
    parts, part = [], b""
    for letter in text:
        data = letter.encode("utf-8")
        if len(part) + len(data) > _ENCODED_BYTES:
            parts.append(part)
            part = b""
        part += data
    return "\r\n ".join(f"=?utf-8?b?{b64encode(one).decode('ascii')}?=" for one in (*parts, part))


def _id(text: str) -> str:
    """A Message-ID as it may stand in a header; "" for what is none."""
    return text if _MESSAGE_ID.fullmatch(text) else ""


def storable(text: str) -> str:
    """A text as a mail's body holds it: lines ended alike, no controls but tabs, no halves of a pair."""
    return "\n".join("".join(filter(_may_stand, line)) for line in text.splitlines())


def _may_stand(letter: str) -> bool:
    return letter == "\t" or unicodedata.category(letter) not in ("Cc", "Cs")

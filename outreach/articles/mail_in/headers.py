"""The headers of a message, read tolerantly: encoded words, raw letters, broken addresses and dates."""

from __future__ import annotations

import re
from binascii import Error as BrokenBase64
from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from itertools import islice

from outreach.articles.mail_in.charsets import decoded

MOST = 4_000
"""Characters of a header that are read."""

_NAME_MOST, _ADDRESS_MOST, _REFERENCES_MOST, _HEADERS_MOST = 200, 320, 100, 5_000
_ADDRESS = re.compile(r"[^\s<>\"'(),;:@\[\]]{1,64}@[^\s<>\"'(),;:@\[\]]{1,255}")
_IN_ANGLES = re.compile(r"<\s{0,3}((?:mailto:)?[^\s<>\"'(),;:@\[\]]{1,64}@[^\s<>\"'(),;:@\[\]]{1,255})\s{0,3}>")
_ENCODED = re.compile(r"=\?[^\s?]{1,40}\?[bBqQ]\?[^\s?]{0,400}\?=")
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,250}>")
_ENCODED_IN_QUOTES = re.compile(r'"(=\?[^"?\s]{1,40}\?[bBqQ]\?[^"?]{0,400}\?=)"')


def raw(message: Message, name: str) -> str:
    """The first header of that name as it came, on one line, at most `MOST` characters; "" without one."""
    wanted = name.lower()
    for found, value in islice(message.raw_items(), _HEADERS_MOST):
        if found.lower() == wanted:
            return " ".join(_letters(str(value)[:MOST]).split())
    return ""


def words(message: Message, name: str) -> str:
    """A header with its encoded words decoded, on one line and without control characters."""
    return plain_words(raw(message, name))


def plain_words(value: str) -> str:
    """The value of a header with its encoded words decoded. What cannot be decoded stays as it is."""
    if "=?" not in value:
        return " ".join(value.split())
    value = _ENCODED_IN_QUOTES.sub(r"\1", value)
    try:
        parts = decode_header(value)
    except (HeaderParseError, BrokenBase64, ValueError, UnicodeError):
        return " ".join(value.split())
    text = "".join(part if isinstance(part, str) else decoded(part, charset or "")[0] for part, charset in parts)
    return " ".join(text.split())


def sender(message: Message) -> tuple[str, str]:
    """Name and address of who wrote the message, either of them "" when it is not told."""
    return name_and_address(raw(message, "From"))


def name_and_address(value: str) -> tuple[str, str]:
    """Name and address in `Jane Roe <jane@example.org>` and the like. An address is what looks like one, else ""."""
    value = value[:MOST]
    name, address = parseaddr(value)
    angled = _IN_ANGLES.findall(value)
    found = _ADDRESS.fullmatch(address) or _ADDRESS.search(_ENCODED.sub(" ", value))
    if angled and (not found or found.group() not in angled):
        name, address = value.rpartition("<")[0], angled[-1]
    else:
        address = found.group() if found else ""
        if not name and address != value.strip(" <>"):
            name = value.partition(address)[0] if address else value
    address = address.removeprefix("mailto:")[:_ADDRESS_MOST]
    name = plain_words(name).strip(" \"'<>[](),;:")
    if name.casefold() == address.casefold():
        name = ""
    return name.removesuffix("mailto").strip(" [<(:")[:_NAME_MOST], address


def message_ids(message: Message, name: str) -> tuple[str, ...]:
    """The ids in a header, with their angle brackets, in order and at most a hundred."""
    return tuple(_MESSAGE_ID.findall(raw(message, name))[:_REFERENCES_MOST])


def sent_at(message: Message) -> datetime | None:
    """When the message says it was sent, aware; without a zone it is taken for UTC. None when that cannot be read."""
    value = raw(message, "Date")
    try:
        moment = parsedate_to_datetime(value[:100])
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        moment.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return None
    return moment


def disguise(name: str, address: str) -> str:
    """A sentence when the sender's name shows another address than the mail came from; else ""."""
    shown = _ADDRESS.search(name)
    if shown is None or shown.group().casefold() == address.casefold():
        return ""
    return f"The sender's name shows the address {shown.group()}, but the mail came from {address or 'none'}."


def _letters(value: str) -> str:
    """Raw bytes in a header, which the parser keeps as half characters, as letters."""
    return decoded(value.encode("utf-8", "surrogateescape"), "")[0]

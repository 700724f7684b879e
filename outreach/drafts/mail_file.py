"""A letter for the user's own mail program: as a file that opens there as a draft, and as a `mailto:` address."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from outreach.mail.personal import Letter, Mailbox, compose, header_text, storable

MAILTO_MOST = 1_900
"""Characters of a `mailto:` address. Windows hands 2,048 over, older Outlook 2,083; beyond that the end is cut off, and
a letter without its end must not be sent."""

_UNRESERVED = "!$'*+,:@"
"""What an address of a mailbox keeps beside letters and digits (RFC 6068, section 2)."""


def eml(letter: Letter) -> bytes:
    """The letter as a file. `X-Unsent` lets mail programs open it as a draft; nobody has sent it, so it has no date."""
    return compose(letter, {"X-Unsent": "1"})


def file_name(reader: str, ending: str) -> str:
    """A name that every system takes: "letter-to-ines-okafor.eml"."""
    plain = unicodedata.normalize("NFKD", reader[:200]).encode("ascii", "ignore").decode("ascii").lower()
    words = "-".join(re.findall(r"[a-z0-9]{1,40}", plain))[:60].strip("-")
    return f"letter-to-{words}.{ending}" if words else f"letter.{ending}"


def mailto(to: Mailbox | None, copy: Mailbox | None, subject: str, text: str, in_reply_to: str = "") -> str | None:
    """The address that opens the letter in a mail program (RFC 6068); None for a letter that is too long for one."""
    fields = {
        "cc": copy.address if copy else "",
        "subject": header_text(subject, 300),
        "in-reply-to": in_reply_to,
        "body": storable(text).replace("\n", "\r\n"),
    }
    asked = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields.items() if value)
    address = f"mailto:{quote(to.address if to else '', safe=_UNRESERVED)}?{asked}"
    return address if len(address) <= MAILTO_MOST else None

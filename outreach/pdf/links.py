"""Addresses that a printed page may lead to: the web and mail, nothing else.

linkable("https://harrowlake.example/about") -> the same, in ASCII
linkable("javascript:alert(1)") -> ""
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

MOST = 2000
"""Characters of an address; longer ones are printed, not linked."""

_WEB = re.compile(r"https?://[^\s/?#\\@<>\"]{1,300}(?:[/?#][^\s\\<>\"]*)?", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s\\<>\"@]{1,200}@[a-z0-9.-]{1,250}", re.IGNORECASE)
_KEPT = "%/:=&?~#+!$,;'()*@[]-._"


@lru_cache(maxsize=2048)
def linkable(address: str) -> str:
    """The address as a link may hold it, in ASCII, or "" where it must not be one.

    http and https with a host, and mailto with one address. No user names before a host, no control characters, no
    backslashes: programs read such addresses in different ways.
    """
    if len(address) > MOST or not address.isprintable():
        return ""
    if _MAIL.fullmatch(address):
        return address if address.isascii() else ""
    if not _WEB.fullmatch(address):
        return ""
    try:
        parts = urlsplit(address)
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
        if not parts.hostname or (parts.port or 0) < 0:
            return ""
    except (ValueError, UnicodeError):
        return ""
    rest = address[address.index("://") + 3 + len(parts.netloc) :]
    return f"{parts.scheme}://{host}{quote(rest, safe=_KEPT)}"

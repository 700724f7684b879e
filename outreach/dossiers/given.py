"""What a user brings as a source: pasted text, a file, an address. Refused in words, or made ready to be kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote

from outreach.dossiers.convert import storable
from outreach.dossiers.plain_text import plain_text
from research.address import is_public, literal_address, parse_url, refuse_local_name
from research.errors import SourceError, Unreadable
from research.pages.content import content_of

LONGEST_PASTE = 200_000
"""Characters of pasted text: about 100 pages. What is longer is better sent as a file."""

_TITLE = 200


class NotUsable(Exception):
    """What was given cannot be read; the text says why, and what to do, in words for the field it came from."""


@dataclass(frozen=True, slots=True)
class GivenDocument:
    """A text or file of the user's own, ready to be kept. `text` is what a reader sees of it."""

    origin: str
    """pasted or uploaded."""
    title: str
    url: str
    media_type: str
    body: bytes
    text: str
    sha256: str


def pasted(text: str, title: str = "") -> GivenDocument:
    """A pasted text. Raises: NotUsable when it holds no words."""
    if not any(map(str.isalnum, text)):
        raise NotUsable("This holds no words. Paste the text of the article or page.")
    body = storable(text).encode()
    sha = hashlib.sha256(body).hexdigest()
    first_line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    shown = " ".join((title or first_line).split())[:_TITLE]
    return GivenDocument("pasted", storable(shown), f"note:{sha[:24]}", "text/plain", body, storable(text), sha)


def uploaded(name: str, body: bytes, size: int, most_bytes: int) -> GivenDocument:
    """A file: PDF, web page or text, told by its content and never by its name. Raises: NotUsable.

    size: the file's own size in bytes; one beyond `most_bytes` need not be read into `body`.
    """
    if size > most_bytes:
        raise NotUsable(
            f"This file has {size / 1e6:,.1f} MB; at most {most_bytes / 1e6:,.0f} MB are read. "
            "Send the part that is about your person."
        )
    if not body.strip():
        raise NotUsable("This file is empty.")
    try:
        text = plain_text(body)
        form = content_of(body).form
    except Unreadable as error:
        raise NotUsable(_refusal(error)) from error
    sha = hashlib.sha256(body).hexdigest()
    shown = storable(" ".join(PurePosixPath(name.replace("\\", "/")).name.split()))[:_TITLE] or "A file"
    url = f"file:{quote(shown[:120])}#{sha[:24]}"
    media_type = {"pdf": "application/pdf", "html": "text/html", "feed": "application/xml"}.get(form, "text/plain")
    return GivenDocument("uploaded", shown, url, media_type, body, storable(text), sha)


_ADVICE = {
    "encrypted": "Open it, save it without the password, and send that file.",
    "no-text": "Copy the text out of it, and paste that.",
    "not-text": "Send a PDF, a web page or a text; a Word file can be saved as PDF.",
    "not-pdf": "Send a PDF, a web page or a text.",
    "too-large": "Send the part that is about your person.",
}


def _refusal(error: Unreadable) -> str:
    advice = _ADVICE.get(error.fault, "Copy the text out of it, and paste that.")
    return f"{str(error).rstrip('.')}. {advice}"


def checked_address(text: str) -> str:
    """An address of a public web page, as it is asked. Raises: NotUsable for what is none."""
    typed = text.strip()
    if "://" not in typed:
        typed = f"https://{typed}"
    try:
        url = parse_url(typed)
        literal = literal_address(url.host)
        if literal is None:
            refuse_local_name(url.host)
        elif not is_public(literal):
            raise NotUsable("This address leads to a place that is not public. Give that of a public page.")
        return str(url)
    except SourceError as error:
        raise NotUsable(f"{error} Copy the address from the browser.") from error

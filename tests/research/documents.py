"""Documents made for a test."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from research.types import Document, Request

URL = "https://register.example/data"


def a_document(body: bytes | str, media_type: str = "text/html", charset: str = "") -> Document:
    """A document of the made-up source with this body."""
    data = body.encode() if isinstance(body, str) else body
    moment = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    digest = hashlib.sha256(data).hexdigest()
    return Document("made_up", Request(URL), URL, 200, media_type, charset, moment, data, digest)

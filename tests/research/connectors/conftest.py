"""What the tests of the connectors share: made-up documents, and the recordings of real answers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from research.types import Document, Request
from tests import needs

RETRIEVED_AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
MakeDocument = Callable[..., Document]


def made_document(
    source: str,
    body: bytes | str,
    url: str = "https://example.org/",
    *,
    status: int = 200,
    media_type: str = "application/json",
    carry: Mapping[str, str] | None = None,
) -> Document:
    raw = body.encode() if isinstance(body, str) else body
    request = Request(url, carry=tuple((carry or {}).items()))
    return Document(
        source=source, request=request, url=url, status=status, media_type=media_type, charset="",
        retrieved_at=RETRIEVED_AT, body=raw, sha256=hashlib.sha256(raw).hexdigest(),
    )  # fmt: skip


@pytest.fixture
def make_document() -> MakeDocument:
    """make_document(source, body, url=…, status=…, media_type=…, carry={…}) -> Document."""
    return made_document


@pytest.fixture
def recordings() -> Path:
    """The folder of real answers, which is kept outside the repository."""
    return needs.shared_folder() / "recordings"

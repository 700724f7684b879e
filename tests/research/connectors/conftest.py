"""What the tests of the connectors share: `--accept`, made-up documents, and the recordings of real answers."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from research.types import Document, Request

RETRIEVED_AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
MakeDocument = Callable[..., Document]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write expected.json of every golden case anew")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    # The default covers a run of the whole suite, where this file is found after the options are read.
    return bool(request.config.getoption("--accept", default=False))


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
    beside = Path(__file__).resolve().parents[4] / "shared"
    folder = Path(os.environ.get("GROUNDWORK_SHARED", beside)) / "recordings"
    if not folder.is_dir():
        pytest.skip("the recordings of real answers are not here (see GROUNDWORK_SHARED)")
    return folder

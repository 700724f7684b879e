"""Keeps documents between questions, so that a source is asked once for what it said: in memory, in a folder, or not.

How long a document is fresh is not decided here (`Source.keep_for` is the rule, `http.Client` applies it); an older
one still serves to ask "has it changed?".
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import threading
from collections import OrderedDict
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from research.types import Document, Request

FORMAT = 1
MEMORY_BYTES = 64_000_000
MEMORY_DOCUMENTS = 2_000
FOLDER_BYTES = 1_000_000_000
PRUNE_EVERY = 100


class Cache(Protocol):
    """Where documents are kept, by the key of their question (which never holds a secret's value)."""

    def get(self, key: str) -> Document | None:
        """The kept document, or None."""

    def put(self, key: str, document: Document) -> None:
        """Keep this document. A cache that cannot keep it goes without; it never raises for that."""


class NoCache:
    """Keeps nothing."""

    def get(self, key: str) -> Document | None:  # noqa: ARG002
        """None, always."""
        return None

    def put(self, key: str, document: Document) -> None:
        """Do nothing."""


class MemoryCache:
    """Keeps the documents used last, at most `max_bytes` of bodies and 2,000 in all. Thread-safe."""

    def __init__(self, max_bytes: int = MEMORY_BYTES) -> None:
        self._max_bytes = max_bytes
        self._bytes = 0
        self._lock = threading.Lock()
        self._documents: OrderedDict[str, Document] = OrderedDict()

    def get(self, key: str) -> Document | None:
        """The kept document, or None."""
        with self._lock:
            document = self._documents.get(key)
            if document is not None:
                self._documents.move_to_end(key)
            return document

    def put(self, key: str, document: Document) -> None:
        """Keep this document, and drop those not used for longest; one larger than the whole cache is not kept."""
        with self._lock:
            old = self._documents.pop(key, None)
            if old is not None:
                self._bytes -= len(old.body)
            if len(document.body) > self._max_bytes:
                return
            self._documents[key] = document
            self._bytes += len(document.body)
            while self._bytes > self._max_bytes or len(self._documents) > MEMORY_DOCUMENTS:
                _, dropped = self._documents.popitem(last=False)
                self._bytes -= len(dropped.body)


class FolderCache:
    """Keeps each document in a file of its own, across runs and for several processes at once.

    A file appears whole or not at all (written aside, flushed to the disk, renamed); one that is damaged all the
    same is noticed by its hash, removed, and counts as not kept.
    """

    def __init__(self, folder: Path, max_bytes: int = FOLDER_BYTES) -> None:
        self._folder = folder
        self._max_bytes = max_bytes
        self._lock = threading.Lock()
        self._puts = 0
        folder.mkdir(parents=True, exist_ok=True)
        os.listdir(folder)  # noqa: PTH208 - a folder that may not be read is told now, not forgotten each time

    def get(self, key: str) -> Document | None:
        """The kept document, or None."""
        path = self._path(key)
        try:
            head, _, body = path.read_bytes().partition(b"\n")
            return _document(json.loads(head), body, key)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            with suppress(OSError):
                path.unlink(missing_ok=True)
            return None

    def put(self, key: str, document: Document) -> None:
        """Keep this document. A full or read-only disk costs the copy, not the run."""
        try:
            self._write(self._path(key), json.dumps(_head(document, key)).encode() + b"\n", document.body)
        except OSError:
            return
        with self._lock:
            self._puts += 1
            due = self._puts % PRUNE_EVERY == 1
        if due:
            self._prune()

    def _path(self, key: str) -> Path:
        name = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / name[:2] / f"{name[2:]}.document"

    def _write(self, path: Path, head: bytes, body: bytes) -> None:
        path.parent.mkdir(exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=path.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(head)
                file.write(body)
                file.flush()
                os.fsync(file.fileno())
            Path(aside).replace(path)
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise
        _flush_folder(path.parent)

    def _prune(self) -> None:
        """Remove the oldest files until the folder is within its limit, and what a killed process left half written."""
        files = []
        for path in self._folder.glob("??/*"):
            with suppress(OSError):
                state = path.stat()
                files.append((state.st_mtime, state.st_size, path))
        files.sort(key=lambda item: item[0], reverse=True)
        total = 0
        newest = files[0][0] if files else 0.0
        for modified, size, path in files:
            total += size
            abandoned = path.suffix == ".part" and modified < newest - 3_600
            if total > self._max_bytes or abandoned:
                with suppress(OSError):
                    path.unlink()


def _flush_folder(folder: Path) -> None:
    """Make the rename last through a power cut; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _head(document: Document, key: str) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "key": key,
        "source": document.source,
        "asked": document.request.url,
        "url": document.url,
        "status": document.status,
        "media_type": document.media_type,
        "charset": document.charset,
        "retrieved_at": document.retrieved_at.isoformat(),
        "sha256": document.sha256,
        "etag": document.etag,
        "last_modified": document.last_modified,
    }


def _document(head: dict[str, Any], body: bytes, key: str) -> Document:
    """Raises: ValueError, KeyError, TypeError when the file is not what was written."""
    if head["format"] != FORMAT or head["key"] != key or hashlib.sha256(body).hexdigest() != head["sha256"]:
        raise ValueError("not what was written")
    return Document(
        source=str(head["source"]),
        url=str(head["url"]),
        media_type=str(head["media_type"]),
        charset=str(head["charset"]),
        etag=str(head["etag"]),
        last_modified=str(head["last_modified"]),
        request=Request(str(head["asked"])),
        status=int(head["status"]),
        retrieved_at=datetime.fromisoformat(head["retrieved_at"]),
        body=body,
        sha256=str(head["sha256"]),
    )


def fresh_copy(document: Document, request: Request, retrieved_at: datetime | None = None) -> Document:
    """The kept document as the answer to this question; `retrieved_at` when the source has just confirmed it."""
    moment = retrieved_at or document.retrieved_at
    return replace(document, request=request, retrieved_at=moment, from_cache=True)

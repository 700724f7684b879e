"""Which documents copy one another: two sources that print one press release are one source.

Two documents are of one family when one is the other's bytes, or when most of the shorter one's running text stands
in the other. Compared by shingles of eight words, the usual length in near-duplicate detection (Broder 1997); a
sample of them by hash keeps a run of a hundred pages cheap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from zlib import crc32

from research.parse import visible_text
from research.types import Document

_WORDS_A_SHINGLE = 8
_SAMPLE_ONE_IN = 4
_LEAST_SHINGLES = 6
"""Shorter texts (a card, a register's row) agree by chance and are left apart."""
_SHARE = 0.6
_MAX_CHARACTERS = 200_000
_WORD = re.compile(r"\w+")
_TEXTUAL = ("text/html", "text/plain", "application/xhtml+xml", "application/pdf", "text/markdown", "")


def shingles(text: str) -> frozenset[int]:
    """A sample of the text's eight-word runs, as hashes."""
    words = [word.casefold() for word in _WORD.findall(text[:_MAX_CHARACTERS])]
    runs = (" ".join(words[i : i + _WORDS_A_SHINGLE]) for i in range(len(words) - _WORDS_A_SHINGLE + 1))
    hashes = (crc32(run.encode()) for run in runs)
    return frozenset(value for value in hashes if value % _SAMPLE_ONE_IN == 0)


def families(documents: Iterable[Document], texts: Mapping[str, str] | None = None) -> dict[str, str]:
    """For each document's SHA-256 the SHA-256 that names its family (one of it).

    `texts` are texts by SHA-256 for documents that are not text themselves (PDF).
    """
    known: list[tuple[str, frozenset[int]]] = []
    parents: dict[str, str] = {}

    def root(sha: str) -> str:
        while parents[sha] != sha:
            sha = parents[sha]
        return sha

    for document in documents:
        if document.sha256 in parents:
            continue
        parents[document.sha256] = document.sha256
        if document.media_type not in _TEXTUAL:
            continue
        text = (texts or {}).get(document.sha256) or visible_text(document)
        mine = shingles(text)
        if len(mine) < _LEAST_SHINGLES:
            continue
        for other, theirs in known:
            if len(mine & theirs) >= _SHARE * min(len(mine), len(theirs)):
                # A text that holds two others makes one family of all three.
                parents[root(document.sha256)] = root(other)
        known.append((document.sha256, mine))
    return {sha: root(sha) for sha in parents}

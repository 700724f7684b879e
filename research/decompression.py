"""Undoes the compression of an HTTP body in small pieces, so that a bomb is stopped at the size limit, not after it."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import Protocol

from research.errors import Unavailable, Unreadable

STEP = 65_536
"""Bytes that come out at a time, at most."""

MOST_MEMBERS = 10_000
"""Gzip members in one body; an endless row of empty ones would cost time and never reach the size limit."""

_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_RAW = -zlib.MAX_WBITS


class Decoder(Protocol):
    """Turns the pieces of a body as sent into pieces of the body as meant."""

    def plain(self, piece: bytes) -> Iterator[bytes]:
        """What this piece holds, at most 64 KiB at a time. Raises: Unreadable ("decompression")."""

    def check_complete(self) -> None:
        """Raises: Unavailable ("incomplete") when the body ended in the middle."""


def decoder_for(encodings: Sequence[str], host: str) -> Decoder:
    """The decoder for the values of the Content-Encoding headers.

    Only gzip and deflate are asked for, once. Anything else, or twice the same, is refused.
    Raises: Unreadable ("decompression").
    """
    names = [name.strip().lower() for value in encodings for name in value.split(",")]
    names = [name for name in names if name not in ("", "identity")]
    if not names:
        return _AsIs()
    if len(names) == 1 and names[0] in ("gzip", "x-gzip", "deflate"):
        return _Inflate(host)
    raise Unreadable(f"{host} answered in a compression that was not asked for.", fault="decompression")


class _AsIs:
    def plain(self, piece: bytes) -> Iterator[bytes]:
        yield piece

    def check_complete(self) -> None:
        pass


class _Inflate:
    """Gzip (also several members one after the other), zlib, or the bare deflate stream that some servers send."""

    def __init__(self, host: str) -> None:
        self._host = host
        self._begun = False
        self._lead = b""
        self._members = 1
        self._inflater = zlib.decompressobj(_GZIP_OR_ZLIB)

    def plain(self, piece: bytes) -> Iterator[bytes]:
        data, self._lead = self._lead + piece, b""
        if not self._begun and len(data) < 2:
            self._lead = data  # the kind of stream shows in its first two bytes
            return
        while data:
            if self._inflater.eof:
                if not data.startswith(b"\x1f"):
                    return  # padding after the stream, which browsers ignore too
                self._members += 1
                if self._members > MOST_MEMBERS:
                    raise self._broken()
                self._inflater = zlib.decompressobj(_GZIP_OR_ZLIB)
            yield from self._inflated(data)
            data = self._inflater.unused_data

    def _inflated(self, data: bytes) -> Iterator[bytes]:
        while True:
            try:
                plain = self._inflater.decompress(data, STEP)
            except zlib.error:
                if self._begun:
                    raise self._broken() from None
                self._inflater = zlib.decompressobj(_RAW)
                self._begun = True
                continue
            self._begun = True
            if plain:
                yield plain
            data = self._inflater.unconsumed_tail
            if self._inflater.eof or (not data and len(plain) < STEP):
                return

    def _broken(self) -> Unreadable:
        return Unreadable(f"{self._host} sent a body that cannot be decompressed.", fault="decompression")

    def check_complete(self) -> None:
        if not self._inflater.eof:
            raise Unavailable(f"{self._host} broke off in the middle of its answer.", fault="incomplete")

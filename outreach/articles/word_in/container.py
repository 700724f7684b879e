"""Opens a .docx as what it is, a zip from a stranger: in memory, within limits, writing nothing. Pure."""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

from outreach.articles.word_in.foreign import what_it_is

MOST_BYTES = 10_000_000
"""Of an upload. An article with pictures stays below; the form says so too."""

MOST_UNPACKED = 60_000_000
"""Bytes of all parts together."""

MOST_ENTRIES = 2_000
HIGHEST_RATIO = 200
RATIO_COUNTS_FROM = 20_000_000
"""A part above this size that was packed tighter than the ratio is a bomb; below it, repetitive text packs as tight."""

CHUNK = 262_144
_CENTRAL, _LOCAL = b"PK\x01\x02", b"PK\x03\x04"
_LOCAL_SIZE = 30

ASK_FOR_COPY = "Open it in Word, save it as a new .docx, and upload that copy."
EMPTY = "This file is empty. Ask for it once more, or paste the text of the answer instead."
TOO_LARGE = "This file is larger than 10 MB. Take the pictures out of a copy and upload that one."
NOT_A_ZIP = f"This is not a Word file, or only a part of one. Nothing was read. {ASK_FOR_COPY}"
DAMAGED_ZIP = f"This Word file is damaged: a part of it cannot be unpacked. Nothing was read. {ASK_FOR_COPY}"
BOMB = f"This file would unpack to far more than a document holds, so it was not opened. {ASK_FOR_COPY}"
TOO_MANY = f"This file holds more than {MOST_ENTRIES:,} parts, so it was not opened. {ASK_FOR_COPY}"
ENCRYPTED = "This file is protected with a password. Take the password off in Word (File, Info), and upload that copy."
TWICE = (
    f"This file holds the same part twice, and two programs may read it differently. It was not read. {ASK_FOR_COPY}"
)
OUTSIDE = "Parts of the file have names that lead outside of it. They were left out."


class Refused(Exception):
    """The file is not read. Its text says for the user what was found and what to do."""


class Container:
    """The parts of a file by their names, unpacked piece by piece as they are asked for."""

    def __init__(self, content: bytes) -> None:
        """Raises Refused for what is not a zip, or one that would harm."""
        self.notes: list[str] = []
        self._zip = _opened(content)
        entries = self._zip.infolist()
        _check(entries, content, self._zip.start_dir)
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            self._keep(entry)

    def _keep(self, entry: zipfile.ZipInfo) -> None:
        name = entry.filename.replace("\\", "/")
        if name.startswith("/") or ":" in name or ".." in name.split("/"):
            self.notes = [OUTSIDE]
            return
        if name.casefold() in self._entries:
            raise Refused(TWICE)
        self._entries[name.casefold()] = entry

    @property
    def names(self) -> tuple[str, ...]:
        """Every part, in small letters: names of parts do not tell case apart."""
        return tuple(self._entries)

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name.casefold() in self._entries

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a part. Raises Refused when it does not unpack to what it says."""
        entry = self._entries[name.casefold()]
        left = entry.file_size
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(CHUNK):
                    left -= len(chunk)
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise Refused(DAMAGED_ZIP) from error
        if left:
            raise Refused(DAMAGED_ZIP)


def _opened(content: bytes) -> zipfile.ZipFile:
    if not content:
        raise Refused(EMPTY)
    if len(content) > MOST_BYTES:
        raise Refused(TOO_LARGE)
    if other := what_it_is(content):
        raise Refused(other)
    if content.count(_CENTRAL) > 2 * MOST_ENTRIES:  # counted before a list of a million entries is built
        raise Refused(TOO_MANY)
    try:
        return zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise Refused(NOT_A_ZIP) from error


def _check(entries: list[zipfile.ZipInfo], content: bytes, directory: int) -> None:
    """Raises Refused for more, larger or stranger parts than a document has."""
    if len(entries) > MOST_ENTRIES:
        raise Refused(TOO_MANY)
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Refused(ENCRYPTED)
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED or any(map(_is_bomb, entries)):
        raise Refused(BOMB)
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
        raise Refused(DAMAGED_ZIP)
    if any(number > 1 for number in Counter(entry.filename.casefold() for entry in entries).values()):
        raise Refused(TWICE)
    _check_places(entries, content, directory)


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > RATIO_COUNTS_FROM and entry.file_size > HIGHEST_RATIO * max(entry.compress_size, 1)


def _check_places(entries: list[zipfile.ZipInfo], content: bytes, directory: int) -> None:
    """Raises Refused where two parts share bytes: the way to unpack much out of little."""
    ends = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        header = content[entry.header_offset : entry.header_offset + _LOCAL_SIZE]
        if len(header) < _LOCAL_SIZE or not header.startswith(_LOCAL):
            raise Refused(DAMAGED_ZIP)
        if entry.header_offset < ends:
            raise Refused(BOMB)
        names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        ends = entry.header_offset + _LOCAL_SIZE + names + entry.compress_size
    if ends > directory:
        raise Refused(BOMB)

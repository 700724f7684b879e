"""The files of a message: a name that is safe to show and keep, and what kind of file the bytes are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from research.characters import harmless

NAME_BYTES = 120
"""UTF-8 bytes of a name: less than the 255 of file systems, with room for what is put before it."""

_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
"""Names of devices on Windows, whatever stands after the dot."""

_UNSAFE = re.compile(r'[<>:"|?*\\/\x00-\x1f\x7f]')
_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF87a", "gif"), (b"GIF89a", "gif"),
    (b"{\\rtf", "rtf"), (b"MZ", "program"), (b"\x7fELF", "program"), (b"#!", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\x78\x9f\x3e\x22", "tnef"), (b"BEGIN:VCALENDAR", "calendar"), (b"BEGIN:VCARD", "vcard"), (b"BM", "bmp"),
    (b"II*\x00", "tiff"), (b"MM\x00*", "tiff"), (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"), (b"\x1f\x8b", "archive"),
)  # fmt: skip
_IN_ZIP: tuple[tuple[bytes, str], ...] = (
    (b"vbaProject.bin", "office-macros"), (b"word/document", "docx"), (b"xl/workbook", "xlsx"),
    (b"ppt/presentation", "pptx"), (b"application/vnd.oasis.opendocument.text", "odt"),
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NAMED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "docx": frozenset({"docx"}), "pdf": frozenset({"pdf"}), "png": frozenset({"png"}), "gif": frozenset({"gif"}),
        "jpeg": frozenset({"jpg", "jpeg", "jpe", "jfif"}), "xlsx": frozenset({"xlsx"}), "pptx": frozenset({"pptx"}),
        "rtf": frozenset({"rtf", "doc"}),
    }
)  # fmt: skip
_CHECKED = frozenset().union(*_NAMED.values())


def safe_name(name: str, number: int, kind: str) -> str:
    """The last part of the name without what leads elsewhere or hides its ending; `attachment-1.pdf` for nothing left.

    Goes: folders, control characters, marks that turn the direction of writing, dots and blanks at either end, a
    hyphen in front. Names of Windows devices get an underscore. At most `NAME_BYTES` bytes, with the ending kept.
    """
    text = unicodedata.normalize("NFC", harmless(name[:1_000]))
    text = text.replace("\\", "/").rsplit("/", 1)[-1]
    text = "".join(sign for sign in text if unicodedata.category(sign) not in ("Cf", "Cc", "Cs", "Co", "Cn"))
    text = " ".join(_UNSAFE.sub("_", text).split()).strip(" .").lstrip("-~ .")
    if not text.strip("_. \ufffd"):
        return f"attachment-{number}" + (f".{kind}" if kind.isalpha() and kind != "unknown" else "")
    if text.split(".", 1)[0].strip().lower() in _RESERVED:
        text = f"_{text}"
    stem, dot, ending = text.rpartition(".")
    if not dot or len(ending.encode()) > 12:
        stem, ending = text, ""
    room = NAME_BYTES - len(ending.encode()) - len(dot)
    short = stem.encode()[:room].decode("utf-8", "ignore").rstrip(" .")
    return f"{short}.{ending}" if ending else short


def kind_of(content: bytes) -> str:
    """The kind that the bytes have, whatever name and type claim: "docx", "pdf", "png", "program" ... or "unknown"."""
    if content.startswith(b"PK\x03\x04"):
        return next((kind for sign, kind in _IN_ZIP if sign in content), "archive")
    if content.startswith(_OLE):
        return "doc" if b"W\x00o\x00r\x00d\x00D\x00o\x00c" in content else "ole"
    for beginning, kind in _BEGINNINGS:
        if content.startswith(beginning):
            return kind
    start = content[:1_000].lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html", b"<script")):
        return "html"
    if b"<svg" in start:
        return "svg"
    if not content:
        return "empty"
    return "unknown" if b"\0" in content[:4_000] or not _is_text(content) else "text"


def mismatch(name: str, kind: str) -> str:
    """A sentence when the ending of the name tells of another kind than the bytes are; else ""."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if kind == "program":
        return f'"{name}" is a program. It was kept apart and must not be opened.'
    if kind == "office-macros":
        return f'"{name}" holds macros. Ask for a copy without them.'
    if kind == "tnef":
        return f'"{name}" is a wrapper of Outlook (winmail.dat): what is in it was not read.'
    if ending in _CHECKED and ending not in _NAMED.get(kind, frozenset()):
        return f'"{name}" is not what its name says: the content is {kind}.'
    return ""


def _is_text(content: bytes) -> bool:
    sample = content[:4_000]
    odd = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return odd * 50 <= len(sample)

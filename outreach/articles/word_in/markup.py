"""Reads the XML of an office file as a stream: no tree, no entities, no external subsets, bounded depth. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Protocol
from xml.parsers import expat

from outreach.articles.word_in.container import Refused

DEEPEST = 400
"""Elements within one another. Word's own nesting of tables ends far below."""

LONGEST_PIECE = 8_000_000
"""Bytes of one tag or attribute: beyond it expat scans the same bytes again and again."""

EARLIEST_YEAR = 1990
"""Before it no Word file had changes: such a date is a clock that was never set."""

_SHORT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
"""Namespace -> prefix; the strict and the transitional form of a namespace are one."""

DAMAGED = (
    "The text inside this Word file is damaged and could not be read. Nothing was taken from it. "
    "Open it in Word, save it under a new name, and upload that copy."
)
DECLARATIONS = (
    "This file declares XML entities of its own, which Word never does. It was not read. "
    "Open it in Word, save it as a new .docx, and upload that copy."
)
TOO_DEEP = (
    "This file is nested deeper than any document that Word writes. It was not read. "
    "Copy the text into a new document and upload that one."
)


Attributes = Mapping[str, str]
"""Full names and values, as the parser tells them."""

_Start = Callable[[str, dict[str, str]], None]
_End = Callable[[str], None]


class Handler(Protocol):
    """What is told of elements (their names as "w:p") and of text; `told` reads the attributes."""

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """Text between the last two calls, perhaps a piece of it."""


def walk(chunks: Iterable[bytes], handler: Handler) -> None:
    """Tells the handler everything in a part. Raises Refused where it is no XML, or XML with a document type."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = _element_handlers(handler)
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = _refuse_declarations
    fed = 0
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
            fed += len(chunk)
            if fed - parser.CurrentByteIndex > LONGEST_PIECE:
                raise Refused(DAMAGED)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError, UnicodeError) as error:
        raise Refused(DAMAGED) from error


def _element_handlers(handler: Handler) -> tuple[_Start, _End]:
    """What the parser calls at each element. Closures: a document has a million elements."""
    short: dict[str, str] = {}
    depth = 0
    begin, finish = handler.start, handler.end

    def start(full: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise Refused(TOO_DEEP)
        name = short.get(full)
        if name is None:
            name = short[full] = short_name(full)
        begin(name, attributes)

    def end(full: str) -> None:
        nonlocal depth
        depth -= 1
        finish(short[full])

    return start, end


def told(attributes: Attributes, name: str, default: str = "") -> str:
    """The attribute of a name such as "w:val", in whichever form of its namespace; else `default`."""
    for full in _full_names(name):
        found = attributes.get(full)
        if found is not None:
            return found
    return default


@cache
def _full_names(name: str) -> tuple[str, ...]:
    prefix, _, local = name.rpartition(":")
    return tuple(f"{space} {local}" for space, known in _SHORT.items() if known == prefix) or (name,)


def short_name(full: str) -> str:
    """ "http://...wordprocessingml/2006/main p" -> "w:p"; of a namespace that is not read, the name as it is."""
    space, _, name = full.rpartition(" ")
    prefix = _SHORT.get(space)
    return f"{prefix}:{name}" if prefix else full


@lru_cache(maxsize=4_096)
def moment(told: str | None) -> datetime | None:
    """The time in an attribute, aware; None when it is absent or impossible.

    Without a zone it is taken as UTC: Word writes the clock of the writer and calls it UTC.
    """
    if not told or not told.isascii() or len(told) > 40:
        return None
    try:
        found = datetime.fromisoformat(_six_digits(told.strip()))
        found = found if found.tzinfo else found.replace(tzinfo=UTC)
        found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return found if found.year >= EARLIEST_YEAR else None


def _six_digits(told: str) -> str:
    """The same time with at most six digits after the point: .NET writes seven."""
    whole, point, rest = told.partition(".")
    digits = len(rest) - len(rest.lstrip("0123456789"))
    return whole + point + rest[:digits][:6].ljust(3, "0") + rest[digits:] if point and digits else told


def _refuse_declarations(*_: object) -> None:
    raise Refused(DECLARATIONS)

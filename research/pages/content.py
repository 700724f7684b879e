"""What a body of bytes is: a text, a web page, a feed or a PDF. Told by the content, never by a name or a header.

Servers and files lie about their type: a `.txt` may be a PDF, an HTML page may come as `application/json`. What can
not be read as words (a picture, an archive) is refused with a sentence that says what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from research import parse
from research.characters import harmless
from research.errors import Unreadable

Form = Literal["text", "html", "feed", "pdf"]

MAX_BODY_BYTES = 20_000_000
"""Largest body that is looked at; twice what a source may send (`Source.max_bytes`)."""
MAX_MARKUP = 1_500_000
"""Longest markup that is parsed, in characters, after pictures in attributes were taken out. The longest of 43 labelled
pages of hospitals and newspapers has 0.12 million."""
MAX_TEXT = 200_000
"""Longest text that is read, in characters: a book of 100 pages, read in less than 2 s where every sentence names
somebody with a post. The longest labelled page has 0.03 million."""
MAX_DEPTH = 80
"""Deepest nesting of tags that is kept. libxml2 drops what lies deeper than 256, the words with the tags, and a row
and a cell that are not counted here can stand in each table. The deepest labelled page has 58."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"),
    (b"wOFF", "a font"),
)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]")
_PAGE = re.compile(r"<(?:!doctype\s{1,9}html|html|head|body)[\s>]", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|br|h[1-6]|ul|ol|li|table|tr|td|th|span|a|section|article|main|img|strong|em|b|i)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_LONG_ATTRIBUTE = re.compile(r"""=\s{0,9}(?:"[^"<>]{4000,}"|'[^'<>]{4000,}')""")
_ANY_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})[^<>]{0,4000}>")
# Elements that have no end tag, or may go without: they do not make the page deeper.
_CODE = frozenset({"script", "style"})
_CODE_TAG = re.compile(r"<(?P<name>script|style)\b(?P<kind>[^<>]{0,2000})>", re.IGNORECASE)
_CODE_END = {name: re.compile(rf"</{name}", re.IGNORECASE) for name in _CODE}
_FLAT = frozenset(
    """area base br col embed hr img input link meta source track wbr p li dt dd tr td th tbody thead tfoot option
    optgroup html head body""".split()
)
_ENTITY_SCAN = 100_000


@dataclass(frozen=True, slots=True)
class Content:
    """A body made readable: its form, its characters ("" for a PDF), and what was left out of it."""

    form: Form
    text: str
    notes: tuple[str, ...] = ()


def content_of(body: bytes | str, *, media_type: str = "", charset: str = "") -> Content:
    """What the body is, decoded. `media_type` decides only where the content leaves it open.

    Raises: Unreadable when it is empty, too large, or no text at all.
    """
    if isinstance(body, str):
        body, charset = body.encode("utf-8", "replace"), "utf-8"
    if len(body) > MAX_BODY_BYTES:
        raise Unreadable(
            f"The document has {len(body):,} bytes; at most {MAX_BODY_BYTES:,} are read.", fault="too-large"
        )
    if not body.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise Unreadable("The document is empty.", fault="empty")
    if b"%PDF-" in body[:1024]:
        return Content("pdf", "")
    _refuse_binary(body)
    text = harmless(parse.text_from(body, _charset(body, charset)))
    if not any(map(str.isalnum, text[:1_000_000])):
        raise Unreadable("The document holds no readable words.", fault="empty")
    form = _form_of(text, media_type)
    notes: tuple[str, ...] = ()
    if form == "html":
        return _lightened(text)
    if form == "feed" and "<!ENTITY" in text[:_ENTITY_SCAN]:
        raise Unreadable("The feed defines XML entities of its own, which is not read.", fault="xml-entities")
    limit = MAX_MARKUP if form == "feed" else MAX_TEXT
    if len(text) > limit:
        text, notes = text[:limit], (f"Only the first {limit:,} characters were read.",)
    return Content(form, text, notes)


_HEAD = 4_096
_CONTROLS = bytes({*range(1, 32)} - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
"""Bytes that no text has in any number: a tenth of random bytes. NUL is half of plain text in wide characters."""
_FEW_CONTROLS = 20
_MOST_CONTROLS = 0.05
_WIDE = (b"\xff\xfe", b"\xfe\xff")
"""How text in wide characters begins, whose bytes say nothing one by one."""


def _refuse_binary(body: bytes) -> None:
    for signature, what in _SIGNATURES:
        if body.startswith(signature):
            raise Unreadable(f"This is {what}, not a text or a web page.", fault="not-text")
    if body[:4] == b"RIFF" or body[4:8] == b"ftyp":
        raise Unreadable("This is a picture, sound or video file, not a text or a web page.", fault="not-text")
    head = body[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > max(_FEW_CONTROLS, len(head) * _MOST_CONTROLS) and not head.startswith(_WIDE):
        raise Unreadable("This is a file of another kind, not a text or a web page.", fault="not-text")


def _charset(body: bytes, declared: str) -> str:
    """The character set that the bytes themselves show, else the declared one.

    Text of two or more bytes a letter that is valid UTF-8 is UTF-8, whatever a header says: by chance that happens
    once in thousands of letters. UTF-16 without a byte-order mark shows by NUL in every second place.
    """
    sample = body[:4000]
    if not body.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) and len(sample) >= 8:
        even, odd = sample[0::2].count(0), sample[1::2].count(0)
        half = len(sample) // 2
        if odd > half * 0.6 and even < half * 0.1:
            return "utf-16-le"
        if even > half * 0.6 and odd < half * 0.1:
            return "utf-16-be"
    if not body.isascii():
        try:
            body.decode("utf-8")
        except UnicodeDecodeError:
            return declared
        return "utf-8"
    return declared if not declared.lower().startswith(("utf-16", "utf-32", "utf-7", "utf7")) else "utf-8"


def _form_of(text: str, media_type: str) -> Form:
    head = text[:3000].lstrip("\ufeff\ufffd \t\r\n")
    if head.startswith("<") and _FEED.search(head) and not _PAGE.search(head):
        return "feed"
    if _PAGE.search(head) or _PAGE.search(text[:100_000]):
        return "html"
    tags = sum(1 for _ in zip(_TAG.finditer(text[:200_000]), range(4), strict=False))
    # A stray <br> in a text makes no page; a fragment of a page begins with a tag or is full of them.
    if tags >= 3 or (tags and (head.startswith("<") or "html" in media_type)):
        return "html"
    return "text"


def _lightened(markup: str) -> Content:
    """The markup without attributes that are files (pictures in the page), and of bounded length and depth."""
    notes = []
    if len(markup) > 200_000:
        markup = _without_code(_LONG_ATTRIBUTE.sub('=""', markup))
    if len(markup) > MAX_MARKUP:
        markup = markup[:MAX_MARKUP]
        notes.append(f"Only the first {MAX_MARKUP:,} characters of the page were read.")
    flat = _flattened(markup)
    if flat != markup:
        notes.append(f"Tags nested deeper than {MAX_DEPTH} were left out.")
    return Content("html", flat, tuple(notes))


def _without_code(markup: str) -> str:
    """The markup without scripts and styles, but for data in JSON: an application's whole state may stand before the
    first word of its page."""
    kept, at = [], 0
    for tag in _CODE_TAG.finditer(markup):
        if tag.start() < at:
            continue
        end = _CODE_END[tag["name"].lower()].search(markup, tag.end())
        if end is None:
            break
        kept.append(markup[at : end.start() if "json" in tag["kind"].lower() else tag.end()])
        at = end.start()
    return "".join((*kept, markup[at:]))


def _nesting(markup: str) -> Iterator[re.Match[str]]:
    """The tags that make the page deeper and shallower; what looks like tags within a script is none."""
    code = ""
    for match in _ANY_TAG.finditer(markup):
        name = match.group(2).lower()
        if code:
            code = "" if match.group(1) and name == code else code
        elif name in _CODE:
            code = "" if match.group(1) else name
        elif name not in _FLAT:
            yield match


def _flattened(markup: str) -> str:
    if markup.count("<") - markup.count("</") <= MAX_DEPTH:
        return markup  # so few tags are opened at all
    depth, deepest = 0, 0
    for match in _nesting(markup):
        depth += -1 if match.group(1) else 1
        if depth < 0:
            depth = 0
        elif depth > deepest:
            deepest = depth
    if deepest <= MAX_DEPTH:
        return markup
    kept, depth, at = [], 0, 0
    for match in _nesting(markup):
        closing = bool(match.group(1))
        too_deep = depth > MAX_DEPTH if closing else depth >= MAX_DEPTH
        depth = max(depth - 1, 0) if closing else depth + 1
        if too_deep:
            kept.append(markup[at : match.start()])
            at = match.end()
    kept.append(markup[at:])
    return " ".join(kept)

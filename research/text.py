"""Bytes as text: in the character set that the source means, harmless to store and show; a page as it is seen.

Python's own codecs are chosen from a closed list, since a server names the one to use: `punycode` takes quadratic
time, `utf-7` hides markup, `unicode_escape` invents characters.
"""

from __future__ import annotations

import codecs
import re
import threading
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from html import unescape
from typing import Any

from lxml import etree

from research.hidden_markup import is_hidden
from research.types import Document

REMEMBERED_CHARACTERS = 48_000_000
"""Texts kept so that a document cited a hundred times is decoded once: room for a handful of the largest."""

_XML_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s{0,10}=\s{0,10}["']([A-Za-z0-9._-]{1,40})["']""")
_META_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,10}=\s{0,10}["']?\s{0,10}([A-Za-z0-9._-]{1,40})""", re.IGNORECASE
)
XML_DECLARATION = re.compile(r"(?:(?<!\s)\s{1,100}+)?<\?xml[^>]{0,200}\?>")
# A tag starts with a letter, so that "p < 0.05 and n > 3" keeps its words.
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_UNMARKED = re.compile(rb'(?:(\x00\x00\x00[<{\["])|([<{\["]\x00\x00\x00)|(\x00[<{\["]\x00)|([<{\["]\x00[^\x00]))')
_UNMARKED_NAMES = ("utf-32-be", "utf-32-le", "utf-16-be", "utf-16-le")

_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874"} | {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "utf-16": "utf-16-le",
    "utf-32": "utf-32-le",
}
"""What servers mean by a name, where it is more than the name says (WHATWG Encoding, 4.2; read 2026-11)."""
_KNOWN = re.compile(
    r"utf-8|utf-(?:16|32)(?:-[lb]e)?|ascii|iso8859-(?:1?[0-9])|cp(?:125[0-8]|874|866|932|949)|koi8-[ru]|mac-[a-z]{1,12}"
    r"|gb2312|gbk|gb18030|big5|big5hkscs|shift_jis|euc_(?:jp|kr)|iso2022_jp"
)


def _codec(name: str) -> str:
    """Python's name of the codec that this character set means; "" when it is none that is trusted."""
    try:
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
    return _MEANT.get(known, known) if _KNOWN.fullmatch(known) else ""


def _declared(body: bytes, charset: str) -> str:
    if charset:
        return _codec(charset)
    found = _XML_ENCODING.match(body[:400].lstrip()) or _META_CHARSET.search(body[:4096])
    name = _codec(found.group(1).decode("ascii")) if found else ""
    # Bytes in which a declaration can be read at all are not in UTF-16 or UTF-32 (HTML, 13.2.3.2).
    return "utf-8" if name.startswith(("utf-16", "utf-32")) else name


def _decode(body: bytes, charset: str) -> str:
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body.decode(name, "replace")
    unmarked = _UNMARKED.match(body)
    if unmarked:
        return body.decode(_UNMARKED_NAMES[(unmarked.lastindex or 1) - 1], "replace")
    declared = _declared(body, charset)
    if declared not in ("", "utf-8"):
        try:
            return body.decode(declared)
        except ValueError:
            pass
    return _decode_utf_8(body)


def _decode_utf_8(body: bytes) -> str:
    """UTF-8; with more broken characters than whole ones, what old sites mean when they say nothing: cp1252."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        text = body.decode("utf-8", "replace")
    whole = sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]{1,1000}", text)))
    return text if text.count("\ufffd") <= whole else body.decode("cp1252", "replace")


class _Memory:
    """The texts computed last, within a bound on their characters; the newest is always kept. Thread-safe."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._characters = 0
        self._lock = threading.Lock()
        self._texts: OrderedDict[tuple[str, bytes, str], str] = OrderedDict()

    def get(self, key: tuple[str, bytes, str]) -> str | None:
        with self._lock:
            text = self._texts.get(key)
            if text is not None:
                self._texts.move_to_end(key)
            return text

    def put(self, key: tuple[str, bytes, str], text: str) -> None:
        with self._lock:
            if key in self._texts:
                return
            self._texts[key] = text
            self._characters += len(text)
            while self._characters > self._limit and len(self._texts) > 1:
                _, dropped = self._texts.popitem(last=False)
                self._characters -= len(dropped)


_memory = _Memory(REMEMBERED_CHARACTERS)


def remembered(function: Callable[[bytes, str], str]) -> Callable[[bytes, str], str]:
    """Remember the texts that this function made of (body, charset), within `REMEMBERED_CHARACTERS` for all of them."""

    @wraps(function)
    def wrapper(body: bytes, charset: str) -> str:
        key = (function.__qualname__, body, charset)
        text = _memory.get(key)
        if text is None:
            text = function(body, charset)
            _memory.put(key, text)
        return text

    return wrapper


@remembered
def _text_of(body: bytes, charset: str) -> str:
    text = _decode(body, charset)
    # A lone surrogate cannot be printed or stored; NUL and its kind break databases and terminals.
    text = text.encode("utf-8", "replace").decode("utf-8")
    return _CONTROL.sub("\ufffd", text)


def text_from(body: bytes, charset: str = "") -> str:
    """Bytes as text, by the same rules as `text_of`: for a body that is no document yet."""
    return _text_of(body, charset)


def text_of(document: Document) -> str:
    """The document's body as text: byte-order mark, declared charset, XML or meta declaration, UTF-8, then cp1252.

    Control characters become U+FFFD, so that the text can be stored and shown anywhere.
    """
    return _text_of(document.body, document.charset)


def fold(text: str) -> str:
    """The text with every run of white space as one space: how quotes and documents are compared."""
    return " ".join(text.split())


class _Reader:
    """Collects what a reader sees while lxml walks through the page; builds no tree, so that no nesting is too deep."""

    hidden = frozenset({"script", "style", "noscript", "template", "head"})

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._hidden = 0

    def start(self, tag: str, attributes: Any) -> None:
        if self._hidden or tag in self.hidden or is_hidden(tag, attributes):
            self._hidden += 1  # every element within a hidden one counts, up to its own end
        self._pieces.append(" ")

    def end(self, _tag: str) -> None:
        self._hidden = max(0, self._hidden - 1)
        self._pieces.append(" ")

    def data(self, text: str) -> None:
        if not self._hidden:
            self._pieces.append(text)

    def comment(self, _text: str) -> None:
        self._pieces.append(" ")

    def pi(self, *_: str) -> None:
        self._pieces.append(" ")

    def close(self) -> str:
        return fold("".join(self._pieces))


@remembered
def visible_in(body: bytes, charset: str) -> str:
    """What a reader of this HTML sees, white space folded, whatever media type it came under."""
    text = XML_DECLARATION.sub("", _text_of(body, charset), count=1)
    if not text.strip():
        return ""
    target: Any = _Reader()
    parser: Any = etree.HTMLParser(encoding="utf-8", huge_tree=True, target=target)
    encoded = text.encode()
    for start in range(0, len(encoded), 1 << 16):
        parser.feed(encoded[start : start + (1 << 16)])
    return str(parser.close())


def visible_text(document: Document) -> str:
    """What a reader of the page sees, white space folded. For anything but HTML, the folded text itself."""
    if "html" in document.media_type:
        return visible_in(document.body, document.charset)
    return fold(text_of(document))


def without_markup(text: str) -> str:
    """The words of a fragment of HTML or JATS as sources put it into JSON strings: tags dropped, entities resolved.

    Entities are resolved between two passes, since some sources escape their tags.
    """
    return fold(_TAG.sub("", unescape(_TAG.sub("", text))))

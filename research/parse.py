"""Reading documents strictly, and citing them literally.

Everything that turns bytes into values goes through here: `text_of`, `json_of`, `xml_of`, `csv_rows`, `Row`, and the
three ways to cite. The quote of a citation always stands literally in the document's text, white space folded; when
it does not, `cite` raises instead of guessing.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from research.characters import harmless
from research.errors import Unreadable
from research.text import XML_DECLARATION, remembered, visible_in
from research.text import fold as fold
from research.text import text_from as text_from
from research.text import text_of as text_of
from research.text import visible_text as visible_text
from research.text import without_markup as without_markup
from research.types import QUOTE_LIMIT, Citation, Document, PartialDate

# Escapes that would bring back what text_of takes out: half a character, NUL and its kind.
_BAD_ESCAPE = re.compile(r"\\u(?:[dD][89a-fA-F]|00[017])")
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(u[dD][89a-fA-F][0-9a-fA-F]{2}|u00(?:0[0-8bBcCeEfF]|1[0-9a-fA-F]|7[fF]))|.)",
    re.DOTALL,
)

MAX_NESTING = 400
"""Deepest nesting of JSON that is read; deeper is an attack, not an answer."""


def _squeezed(text: str) -> str:
    # A quote is cited without harmful characters (see `Citation`): so is the text that it has to stand in.
    return "".join(harmless(text).split())


@remembered
def _squeezed_body(body: bytes, charset: str) -> str:
    # A long answer (4 MB of filings) is cited a hundred times: squeeze it once.
    return _squeezed(text_from(body, charset))


@remembered
def _squeezed_visible(body: bytes, charset: str) -> str:
    return _squeezed(visible_in(body, charset))


def stands_in(document: Document, words: str, extra_text: str = "") -> bool:
    """Whether the words are literally in the document: in its text, its visible text, or `extra_text`.

    `extra_text` is the text that a reader made of a format which is not text itself (a PDF). White space is not
    compared: a line break inside a name is no difference of words.
    """
    wanted = _squeezed(words)
    if not wanted:
        return False
    if wanted in _squeezed_body(document.body, document.charset) or (extra_text and wanted in _squeezed(extra_text)):
        return True
    if "html" in document.media_type:
        return wanted in _squeezed_visible(document.body, document.charset)
    return _in_decoded_strings(document, wanted)


def _in_decoded_strings(document: Document, wanted: str) -> bool:
    """JSON and XML escape some characters: the decoded strings are the source's words too."""
    start = text_of(document).lstrip()[:1]
    if start in ("{", "["):
        return wanted in _squeezed_strings(document.body, document.charset)
    if start == "<":
        visible = _squeezed_visible(document.body, document.charset)
        return wanted in visible or wanted in _squeezed_xml_texts(document.body, document.charset)
    return False


@remembered
def _squeezed_xml_texts(body: bytes, charset: str) -> str:
    """Every text of an XML body with the markup that CDATA or escapes put inside it taken out; NUL between two."""
    text = XML_DECLARATION.sub("", text_from(body, charset).lstrip(), count=1)
    if "<!ENTITY" in text[:100_000]:
        return ""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return ""
    if root is None:
        return ""
    texts = (text for element in root.iter("*") for text in (element.text, element.tail) if text)
    return "\0".join(_squeezed(without_markup(text)) for text in texts)


@remembered
def _squeezed_strings(body: bytes, charset: str) -> str:
    """Every string of a JSON body, as it is and without the markup inside it, squeezed; NUL stands between two."""
    try:
        strings = list(_strings(_json(text_from(body, charset).lstrip())))
    except (ValueError, RecursionError):
        return ""
    marked_up = (without_markup(value) for value in strings if "<" in value or "&" in value)
    return "\0".join(_squeezed(value) for value in (*strings, *marked_up))


def _strings(value: Any) -> Iterator[str]:
    stack = [value]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            stack.extend(item.values())
        elif isinstance(item, list):
            stack.extend(item)


def cite(
    document: Document,
    words: str,
    confidence: float = 0.9,
    *,
    url: str = "",
    title: str = "",
    published: PartialDate | None = None,
    extra_text: str = "",
) -> Citation:
    """A citation of these words, which must stand in the document.

    Longer words are cut to 300 characters at a word's end. `url` is where a person can read it, when that is not the
    document's own address. Raises: Unreadable when the words are not there.
    """
    quote = shorten(fold(words))
    if not stands_in(document, quote, extra_text):
        raise Unreadable(
            f"{document.source}: the words {quote[:80]!r} do not stand in the document", source=document.source
        )
    return Citation(
        source=document.source,
        url=url or document.url,
        retrieved_at=document.retrieved_at,
        quote=quote,
        confidence=confidence,
        document=document.sha256,
        title=fold(title)[:300],
        published=published,
    )


def shorten(text: str, limit: int = QUOTE_LIMIT) -> str:
    """The text cut at the end of a word so that it has at most `limit` characters; nothing is added."""
    if len(text) <= limit:
        return text
    cut = text[:limit]
    space = cut.rfind(" ")
    return cut[:space] if space > limit // 2 else cut


def cite_field(
    document: Document, key: str, value: Any, confidence: float = 0.95, *, after: str = "", url: str = "", **more: Any
) -> Citation:
    """A citation of one field of a JSON document, in the document's own characters: `"beds": "41"`.

    `after` is text of the same record that stands before the field (its number, say), so that the right one of many
    equal fields is quoted. `value` is the value as parsed. Raises: Unreadable when no such field is there.
    """
    text = text_of(document)
    begin = max(text.find(after), 0) if after else 0
    spellings = {json.dumps(value), json.dumps(value, ensure_ascii=False)}
    if isinstance(value, float):
        spellings.add(repr(value))
    spellings |= {spelling.replace("/", "\\/") for spelling in spellings}
    pattern = re.compile(
        re.escape(json.dumps(key)) + r"\s{0,20}:\s{0,20}(?:" + "|".join(map(re.escape, sorted(spellings))) + ")"
    )
    match = pattern.search(text, begin) or pattern.search(text)
    if match:
        return cite(document, match.group(0), confidence, url=url, **more)
    if isinstance(value, str) and value.strip():
        return cite(document, value, confidence, url=url, **more)
    raise Unreadable(f"{document.source}: no field {key!r} with {value!r}", source=document.source)


class Row(dict[str, Any]):
    """One record of a document whose fields are popped as they are read, so that what is left over is noticed."""

    def take(self, *keys: str, default: Any = None) -> Any:
        """Pop the first of these fields that is there (sources rename their columns); the others are popped too."""
        found, seen = default, False
        for key in keys:
            if key in self:
                value = self.pop(key)
                if not seen:
                    found, seen = value, True
        return found

    def text(self, *keys: str) -> str:
        """The field as text without outer white space; "" when absent or null. Raises: Unreadable for other types."""
        value = self.take(*keys)
        if value is None:
            return ""
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            raise Unreadable(f"field {keys[0]!r} is {type(value).__name__}, not text")
        return fold(str(value))

    def rows(self, *keys: str) -> list[Row]:
        """The field as a list of records; empty when absent or null. Raises: Unreadable for other types."""
        return rows(self.take(*keys), keys[0])

    def row(self, *keys: str) -> Row:
        """The field as a record; empty when absent or null. Raises: Unreadable for other types."""
        value = self.take(*keys)
        if value is None:
            return Row()
        if not isinstance(value, dict):
            raise Unreadable(f"field {keys[0]!r} is {type(value).__name__}, not a record")
        return Row(value)

    def ignore(self, *keys: str) -> None:
        """Pop fields that are known and not wanted."""
        for key in keys:
            self.pop(key, None)

    def nothing_left(self) -> str:
        """ "" when every field was read or ignored, else a sentence for `Drift`: a new column is loud, not lost."""
        return f"unread fields: {sorted(map(str, self))[:20]}" if self else ""


def rows(value: Any, what: str = "rows") -> list[Row]:
    """A JSON list of objects as rows; None is an empty list. Raises: Unreadable."""
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise Unreadable(f"{what!r} is not a list of records")
    return [Row(item) for item in value]


def _json(text: str) -> Any:
    """The value of a JSON text. Raises: ValueError, RecursionError."""
    if _BAD_ESCAPE.search(text):
        text = _ESCAPE.sub(lambda match: "\\ufffd" if match.group(1) else match.group(), text)
    # strict=False: some sources leave raw line breaks inside strings (NIH RePORTER does).
    return json.loads(text, strict=False)


def json_of(document: Document) -> Any:
    """The document as JSON. Raises: Unreadable, saying what came instead (an HTML page, nothing at all)."""
    text = text_of(document).strip()
    if not text:
        raise Unreadable(f"{document.source} answered with nothing", fault="empty", source=document.source)
    if text[0] == "<":
        raise Unreadable(
            f"{document.source} answered with a web page instead of data", fault="html-for-json", source=document.source
        )
    depth = deepest = 0
    for character in re.finditer(r"[\[{\]}]", text[:2_000_000]):
        depth += 1 if character.group() in "[{" else -1
        deepest = max(deepest, depth)
        if deepest > MAX_NESTING:
            raise Unreadable(f"{document.source} answered with data nested too deep", source=document.source)
    try:
        return _json(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"{document.source} answered with broken data: {error}", source=document.source) from error


def object_of(document: Document) -> Row:
    """The document as one JSON object. Raises: Unreadable."""
    value = json_of(document)
    if not isinstance(value, dict):
        raise Unreadable(f"{document.source} answered with {type(value).__name__}, not one object")
    return Row(value)


def xml_of(document: Document) -> etree._Element:
    """The document as XML, with no entities expanded, no DTD loaded, nothing fetched. Raises: Unreadable."""
    body = document.body.lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"<!ENTITY" in body[:100_000]:
        raise _entities(document)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"{document.source} answered with broken XML: {error}", source=document.source) from error
    if root is None:
        raise Unreadable(f"{document.source} answered with empty XML", fault="empty", source=document.source)
    # In UTF-16, or far below the top, the definitions escape a look at the first bytes.
    subset: Any = root.getroottree().docinfo.internalDTD
    if subset is not None and any(True for _ in subset.iterentities()):
        raise _entities(document)
    return root


def _entities(document: Document) -> Unreadable:
    message = f"{document.source} answered with XML that defines entities"
    return Unreadable(message, fault="xml-entities", source=document.source)


def csv_rows(text: str, required: Sequence[str]) -> Iterator[Row]:
    """The rows of a CSV text with a header line. Raises: Unreadable when a required column is missing."""
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""))
        names = [name.strip() for name in (reader.fieldnames or [])]
        missing = [column for column in required if column not in names]
        if missing:
            raise Unreadable(f"the table lacks the columns {missing}; it has {names[:40]}")
        for row in reader:
            yield Row({(key or "").strip(): value for key, value in row.items()})
    except csv.Error as error:
        raise Unreadable(f"the table is broken: {error}") from None


def first_text(values: Iterable[Any]) -> str:
    """The first value that is a text with something in it, folded; "" when none is."""
    for value in values:
        if isinstance(value, str) and value.strip():
            return fold(value)
    return ""


def mapping_of(value: Any) -> Mapping[str, Any]:
    """The value if it is an object, else an empty one: for nodes that a source leaves null (ORCID does)."""
    return value if isinstance(value, dict) else {}

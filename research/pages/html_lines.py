"""An HTML page cut into lines in reading order, with the boxes that they stand in. The markup is parsed once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import lxml.html
from lxml import etree

from research.characters import harmless
from research.hidden_markup import is_hidden
from research.names import is_credential
from research.pages.lexicon import HONORIFICS
from research.pages.model import Line, LineRole, PageKind, PageText
from research.pages.person_names import is_name_line
from research.pages.site_brand import brand_of
from research.pages.title_lines import read_title_line

_SKIPPED = frozenset(
    """script style noscript template svg title iframe object embed select option textarea canvas video audio map
    math""".split()
)
_INLINE = frozenset(
    """a abbr b bdi bdo big cite code data dfn em font i ins kbd label mark q s samp small span strong sub sup time tt u
    var wbr img button o:p acronym nobr del strike center-inline input""".split()
)
_BOXES = frozenset(
    [
        "div",
        "li",
        "tr",
        "section",
        "article",
        "td",
        "dl",
        "ul",
        "ol",
        "table",
        "main",
        "aside",
        "figure",
        "blockquote",
        "form",
        "details",
        "dd",
        "dt",
    ]
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_ROLES: dict[str, LineRole] = {
    "p": "paragraph",
    "li": "item",
    "td": "cell",
    "th": "cell",
    "dd": "cell",
    "dt": "label",
    "figcaption": "caption",
    "caption": "caption",
}
_FURNITURE_TAGS = frozenset({"nav", "footer", "aside"})
_FURNITURE_ROLES = frozenset({"navigation", "search", "banner", "contentinfo", "complementary"})
_FURNITURE_CLASS = re.compile(
    r"(?:^|[-_ ])(?:nav(?:bar|igation)?|menu|footer|sidebar|side-bar|breadcrumbs?|cookies?|social|share|sharing|related"
    r"|newsletter|search|subscribe|login|pagination|pager|comments?|masthead|topbar|top-bar|utility|skip|trending"
    r"|advert(?:isement)?|sitemap|copyright|popular|recirc(?:ulation)?)(?:$|[-_ ])",
    re.IGNORECASE,
)
_MAY_BE_HIDDEN: Any = etree.XPath("descendant-or-self::*[@hidden or @aria-hidden or @style]")
_SETS_OFF = frozenset({"b", "strong", "span", "em", "i", "a", "font", "u", "label"})
_BODY_TAGS = frozenset({"body", "main", "article", "html"})
MAX_LINES = 5_000
"""Lines that are cut out of one page; the longest labelled page has fewer than a thousand."""
MAX_MARKUP = 20_000_000
MAX_TITLE = 300
MAX_PAIR = 120
"""Characters of a name and a title in bold."""
_POINTER = re.compile(
    r"(?i)(?:(?:read|view|see|show|open|learn|full|more|download|e-?mail|contact|connect|follow|visit|watch|meet)\b"
    r"[\w .’'&-]{0,30}|bio(?:graphy)?|profile|linkedin|website|vcard)\W{0,3}"
)
_LONGEST_POINTER = 45
_SHORTCODE = re.compile(
    r"\[/[a-z][\w-]{2,30}\]"
    r"|\[[a-z][\w-]{2,30}(?:\s[a-z][\w-]{0,30}=(?:\"[^\"\[\]]{0,200}\"|'[^'\[\]]{0,200}')){1,12}\s?/?\]"
)
"""A code that a site's program should have replaced: `[caption id="x" width="55"]` and `[/caption]`."""


def holds_codes(markup: str) -> bool:
    """Whether there are codes in the text of a page that its program has left standing."""
    return "[/" in markup and bool(_SHORTCODE.search(markup))


@dataclass(slots=True)
class _Draft:
    text: str
    role: LineRole
    level: int
    boxes: tuple[int, ...]
    emphasis: bool
    furniture: bool


def read_html(markup: str, url: str = "") -> PageText:
    """A page as lines, with title, site name and headline. Of hopeless markup a page without lines; nothing is raised.

    `container` of a line numbers its nearest box; lines of one table row share it. `card` is filled by `cards.group`.
    """
    root = _parse(markup)
    if root is None:
        return PageText("unknown", (), "", url)
    drop_hidden(root)
    meta = _meta(root)
    title = _folded("".join(root.xpath("string(//title)")))[:MAX_TITLE]
    drafts, signatures = _Walker(by_class=True).walk(root)
    if _mostly_furniture(drafts):
        drafts, signatures = _Walker(by_class=False).walk(root)
    lines = tuple(_line(draft, signatures) for draft in drafts)
    return PageText(
        _kind(meta, lines),
        lines,
        "\n".join(line.text for line in lines),
        url,
        title=title,
        site_name=meta.get("og:site_name", meta.get("application-name", "")) or brand_of(root),
        headline=_headline(lines, meta, title),
        description=meta.get("description", meta.get("og:description", "")),
        author=meta.get("author", ""),
    )


def _parse(markup: str) -> Any:
    body = markup[:MAX_MARKUP].replace("\x00", " ").encode("utf-8", "replace")
    if not body.strip():
        return None
    # The plain parser: that of lxml.html asks Python for the class of each element.
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return lxml.html.document_fromstring(body, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def drop_hidden(root: Any) -> None:
    """Takes out of the tree what no reader of the page sees; the text behind each such element stays."""
    for element in [e for e in _MAY_BE_HIDDEN(root) if is_hidden(e.tag, e.attrib)]:
        parent, before, tail = element.getparent(), element.getprevious(), element.tail
        if parent is None:
            continue
        if tail and before is not None:
            before.tail = f"{before.tail or ''} {tail}"
        elif tail:
            parent.text = f"{parent.text or ''} {tail}"
        parent.remove(element)


def _meta(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        key = element.get("property") or element.get("name")
        value = element.get("content")
        if key and value:
            found.setdefault(key.lower(), _folded(value)[:500])
    return found


def _folded(text: str) -> str:
    folded = " ".join(text.split())
    # A character reference stands for anything: "&#x202e;" turns the words behind it around.
    return folded if folded.isprintable() else " ".join(harmless(folded).split())


def _line(draft: _Draft, signatures: dict[int, str]) -> Line:
    container = draft.boxes[-1] if draft.boxes else 0
    return Line(
        draft.text, draft.role, draft.level, container, None, signatures.get(container, ""),
        emphasis=draft.emphasis, furniture=draft.furniture, boxes=draft.boxes,
    )  # fmt: skip


def _headline(lines: tuple[Line, ...], meta: dict[str, str], title: str) -> str:
    for level in (1, 2, 3, 4, 5, 6):
        found = next(
            (line.text for line in lines if line.level == level and not line.furniture and len(line.text) > 2), ""
        )
        if found:
            return found[:MAX_TITLE]
    return meta.get("og:title", title)


def _kind(meta: dict[str, str], lines: tuple[Line, ...]) -> PageKind:
    if meta.get("og:type", "").lower() == "article" or any(key.startswith("article:") for key in meta):
        return "article"
    long = sum(1 for line in lines if len(line.text) > 200 and not line.furniture)
    short = sum(1 for line in lines if len(line.text) < 60 and not line.furniture)
    if lines and not long and short:
        return "people"
    return "unknown"


class _Walker:
    """Walks the tree without recursion, gathers inline text, and closes a line at each block's edge."""

    def __init__(self, *, by_class: bool) -> None:
        self.by_class = by_class
        self.drafts: list[_Draft] = []
        self.signatures: dict[int, str] = {}
        self.buffer: list[str] = []
        self.emphasized = self.plain = 0
        self.linked = 0
        self.boxes: list[int] = []
        self.counter = 0
        self.skip = self.furniture = self.bold = self.link = 0
        self.framed: list[bool] = []
        self.blocks: list[str] = []

    def walk(self, root: Any) -> tuple[list[_Draft], dict[int, str]]:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if len(self.drafts) >= MAX_LINES:
                break
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                self._open(tag, element)
            elif event == "end":
                self._close(tag, element)
        self._flush()
        return self.drafts, self.signatures

    def _open(self, tag: str, element: Any) -> None:
        if tag in _SKIPPED:
            self.skip += 1
            return
        if tag == "br":
            self._flush()
        elif tag not in _INLINE:
            self._flush()
            self.blocks.append(tag)
            if tag in _BOXES:
                self.counter += 1
                self.boxes.append(self.counter)
                self.signatures[self.counter] = f"{tag}.{element.get('class') or ''}"[:80]
        elif self.buffer and (
            (tag == "a" and _points_on(element))
            or (tag in _SETS_OFF and _opens_title(_folded("".join(self.buffer)), element))
        ):
            self._flush()
        self.framed.append(_is_furniture(tag, element, by_class=self.by_class))
        self.furniture += self.framed[-1]
        self.bold += tag in {"b", "strong"}
        self.link += tag == "a"
        self._text(element.text)

    def _close(self, tag: str, element: Any) -> None:
        if tag in _SKIPPED:
            self.skip -= 1
            self._text(element.tail)
            return
        if tag not in _INLINE and tag != "br":
            self._flush()
            if self.blocks:
                self.blocks.pop()
            if tag in _BOXES and self.boxes:
                self.boxes.pop()
        elif tag in _SETS_OFF and self.buffer and _stands_off(_folded("".join(self.buffer)), element):
            self._flush()
        self.furniture -= self.framed.pop()
        self.bold -= tag in {"b", "strong"}
        self.link -= tag == "a"
        self._text(element.tail)

    def _text(self, text: str | None) -> None:
        if not text or self.skip or (not self.buffer and text.isspace()):
            return  # blanks before the first word of a line are most of any page
        if self.buffer and _glued(self.buffer[-1], text):
            self.buffer.append(" ")
        self.buffer.append(text)
        size = len(text.strip())
        if self.bold:
            self.emphasized += size
        else:
            self.plain += size
        if self.link:
            self.linked += size

    def _flush(self) -> None:
        if not self.buffer:
            return  # most edges of blocks lie behind one another
        text = _folded("".join(self.buffer))
        pieces = [text]
        if "[" in text and "=" in text:
            # Lines of their own: words from both sides of a code are no quotation.
            pieces = [_folded(piece) for piece in _SHORTCODE.split(text)]
        for piece in pieces:
            if piece:
                role, level = self._role(piece)
                emphasis = self.emphasized > 0 and not self.plain
                boxes, furniture = tuple(self.boxes), self.furniture > 0
                self.drafts.append(_Draft(piece, role, level, boxes, emphasis=emphasis, furniture=furniture))
        self.buffer.clear()
        self.emphasized = self.plain = self.linked = 0

    def _role(self, text: str) -> tuple[LineRole, int]:
        for tag in reversed(self.blocks[-4:]):
            if tag in _HEADINGS:
                return "heading", _HEADINGS[tag]
            if tag in _ROLES:
                role = _ROLES[tag]
                return ("link", 0) if role == "item" and self.linked >= len(text.replace(" ", "")) > 0 else (role, 0)
        return ("link", 0) if self.linked and self.linked >= len(text) - 2 else ("paragraph", 0)


def _glued(before: str, after: str) -> bool:
    """Whether two pieces of different elements would run into one word: "Jane Roe" + "Chief Executive"."""
    last, first = before[-1:], after[:1]
    return first.isupper() and (
        last.islower() or last in ".)" or (last.isupper() and after[1:2].islower() and before[-2:-1].isupper())
    )


def _stands_off(text: str, element: Any) -> bool:
    """Whether a name set off by an inline element is followed by its title in the same block without any mark."""
    paired = element.tag in {"b", "strong"} and len(text) <= MAX_PAIR and _is_pair(text)
    if not paired and (len(text) > 60 or not is_name_line(text)):
        return False
    following = element.tail or ""
    sibling = element.getnext()
    if not following.strip() and sibling is not None and isinstance(sibling.tag, str):
        following = sibling.text or ""
    following = following.strip()
    return following[:1].isupper() and not is_credential(following.split(",")[0].split()[0])


def _points_on(element: Any) -> bool:
    """Whether a link only leads on and ends its block: "Read bio" behind a title is no part of the title."""
    text = element.text or ""
    return len(text) <= _LONGEST_POINTER and not (element.tail or "").strip() and bool(_POINTER.fullmatch(text.strip()))


def _is_pair(text: str) -> bool:
    """Whether words in bold are a name with credentials, a comma and the title: "Jane Roe, RN, Director of Nursing"."""
    parts = text.rstrip(" .:").split(", ")
    at = next((at for at, part in enumerate(parts) if at and not is_credential(part)), 0)
    return at > 0 and is_name_line(parts[0]) and read_title_line(", ".join(parts[at:])) is not None


def _opens_title(text: str, element: Any) -> bool:
    """Whether a name is followed by an inline element that begins with a capital: its title, set off by style."""
    inside = (element.text or "").strip()
    return (
        len(text) <= 60
        and inside[:1].isupper()
        and not is_credential(inside.split(",")[0].split()[0])
        and is_name_line(text)
        and (not _is_half(text) or read_title_line(inside) is not None)
    )


def _is_half(text: str) -> bool:
    """Whether a name is one word, whose other half an element may set in another style: "Dr. Ann <em>Vale</em>"."""
    words = text.split()
    return len(words) - (words[0].lower().rstrip(".") in HONORIFICS) < 2


def _mostly_furniture(drafts: list[_Draft]) -> bool:
    """Whether the class names mislead: almost all running text would be furniture."""
    total = sum(len(d.text) for d in drafts if len(d.text) > 60)
    return total > 0 and sum(len(d.text) for d in drafts if len(d.text) > 60 and d.furniture) > 0.6 * total


def _is_furniture(tag: str, element: Any, *, by_class: bool) -> bool:
    if tag in _FURNITURE_TAGS:
        return True
    if not tag or tag in _BODY_TAGS or not by_class:
        return False
    if (element.get("role") or "") in _FURNITURE_ROLES:
        return True
    if tag in _INLINE:
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return 1 < len(names) < 300 and _named_as_furniture(names)


@lru_cache(maxsize=512)
def _named_as_furniture(names: str) -> bool:
    return bool(_FURNITURE_CLASS.search(names))

"""The HTML of a mail as lines of text: quoted parts with ">" before them, lists with their numbers, colors remembered.

Pictures, links and styles are never fetched. What no reader sees (scripts, styles, hidden parts) is left out.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning
from bs4.element import Comment, Declaration, Doctype, NavigableString, PageElement, ProcessingInstruction, Tag

from research.characters import harmless
from research.hidden_markup import is_hidden, without_comments

MARKUP_MOST = 1_000_000
"""Characters of HTML that are read: about a hundred times a long letter."""

_ELEMENTS_MOST = 60_000
_MARKS_MOST = 50_000
_DEPTH_MOST = 200
_CUT = "<!-- cut -->"
_LINES = frozenset(
    "p div br li tr h1 h2 h3 h4 h5 h6 table ul ol dl dt dd pre blockquote hr address section article header footer "
    "center fieldset form main nav aside caption thead tbody tfoot".split()
)
_UNREAD = frozenset("script style head title noscript xml template object iframe svg math select textarea".split())
_APART = frozenset("h1 h2 h3 h4 h5 h6".split())
_STRUCK = frozenset(("s", "strike", "del"))
_NOT_SHOWN = (Comment, Declaration, Doctype, ProcessingInstruction)

_INDENT = re.compile(r"border(?:-left)?\s{0,3}:\s{0,3}(?:none|0|medium none)", re.IGNORECASE)
_COLOR = re.compile(r"(?:^|[;\s])color\s{0,3}:\s{0,3}([^;!]{1,40})", re.IGNORECASE)
_LINE_THROUGH = re.compile(r"text-decoration[a-z-]{0,10}\s{0,3}:[^;]{0,40}line-through", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s{0,3}(\d{1,3})\s{0,3},\s{0,3}(\d{1,3})\s{0,3},\s{0,3}(\d{1,3})")
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b", re.IGNORECASE)
_COLOR_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "red": "red", "crimson": "red", "darkred": "red", "firebrick": "red", "maroon": "red", "blue": "blue",
        "darkblue": "blue", "navy": "blue", "mediumblue": "blue", "royalblue": "blue", "green": "green",
        "darkgreen": "green", "forestgreen": "green", "purple": "purple", "magenta": "purple", "fuchsia": "purple",
        "orange": "orange", "darkorange": "orange",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ColoredWords:
    """Words in a color of their own. `line` counts the lines of the text from 0; `color` is "red", "blue" ..."""

    line: int
    color: str
    words: str


@dataclass(frozen=True, slots=True)
class HtmlText:
    """Lines of text. `notes` are sentences about what is not in them."""

    text: str
    colored: tuple[ColoredWords, ...] = ()
    notes: tuple[str, ...] = ()


class _Writer:
    """Lines as they grow; what has to be known about the place that is written at."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.colored: list[ColoredWords] = []
        self.depth = 0
        self.colors: list[str] = []
        self.numbers: list[int | None] = []
        self.preformatted = 0
        self.struck = 0
        self.saw_struck = False
        self._line = ""

    def text(self, words: str) -> None:
        if self.preformatted:
            first, *rest = harmless(words).split("\n")
            self._add(first)
            for line in rest:
                self.end_line()
                self._add(line)
            return
        shown = " ".join(words.replace("\xa0", " ").split())
        if not shown:
            if "\xa0" in words and not self._line:
                self._line = "\xa0"  # what Word writes for an empty line
            self._line += " " if self._line and not self._line.endswith(" ") else ""
            return
        before = " " if words[0].isspace() and self._line and not self._line.endswith(" ") else ""
        self._add(before + harmless(shown) + (" " if words[-1].isspace() else ""))

    def _add(self, words: str) -> None:
        if words.strip() and self.struck:
            self.saw_struck = True
        if words.strip() and self.colors and self.colors[-1]:
            self.colored.append(ColoredWords(len(self.lines), self.colors[-1], words.strip()))
        self._line += words

    def break_line(self) -> None:
        """Ends the line where a block begins or ends; nothing happens on an empty one."""
        if self._line.strip() or "\xa0" in self._line:
            self.end_line()
        else:
            self._line = ""

    def end_line(self) -> None:
        quoted = ">" * self.depth
        line = self._line.rstrip()
        self.lines.append(f"{quoted} {line}".rstrip() if quoted else line)
        self._line = ""

    def blank(self) -> None:
        """One empty line, unless there is one."""
        self.break_line()
        if self.lines and self.lines[-1].strip("> "):
            self.end_line()


def html_text(markup: str) -> HtmlText:
    """The text of a mail's HTML. Shapes: lines parted by line feeds; a quoted line begins with ">", once a level."""
    notes = []
    short = _beginning(without_comments(markup[: 2 * MARKUP_MOST]))
    if len(markup) > 2 * MARKUP_MOST or short.endswith(_CUT):
        notes.append("The HTML of this message is very long: only its beginning was read.")
    soup = _parsed(short)
    writer = _Writer()
    if not _walk(soup, writer):
        notes.append("The HTML of this message is nested very deeply or very long: only its beginning was read.")
    writer.break_line()
    if writer.saw_struck:
        notes.append("Some words are struck out in the message; here they stand like the others. Look at the original.")
    return HtmlText("\n".join(writer.lines).strip("\n"), _shifted(writer), tuple(notes))


def _beginning(markup: str) -> str:
    """At most `MARKUP_MOST` characters and `_MARKS_MOST` tags of the markup, and a mark at the end of a cut."""
    at = -1
    for _ in range(_MARKS_MOST):
        at = markup.find("<", at + 1)
        if at < 0:
            break
    end = MARKUP_MOST if at < 0 else min(at, MARKUP_MOST)
    return markup if at < 0 and len(markup) <= end else markup[:end] + _CUT


def _shifted(writer: _Writer) -> tuple[ColoredWords, ...]:
    """The colored words, counted from the first line that has letters."""
    empty = next((number for number, line in enumerate(writer.lines) if line), 0)
    return tuple(ColoredWords(run.line - empty, run.color, run.words) for run in writer.colored)


def _parsed(markup: str) -> BeautifulSoup:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        return BeautifulSoup(markup.replace("\0", " "), "lxml")


def _walk(soup: BeautifulSoup, writer: _Writer) -> bool:
    """Writes every element in its order, without recursion. False when there are too many or they are too deep."""
    stack: list[tuple[PageElement, bool]] = [(child, False) for child in reversed(soup.contents)]
    seen, depth, whole = 0, 0, True
    while stack:
        element, leaving = stack.pop()
        if isinstance(element, NavigableString):
            if not isinstance(element, _NOT_SHOWN):
                writer.text(str(element))
        elif isinstance(element, Tag):
            seen += 1
            if seen > _ELEMENTS_MOST:
                return False
            if leaving:
                _leave(element, writer)
                depth -= 1
            elif depth >= _DEPTH_MOST:
                whole = False
            elif _is_read(element):
                _enter(element, writer)
                depth += 1
                stack.append((element, True))
                stack.extend((child, False) for child in reversed(element.contents))
    return whole


def _is_read(element: Tag) -> bool:
    if element.name in _UNREAD:
        return False
    return not is_hidden(element.name, {key: _value(element, key) for key in element.attrs})


def _enter(element: Tag, writer: _Writer) -> None:
    name = element.name
    if name == "br":
        writer.end_line()
        return
    if name in _LINES:
        writer.break_line()
    if name == "blockquote" and _is_quotation(element):
        writer.depth += 1
    if name in _APART:
        writer.blank()
    if name == "hr":
        writer.text("_" * 32)
        writer.break_line()
    if name in ("ol", "ul"):
        start = _value(element, "start")
        first = int(start) if start.isdecimal() and start.isascii() and len(start) < 5 else 1
        writer.numbers.append(first if name == "ol" else None)
    if name == "li":
        _begin_item(writer)
    if name == "pre":
        writer.preformatted += 1
    if name == "img" and 0 < len(_value(element, "alt")) <= 4:
        writer.text(_value(element, "alt"))
    writer.struck += _is_struck(element)
    writer.colors.append(_color_of(element, writer.colors[-1] if writer.colors else ""))


def _leave(element: Tag, writer: _Writer) -> None:
    name = element.name
    if name == "br":
        return
    if name in _LINES:
        writer.break_line()
    if (name == "p" and "MsoNormal" not in _value(element, "class")) or name in _APART:
        writer.blank()
    if name in ("td", "th"):
        writer.text(" ")
    if name == "blockquote" and _is_quotation(element):
        writer.depth -= 1
    if name in ("ol", "ul") and writer.numbers:
        writer.numbers.pop()
    if name == "pre":
        writer.preformatted -= 1
    writer.struck -= _is_struck(element)
    writer.colors.pop()


def _begin_item(writer: _Writer) -> None:
    number = writer.numbers[-1] if writer.numbers else None
    if number is None:
        writer.text("- ")
        return
    writer.text(f"{number}. ")
    writer.numbers[-1] = number + 1


def _is_quotation(element: Tag) -> bool:
    """Whether a blockquote quotes: some programs use it to indent."""
    if "cite" in _value(element, "type").lower() or "quote" in _value(element, "class").replace("blockquote", ""):
        return True
    return "indent" not in _value(element, "class") and not _INDENT.search(_value(element, "style")[:500])


def _is_struck(element: Tag) -> bool:
    return element.name in _STRUCK or _LINE_THROUGH.search(_value(element, "style")[:500]) is not None


def _color_of(element: Tag, around: str) -> str:
    """The color of an element's letters in a word; "" for black and gray. Links have none of their own."""
    if element.name == "a":
        return around
    found = _COLOR.search(_value(element, "style")[:500])
    named = found.group(1) if found else _value(element, "color") if element.name == "font" else ""
    return _hue(named.strip().lower()) if named else around


def _hue(color: str) -> str:
    if color in _COLOR_NAMES:
        return _COLOR_NAMES[color]
    by_number, by_hex = _RGB.match(color), _HEX.match(color)
    if by_number:
        red, green, blue = (int(part) for part in by_number.groups())
    elif by_hex:
        digits = by_hex.group(1)
        digits = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
        red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    else:
        return ""
    return _nearest(red, green, blue)


def _nearest(red: int, green: int, blue: int) -> str:
    if max(red, green, blue) - min(red, green, blue) < 70:
        return ""
    if red >= 150 and blue >= 120 and green < 100:
        return "purple"
    if red > 200 and 100 <= green <= 190 and blue < 100:
        return "orange"
    if red == max(red, green, blue):
        return "red"
    return "green" if green == max(red, green, blue) and blue < green else "blue"


def _value(element: Tag, name: str) -> str:
    value = element.get(name)
    return " ".join(value) if isinstance(value, list) else str(value or "")

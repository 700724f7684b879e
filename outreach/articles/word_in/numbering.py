"""The numbers in front of list items ("2. ", "a) "), which a Word file does not hold as text but counts anew. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from outreach.articles.word_in.markup import Attributes, told

LEVELS = 9
"""Levels of a list that Word knows."""

BULLET = "- "
_PLACES = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_HIGHEST_ROMAN = 4_999
_LONGEST_LETTERS = 30


@dataclass(frozen=True)
class Level:
    """How one level of a list counts and looks. `style` is the paragraph style that belongs to it."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    style: str = ""


@dataclass(frozen=True)
class Item:
    """Which list and level a paragraph says it is in; None where it leaves that to its style."""

    list_id: str | None = None
    level: int | None = None
    style: str = ""


@dataclass
class Style:
    """What a paragraph style says of lists."""

    based_on: str = ""
    list_id: str | None = None
    level: int | None = None


@dataclass
class Lists:
    """The lists of a file and the styles that put paragraphs in them. `default_style`: of paragraphs that name none."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    kind_of: dict[str, str] = field(default_factory=dict)
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    own_levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    style_links: dict[str, str] = field(default_factory=dict)
    styles: dict[str, Style] = field(default_factory=dict)
    default_style: str = ""
    _places: dict[Item, tuple[str, int] | None] = field(default_factory=dict)

    def place(self, item: Item) -> tuple[str, int] | None:
        """List and level of a paragraph; None when it is in none. Known once all lists and styles are read."""
        if item not in self._places:
            self._places[item] = self._found_place(item)
        return self._places[item]

    def _found_place(self, item: Item) -> tuple[str, int] | None:
        list_id, level, style = item.list_id, item.level, item.style or self.default_style
        for _ in range(LEVELS + LEVELS):
            known = self.styles.get(style)
            if known is None or (list_id is not None and level is not None):
                break
            if list_id is None and known.list_id is not None:
                list_id = known.list_id
                level = level if level is not None else self._level_of_style(list_id, style, known)
            style = known.based_on
        if list_id is None or list_id == "0" or list_id not in self.kind_of:
            return None
        return list_id, min(max(level or 0, 0), LEVELS - 1)

    def level(self, list_id: str, level: int) -> Level:
        """How a level of a list counts."""
        return self._levels(list_id).get(level, Level(kind="none"))

    def _levels(self, list_id: str) -> Mapping[int, Level]:
        kind = self.kind_of[list_id]
        linked = self.style_links.get(kind)
        levels = self.levels.get(linked if linked in self.levels else kind, {})
        return {**levels, **self.own_levels.get(list_id, {})}

    def _level_of_style(self, list_id: str, style: str, known: Style) -> int | None:
        if known.level is not None or list_id not in self.kind_of:
            return known.level
        return next((number for number, level in self._levels(list_id).items() if level.style == style), None)


class Counting:
    """Numbers the list items of one state of the text, in their order."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def label(self, item: Item) -> str:
        """What stands in front of the next paragraph: "3. ", "- ", or nothing."""
        place = self._lists.place(item)
        if place is None:
            return ""
        list_id, level = place
        shape = self._lists.level(list_id, level)
        self._count(list_id, level)
        if shape.kind == "bullet":
            return BULLET
        text = _PLACES.sub(lambda found: self._number(list_id, int(found[1]) - 1), shape.text).strip()
        return f"{text} " if text else ""

    def _count(self, list_id: str, level: int) -> None:
        counts = self._counts.setdefault(self._lists.kind_of[list_id], [None] * LEVELS)
        if list_id not in self._begun:
            self._begun.add(list_id)
            for restarted in self._lists.restarts.get(list_id, {}):
                counts[restarted] = None
        last = counts[level]
        counts[level] = self._start(list_id, level) if last is None else last + 1
        for above in range(level):
            if counts[above] is None:
                counts[above] = self._start(list_id, above)
        counts[level + 1 :] = [None] * (LEVELS - level - 1)

    def _start(self, list_id: str, level: int) -> int:
        restart = self._lists.restarts.get(list_id, {}).get(level)
        return self._lists.level(list_id, level).start if restart is None else restart

    def _number(self, list_id: str, level: int) -> str:
        count = self._counts[self._lists.kind_of[list_id]][level]
        return written(count or 0, self._lists.level(list_id, level).kind)


def written(number: int, kind: str) -> str:
    """A number the way a kind of list writes it, its names as in `w:numFmt`; unknown kinds as digits."""
    if kind == "none" or kind == "bullet":
        return ""
    if kind in ("lowerLetter", "upperLetter") and 0 < number <= 26 * _LONGEST_LETTERS:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if kind == "lowerLetter" else letters.upper()
    if kind in ("lowerRoman", "upperRoman") and 0 < number <= _HIGHEST_ROMAN:
        return _roman(number) if kind == "lowerRoman" else _roman(number).upper()
    if kind == "decimalZero":
        return f"{number:02d}"
    if kind == "ordinal":
        return f"{number}{_ordinal_ending(number)}"
    return str(number)


def _roman(number: int) -> str:
    found = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        found += letters * times
    return found


def _ordinal_ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _whole(value: str) -> int | None:
    """A whole number of an attribute; None when it is none, or one that no list reaches."""
    text = value.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else None


class NumberingReader:
    """Reads numbering.xml into `lists`."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._kind = self._list = self._linking = ""
        self._level: int | None = None
        self._shape = Level()
        self._style_of: dict[str, str] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        """An element of numbering.xml begins."""
        value = told(attributes, "w:val")
        if name == "w:abstractNum":
            self._kind, self._list = told(attributes, "w:abstractNumId"), ""
            self._lists.levels.setdefault(self._kind, {})
        elif name == "w:num":
            self._list = told(attributes, "w:numId")
        elif name in ("w:lvl", "w:lvlOverride"):
            self._level, self._shape = _whole(told(attributes, "w:ilvl")), Level()
        elif name == "w:abstractNumId":
            self._lists.kind_of[self._list] = value
        elif name == "w:styleLink":
            self._style_of[value] = self._kind
        elif name == "w:numStyleLink":
            self._lists.style_links[self._kind] = value
        else:
            self._detail(name, value)

    def _detail(self, name: str, value: str) -> None:
        if name == "w:startOverride" and self._level is not None and (number := _whole(value)) is not None:
            self._lists.restarts.setdefault(self._list, {})[self._level] = number
        elif name == "w:start":
            self._shape = replace(self._shape, start=_whole(value) or 0)
        elif name == "w:numFmt":
            self._shape = replace(self._shape, kind=value)
        elif name == "w:lvlText":
            self._shape = replace(self._shape, text=value[:200])
        elif name == "w:pStyle":
            self._shape = replace(self._shape, style=value)

    def end(self, name: str) -> None:
        """An element ends; the links between kinds of lists are tied when all are known."""
        if name == "w:lvl" and self._level is not None:
            target, key = (self._lists.own_levels, self._list) if self._list else (self._lists.levels, self._kind)
            target.setdefault(key, {})[self._level] = self._shape
        elif name == "w:numbering":
            links = self._lists.style_links
            self._lists.style_links = {kind: self._style_of.get(style, "") for kind, style in links.items()}

    def text(self, data: str) -> None:
        """There is no text in numbering.xml that counts."""


class StyleReader:
    """Reads of styles.xml what paragraph styles say of lists."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._style: Style | None = None

    def start(self, name: str, attributes: Attributes) -> None:
        """An element of styles.xml begins."""
        value = told(attributes, "w:val")
        if name == "w:style":
            self._begin(attributes)
        elif self._style is None:
            return
        elif name == "w:basedOn":
            self._style.based_on = value
        elif name == "w:numId":
            self._style.list_id = value
        elif name == "w:ilvl":
            self._style.level = _whole(value)

    def _begin(self, attributes: Attributes) -> None:
        self._style = None
        if told(attributes, "w:type") != "paragraph":
            return
        style = told(attributes, "w:styleId")
        self._style = self._lists.styles[style] = Style()
        if told(attributes, "w:default", "0") in ("1", "true", "on"):
            self._lists.default_style = style

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "w:style":
            self._style = None

    def text(self, data: str) -> None:
        """There is no text in styles.xml that counts."""

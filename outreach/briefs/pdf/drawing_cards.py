"""Pocket cards of 3.5 by 5 inches, four to a sheet, with marks to cut along.

    pages = laid_cards(pack.cards, grid.PAPERS["letter"])
    pages[0].draw(pen, page_number=7, pages=9)

Cards hold no numbers of sources. What is too long is shortened by whole sentences; the type stays as it is. A text that
cannot be shortened gives way to the others, and the card says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.lib.colors import HexColor

from outreach.briefs.model import PocketCard
from outreach.briefs.pdf.grid import Paper
from outreach.briefs.pdf.pen import Pen
from outreach.briefs.pdf.setter import Lines, Setter
from outreach.briefs.shortening import whole_sentences
from outreach.pdf.inks import ACCENT, INK, SOFT
from outreach.pdf.setting import Look
from outreach.pdf.typefaces import BOLD, REGULAR, SEMIBOLD

WIDTH, HEIGHT = 252.0, 360.0
"""Points: 3.5 by 5 inches."""
ON_A_PAGE = 4

EVENT = Look(SEMIBOLD, 8.6, 11.0, ACCENT)
NAME = Look(BOLD, 16.0, 18.5)
ROLE = Look(REGULAR, 8.6, 11.0, SOFT)
LABEL = Look(SEMIBOLD, 8.6, 11.4, ACCENT)
TEXT = Look(REGULAR, 10.5, 12.8)
GIVEN_WAY = Look(REGULAR, 8.6, 12.8, SOFT)

TOO_LONG = "Too long for a card: see the brief."

_INSET, _TOP, _BOTTOM = 18.0, 17.0, 14.0
_COLUMNS = 2
_BELOW_NAME, _BELOW_HEAD, _BETWEEN, _MOST_BETWEEN = 0.5, 7.0, 2.6, 5.0
_RULE = 1.2
_MARK = 5.0
_MOST_LINES = 2
"""Of the post, and of how to say the name."""
_MARK_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class LaidRow:
    """A label over its text. `words` is what the text was set from."""

    label: Lines
    text: Lines
    words: str

    @property
    def height(self) -> float:
        """Points it takes."""
        return self.label.height + self.text.height


@dataclass(frozen=True, slots=True)
class LaidCard:
    """A card: its head above the rule, and the rows below it."""

    head: tuple[tuple[str, Lines], ...]
    rows: tuple[LaidRow, ...]

    @property
    def head_height(self) -> float:
        """To the rule."""
        return sum(part.height for _tag, part in self.head) + _BELOW_NAME + 3.0

    @property
    def height(self) -> float:
        """Points it takes, with the least distance between its rows."""
        rows = sum(row.height for row in self.rows) + _BETWEEN * max(len(self.rows) - 1, 0)
        return _TOP + self.head_height + _BELOW_HEAD + rows + _BOTTOM

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws it with its upper left corner there."""
        between = _BETWEEN
        if len(self.rows) > 1:
            between = min(_MOST_BETWEEN, _BETWEEN + (HEIGHT - self.height) / (len(self.rows) - 1))
        left, below = x + _INSET, top + _TOP
        with pen.element("Sect"):
            for tag, part in self.head:
                with pen.element(tag):
                    pen.lines(part.lines, left, below)
                below += part.height + (_BELOW_NAME if tag == "H1" else 0.0)
            pen.rule(left, top + _TOP + self.head_height, WIDTH - 2 * _INSET, _RULE)
            below = top + _TOP + self.head_height + _BELOW_HEAD
            if self.rows:
                self._draw_rows(pen, left, below, between)

    def _draw_rows(self, pen: Pen, left: float, below: float, between: float) -> None:
        with pen.element("L", numbering="None"):
            for row in self.rows:
                with pen.element("LI"):
                    with pen.element("Lbl"):
                        pen.lines(row.label.lines, left, below)
                    with pen.element("LBody"):
                        pen.lines(row.text.lines, left, below + row.label.height)
                below += row.height + between


@dataclass(frozen=True, slots=True)
class CardPage:
    """Up to four cards with the marks between them. It has no foot and no number: the sheet is cut apart."""

    cards: tuple[LaidCard, ...]
    paper: Paper

    def draw(self, pen: Pen, _page_number: int = 0, _pages: int = 0) -> None:
        """Draws the page, which says neither its number nor how many there are."""
        left, top = (self.paper.width - 2 * WIDTH) / 2, (self.paper.height - 2 * HEIGHT) / 2
        for place, card in enumerate(self.cards):
            row, column = divmod(place, _COLUMNS)
            card.draw(pen, left + column * WIDTH, top + row * HEIGHT)
        for row in range(len(self.cards) // 3 + 2):
            for column in range(min(len(self.cards), _COLUMNS) + 1):
                _draw_mark(pen, left + column * WIDTH, top + row * HEIGHT)


def _draw_mark(pen: Pen, x: float, top: float) -> None:
    """A cross where cuts meet."""
    canvas, y = pen.canvas, pen.height - top

    def draw() -> None:
        canvas.setLineWidth(_MARK_WEIGHT)
        canvas.setStrokeColor(HexColor(INK))
        canvas.lines([(x - _MARK, y, x + _MARK, y), (x, y - _MARK, x, y + _MARK)])

    canvas.decorate(draw)


def laid_cards(cards: Sequence[PocketCard], paper: Paper) -> tuple[CardPage, ...]:
    """The sheets of cards; none for no cards."""
    setter = Setter({})
    laid = tuple(_card(card, setter) for card in cards)
    return tuple(
        CardPage(laid[start : start + ON_A_PAGE], paper) for start in range(0, len(laid), ON_A_PAGE)
    )  # fmt: skip


def _card(card: PocketCard, setter: Setter) -> LaidCard:
    width = WIDTH - 2 * _INSET
    head = (
        ("P", setter.words(card.event_line, EVENT, width)),
        ("H1", setter.balanced(card.name, NAME, width)),
        ("P", _post(card.role, setter, width)),
        ("P", _said(card.say_line, setter, width)),
    )
    rows = tuple(_row(label, words, setter) for label, words in card.rows if words.strip())
    fitted = _fitted(LaidCard(tuple(part for part in head if part[1].lines), rows), setter)
    return _grown(fitted, rows, setter)


def _fitted(card: LaidCard, setter: Setter) -> LaidCard:
    """The card with texts shortened until it has its size: the longest first, each by a sentence."""
    while card.height > HEIGHT and card.rows:
        by_length = sorted(card.rows, key=lambda row: row.text.height, reverse=True)
        shorter = next(filter(None, (_shortened(row, setter) for row in by_length)), None)
        if shorter:
            old, new = shorter
            card = replace(card, rows=tuple(new if row is old else row for row in card.rows))
            continue
        longest = by_length[0]
        given = _given_way(longest, setter)
        if given.height < longest.height:
            card = replace(card, rows=tuple(given if row is longest else row for row in card.rows))
        else:
            card = replace(card, rows=card.rows[:-1])
    return card


def _grown(card: LaidCard, wanted: Sequence[LaidRow], setter: Setter) -> LaidCard:
    """The card with its rows as long again as there is room for: a row that gave way leaves some."""
    for place, row in enumerate(card.rows):
        longer: LaidRow | None = next(one for one in wanted if one.label is row.label)
        while longer and row.words and longer.words != row.words:
            tried = replace(card, rows=(*card.rows[:place], longer, *card.rows[place + 1 :]))
            if tried.height <= HEIGHT:
                card = tried
                break
            shorter = _shortened(longer, setter)
            longer = shorter[1] if shorter else None
    return card


def _shortened(row: LaidRow, setter: Setter) -> tuple[LaidRow, LaidRow] | None:
    """A row and the same row without its last sentence, or None where it has only one."""
    shorter = whole_sentences(row.words, len(row.words) - 1)
    if not shorter or shorter == row.words:
        return None
    return row, LaidRow(row.label, setter.words(shorter, TEXT, WIDTH - 2 * _INSET), shorter)


def _row(label: str, words: str, setter: Setter) -> LaidRow:
    width = WIDTH - 2 * _INSET
    return LaidRow(setter.words(label, LABEL, width), setter.words(words, TEXT, width), words)


def _given_way(row: LaidRow, setter: Setter) -> LaidRow:
    return LaidRow(row.label, setter.words(TOO_LONG, GIVEN_WAY, WIDTH - 2 * _INSET), "")


def _post(role: str, setter: Setter, width: float) -> Lines:
    """Title and organization on two lines: what stands between their first and last parts is left out first."""
    parts = role.split(", ")
    made = setter.words(role, ROLE, width)
    while len(made.lines) > _MOST_LINES and len(parts) > 1:
        parts = [*parts[:-2], parts[-1]]
        made = setter.words(", ".join(parts), ROLE, width)
    return made


def _said(words: str, setter: Setter, width: float) -> Lines:
    """How to say the name, by whole sentences."""
    made = setter.words(words, ROLE, width)
    while len(made.lines) > _MOST_LINES:
        shorter = whole_sentences(words, len(words) - 1)
        if not shorter or shorter == words:
            return made
        words, made = shorter, setter.words(shorter, ROLE, width)
    return made

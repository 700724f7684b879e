"""A letter on paper, as a PDF: US Letter, the writer's head, the date, the reader's, the text, page numbers.

    pdf(Sheet(...)) -> bytes      raises Unprintable, which names the letters that cannot be printed

The text is drawn line by line as it stands: nothing in it is read as markup. Tagged, so that it can be read aloud.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO

from reportlab.lib.pagesizes import letter as us_letter

from outreach.pdf.inks import BLACK
from outreach.pdf.runs import left_out
from outreach.pdf.setting import Look, Piece, decorate_line, draw_line, line_of, wrapped
from outreach.pdf.tagged_canvas import TaggedCanvas
from outreach.pdf.typefaces import REGULAR, SEMIBOLD

MARGIN = 72.0
SIZE, LEADING, BETWEEN = 11.0, 15.0, 8.0
"""Points: of the letters, from line to line, and between paragraphs besides."""

_SMALL = 9.5
_WIDTH, _HEIGHT = us_letter
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


class Unprintable(Exception):
    """Letters of these scripts are in none of the typefaces. `letters`: each once."""

    def __init__(self, letters: Sequence[str]) -> None:
        super().__init__("".join(letters))
        self.letters = tuple(letters)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed. `sender` and `reader` are lines, the name first; empty lines are left out."""

    sender: tuple[str, ...]
    reader: tuple[str, ...]
    day: date
    subject: str
    text: str
    title: str
    """Of the document: "Letter to Inés Okafor"."""


def pdf(sheet: Sheet) -> bytes:
    """The letter. Raises: Unprintable."""
    missing = left_out(*sheet.sender, *sheet.reader, sheet.subject, sheet.text, sheet.title)
    if missing:
        raise Unprintable(missing)
    file = BytesIO()
    canvas = TaggedCanvas(file, pagesize=us_letter, lang="en-US", invariant=1)
    canvas.setTitle(_line(sheet.title))
    canvas.setAuthor(_line(sheet.sender[0]) if sheet.sender else "")
    _Writer(canvas).write(sheet)
    canvas.save()
    return file.getvalue()


def _plain(text: str) -> str:
    """Letters with their accents as one, blanks of all kinds as one, nothing that is not seen."""
    kept = []
    for one in unicodedata.normalize("NFC", text).replace("\r\n", "\n"):
        kind = unicodedata.category(one)
        if one in "\n\t" or kind in ("Zs", "Zl", "Zp"):
            kept.append("\n" if one in "\n\u2028\u2029" else " ")
        elif kind not in ("Cc", "Cf", "Cs") and one not in "\ufe0e\ufe0f":
            kept.append(one)
    return "".join(kept)


def _line(text: str) -> str:
    return " ".join(_plain(text).split())


def written_day(day: date) -> str:
    """ "November 22, 2026"."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


class _Writer:
    """Puts paragraphs one below the other, over as many pages as they need."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._canvas = canvas
        self._y = _HEIGHT - MARGIN
        self._page = 1

    def write(self, sheet: Sheet) -> None:
        """The whole letter."""
        self._block(sheet.sender, _SMALL, first=SEMIBOLD)
        self._block((written_day(sheet.day),), SIZE)
        self._block(sheet.reader, SIZE)
        if _line(sheet.subject):
            self._paragraph("H1", (_line(sheet.subject),), SEMIBOLD, SIZE)
        for paragraph in _plain(sheet.text).split("\n\n"):
            lines = tuple(line for line in paragraph.split("\n") if line.strip())
            if lines:
                self._paragraph("P", lines, REGULAR, SIZE)
        self._number_page()

    def _block(self, lines: Sequence[str], size: float, *, first: str = REGULAR) -> None:
        """A head: each line by itself, the first perhaps stronger."""
        shown = [one for one in map(_line, lines) if one]
        if not shown:
            return
        with self._canvas.element("P"):
            for index, line in enumerate(shown):
                self._draw(line, first if index == 0 else REGULAR, size)
        self._y -= LEADING

    def _paragraph(self, tag: str, lines: Sequence[str], face: str, size: float) -> None:
        with self._canvas.element(tag):
            for line in lines:
                self._draw(line, face, size)
        self._y -= BETWEEN

    def _draw(self, text: str, face: str, size: float) -> None:
        # The blank at the end parts its last word from what follows where the text is read or copied.
        for line in wrapped([Piece(f"{text} ", Look(face, size, LEADING, BLACK))], _WIDTH - 2 * MARGIN):
            if self._y - LEADING < MARGIN:
                self._next_page()
            draw_line(self._canvas, replace(line, blank_after=True), MARGIN, self._y)
            self._y -= LEADING

    def _next_page(self) -> None:
        self._number_page()
        self._canvas.showPage()
        self._page += 1
        self._y = _HEIGHT - MARGIN

    def _number_page(self) -> None:
        """The number at the foot, from the second page on: a letter of one page has none."""
        if self._page == 1:
            return
        number = line_of([Piece(str(self._page), Look(REGULAR, _SMALL, color=BLACK))])
        decorate_line(self._canvas, number, (_WIDTH - number.width) / 2, MARGIN / 2 + _SMALL)

"""A letter on paper, as a PDF: US Letter, the writer's head, the date, the reader's, the text, page numbers.

    pdf(Sheet(...)) -> bytes      raises Unprintable, which names the letters that cannot be printed

The text is drawn line by line as it stands: nothing in it is read as markup. Tagged, so that it can be read aloud.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from reportlab.lib.pagesizes import letter as us_letter

from outreach.pdf import typefaces
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
    """Letters of these scripts are not in the typeface. `letters`: each once."""

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
    missing = typefaces.unprintable(
        _plain("\n".join((*sheet.sender, *sheet.reader, sheet.subject, sheet.text, sheet.title)))
    )
    if missing:
        raise Unprintable(missing)
    file = BytesIO()
    canvas = TaggedCanvas(file, pagesize=us_letter, lang="en-US", initialFontName=REGULAR, invariant=1)
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

    def _draw(self, line: str, face: str, size: float) -> None:
        for part in wrapped(line, lambda words: typefaces.width(words, face, size), _WIDTH - 2 * MARGIN):
            if self._y - LEADING < MARGIN:
                self._next_page()
            self._y -= LEADING
            self._canvas.say(self._drawing(part, face, size))

    def _drawing(self, part: str, face: str, size: float) -> Callable[[], None]:
        def draw() -> None:
            self._canvas.setFont(face, size)
            # The blank parts the last word of a line from the first of the next where the text is read or copied.
            self._canvas.drawString(MARGIN, self._y, f"{part} ")

        return draw

    def _next_page(self) -> None:
        self._number_page()
        self._canvas.showPage()
        self._page += 1
        self._y = _HEIGHT - MARGIN

    def _number_page(self) -> None:
        """The number at the foot, from the second page on: a letter of one page has none."""
        if self._page == 1:
            return

        def draw() -> None:
            self._canvas.setFont(REGULAR, _SMALL)
            self._canvas.drawCentredString(_WIDTH / 2, MARGIN / 2, str(self._page))

        self._canvas.decorate(draw)


def wrapped(line: str, width: Callable[[str], float], most: float) -> Iterator[str]:
    """A line in parts that fit; a word that is longer than a line is parted where it must be."""
    part = ""
    for word in line.split():
        longer = f"{part} {word}" if part else word
        if width(longer) <= most:
            part = longer
            continue
        if part:
            yield part
        part = word
        while width(part) > most:
            fitting = _fitting(part, width, most)
            yield part[:fitting]
            part = part[fitting:]
    if part:
        yield part


def _fitting(word: str, width: Callable[[str], float], most: float) -> int:
    """How many of a word's first letters fit, one at least; found by halving, since a word can be a megabyte."""
    low, high = 1, min(len(word), 400)
    while low < high:
        middle = (low + high + 1) // 2
        if width(word[:middle]) <= most:
            low = middle
        else:
            high = middle - 1
    return low

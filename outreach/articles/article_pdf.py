"""An article as a PDF: title, headings, paragraphs, lists, over as many pages as it needs. Tagged, in US Letter or A4.

    pdf(title, byline, shown, paper) -> bytes      raises printed_letter.Unprintable, which names the letters

The text is drawn line by line as it stands: nothing in it is read as markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.pagesizes import A4, letter

from outreach.articles.shown import Shown, ShownParagraph
from outreach.drafts.printed_letter import Unprintable
from outreach.pdf.inks import BLACK
from outreach.pdf.runs import left_out, printable
from outreach.pdf.setting import Look, Piece, decorate_line, draw_line, line_of, wrapped
from outreach.pdf.tagged_canvas import TaggedCanvas
from outreach.pdf.typefaces import REGULAR, SEMIBOLD

PAPERS: dict[str, tuple[float, float]] = {"letter": letter, "a4": A4}
"""Name of a paper -> its width and height in points."""

MARGIN = 72.0
BULLET = "•"


@dataclass(frozen=True, slots=True)
class _Look:
    """How a kind of paragraph is set. Sizes in points; `indent` from the left, `above` before its first line."""

    tag: str
    face: str
    size: float
    leading: float
    above: float
    indent: float = 0.0


_TITLE = _Look("H1", SEMIBOLD, 20, 25, 0)
_BYLINE = _Look("P", REGULAR, 10, 14, 4)
_LOOKS = {
    "text": _Look("P", REGULAR, 11, 16, 8),
    "quote": _Look("BlockQuote", REGULAR, 11, 16, 8, 18),
    "item": _Look("P", REGULAR, 11, 16, 4, 18),
}
_HEADINGS = {2: _Look("H2", SEMIBOLD, 14, 18, 16), 3: _Look("H3", SEMIBOLD, 12, 16, 12)}


def pdf(title: str, byline: str, shown: Shown, paper: str = "letter") -> bytes:
    """The article. Raises: Unprintable for letters that the typeface lacks; KeyError for another paper."""
    size = PAPERS[paper]
    missing = left_out(title, byline, *(one.text for one in shown.paragraphs))
    if missing:
        raise Unprintable(missing)
    file = BytesIO()
    canvas = TaggedCanvas(file, pagesize=size, lang="en-US", invariant=1)
    canvas.setTitle(printable(title).text)
    canvas.setAuthor(printable(byline).text)
    writer = _Writer(canvas, *size)
    writer.write(_TITLE, printable(title).text)
    if byline.strip():
        writer.write(_BYLINE, printable(byline).text)
    for paragraph in shown.paragraphs:
        writer.write(_look(paragraph), printable(paragraph.text).text, bullet=paragraph.kind == "item")
    writer.end()
    canvas.save()
    return file.getvalue()


def _look(paragraph: ShownParagraph) -> _Look:
    if paragraph.kind == "heading":
        return _HEADINGS[2 if paragraph.level <= 2 else 3]
    return _LOOKS[paragraph.kind]


class _Writer:
    """Puts paragraphs one below the other."""

    def __init__(self, canvas: TaggedCanvas, width: float, height: float) -> None:
        self._canvas, self._width, self._height = canvas, width, height
        self._y, self._page = height - MARGIN, 1

    def write(self, look: _Look, text: str, *, bullet: bool = False) -> None:
        """One paragraph; a heading takes two lines of what follows with it to the next page."""
        if not text:
            return
        self._y -= look.above
        most = self._width - 2 * MARGIN - look.indent
        needed = look.leading * (3 if look.tag in {"H2", "H3"} else 1)
        if self._y - needed < MARGIN:
            self._next_page()
        set_in = Look(look.face, look.size, look.leading, BLACK)
        with self._canvas.element(look.tag):
            for number, line in enumerate(wrapped([Piece(text, set_in)], most)):
                if self._y - look.leading < MARGIN:
                    self._next_page()
                if bullet and number == 0:
                    draw_line(self._canvas, line_of([Piece(BULLET, set_in)]), MARGIN + 4, self._y)
                draw_line(self._canvas, line, MARGIN + look.indent, self._y)
                self._y -= look.leading

    def end(self) -> None:
        """The number of the last page."""
        self._number()

    def _next_page(self) -> None:
        self._number()
        self._canvas.showPage()
        self._page += 1
        self._y = self._height - MARGIN

    def _number(self) -> None:
        if self._page == 1:
            return
        number = line_of([Piece(str(self._page), Look(REGULAR, 9, color=BLACK))])
        decorate_line(self._canvas, number, (self._width - number.width) / 2, MARGIN / 2 + 9)

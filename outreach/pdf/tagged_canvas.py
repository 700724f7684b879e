"""A reportlab canvas that writes a tagged PDF, so that a program which reads aloud knows paragraphs and their order.

    canvas = TaggedCanvas(file, pagesize=letter, lang="en-US", invariant=1)
    canvas.setTitle("Briefing: Inés Okafor")
    with canvas.element("P"):
        draw_lines(canvas, wrapped([Piece("Dear Inés,", look)], 468), 72, 700)      # outreach.pdf.setting
    with canvas.element("Figure", alt="Operating margin ...", box=(357, 300, 570, 346)):
        canvas.say(draw_chart)
    canvas.decorate(lambda: canvas.line(72, 60, 540, 60))
    canvas.save()

Each drawing call belongs to a structure element (`say`) or to what a reader of the page alone sees (`decorate`). The
order of the calls is the order of reading. reportlab writes no structure tree itself; `save` puts it together after
ISO 32000-1, sections 14.7 and 14.8, and named PDF/UA-1 in the metadata. Letters are drawn by `draw_glyphs` from faces
that are embedded; reportlab's own ways of drawing text are not used, because they name faces that are not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from outreach.pdf import structure
from outreach.pdf.embedding import Subset, stream
from outreach.pdf.links import linkable
from outreach.pdf.measuring import Bit
from outreach.pdf.structure import Element
from outreach.pdf.typefaces import face
from outreach.pdf.writing import write

_FACE_AND_GLYPHS = attrgetter("face", "glyphs")


class UnsafeAddress(ValueError):
    """A link to something else than a page of the web or an e-mail address."""


class Opened:
    """An element that is open while what is said in it is drawn. A page has a hundred and more: as plain as can be."""

    __slots__ = ("_made", "_open")

    def __init__(self, opened: list[Element], made: Element) -> None:
        self._open, self._made = opened, made

    def __enter__(self) -> None:
        self._open[-1].kids.append(self._made)
        self._open.append(self._made)

    def __exit__(self, *_raised: object) -> None:
        self._open.pop()


class TaggedCanvas(Canvas):
    """See the module. Takes what reportlab's canvas takes; the file is one that is open for writing bytes."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **{"pdfVersion": (1, 7), **named})
        self._root = Element("Document")
        self._open = [self._root]
        self._pages: list[list[Element]] = [[]]
        self._links: list[Element] = []
        self._faces: dict[str, tuple[str, Subset]] = {}
        self._bookmarks = 0
        self.setViewerPreference("DisplayDocTitle", "true")
        self._doc.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        self._add_page = self._doc.addPage
        self._doc.addPage = self._number_page

    def _make_preamble(self) -> None:
        """What each page begins with: reportlab would name a face that is not embedded."""
        self._preamble = "1 0 0 1 0 0 cm"

    def _number_page(self, page: Any) -> None:
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._pages) - 1, pdfdoc.PDFName("S")
        # Packed at once: a hundred pages lie small in memory, and reportlab would write them once more in letters.
        page.Contents, page.stream = stream(page.stream.encode("ascii")), None
        self._pages.append([])
        self._add_page(page)

    def element(
        self,
        tag: str,
        *,
        alt: str = "",
        scope: str = "",
        numbering: str = "",
        box: tuple[float, float, float, float] | None = None,
    ) -> Opened:
        """All that is said inside belongs to one element, also over a page's end.

        tag: "H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure", "Sect" ...
        alt: what a figure shows, with `box`, the rectangle it fills. scope: of a TH, "Column" or "Row". numbering: of
        an L, "Decimal", "Square", "None".
        """
        return Opened(self._open, Element(tag, alt=alt, attributes=structure.attributes(scope, numbering, box)))

    def say(self, draw: Callable[[], None]) -> None:
        """Draws something that belongs to the text."""
        inside, on_page = self._open[-1], self._pages[-1]
        inside.kids.append((len(self._pages) - 1, len(on_page)))
        self._code.append(f"/{inside.tag} <</MCID {len(on_page)}>> BDC")
        on_page.append(inside)
        draw()
        self._code.append("EMC")

    def decorate(self, draw: Callable[[], None]) -> None:
        """Draws a line, a tint or a page number, which is not read aloud."""
        self._code.append("/Artifact BMC")
        draw()
        self._code.append("EMC")

    def stroke(self, code: str) -> None:
        """Lines and shapes, as operators of ISO 32000-1, 8.5; called by what `say` and `decorate` draw."""
        self._code.append(code)

    @contextmanager
    def linked(self, address: str, rectangle: tuple[float, float, float, float], words: str) -> Iterator[None]:
        """What is said inside is a link; pressing the rectangle (left, lower, right, upper) leads to the address.

        words: where it leads, read aloud. Raises: UnsafeAddress for anything but http, https and mailto.
        """
        target = linkable(address)
        if not target:
            raise UnsafeAddress(address[:200])
        with self.element("Link"):
            yield
            element = self._open[-1]
            self._links.append(element)
            element.kids.append((len(self._pages) - 1, self._annotation(target, rectangle, words)))

    def _annotation(self, target: str, rectangle: tuple[float, float, float, float], words: str) -> Any:
        left, lower, right, upper = rectangle
        self._addAnnotation(
            structure.Written(
                f"<< /Type /Annot /Subtype /Link /Rect [{left:.2f} {lower:.2f} {right:.2f} {upper:.2f}] /F 4"
                f" /Border [0 0 0] /Contents {structure.string(words or target)}"
                f" /StructParent {structure.FIRST_LINK + len(self._links) - 1}"
                f" /A << /Type /Action /S /URI /URI {structure.literal(target)} >> >>"
            )
        )
        return self._annotationrefs[-1]

    def bookmark(self, words: str, level: int = 0) -> None:
        """An entry in the list of contents that leads to this page. level: 0, or 1 below the last of 0."""
        self._bookmarks += 1
        key = f"b{self._bookmarks}"
        self.bookmarkPage(key)
        self.addOutlineEntry(words, key, level)

    def draw_glyphs(self, bits: Sequence[Bit], size: float, color: str, x: float, y: float) -> None:
        """Draws measured words from a point on their baseline. color: "#rrggbb"."""
        code = [f"BT {_ink(color)} 1 0 0 1 {x:.2f} {y:.2f} Tm"]
        for (name, glyphs), together in groupby(bits, key=_FACE_AND_GLYPHS):
            short, subset = self._face(name)
            code.append(f"/{short} {size:g} Tf")
            if glyphs:
                code += [_shaped(bit, subset, size) for bit in together]
                continue
            letters = list(together)
            subset.letters.update("".join([bit.text for bit in letters]))
            code.append(f"[{''.join([bit.codes for bit in letters])}] TJ")
        code.append("ET")
        self._code.append(" ".join(code))

    def _face(self, name: str) -> tuple[str, Subset]:
        """The name of a face in this document, and the glyphs used of it."""
        known = self._faces.get(name)
        if known is None:
            known = self._faces[name] = (f"F{len(self._faces) + 1}", Subset(face(name)))
        return known

    def save(self) -> None:
        """Writes the fonts, the structure and the file."""
        if self._code:
            self.showPage()
        document = self._doc
        fonts = document.idToObject["BasicFonts"].dict
        for number, (short, subset) in enumerate(self._faces.values()):
            fonts[short] = subset.written(document, number)
        pages = document.Pages.pages
        document.Pages.pages = pages = [
            page if isinstance(page, pdfdoc.PDFObjectReference) else document.Reference(page) for page in pages
        ]
        document.Catalog.StructTreeRoot = structure.tree(document, self._root, pages, self._pages[:-1], self._links)
        document.Catalog.Metadata = pdfdoc.XMP(creator=lambda _document: structure.metadata(document))
        # What the structure was made from is not needed any more: of a hundred pages it is as much as the file.
        self._root, self._pages, self._links = Element("Document"), [], []
        document.format = self._write
        super().save()

    def _write(self) -> bytes:
        """Stands for reportlab's own way of writing, which holds the whole file three times. Returns what is left."""
        write(self._doc, self._filename)
        return b""


def _shaped(bit: Bit, subset: Subset, size: float) -> str:
    """A letter with its marks, each at its height; copied as the letter."""
    parts = []
    for glyph in bit.glyphs:
        code = subset.codes[glyph.number, glyph.letters, glyph.advance]
        rise = glyph.rise * size / 1000
        parts.append(f"{rise:.3g} Ts [{-glyph.before:.0f} <{code}> {-glyph.after:.0f}] TJ")
    if [glyph.letters for glyph in bit.glyphs] == [bit.text]:
        return f"{parts[0]} 0 Ts"  # its code says what it is
    return f"/Span <</ActualText {structure.string(bit.text)}>> BDC {' '.join(parts)} 0 Ts EMC"


@cache
def _ink(color: str) -> str:
    red, green, blue = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return f"{red:.3g} {green:.3g} {blue:.3g} rg"

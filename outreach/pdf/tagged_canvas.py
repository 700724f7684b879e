"""A reportlab canvas that writes a tagged PDF, so that a program which reads aloud knows paragraphs and their order.

    canvas = TaggedCanvas(file, pagesize=letter, lang="en-US", initialFontName=REGULAR)
    with canvas.element("P"):
        canvas.say(lambda: canvas.drawString(72, 700, "Dear Inés,"))
    canvas.decorate(lambda: canvas.line(72, 60, 540, 60))
    canvas.save()

Each drawing call belongs to a structure element (`say`) or to what a reader of the page alone sees (`decorate`). The
order of the calls is the order of reading. reportlab writes no structure tree itself; `save` puts it together after
ISO 32000-1, sections 14.7 and 14.8, and named PDF/UA-1 in the metadata.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

_METADATA = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    "<pdfuaid:part>1</pdfuaid:part><dc:title><rdf:Alt>"
    '<rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>'
    '<?xpacket end="w"?>'
)


@dataclass(slots=True)
class _Element:
    """An element of the structure. `marks` are (page, number on the page) of what is drawn in it."""

    tag: str
    children: list[_Element] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    reference: Any = None


class TaggedCanvas(Canvas):
    """See the module. Takes what reportlab's canvas takes."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **{"pdfVersion": (1, 7), **named})
        self._root = _Element("Document")
        self._open = [self._root]
        self._pages: list[list[_Element]] = [[]]
        self.setViewerPreference("DisplayDocTitle", "true")
        self._doc.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        self._add_page = self._doc.addPage
        self._doc.addPage = self._number_page

    def _number_page(self, page: Any) -> None:
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._pages) - 1, pdfdoc.PDFName("S")
        self._pages.append([])
        self._add_page(page)

    @contextmanager
    def element(self, tag: str) -> Iterator[None]:
        """All that is said inside belongs to one element ("H1", "P"), also over a page's end."""
        made = _Element(tag)
        self._open[-1].children.append(made)
        self._open.append(made)
        yield
        self._open.pop()

    def say(self, draw: Callable[[], None]) -> None:
        """Draws something that belongs to the text."""
        inside, on_page = self._open[-1], self._pages[-1]
        inside.marks.append((len(self._pages) - 1, len(on_page)))
        self._code.append(f"/{inside.tag} <</MCID {len(on_page)}>> BDC")
        on_page.append(inside)
        draw()
        self._code.append("EMC")

    def decorate(self, draw: Callable[[], None]) -> None:
        """Draws a line or a page number, which is not read aloud."""
        self._code.append("/Artifact BMC")
        draw()
        self._code.append("EMC")

    def save(self) -> None:
        """Writes the structure and the file."""
        if self._code:
            self.showPage()
        document = self._doc
        pages = document.Pages.pages
        document.Pages.pages = pages = [
            page if isinstance(page, pdfdoc.PDFObjectReference) else document.Reference(page) for page in pages
        ]
        document.Catalog.StructTreeRoot = self._structure(pages)
        written = _METADATA.format(title=escape(str(document.info.title))).encode("utf-8")
        document.Catalog.Metadata = pdfdoc.XMP(creator=lambda _document: written)
        super().save()

    def _structure(self, pages: list[Any]) -> Any:
        root = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot")})
        root["K"] = pdfdoc.PDFArray([self._written(self._root, self._doc.Reference(root), pages)])
        numbers: list[Any] = []
        for index, on_page in enumerate(self._pages[:-1]):
            listed = pdfdoc.PDFArray([one.reference for one in on_page])
            numbers += [index, self._doc.Reference(listed)]
        root["ParentTree"] = self._doc.Reference(pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(numbers)}))
        root["ParentTreeNextKey"] = len(self._pages) - 1
        return root

    def _written(self, element: _Element, parent: Any, pages: list[Any]) -> Any:
        named = {"Type": pdfdoc.PDFName("StructElem"), "S": pdfdoc.PDFName(element.tag), "P": parent}
        made = pdfdoc.PDFDictionary(named)
        element.reference = self._doc.Reference(made)
        kids: list[Any] = [self._written(child, element.reference, pages) for child in element.children]
        kids += [
            pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("MCR"), "Pg": pages[page], "MCID": number})
            for page, number in element.marks
        ]
        made["K"] = pdfdoc.PDFArray(kids)
        return element.reference

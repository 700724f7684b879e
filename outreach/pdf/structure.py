"""The structure of a tagged PDF as it is written: elements, what they hold, and the way back from pages and links.

After ISO 32000-1, 14.7 (structure), 14.8 (tags) and 14.9 (alternate descriptions).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

FIRST_LINK = 100_000
"""The numbers of links in the tree of parents start here, after those of pages."""

_METADATA = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    "<pdfuaid:part>1</pdfuaid:part><dc:title><rdf:Alt>"
    '<rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>'
    '<?xpacket end="w"?>'
)


class Written(pdfdoc.PDFObject):
    """An object of a PDF as it stands in the file, in ASCII."""

    __PDFObject__ = True

    def __init__(self, text: str = "") -> None:
        self.text = text

    def format(self, _document: Any) -> bytes:
        """The bytes."""
        return self.text.encode("ascii")


def referring(document: Any, reference: Any) -> str:
    """A reference as it is written. reportlab gives an object its number when it is first referred to."""
    number, version = document.idToObjectNumberAndVersion[reference.name]
    return f"{number} {version} R"


def registered(document: Any, made: pdfdoc.PDFObject) -> str:
    """Makes an object known to a document, once. Returns the reference to it as it is written.

    As `PDFDocument.Reference` of reportlab does for an object that it has not seen; a page has a hundred and forty.
    """
    number = document.objectcounter = document.objectcounter + 1
    name = f"R{number}"
    document.idToObject[name] = made
    document.numberToId[number] = name
    document.idToObjectNumberAndVersion[name] = (number, 0)
    return f"{number} 0 R"


@dataclass(slots=True)
class Element:
    """An element. `kids` in reading order: elements, (page, number on the page) of what is drawn, (page, link)."""

    tag: str
    alt: str = ""
    attributes: str = ""
    kids: list[Element | tuple[int, Any]] = field(default_factory=list)
    reference: str = ""


def string(text: str) -> str:
    """A text as PDFs hold it (UTF-16 in hexadecimal), without what is not a character."""
    whole = text.encode("utf-16-be", "ignore").hex()
    return f"<feff{whole}>"


def literal(text: str) -> str:
    """ASCII in parentheses."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"({escaped})"


def attributes(scope: str, numbering: str, box: tuple[float, float, float, float] | None) -> str:
    """The attributes of an element (ISO 32000-1, 14.8.5), or ""."""
    if scope:
        return f" /A << /O /Table /Scope /{scope} >>"
    if numbering:
        return f" /A << /O /List /ListNumbering /{numbering} >>"
    if box:
        return f" /A << /O /Layout /BBox [{' '.join(f'{value:.2f}' for value in box)}] >>"
    return ""


def tree(
    document: Any, root: Element, pages: Sequence[Any], said: Sequence[Sequence[Element]], links: Sequence[Element]
) -> Any:
    """Writes the structure. `said`: for each page, the elements of its marks. Returns its root, a PDF object."""
    made = Written()
    own = referring(document, document.Reference(made))
    top = _element(document, root, own, [referring(document, page) for page in pages])
    numbers: list[str] = []
    for index, on_page in enumerate(said):
        listed = Written(f"[{' '.join([one.reference for one in on_page])}]")
        numbers.append(f"{index} {registered(document, listed)}")
    numbers += [f"{FIRST_LINK + index} {link.reference}" for index, link in enumerate(links)]
    parents = registered(document, Written(f"<< /Nums [{' '.join(numbers)}] >>"))
    made.text = (
        f"<< /Type /StructTreeRoot /K [{top}] /ParentTree {parents} /ParentTreeNextKey {FIRST_LINK + len(links)} >>"
    )
    return made


def _element(document: Any, element: Element, parent: str, pages: Sequence[str]) -> str:
    """Writes an element and all below it. What is drawn on its first page is named by its number alone."""
    made = Written()
    element.reference = registered(document, made)
    parts = [f"<< /Type /StructElem /S /{element.tag}{element.attributes} /P {parent}"]
    if element.alt:
        parts.append(f" /Alt {string(element.alt)}")
    own = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), None)
    if own is not None:
        parts.append(f" /Pg {pages[own]}")
    kids = [_kid(document, element, kid, own, pages) for kid in element.kids]
    made.text = f"{''.join(parts)} /K [{' '.join(kids)}] >>"
    element.kids = []  # a hundred pages have twenty thousand elements
    return element.reference


def _kid(document: Any, element: Element, kid: Element | tuple[int, Any], own: int | None, pages: Sequence[str]) -> str:
    if isinstance(kid, Element):
        return _element(document, kid, element.reference, pages)
    page, what = kid
    if not isinstance(what, int):
        return f"<< /Type /OBJR /Pg {pages[page]} /Obj {referring(document, what)} >>"
    return str(what) if page == own else f"<< /Type /MCR /Pg {pages[page]} /MCID {what} >>"


def metadata(document: Any) -> bytes:
    """The document's title and standard, for programs that read XMP."""
    return _METADATA.format(title=escape(str(document.info.title))).encode("utf-8", "ignore")

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
    """An object of a PDF as it stands in the file: `text`, then `parts`, bytes and references."""

    __PDFObject__ = True

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.parts: list[Any] = []

    def format(self, document: Any) -> bytes:
        """The bytes."""
        made = self.text.encode("ascii")
        return made + b"".join(part if isinstance(part, bytes) else part.format(document) for part in self.parts)


@dataclass(slots=True)
class Element:
    """An element. `kids` in reading order: elements, (page, number on the page) of what is drawn, (page, link)."""

    tag: str
    alt: str = ""
    attributes: str = ""
    kids: list[Element | tuple[int, Any]] = field(default_factory=list)
    reference: Any = None


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
    """The root of the structure. `said`: for each page, the elements of its marks. Returns a PDF object."""
    made = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot")})
    made["K"] = pdfdoc.PDFArray([_element(document, root, document.Reference(made), pages)])
    numbers: list[Any] = []
    for index, on_page in enumerate(said):
        listed = Written()
        listed.parts = [b"[", *(part for one in on_page for part in (one.reference, b" ")), b"]"]
        numbers += [index, document.Reference(listed)]
    for index, link in enumerate(links):
        numbers += [FIRST_LINK + index, link.reference]
    made["ParentTree"] = document.Reference(pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(numbers)}))
    made["ParentTreeNextKey"] = FIRST_LINK + len(links)
    return made


def _element(document: Any, element: Element, parent: Any, pages: Sequence[Any]) -> Any:
    """An element and all below it. What is drawn on the element's first page is named by its number alone."""
    made = Written(f"<< /Type /StructElem /S /{element.tag}{element.attributes}")
    element.reference = document.Reference(made)
    made.parts = [b" /P ", parent]
    if element.alt:
        made.parts.append(f" /Alt {string(element.alt)}".encode("ascii"))
    own = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), None)
    if own is not None:
        made.parts += [b" /Pg ", pages[own]]
    made.parts.append(b" /K [")
    for kid in element.kids:
        made.parts += _kid(document, element, kid, own, pages)
    made.parts.append(b"] >>")
    return element.reference


def _kid(
    document: Any, element: Element, kid: Element | tuple[int, Any], own: int | None, pages: Sequence[Any]
) -> list[Any]:
    if isinstance(kid, Element):
        return [_element(document, kid, element.reference, pages), b" "]
    page, what = kid
    if not isinstance(what, int):
        return [b"<< /Type /OBJR /Pg ", pages[page], b" /Obj ", what, b" >> "]
    if page == own:
        return [f"{what} ".encode("ascii")]
    return [b"<< /Type /MCR /Pg ", pages[page], f" /MCID {what} >> ".encode("ascii")]


def metadata(document: Any) -> bytes:
    """The document's title and standard, for programs that read XMP."""
    return _METADATA.format(title=escape(str(document.info.title))).encode("utf-8", "ignore")

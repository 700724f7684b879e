"""Word files of an article: the copy that a reviewer marks up, and the text that is handed in.

A copy holds exactly what a `Shown` holds, a paragraph each in the same order: what comes back is compared with that.
Tracking of changes is switched on in it, so that whoever writes in it is seen to. Bytes are the same for the same text:
its hash stands in the record.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from outreach.articles.models import ArticleVersion
from outreach.articles.shown import Part, Shown, ShownParagraph, Viewer, shown_to
from outreach.articles.versions import Marks

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_THEN = datetime(2000, 1, 1, tzinfo=UTC)
_IN_ZIP = (2000, 1, 1, 0, 0, 0)
_EVERYBODY = Viewer(None, "", "whole", sees_all=True)


def copy_for(version: ArticleVersion, shown: Shown) -> bytes:
    """The Word copy for a reviewer: what they are shown, their words marked, changes tracked."""
    document = _document(shown.title, f"Version {version.number}, for your corrections")
    _track_changes(document)
    return _bytes(document, shown)


def manuscript(title: str, body: str) -> bytes:
    """The text as it is handed in: no marks, nothing tracked."""
    shown = shown_to(title, body, Marks(), _EVERYBODY)
    return _bytes(_document(title, ""), shown)


def _document(title: str, subject: str) -> DocumentObject:
    document = Document()
    properties = document.core_properties
    properties.title, properties.subject = _clean(title)[:255], subject
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = _THEN.replace(tzinfo=None)
    properties.language = "en-US"
    return document


def _bytes(document: DocumentObject, shown: Shown) -> bytes:
    document.add_paragraph(_clean(shown.title), style="Title")
    for paragraph in shown.paragraphs:
        _add(document, paragraph)
    file = io.BytesIO()
    document.save(file)
    return _always_alike(file.getvalue())


def _add(document: DocumentObject, paragraph: ShownParagraph) -> None:
    written = document.add_paragraph(style=_style(paragraph))
    for part in paragraph.parts:
        _run(written, part)


def _style(paragraph: ShownParagraph) -> str:
    if paragraph.kind == "heading":
        return f"Heading {min(max(paragraph.level, 1), 3)}"
    return {"item": "List Bullet", "quote": "Quote"}.get(paragraph.kind, "Normal")


def _run(paragraph: Paragraph, part: Part) -> None:
    run: Run = paragraph.add_run(_clean(part.text))
    if part.quote:
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    if part.is_hidden:
        run.italic = True


def _track_changes(document: DocumentObject) -> None:
    settings = document.settings.element
    if settings.find(qn("w:trackRevisions")) is None:
        # The schema wants it before these; Word refuses a file whose settings stand in another order.
        settings.insert_element_before(OxmlElement("w:trackRevisions"), *_BEHIND)


_BEHIND: Sequence[str] = (
    "w:doNotTrackMoves", "w:doNotTrackFormatting", "w:documentProtection", "w:autoFormatOverride", "w:styleLockTheme",
    "w:styleLockQFSet", "w:defaultTabStop", "w:autoHyphenation", "w:characterSpacingControl", "w:footnotePr",
    "w:endnotePr", "w:compat", "w:docVars", "w:rsids", "m:mathPr", "w:themeFontLang", "w:clrSchemeMapping",
    "w:shapeDefaults", "w:decimalSymbol", "w:listSeparator",
)  # fmt: skip


def _clean(text: str) -> str:
    """The text without what XML cannot hold."""
    return _CONTROL.sub("", text)


def _always_alike(content: bytes) -> bytes:
    """The same file with the same time in each entry: equal texts make equal bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in sorted(made.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _IN_ZIP)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            kept.writestr(entry, made.read(name))
    return file.getvalue()

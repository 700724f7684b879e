"""Which other kind of file came under the name of a Word file, told by its first bytes. Pure."""

from __future__ import annotations

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOOKED_AT = 4_096
"""Bytes at the beginning in which a text format shows itself."""

AS_DOCX = "Open it in Word or LibreOffice, save it as .docx, and upload that copy."
PASSWORD = "This file is protected with a password. Take the password off in Word (File, Info), and upload that copy."  # noqa: S105  a sentence
OLD_WORD = f"This is a Word file of the old kind (.doc), whose changes cannot be read here. {AS_DOCX}"
OLD_OFFICE = f"This is an old Office file, not a .docx. {AS_DOCX}"
PDF = "This is a PDF, even if its name says Word. Ask for the Word file, or paste the changed text instead."
RTF = f"This is an RTF file. {AS_DOCX}"
OPEN_DOCUMENT = f"This is an OpenDocument file (.odt). {AS_DOCX}"
EPUB = f"This is an e-book (EPUB), not a Word file. {AS_DOCX}"
PAGES = "This is a Pages document. In Pages, choose File, Export To, Word, and upload that copy."
PICTURE = "This is a picture, not a Word file. Ask for the Word file, or type in the changes that it shows."
FLAT_XML = f"This is a Word document saved as XML, not a .docx. {AS_DOCX}"
WEB_PAGE = f"This is a web page, not a Word file. {AS_DOCX}"
PLAIN_TEXT = (
    "This is plain text, not a Word file. Paste it in as an answer instead: it will be compared with your text."
)
MAIL = "This is an e-mail, not a Word file. Add it as an answer by e-mail, or upload the Word file attached to it."
OTHER_ARCHIVE = "This is a compressed folder, not a Word file. Unpack it and upload the .docx inside."

_BEGINNINGS = (
    (b"{\\rtf", RTF), (b"\x89PNG", PICTURE), (b"\xff\xd8\xff", PICTURE), (b"GIF8", PICTURE), (b"II*\x00", PICTURE),
    (b"Rar!", OTHER_ARCHIVE), (b"7z\xbc\xaf", OTHER_ARCHIVE), (b"\x1f\x8b", OTHER_ARCHIVE),
)  # fmt: skip
_OPEN_TYPES = ((b"mimetypeapplication/vnd.oasis.opendocument", OPEN_DOCUMENT), (b"mimetypeapplication/epub", EPUB))


def what_it_is(content: bytes) -> str:
    """A sentence for the user when these bytes are some other kind of file; empty when they may be a .docx."""
    if content.startswith(_OLE):
        return _of_ole(content)
    if content.startswith(b"PK"):
        return _of_zip(content)
    beginning = content[:_LOOKED_AT]
    if b"%PDF-" in beginning[:1_024]:
        return PDF
    for bytes_, sentence in _BEGINNINGS:
        if beginning.startswith(bytes_):
            return sentence
    return _of_text(beginning)


def _of_ole(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return PASSWORD
    return OLD_WORD if "WordDocument".encode("utf-16-le") in content else OLD_OFFICE


def _of_zip(content: bytes) -> str:
    for bytes_, sentence in _OPEN_TYPES:
        if bytes_ in content[:200]:
            return sentence
    return PAGES if b"Index/Document.iwa" in content or b"Index.zip" in content[-_LOOKED_AT:] else ""


def _of_text(beginning: bytes) -> str:
    start = beginning.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<?xml", b"<pkg:package", b"<w:worddocument")):
        return FLAT_XML
    if start.startswith((b"<!doctype html", b"<html")):
        return WEB_PAGE
    if b"\x00" in beginning:
        return ""
    try:
        beginning[: len(beginning) - 4].decode("utf-8", "strict")
    except UnicodeDecodeError as error:
        if error.end < len(beginning) - 4:
            return ""
    return (
        MAIL
        if start.startswith((b"from:", b"received:", b"return-path:", b"delivered-to:", b"mime-version:"))
        else PLAIN_TEXT
    )

"""The file that was handed in, compared word by word with a version. Pure.

What Word changes by itself (quotation marks, dashes, blanks, bullets) is no difference; every other word is.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from outreach.articles import article_text, manuscripts
from outreach.articles.models import ArticleVersion
from outreach.articles.word_in import comparing, container
from outreach.articles.word_in import reading as word_reading
from outreach.articles.word_in.model import Change, WordFile
from outreach.errors import Refused
from outreach.words import counted

MOST_BYTES = container.MOST_BYTES
MOST_SHOWN = 50
"""Differences that are listed; who has more hands in another text."""

_WORD_KEPT = b"PK\x03\x04"
_TITLE = re.compile(r"#\s{1,9}(\S.{0,400})")
_NO_FILE = (
    "This is neither a Word file (.docx) nor a plain text. Save what you handed in as one of them. Nothing was kept."
)


@dataclass(frozen=True, slots=True)
class FileCompared:
    """A file against a version. digest: SHA-256 of the file. is_made_here: it is byte for byte the Word file made here.

    differences: what the file says instead, in order. remarks: what else there is to say of it.
    """

    name: str
    digest: str
    differences: tuple[Change, ...]
    is_made_here: bool = False
    remarks: tuple[str, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether every word of the file is that of the version."""
        return not self.differences

    @property
    def words(self) -> str:
        """How they differ, in a few words."""
        if self.is_same:
            return "The same words"
        return f"{counted(len(self.differences), 'passage differs', 'passages differ')}"


def compared(name: str, content: bytes, version: ArticleVersion) -> FileCompared:
    """A file compared with a version. Raises: Refused for what is neither a Word file nor a text."""
    if not content:
        raise Refused("This file is empty. Nothing was kept.")
    if len(content) > MOST_BYTES:
        raise Refused(f"{container.TOO_LARGE} Nothing was kept.")
    digest = hashlib.sha256(content).hexdigest()
    made = manuscripts.manuscript(version, "docx").content
    if content == made:
        return FileCompared(name, digest, (), is_made_here=True)
    lines, remarks = _word_lines(content) if content.startswith(_WORD_KEPT) else (_text_lines(content, name), ())
    if sum(len(line) + 1 for line in lines) > comparing.LONGEST:
        raise Refused("This file is far longer than an article, so it was not compared. Nothing was kept.")
    as_read = WordFile((), (), lines, lines)
    found = comparing.compare(manuscripts.text_of(version), as_read)
    return FileCompared(name, digest, found.changes, remarks=remarks)


def _word_lines(content: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    try:
        found = word_reading.read(content)
    except container.Refused as error:
        raise Refused(f"{error} Nothing was kept.") from error
    remarks = list(found.notes)
    if found.has_tracked_changes:
        many = sum(mark.kind != "formatting" for mark in found.marks)
        still = counted(many, "tracked change stands", "tracked changes stand")
        remarks.insert(0, f"{still} in the file still; it was compared as if all of them were taken.")
    return found.accepted_paragraphs, tuple(remarks)


def _text_lines(content: bytes, name: str) -> tuple[str, ...]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(_NO_FILE) from None
    if "\0" in text or text.lstrip().startswith(("%PDF-", "{\\rtf")):
        raise Refused(_NO_FILE)
    text = article_text.clean(text)
    if name.lower().endswith(".md"):
        return _markdown_lines(text)
    # Where empty lines part the paragraphs, other ends of lines were put in by the program that saved them.
    blocks = text.split("\n\n") if "\n\n" in text else text.split("\n")
    return tuple(" ".join(one.split()) for one in blocks if one.strip())


def _markdown_lines(text: str) -> tuple[str, ...]:
    first, _, rest = text.partition("\n")
    title = _TITLE.fullmatch(first)
    body = rest if title else text
    told = [one.text for one in article_text.paragraphs(body)]
    return (title.group(1), *told) if title else tuple(told)

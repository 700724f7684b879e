"""A version as a file to hand in or to pass on: Word, PDF, Markdown, plain text. No marks, nothing tracked.

The same version always makes the same bytes, so that a file can be known again by its SHA-256.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from outreach.articles import article_pdf, article_text, word_out
from outreach.articles.article_pdf import PAPERS
from outreach.articles.models import ArticleVersion
from outreach.articles.shown import Shown, Viewer, shown_to
from outreach.articles.versions import Marks
from outreach.drafts.printed_letter import Unprintable
from outreach.errors import NotFound, Refused
from outreach.folding import fold
from outreach.mail.personal import plain_name

KINDS = {
    "docx": ("Word", word_out.MIME),
    "pdf": ("PDF", "application/pdf"),
    "md": ("Markdown", "text/markdown; charset=utf-8"),
    "txt": ("Plain text", "text/plain; charset=utf-8"),
}
"""Ending of a file's name -> its words on the screen, and its media type."""

POLICY = "default-src 'none'; sandbox"
"""For downloads: whatever a browser makes of the file, nothing in it runs."""

_EVERYBODY = Viewer(None, "", "whole", sees_all=True)
_LONGEST_STEM = 80


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A file. name: with all letters of the title; plain: as every system takes it."""

    name: str
    plain: str
    media_type: str
    content: bytes

    @property
    def headers(self) -> dict[str, str]:
        """What a download is sent with."""
        said = f"attachment; filename=\"{self.plain}\"; filename*=UTF-8''{quote(self.name, safe='')}"
        return {
            "Content-Disposition": said,
            "Content-Security-Policy": POLICY,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        }


def read_by_all(version: ArticleVersion) -> Shown:
    """What a reader reads of a version, without its marks."""
    return shown_to(version.title, version.body, Marks(), _EVERYBODY)


def text_of(version: ArticleVersion) -> str:
    """A version in lines as its Word file says it: the title, then a paragraph a line."""
    seen = read_by_all(version)
    return "\n".join([seen.title, *(one.text for one in seen.paragraphs)])


def manuscript(version: ArticleVersion, ending: str, byline: str = "", paper: str = "letter") -> Manuscript:
    """A version as a file. Raises: NotFound for another ending or paper; Refused for letters that cannot be printed."""
    if ending not in KINDS or paper not in PAPERS:
        raise NotFound
    content = _content(version, ending, byline, paper)
    return Manuscript(_name(version, ending), _plain(version, ending), KINDS[ending][1], content)


def _content(version: ArticleVersion, ending: str, byline: str, paper: str) -> bytes:
    match ending:
        case "docx":
            return word_out.manuscript(version.title, version.body)
        case "pdf":
            return _pdf(version, byline, paper)
        case "md":
            return f"# {version.title}\n\n{article_text.without_marks(version.body)}\n".encode()
        case _:
            return _plain_text(version).encode()


def _pdf(version: ArticleVersion, byline: str, paper: str) -> bytes:
    try:
        return article_pdf.pdf(version.title, byline, read_by_all(version), paper)
    except Unprintable as missing:
        shown = " ".join(missing.letters[:20])
        raise Refused(
            f"These letters are not in the typeface of the PDF: {shown} Take the Word file, and print it from a "
            "program that has them."
        ) from None


def _plain_text(version: ArticleVersion) -> str:
    seen = read_by_all(version)
    told = [f"- {one.text}" if one.kind == "item" else one.text for one in seen.paragraphs]
    return "\n\n".join([seen.title, *told]) + "\n"


def _name(version: ArticleVersion, ending: str) -> str:
    kept = "".join(one if one.isalnum() or one in "-_.,’'" else " " for one in version.title)
    stem = " ".join(kept.split())[:_LONGEST_STEM].strip(" .") or "Article"
    return f"{stem}, version {version.number}.{ending}"


def _plain(version: ArticleVersion, ending: str) -> str:
    stem = "".join(one for one in fold(version.title)[:60].strip().replace(" ", "-") if one.isascii())
    return plain_name(f"{stem.strip('-') or 'article'}-version-{version.number}.{ending}")

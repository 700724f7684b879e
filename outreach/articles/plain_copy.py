"""The plain copy of what a reviewer is asked about: the text as they are shown it, for a mail and for paper. Pure."""

from __future__ import annotations

from outreach.articles.shown import Shown, ShownParagraph
from outreach.words import counted

_PART = "Only what you are asked about is here; other paragraphs of the text are left out."


def text_of(shown: Shown, number: int) -> str:
    r"""Title, version, paragraphs with their quotations numbered, then each quotation by itself. Lines end with "\n".

    number: of the version.
    """
    head = [shown.title, f"Version {number}, {counted(shown.words, 'word', 'words')}"]
    if shown.is_part:
        head.append(_PART)
    parts = [*head, *(_paragraph(one) for one in shown.paragraphs)]
    if shown.quotes:
        parts.append("Your quotations:")
        parts += [f"{one.position}. “{one.words}”" for one in shown.quotes]
    return "\n\n".join(parts) + "\n"


def _paragraph(one: ShownParagraph) -> str:
    text = "".join(f"{part.text} (your quotation {part.quote})" if part.quote else part.text for part in one.parts)
    if one.kind == "heading":
        return f"{'#' * min(max(one.level, 1), 6)} {text}"
    return f"- {text}" if one.kind == "item" else text

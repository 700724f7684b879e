"""A dossier as Markdown. Text from sources is escaped, so that it cannot become markup, a link or a control."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from research.dossier import Dossier
from research.report import Line, outline, printed_sources, shown_quote


def to_markdown(dossier: Dossier, titles: Mapping[str, str] | None = None) -> str:
    """The dossier as Markdown. Text from sources is escaped, so that it cannot become markup or a link.

    `titles`: what sources are called, by key.
    """
    title = dossier.query.name
    if dossier.query.organization:
        title += f", {dossier.query.organization}"
    parts = [f"# {escape(title)}", f"Built {dossier.built_at:%Y-%m-%d %H:%M} UTC from public sources."]
    sections, sources = printed_sources(outline(dossier, titles), dossier.sources)
    for section in sections:
        parts.append(f"## {section.heading}")
        parts.append("\n".join(_markdown_lines(section.lines)) or section.empty)
    parts.append("## Sources")
    parts.append(
        "\n".join(
            f"{s.number}. {escape(s.title)} - <{_address(s.url)}> (read {s.retrieved_at:%Y-%m-%d})" for s in sources
        )
        or "None."
    )
    return "\n\n".join(parts) + "\n"


def _markdown_lines(lines: Iterable[Line]) -> Iterator[str]:
    before = ""
    for line in lines:
        numbers = "".join(f" [{number}]" for number in line.sources)
        note = f" - *{escape(line.note)}*" if line.note else ""
        yield f"- {escape(line.text)}{note}{numbers}"
        if quote := shown_quote(line, before):
            yield f"  > {escape(quote)}"
        before = line.quote or before


def escape(text: str) -> str:
    """Text from a source made harmless in Markdown: marks stand for themselves, nothing becomes a link or a control."""
    plain = "".join(c if c.isprintable() or c in "\u200c\u200d" else " " for c in text)
    marked = re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", " ".join(plain.split()))
    # Readers of Markdown make links of bare addresses: an invisible joiner keeps these as text.
    return re.sub(r"(?i)\b(https?|ftp|mailto|www)([:.])|(@)", "\\1\u2060\\2\\3", marked)


def _address(url: str) -> str:
    return quote(url, safe="/:?&=#%+,;@!$'()*~[]")

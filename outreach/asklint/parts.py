"""The parts of an outgoing text: head lines, greeting, body, closing with signature, names of attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from outreach.asklint.types import Span

_HEAD = re.compile(r"[ \t]*(subject|to|cc|bcc|from|date|attachments?|enclosures?)[ \t]*:[ \t]*", re.IGNORECASE)
_GREETING = re.compile(
    r"[ \t]*(?:dear|hello|hi|hey|good (?:morning|afternoon|evening|day)|greetings|to whom)\b[^\n?]{0,80}?"
    r"[,:!—–-]?[ \t]*$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"[ \t]*(?:yours|sincerely|respectfully|regards|(?:with|many|kind|best|warm|warmest|kindest) \w+(?: \w+){0,3}"
    r"|best|thank you|thanks|cheers|cordially|gratefully)\b[ \t]*(?:,|$)[^\n]{0,40}$",
    re.IGNORECASE,
)
_MOST_SIGNATURE_LINES = 8


@dataclass(frozen=True, slots=True)
class Parts:
    """Where each part stands; `heads` are the values of head lines other than subject and attachments, by name."""

    body: Span
    subject: Span | None = None
    greeting: Span | None = None
    closing: Span | None = None
    attachments: tuple[Span, ...] = ()
    heads: tuple[tuple[str, Span], ...] = ()

    def named(self) -> Iterator[tuple[str, Span]]:
        """All parts that are there, in order of place."""
        named = [("subject", self.subject), ("greeting", self.greeting), ("body", self.body), ("closing", self.closing)]
        named += [("attachment", span) for span in self.attachments]
        named += list(self.heads)
        yield from sorted(((name, span) for name, span in named if span), key=lambda pair: pair[1].start)


def parts_of(text: str) -> Parts:
    """The parts of a text. What is neither head, greeting, closing nor attachment is body: nothing is lost."""
    lines = list(_lines(text))
    heads = _take_heads(text, lines)
    tail = _take_attachments(text, lines)
    greeting = _take_greeting(text, lines)
    closing = _take_closing(text, lines)
    start, end = (lines[0].start, lines[-1].end) if lines else (len(text), len(text))
    attached = [span for name, span in (*heads, *tail) if name.startswith(("attach", "enclos"))]
    return Parts(
        body=Span(start, end),
        subject=next((span for name, span in heads if name == "subject"), None),
        greeting=greeting,
        closing=closing,
        attachments=tuple(attached),
        heads=tuple((name, span) for name, span in heads if name in ("to", "cc", "bcc", "from", "date")),
    )


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield Span(start, start + len(line.rstrip("\r\n")))
        start += len(line)


def _take_heads(text: str, lines: list[Span]) -> list[tuple[str, Span]]:
    heads = []
    while lines:
        line = lines[0]
        match = _HEAD.match(text, line.start, line.end)
        if match:
            heads.append((match[1].lower(), Span(match.end(), line.end)))
        elif text[line.start : line.end].strip():
            break
        lines.pop(0)
    return heads


def _take_attachments(text: str, lines: list[Span]) -> list[tuple[str, Span]]:
    """Attachment and enclosure lines at the end."""
    found: list[tuple[str, Span]] = []
    while lines:
        line = lines[-1]
        match = _HEAD.match(text, line.start, line.end)
        if match and match[1].lower().startswith(("attach", "enclos")):
            found.append((match[1].lower(), Span(match.end(), line.end)))
        elif text[line.start : line.end].strip():
            break
        lines.pop()
    return found[::-1]


def _take_greeting(text: str, lines: list[Span]) -> Span | None:
    if not lines or not _GREETING.match(text, lines[0].start, lines[0].end):
        return None
    return lines.pop(0)


def _take_closing(text: str, lines: list[Span]) -> Span | None:
    """From the closing words, or from short lines behind the last empty one, to the end."""
    for at in range(len(lines) - 1, max(-1, len(lines) - 1 - _MOST_SIGNATURE_LINES), -1):
        if _CLOSING.match(text, lines[at].start, lines[at].end):
            return _cut(lines, at)
    at = len(lines)
    while at and (line := text[lines[at - 1].start : lines[at - 1].end].strip()) and _is_of_signature(line):
        at -= 1
    is_paragraph = 0 < at < len(lines) and not text[lines[at - 1].start : lines[at - 1].end].strip()
    return _cut(lines, at) if is_paragraph else None


def _is_of_signature(line: str) -> bool:
    return len(line) <= 80 and not line.endswith((".", "?", "!")) and len(line.split()) <= 12


def _cut(lines: list[Span], at: int) -> Span:
    span = Span(lines[at].start, lines[-1].end)
    del lines[at:]
    return span

"""The parts of an outgoing text: head lines, address, greeting, body, closing with signature, attachments, quoted mail.

Every character but blanks and the names of head lines ("Subject:") belongs to exactly one part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from outreach.asklint.greetings import closing_in_line, greeting_end, is_closing, is_name_line, is_signature_line
from outreach.asklint.types import Span

_HEAD = re.compile(
    r"[ \t]{0,8}(subject|re|to|cc|bcc|from|date|sent|reply-to|importance|priority|attachments?|attached(?: files?)?"
    r"|enclosures?|encl?s?)\b\.?(?: ?\(\d{1,2}\))?[ \t]{0,4}:[ \t]*",
    re.IGNORECASE,
)
_ATTACHED = ("attach", "enc")
_THREAD = re.compile(r"[ \t]{0,8}(?:on\b.{4,200}\bwrote:|-{2,}[ \t]?(?:original|forwarded) message)", re.IGNORECASE)
_POSTSCRIPT = re.compile(r"[ \t]{0,8}p\.? ?(?:p\.? ?)?s\b[.:,–—-]{0,2}", re.IGNORECASE)
_MOST_SIGNATURE_LINES = 14
_MOST_ADDRESS_LINES = 20

Named = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Parts:
    """The pieces of a text with their names, in order of place; the body may come in several (postscript, quotes)."""

    pieces: tuple[Named, ...]
    length: int
    """Characters of the whole text."""

    def named(self) -> Iterator[Named]:
        """All pieces that are there, in order of place."""
        yield from self.pieces

    def all_of(self, *names: str) -> tuple[Span, ...]:
        """The pieces of these names."""
        return tuple(span for name, span in self.pieces if name in names)

    @property
    def subject(self) -> Span | None:
        """What stands behind "Subject:"; empty where nothing does."""
        return self._first("subject")

    @property
    def greeting(self) -> Span | None:
        """The words of address, with the sign behind them."""
        return self._first("greeting")

    @property
    def closing(self) -> Span | None:
        """Closing words and signature."""
        return self._first("closing")

    @property
    def body(self) -> Span:
        """From the first to the last character of the body."""
        pieces = self.all_of("body")
        return Span(pieces[0].start, pieces[-1].end) if pieces else Span(self.length, self.length)

    @property
    def attachments(self) -> tuple[Span, ...]:
        """The names of what is attached or enclosed, a line each."""
        return self.all_of("attachment")

    @property
    def heads(self) -> tuple[Named, ...]:
        """Other head lines, by name."""
        return tuple((name, span) for name, span in self.pieces if name in ("to", "cc", "bcc", "from", "date"))

    def _first(self, name: str) -> Span | None:
        return next(iter(self.all_of(name)), None)


def parts_of(text: str, names: frozenset[str] = frozenset()) -> Parts:
    """The parts of a text. What is nothing else is body: nothing is lost.

    `names` are the names of the reader in lower case: they tell a greeting from a sentence.
    """
    lines = [line for line in _lines(text) if text[line.start : line.end].strip()]
    quoted, lines = _without_quoted(text, lines)
    heads, lines = _heads(text, lines)
    tail, lines = _attachments(text, lines)
    postscript, lines = _postscript(text, lines)
    address, lines = _address(text, lines)
    greeting, rest = _greeting(text, lines, names)
    closing, rest = _closing(text, rest)
    pieces = [
        *heads,
        *tail,
        *_joined("body", postscript, text),
        *_joined("address", address, text),
        *greeting,
        *closing,
    ]
    pieces += [*_joined("body", rest, text), *_joined("quoted", quoted, text)]
    return Parts(tuple(sorted(pieces, key=lambda piece: (piece[1].start, piece[1].end))), len(text))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield Span(start, start + len(line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")))
        start += len(line)


def _joined(name: str, lines: list[Span], text: str) -> Iterator[Named]:
    """Lines with nothing but blanks between them as one piece."""
    start = end = -1
    for line in lines:
        if start >= 0 and text[end : line.start].strip():
            yield name, Span(start, end)
            start = -1
        start = line.start if start < 0 else start
        end = line.end
    if start >= 0:
        yield name, Span(start, end)


def _without_quoted(text: str, lines: list[Span]) -> tuple[list[Span], list[Span]]:
    """Lines of an earlier mail, and the writer's own."""
    for at, line in enumerate(lines):
        if _starts_thread(text, lines, at):
            own = [one for one in lines[:at] if text[one.start : one.end].lstrip()[0] != ">"]
            return sorted({*lines} - {*own}, key=lambda one: one.start), own
        del line
    own = [one for one in lines if text[one.start : one.end].lstrip()[0] != ">"]
    return [one for one in lines if text[one.start : one.end].lstrip()[0] == ">"], own


def _starts_thread(text: str, lines: list[Span], at: int) -> bool:
    line = lines[at]
    if _THREAD.match(text, line.start, line.end):
        return True
    words = text[line.start : min(line.end, line.start + 9)].lstrip().lower()
    if (
        words.startswith("on ")
        and at + 1 < len(lines)
        and text[lines[at + 1].start : lines[at + 1].end].endswith("wrote:")
    ):
        return lines[at + 1].end - line.start < 250
    return at > 2 and words.startswith("from:") and _has_heads_below(text, lines, at)


def _has_heads_below(text: str, lines: list[Span], at: int) -> bool:
    below = [_HEAD.match(text, line.start, line.end) for line in lines[at + 1 : at + 4]]
    return sum(1 for match in below if match) >= 2


def _heads(text: str, lines: list[Span]) -> tuple[list[Named], list[Span]]:
    heads: list[Named] = []
    for at, line in enumerate(lines):
        match = _HEAD.match(text, line.start, line.end)
        if not match:
            return heads, lines[at:]
        name = _head_name(match[1].lower(), heads)
        heads.append((name, Span(match.end(), line.end)))
    return heads, []


def _head_name(word: str, heads: list[Named]) -> str:
    if word.startswith(_ATTACHED):
        return "attachment"
    if word in ("subject", "re"):
        return "head" if any(name == "subject" for name, _ in heads) else "subject"
    return word if word in ("to", "cc", "bcc", "from", "date") else "head"


def _attachments(text: str, lines: list[Span]) -> tuple[list[Named], list[Span]]:
    """Lines of attachments and enclosures among the last ones; the signature may stand before or behind them."""
    found: list[Named] = []
    own: list[Span] = []
    begin = max(0, len(lines) - _MOST_SIGNATURE_LINES)
    for line in lines[begin:]:
        match = _HEAD.match(text, line.start, line.end)
        if match and match[1].lower().startswith(_ATTACHED):
            found.append(("attachment", Span(match.end(), line.end)))
        else:
            own.append(line)
    return found, lines[:begin] + own


def _postscript(text: str, lines: list[Span]) -> tuple[list[Span], list[Span]]:
    for at in range(max(1, len(lines) - 8), len(lines)):
        if _POSTSCRIPT.match(text, lines[at].start, lines[at].end):
            return lines[at:], lines[:at]
    return [], lines


def _address(text: str, lines: list[Span]) -> tuple[list[Span], list[Span]]:
    """The short lines of a printed letter above its greeting: sender, day, reader."""
    for at, line in enumerate(lines[:_MOST_ADDRESS_LINES]):
        words = text[line.start : line.end]
        if greeting_end(words, frozenset(), needs_opener=True):
            return lines[:at], lines[at:]
        if len(words) > 80 or words.rstrip().endswith(("?", "!")) or len(words.split()) > 10:
            break
    return [], lines


def _greeting(text: str, lines: list[Span], names: frozenset[str]) -> tuple[list[Named], list[Span]]:
    if not lines:
        return [], lines
    first = lines[0]
    end = greeting_end(text[first.start : min(first.end, first.start + 400)], names)
    if not end:
        return [], lines
    cut = first.start + end
    rest = [Span(cut, first.end)] if text[cut : first.end].strip() else []
    return [("greeting", Span(first.start, cut))], rest + lines[1:]


def _closing(text: str, lines: list[Span]) -> tuple[list[Named], list[Span]]:
    """From the closing words, or from the lines of a signature, to the end."""
    least = max(0, len(lines) - _MOST_SIGNATURE_LINES)
    at = len(lines)
    while at > least and not is_closing(text[lines[at - 1].start : lines[at - 1].end]):
        if not is_signature_line(text[lines[at - 1].start : lines[at - 1].end]):
            return _signature_only(text, lines)
        at -= 1
    if at == least:
        return _signature_only(text, lines)
    at -= 1
    while at > least and is_closing(text[lines[at - 1].start : lines[at - 1].end]):
        at -= 1
    if at == 0:
        return [], lines
    return [("closing", Span(lines[at].start, lines[-1].end))], lines[:at]


def _signature_only(text: str, lines: list[Span]) -> tuple[list[Named], list[Span]]:
    """Lines that begin with a name, behind a blank line or a full stop; else a name at the end of the last line."""
    least = max(0, len(lines) - _MOST_SIGNATURE_LINES)
    for at in range(len(lines) - 1, least, -1):
        words = text[lines[at].start : lines[at].end]
        if not is_signature_line(words):
            break
        before = text[lines[at - 1].start : lines[at].start]
        ends_there = before.rstrip().endswith((".", "?", "!", ")", '"', "”", ":", ";"))
        if is_name_line(words) and (ends_there or before.count("\n") > 1 or before.count("\r") > 1):
            return _up_to_name(text, lines, at)
    return _in_last_line(text, lines)


def _up_to_name(text: str, lines: list[Span], at: int) -> tuple[list[Named], list[Span]]:
    """The highest of the lines of one signature, all in one paragraph."""
    while at > 1 and is_name_line(text[lines[at - 1].start : lines[at - 1].end]):
        at -= 1
    return [("closing", Span(lines[at].start, lines[-1].end))], lines[:at]


def _in_last_line(text: str, lines: list[Span]) -> tuple[list[Named], list[Span]]:
    if not lines:
        return [], lines
    last = lines[-1]
    begin = max(last.start, last.end - 120)
    cut = closing_in_line(text[begin : last.end])
    if cut is None or begin + cut <= last.start:
        return [], lines
    return [("closing", Span(begin + cut, last.end))], [*lines[:-1], Span(last.start, begin + cut)]

"""The messages below an answer, as far as their heads tell them apart: who wrote what, and what was forwarded."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from outreach.articles.mail_in.answer import EarlierMessage
from outreach.articles.mail_in.headers import name_and_address
from outreach.articles.mail_in.quoting import BLANK, QUOTED, Split, head_length, split

_MOST = 8
_FORWARD_SUBJECT = re.compile(r"\s{0,3}(?:fwd?|wg|tr|rv|enc|i|vs|fs|doorst)\s{0,2}:", re.IGNORECASE)
_WROTE = re.compile(
    r"(?:,|\d{4}|\d{1,2}:\d\d(?:\s?[AaPp]\.?[Mm]\.?)?|>|schrieb|schreef|skrev|Uhr|um)\s{1,3}"
    r"(?P<name>[^,<>:\d]{2,80}?)\s{0,3}(?:<|\[|\(|wrote|writes|escribi|a\s{1,2}écrit|escreveu|ha\s{1,2}scritto|:|$)"
)


def chain(parts: Split, subject: str) -> tuple[EarlierMessage, ...]:
    """The messages below, newest first, at most eight. The first is forwarded when its head or `subject` says so."""
    found: list[EarlierMessage] = []
    current, is_forward = parts, _FORWARD_SUBJECT.match(subject) is not None
    for _ in range(_MOST):
        below = current.below
        if below is None:
            break
        inner_text = _inner(current, below.line)
        name, address = _author(below.values)
        current = split(inner_text, name)
        found.append(
            EarlierMessage(
                name, address, below.values.get("date", "")[:100], below.values.get("subject", "")[:300],
                current.text, below.forwarded or (is_forward and not found),
            )
        )  # fmt: skip
    return tuple(found)


def _inner(parts: Split, line: int) -> str:
    """The message whose head begins at `line`, without the head and without one level of quote marks."""
    lines = parts.lines[line:]
    marks = parts.marks[line:]
    start = _after_head(lines, marks)
    inner = lines[start:]
    if all(mark in (QUOTED, BLANK) for mark in marks[start:]) or QUOTED in marks[start : start + 3]:
        end = next((at for at in range(start, len(marks)) if marks[at] not in (QUOTED, BLANK)), len(marks))
        inner = tuple(_one_level_less(each) for each in lines[start:end])
    return "\n".join(inner).strip("\n")


def _after_head(lines: Sequence[str], marks: str) -> int:
    """The line after the head: known by its marks when quoted lines follow it, else by reading it again."""
    heads = len(marks) - len(marks.lstrip("b"))
    if heads:
        return heads
    return max(head_length(lines, 0), 1)


def _one_level_less(line: str) -> str:
    bare = line.lstrip(" \t")
    return bare[1:].removeprefix(" ") if bare.startswith(">") else line


def _author(values: Mapping[str, str]) -> tuple[str, str]:
    if "from" in values:
        return name_and_address(values["from"])
    line = values.get("attribution", "")
    _, address = name_and_address(line)
    found = _WROTE.search(line)
    name = found["name"].strip(" \"'") if found else ""
    return (name if not name.casefold().startswith(("you", "sie", "at ")) else ""), address

"""Lines of round-ups that put a house beside or over somebody with a post: "Oak Hospital - Jane Roe, CEO"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from research.pages.card_entries import layout_of
from research.pages.card_lines import Entry, Named, is_department_line, read_name
from research.pages.lexicon import LEADING
from research.pages.title_lines import read_title_line
from research.pages.titles import PostSpan
from research.pages.whole_names import whole_organization

_DASH = re.compile(r"\s(?:-|–|—)\s")
_HOUSE_AHEAD = re.compile(r"\A[A-Z][^:,]{3,80}+:\s(?=[A-Z])")
"""How an entry of a column begins: "Oak Hospital: Jane Roe, chief nurse"."""
_FROM_TO = re.compile(r"from\s[^;]{3,90}?\sto\s(?=\w)")
"""What stands before the new post of somebody who was promoted: "from manager of imaging to director"."""
_TOLD_BEHIND = re.compile(r"\.\s(?=(?:He|She|They|Previously|Formerly|Most recently)\b)")
_HOUSE_THEN_TITLE = re.compile(r"\A(?P<house>[^:]{3,80}?)(?:\s\([^()]{2,40}\))?:\s(?P<title>.{2,90})")
"""What stands behind a name and a dash: "Oak Hospital (Oaktown, Ohio): chief nurse"."""
LIKE = 2
"""Blocks of a house over its person that make it the way of a page."""
DUTIES = 3
"""Lines with a name and a leading post that make a duty alone one of them."""
MAX_DUTY = 90
"""Characters of a line with a duty."""
MAX_LINE = 220
"""Characters of such a line."""


def take_housed_pairs(entries: list[Entry]) -> None:
    """Gives the lines of such round-ups, changed in place, their name, post and house."""
    for at, entry in enumerate(entries):
        text = entry.line.text
        if len(text) <= MAX_LINE and ("," in text or ": " in text):
            read = (_house_behind(text) or _house_before(text)) if _DASH.search(text) else None
            read = read or (_house_ahead(text) if ": " in text else None)
            if read is not None:
                name, (posts, status), house = read
                entries[at] = Entry(entry.number, entry.line, "pair", name, posts, status, house)
    _take_houses_above(entries)
    _take_duties(entries)


def _take_duties(entries: list[Entry]) -> None:
    """Among lines of names with leading posts a duty alone is one too: "Jane Roe – Human Resources"."""
    posts = Counter(
        layout_of(e.line) for e in entries if e.kind == "pair" and any(post.kind in LEADING for post in e.posts)
    )
    for at, entry in enumerate(entries):
        text = entry.line.text
        if entry.kind in {"pair", "title", "text"} or posts[layout_of(entry.line)] < DUTIES or len(text) > MAX_DUTY:
            continue
        read = _duty_of(text)
        if read is not None:
            name, duty = read
            entries[at] = Entry(entry.number, entry.line, "pair", name, (PostSpan(duty, "", "manager", "department"),))


def _duty_of(text: str) -> tuple[Named, str] | None:
    """The name and the duty of a line that holds nothing else, in either order; None where a clinician is named."""
    name = read_name(text)
    if name is not None and name.mark and is_department_line(name.rest):
        return None if name.credentials or name.prefix else (name, name.rest)
    duty, colon, behind = text.partition(": ")
    name = read_name(behind) if colon and is_department_line(duty) else None
    return (name, duty) if name is not None and not (name.rest or name.credentials or name.prefix) else None


def _house_behind(text: str) -> tuple[Named, tuple[tuple[PostSpan, ...], str], str] | None:
    """ "Jane Roe — Oak Hospital (Oaktown, Ohio): chief nurse"."""
    name = read_name(text) if ": " in text else None
    told = _HOUSE_THEN_TITLE.fullmatch(name.rest) if name is not None and name.mark in {"-", "–", "—"} else None
    if name is None or told is None or not _is_house(told["house"]):
        return None
    read = _leading(told["title"])
    return (name, read, told["house"]) if read is not None else None


def _house_before(text: str) -> tuple[Named, tuple[tuple[PostSpan, ...], str], str] | None:
    """ "Oak Hospital - Jane Roe, CEO"."""
    dash = _DASH.search(text)
    name = read_name(text[dash.end() :]) if dash is not None else None
    if dash is None or name is None or name.words < LIKE or name.mark != "," or not _is_house(text[: dash.start()]):
        return None
    read = _leading(name.rest)
    return (name, read, text[: dash.start()]) if read is not None else None


def _house_ahead(text: str) -> tuple[Named, tuple[tuple[PostSpan, ...], str], str] | None:
    """ "Oak Hospital: Jane Roe, M.D., chief nurse." and "Oak Hospital: Jane Roe, from manager to director."."""
    ahead = _HOUSE_AHEAD.match(text)
    told = _TOLD_BEHIND.split(text[ahead.end() :], maxsplit=1)[0].rstrip(".") if ahead is not None else ""
    name = read_name(told) if told else None
    if ahead is None or name is None or name.words < LIKE or name.mark != ",":
        return None
    house = text[: ahead.end()].rstrip(": ")
    if not _is_house(house):
        return None
    read = _leading(_FROM_TO.sub("", name.rest, count=1))
    return (name, read, house) if read is not None else None


def _leading(title: str) -> tuple[tuple[PostSpan, ...], str] | None:
    """The posts of a title that names no house of its own."""
    read = read_title_line(title)
    if read is None or read[0][0].kind not in LEADING or any(post.organization for post in read[0]):
        return None
    return read


def _is_house(words: str) -> bool:
    span = whole_organization(words)
    return span is not None and span.noun and span.proper


def _take_houses_above(entries: list[Entry]) -> None:
    """A house alone over a person with a post, in blocks of their own, is where that person is."""
    found = [
        at
        for at in range(1, len(entries))
        if entries[at].kind == "pair"
        and not entries[at].organization
        and not any(post.organization for post in entries[at].posts)
        and entries[at - 1].kind == "organization"
        and entries[at - 1].line.container == entries[at].line.container
        and (at < LIKE or entries[at - 2].line.container != entries[at].line.container)
    ]
    if len({entries[at - 1].line.text for at in found}) < LIKE:
        return
    for at in found:
        entries[at] = replace(entries[at], organization=entries[at - 1].line.text)

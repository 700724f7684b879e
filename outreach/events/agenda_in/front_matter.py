"""The front matter of a Markdown page (YAML between two lines of dashes) as lines of a program."""

from __future__ import annotations

import re

_FRONT = re.compile(r"\A\ufeff?---[ \t]{0,5}\n(.{0,60000}?)\n---[ \t]{0,5}(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"\A(?P<key>[\w@ -]{1,40}):(?:\s{1,3}(?P<value>.{1,4000}))?$")
_DAY_KEY = re.compile(r"(?:day|date|weekday)", re.IGNORECASE)
_TITLE_KEY = re.compile(r"(?:title|name|conference|event)$", re.IGNORECASE)
_SETTINGS = frozenset(
    """id permalink layout image css class slug template sidenav parent order weight draft lang locale nav menu redirect
    redirect_from tags categories description author authors icon logo banner color url link published sitemap toc
    excerpt header""".split()
)


def split_front(text: str) -> tuple[str, str]:
    """What stands in the front matter, and the text behind it; ("", text) where there is none."""
    match = _FRONT.match(text)
    return (match.group(1), text[match.end() :]) if match is not None else ("", text)


def front_title(front: str) -> str:
    """The page's title, as its front matter says it."""
    match = re.search(r"^title:[ \t]{1,5}(.{1,300})$", front, re.MULTILINE)
    return _bare(match.group(1)) if match is not None else ""


def front_lines(front: str) -> str:
    """The program that stands in a front matter, as text: days as headings, the entries of lists as items.

    Settings of the page are left out; keys that follow each other and tell the day become one heading.
    """
    found: list[str] = []
    day: list[str] = []
    for raw in front.split("\n")[:5_000]:
        line = raw.strip()
        item = line.startswith("- ")
        words = line[2:].strip() if item else line
        pair = _PAIR.match(words) if not words.startswith(("'", '"')) else None
        key = pair["key"].strip().lower() if pair is not None and "<" not in pair["key"] else ""
        if pair is not None and key and " " not in key:
            value = _bare(pair["value"] or "")
            if _DAY_KEY.search(key) and value:
                day.append(value)
                continue
            if not raw.startswith((" ", "-")) and (key in _SETTINGS or _TITLE_KEY.fullmatch(key)):
                continue
            day = _told(day, found)
            found.extend([value, ""] if value else [])
            continue
        day = _told(day, found)
        if item and words:
            found.extend(["", f"- {_bare(words)}"])
        elif words:
            found.append(_bare(words))
    _told(day, found)
    return "\n".join(found)


def _told(day: list[str], found: list[str]) -> list[str]:
    if day:
        found.extend(["", "## " + " ".join(day), ""])
    return []


def _bare(words: str) -> str:
    words = words.strip()
    if len(words) > 1 and words[0] == words[-1] and words[0] in "'\"":
        words = words[1:-1].replace("''", "'")
    return words

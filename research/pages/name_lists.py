"""Names side by side on one line under a board's heading: "Board members: Jane Roe, Bob Doe and Ana Lim"."""

from __future__ import annotations

import re

from research.names import is_credential
from research.pages.group_headings import heading_of_group, post_heading
from research.pages.late_regex import late_regex
from research.pages.person_names import is_name_line
from research.pages.titles import PostSpan

BOARD_SEAT = PostSpan("Board Member", "", "board", "member")
"""What everybody of a board's list holds."""
NAMES = 3
"""Names that make a list; two may be a firm's."""
MAX_LIST = 1_500
"""Characters of a line that may be a list."""
_PARTED = late_regex(r"\s{0,3}[,;]\s{1,3}(?:and\s{1,3})?|\s{1,3}(?:and|&)\s{1,3}")

_SENTENCE_END = late_regex(r"(?<=\w\w)(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!Mrs)(?<!\bJr)(?<!\bSr)\.(?:\s|$)")
_NO_SEATS = late_regex(
    r"\b(?:past|former|previous|retired|emerit\w{1,4}|advisory|nominat\w{1,4}|nominees?"
    r"|candidates?|finalists?|applicants?|outgoing|departing|leaving|retiring|thanks?)\b",
    re.IGNORECASE,
)
"""Words of a heading over people who sit on the board no longer, or on none that rules."""


_BOARD = late_regex(r"\b(?:board|trustees|governors)\b", re.IGNORECASE)
_SITS = late_regex(
    r"\b(?:consists? of|comprises?|made up of|composed of|includes?|members|are|trustees|governors|serve on)\b",
    re.IGNORECASE,
)
_SEATED = late_regex(r"\b(?:members|people|appointees|directors|trustees|governors)\b", re.IGNORECASE)
_TAKES_SEAT = late_regex(r"\b(?:serve|sit|join|appointed|elected)\b", re.IGNORECASE)
_JOINS = late_regex(r"\bjoin(?:s|ing|ed)?\s(?:[\w’'-]{1,20}\s){0,5}board\b", re.IGNORECASE)
"""What stands before those who sit on a board already: "They join the seven-member board:"."""
_ARE = late_regex(
    r"\b(?:[Bb]oard members|[Mm]embers of the board|[Tt]rustees|[Bb]oard appointees|[Jj]oining the board"
    r"|(?:[Aa]ppointed|[Ee]lected|[Nn]amed) to the board)"
    r"(?:\sof\s(?:directors|trustees|governors))?\s(?:are|include|will be)\s(?=[A-Z])"
)
_THEY_ARE = late_regex(r"(?:They|These|The\s(?:new\s)?(?:members|trustees|directors|appointees))\s(?:are|include):")
_NEW_SEATS = late_regex(
    r"\b(?:trustees|board\smembers|members\s(?:of|to)\s(?:the|its)\s(?:\w{2,20}\s){0,4}board|directors)\b[^.;:]{0,60}"
    r"\b(?:appointed|elected|named|chosen|added|joined)\b",
    re.IGNORECASE,
)
"""What "They are:" speaks of: "Five trustees were recently appointed."."""
_PRESENT = late_regex(
    r"(?:(?:Board|BOARD|Committee)\s)?(?:Members|MEMBERS|Directors|DIRECTORS|Trustees|TRUSTEES|Commissioners|COMMISSIONERS)\s"
    r"(?:[Pp]resent|PRESENT|[Aa]ttending|[Ii]n [Aa]ttendance|IN ATTENDANCE|[Aa]bsent|ABSENT|[Ee]xcused|EXCUSED)"
)
"""What minutes put before the members of the board that met."""
_MEMBERS = late_regex(
    r"(?:(?:other|at-large|voting|board|current)\s)?(?:members|directors|trustees)(?:\sat[\s-]large)?", re.IGNORECASE
)
"""What stands before the names of those who sit on the body of the heading above and have no office."""
INTRODUCTION = 400
"""Characters of a sentence that introduces a list."""


def introduces_board(text: str, above: str = "") -> bool:
    """Whether a sentence introduces the list of who sits on a board: "The new board consists of:".

    `above` is the line before it, of which "They are:" speaks.
    """
    if not text.rstrip().endswith(":") or len(text) > INTRODUCTION or _NO_SEATS.search(text):
        return False
    if _THEY_ARE.fullmatch(text.strip()):
        return len(above) <= INTRODUCTION and not _NO_SEATS.search(above) and _NEW_SEATS.search(above) is not None
    sentence = text.rpartition(". ")[2].rstrip().removesuffix(":").rpartition(":")[2]
    return (
        _JOINS.search(sentence) is not None
        or _in_order(sentence, _BOARD, _SITS)
        or _in_order(sentence, _SEATED, _TAKES_SEAT, _BOARD)
    )


def _in_order(text: str, *patterns: re.Pattern[str]) -> bool:
    """Whether the patterns hold one behind the other."""
    at = 0
    for pattern in patterns:
        found = pattern.search(text, at)
        if found is None:
            return False
        at = found.end()
    return True


def board_sentence(text: str) -> tuple[PostSpan, tuple[str, ...]] | None:
    """The seat and the names of a sentence such as "The new board members are Jane Roe, Bob Doe and Ana Lim."."""
    told = _ARE.search(text[:MAX_LIST]) if "oard" in text or "rustees" in text else None
    if told is None or _NO_SEATS.search(text[: told.end()]):
        return None
    names = names_listed(_SENTENCE_END.split(text[told.end() : MAX_LIST], maxsplit=1)[0])
    return (BOARD_SEAT, names) if names else None


def names_listed(text: str) -> tuple[str, ...]:
    """The names of a line that holds names and their credentials alone; empty for any other line."""
    if len(text) > MAX_LIST:
        return ()
    parts = [part for part in _PARTED.split(text.strip().rstrip(".")) if not is_credential(part)]
    if len(parts) < NAMES or not all(1 < len(part.split()) <= 5 and is_name_line(part) for part in parts):
        return ()
    return tuple(parts)


def members_listed(text: str) -> tuple[str, ...]:
    """The names of a line "Members: Jane Roe, Bob Doe, Ana Lim"; of which body they are, the heading above tells."""
    heading, colon, behind = text.partition(" – " if " – " in text else ":")
    return names_listed(behind) if colon and _MEMBERS.fullmatch(heading.strip()) else ()


def board_list(text: str, above: str) -> tuple[PostSpan, tuple[str, ...]] | None:
    """The seat and the names of a list under a board's heading, on the line itself or `above` it."""
    heading, colon, behind = text.partition(":")
    if not colon:
        heading, behind = above, text
    if _PRESENT.fullmatch(heading.strip()):
        names = names_listed(behind)
        return (BOARD_SEAT, names) if names else None
    if "board" not in heading.lower() or not heading_of_group(heading) or _NO_SEATS.search(heading):
        return None
    post, names = post_heading(heading), names_listed(behind)
    if post is None or post.kind != "board" or not names:
        return None
    organization = "" if post.organization == post.title else post.organization
    return PostSpan("Board Member", organization, "board", "member"), names

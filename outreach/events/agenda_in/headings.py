"""What stands beside a time: a session's title with its kind, its room and, often, who speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from outreach.events.agenda_in.model import ReadSpeaker
from outreach.events.agenda_in.names import is_house, read_person
from outreach.events.agenda_in.speakers import speakers_in, without_contacts
from outreach.events.agenda_in.words import BY, KIND, begins_as_break, is_break, is_part, is_room, part_of

_PIPE = re.compile(r"\s{0,3}(?:\||\t|\s[•·]\s|\s{4,9})\s{0,3}")
_DASH = re.compile(r"\s[-–—]{1,2}\s|\s?—\s?|[-–]\s(?=(?:Dr|Prof)\b)")
_COLON = re.compile(r":\s")
_WITH = re.compile(r",?\s(?:with|by|featuring|feat\.?|w/)\s(?=[A-Z])")
_TAIL = re.compile(r"[,\s]{0,2}[\(\[]([^()\[\]]{2,200})[\)\]]$")
_ENDS = " \t-–—|:,;*•·"
_QUOTED = re.compile(r"[“\"]([^“”\"]{3,300})[”\"]$")


@dataclass(frozen=True, slots=True)
class Heading:
    """title: "" where the words name speakers only."""

    title: str
    kind: str = ""
    room: str = ""
    speakers: tuple[ReadSpeaker, ...] = ()


def evident(words: str, part: str = "") -> tuple[ReadSpeaker, ...]:
    """The speakers whom the words name and nothing else, where more than a bare name says so: credentials, an
    honorific, a title, an organization, or a label; () for others."""
    found, unsure = speakers_in(words, part)
    if not found or unsure:
        return ()
    first = found[0]
    known = bool(first.credentials or first.title or first.part) or is_house(first.organization)
    honored = (
        re.match(
            r"\W{0,3}(?:Dr|Prof|Professor|Mr|Ms|Mrs|Hon|Rev|Sen|Rep|Col|Gen|Lt|Maj|Capt|Sir|Dame|Sister|Rabbi)\b", words
        )
        is not None
    )
    if not known and not honored:
        return ()
    by_house = not (honored or first.credentials or first.title or first.part)
    if by_house and re.match(r"(?:\W?[\w.’'“”\"-]{1,30}\s){2,5}(?:of|from|at)\s", words):
        return ()  # "Safe Deployment of Imaging at Elm Hospital"
    return found


def people(words: str) -> tuple[ReadSpeaker, ...]:
    """The speakers whom the words name and nothing else, bare names too: for places where people are expected."""
    found, unsure = speakers_in(words)
    return found if found and not unsure else ()


def read_heading(words: str) -> Heading:
    """The parts of what stands beside a time, or of a calendar entry's summary."""
    text = " ".join(without_contacts(words[:1_000]).split(" ")).strip(_ENDS)
    title, room, speakers = _pipes(text)
    kind = ""
    if not is_break(title):
        title, by = _by(title)
        title, at = _room_bracket(title)
        room = room or at
        title, tail = _tail(title)
        title, bracket = _bracket(title) if not tail and not by else (title, ())
        kind, title, named = _kind(title, named=bool(tail or bracket or by))
        speakers = (*speakers, *named, *tail, *bracket, *by)
    quoted = _QUOTED.fullmatch(title)
    return Heading((quoted.group(1) if quoted else title).strip(_ENDS)[:500], kind[:100], room[:200], speakers)


def _pipes(text: str) -> tuple[str, str, tuple[ReadSpeaker, ...]]:
    pieces = [" ".join(piece.split()) for piece in _PIPE.split(text) if piece.strip(_ENDS)]
    titles: list[str] = []
    room = ""
    speakers: tuple[ReadSpeaker, ...] = ()
    for number, piece in enumerate(pieces):
        if number and is_room(piece):
            room = room or piece
        elif found := (evident(piece) or (people(piece) if number else ())):
            speakers = (*speakers, *found)
        else:
            titles.append(piece)
    return " | ".join(titles), room, speakers


def _by(title: str) -> tuple[str, tuple[ReadSpeaker, ...]]:
    """ "Title, moderated by Ann Roe"."""
    match = BY.search(title)
    if match is None:
        return title, ()
    tail = title[match.start() :]
    found = people(tail if tail.count("(") == tail.count(")") else tail.rstrip(")"))
    return (title[: match.start()].strip(_ENDS + "("), found) if found else (title, ())


def _room_bracket(title: str) -> tuple[str, str]:
    """ "Title (Grand Ballroom)"."""
    match = _TAIL.search(title)
    if match is not None and title[: match.start()].strip(_ENDS) and is_room(match.group(1)):
        return title[: match.start()].strip(), match.group(1).strip()
    return title, ""


def _bracket(title: str) -> tuple[str, tuple[ReadSpeaker, ...]]:
    """ "Title (Ann Roe, Elm Health)"."""
    match = _TAIL.search(title)
    if match is None or not title[: match.start()].strip(_ENDS):
        return title, ()
    inner, head = match.group(1).strip(), title[: match.start()].strip()
    found = people(inner) if read_person(inner.split(",")[0]) and read_person(head) is None else ()
    return (head, found) if found else (title, ())


def _tail(title: str) -> tuple[str, tuple[ReadSpeaker, ...]]:
    """ "Title — Ann Roe, CEO, Elm Health", "Title with Ann Roe", "Welcome, Ann Roe, CEO"."""
    for pattern in (_DASH, _WITH):
        for match in list(pattern.finditer(title))[:6]:
            head, behind = title[: match.start()].strip(_ENDS), title[match.end() :].strip(_ENDS)
            if pattern is _WITH and begins_as_break(title) and not evident(behind):
                continue
            if head and _is_no_person(head) and (found := people(behind)):
                return head, found
            if pattern is _DASH and len(behind.split()) > 2 and not evident(title) and (found := people(head)):
                return behind, found
    for number, match in enumerate(re.finditer(r",\s", title)):
        if number > 5:
            break
        head, behind = title[: match.start()], title[match.end() :]
        if read_person(head) is None and read_person(behind.split(",")[0]) and (found := evident(behind)):
            return head, found
    return title, ()


def _is_no_person(head: str) -> bool:
    """Whether words before a dash are no person: three and more words without a sign of one are a title's."""
    named = read_person(head.split(",")[0])
    return named is None or (not named.certain and "," not in head and len(head.split()) > 2)


def _kind(title: str, *, named: bool = False) -> tuple[str, str, tuple[ReadSpeaker, ...]]:
    """The kind before a colon or dash, what stands behind it, and who, where that is a person: "Keynote: Ann Roe".

    named: whether the speakers are known already, so that a bare name is a title's.
    """
    for match in list(_COLON.finditer(title))[:4]:
        head, behind = title[: match.start()].strip(), title[match.end() :].strip()
        if not head or not behind:
            continue
        if is_part(head) and not KIND.fullmatch(head):
            found, unsure = speakers_in(behind, part_of(head))
            if found and not unsure:
                return "", "", found
        if (found := evident(behind)) or (KIND.fullmatch(head) and not named and (found := people(behind))):
            return (head if KIND.fullmatch(head) else ""), head, found
        if KIND.fullmatch(head):
            _, title, found = _kind(behind, named=named)
            return head, title or head, found
        if len(behind.split()) > 2 and not named and (found := people(head)) and not evident(behind):
            return "", behind, found
    dash = re.match(r"(.{3,60}?)\s[-–—]\s(?=\S)", title)
    if dash is not None and KIND.fullmatch(dash.group(1)):
        return dash.group(1), title[dash.end() :], ()
    return (title if KIND.fullmatch(title) else ""), title, evident(title) if not KIND.fullmatch(title) else ()

"""Tables as programs: the columns are known by the meaning of their headers, wherever the header row stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from outreach.events.agenda_in.model import CannotRead
from outreach.events.agenda_in.refusals import ATTENDEES

Row = Sequence[str]
_MEANINGS = {
    "day": r"(?:session |event |start |conference )?(?:date|day)s?|weekday|when|dates?",
    "starts": r"(?:session |event )?(?:start|starts|begin|begins|from)(?:ing)?(?: ?time)?(?: \w{2,4})?|time start"
    r"|starttime"
    r"|start at",
    "ends": r"(?:session |event )?(?:end|ends|to|until|finish|stop)(?:ing)?(?: ?time)?(?: \w{2,4})?|time end|endtime",
    "time": r"(?:session )?times?(?: slot)?(?: \w{2,4})?|hours?|schedule|slot|date ?/? ?(?:and )?time|time ?/ ?date",
    "minutes": r"duration|length|minutes|mins?",
    "title": r"(?:session|talk|presentation|event|program|paper|lecture|agenda|activity|topic|workshop|webinar)"
    r"(?: (?:title|name|topic|item))?|title|abstract title|topics?|subject|summary|what|description of session"
    r"|agenda items?|sessions?",
    "speaker": r"(?:session |keynote |featured |invited )?(?:speaker|presenter|faculty|author|lecturer|panell?ist"
    r"|instructor"
    r"|facilitator)s?(?: ?/ ?\w{3,12})?(?: names?| and \w{3,15})?|speaker ?\d|presented by|who|speaker full name"
    r"|presenting author|persons?|people",
    "moderator": r"(?:session )?(?:moderator|chair|host|co-?moderator|emcee)s?(?: names?)?|moderated by",
    "name": r"(?:full |speaker'?s? |presenter'?s? )?names?",
    "given": r"(?:speaker )?(?:first|given)(?: name)?|firstname|fname|forename",
    "family": r"(?:speaker )?(?:last|family)(?: name)?|surname|lastname|lname",
    "credentials": r"credentials?|degrees?|suffix|designations?|post-?nominals?",
    "post": r"(?:speaker |job |position |presenter )(?:title|role|position)|jobtitle|position|job|occupation|role"
    r"|titles? ?(?:&|and|/) ?(?:affiliation|organi[sz]ation)",
    "house": r"(?:speaker |presenter )?(?:affiliations?|organi[sz]ations?|institutions?|compan(?:y|ies)|employer"
    r"|hospital"
    r"|health system|university|facility)(?: ?/ ?\w{4,15})?(?: name)?|org",
    "room": r"(?:session )?(?:room|location|venue|place|where|hall|stage)s?(?: name)?|room ?/ ?location",
    "kind": r"(?:session |event |talk )?(?:type|kind|format|category)|activity type",
    "track": r"(?:session )?tracks?|streams?|themes?",
    "panel": r"panels?|symposium|session name",
    "uid": r"uid|uuid|guid|session (?:id|code|number|no)",
    "url": r"(?:session |talk |event )(?:url|link)",
    "skip": r"abstracts?|descriptions?|bio(?:graphy|s)?|short ?bio|speaker bio|e-?mail(?: address)?"
    r"|phone(?: number)?|telephone"
    r"|photo|image|img|picture|headshot|twitter|github|linkedin|websites?|url|links?|video|slides?|pronouns"
    r"|notes?|id|order"
    r"|keywords?|icon|number|no|#|tags?|ce|ceus?|credits?|capacity|level|objectives|language|info|mobile|cell",
}
_PATTERNS = {meaning: re.compile(words, re.IGNORECASE) for meaning, words in _MEANINGS.items()}
_OF_SESSIONS = (
    "day", "starts", "ends", "time", "minutes", "speaker", "moderator", "post", "room", "kind", "track", "panel", "uid",
)  # fmt: skip
_SESSION_SIGNS = frozenset({"title", "starts", "time", "panel", "track", "room"})
_ATTENDANCE = re.compile(
    r"\b(?:attendees?|registrants?|registrations?|registered|tickets?|badges?|rsvp|check(?:ed)?[- ]?in|dietary"
    r"|meal|paid"
    r"|order (?:id|number|no|date)|guests?|confirmation|delegates?|participants?|member (?:id|number|type)|payment)\b",
    re.IGNORECASE,
)
_ATTENDEES = re.compile(r"\b(?:attendee|registrant)s?\b", re.IGNORECASE)
_GUESTS = re.compile(r"attendee|registr|guest", re.IGNORECASE)
_SPEAKERS = re.compile(r"speaker|faculty|presenter|program", re.IGNORECASE)
_CONTACT = re.compile(r"\b(?:e-?mail|phone|telephone|mobile|cell)\b", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|_|(?<=[A-Za-z])\.(?=[A-Za-z])")
MOST_HEADER_ROWS = 40
MOST_CELLS = 60
LONGEST_CELL = 4_000


@dataclass(slots=True)
class Columns:
    """Meaning -> the numbers of the columns that have it; `tracks`: columns of a grid with what they are called."""

    of: dict[str, list[int]] = field(default_factory=dict)
    heads: list[str] = field(default_factory=list)

    def has(self, *meanings: str) -> bool:
        """Whether a column of one of these meanings is there."""
        return any(meaning in self.of for meaning in meanings)


def header_words(cell: str) -> str:
    """A header as its words: "TalkTitle", "*Time Start", "talk_title (required)" -> "talk title"."""
    words = _CAMEL.sub(" ", cell[:80])
    words = re.sub(r"\([^()]{0,60}\)|[*:#?!]", " ", words)
    return " ".join(words.split())


def read_header(row: Row) -> Columns:
    """The columns of a row, as far as its cells are headers."""
    columns = Columns(heads=[header_words(cell) for cell in row[:MOST_CELLS]])
    for number, words in enumerate(columns.heads):
        if not words:
            continue
        meaning = _meaning(words)
        if not meaning and re.match(r"(?:session|sub-?session)\s?(?:or\s|\()", words, re.IGNORECASE):
            meaning = "skip"
        if meaning:
            columns.of.setdefault(meaning, []).append(number)
    if _lists_people(columns):
        columns.of["post"] = columns.of.pop("title")
    return columns


def _lists_people(columns: Columns) -> bool:
    """Whether "Title" is what people are: in "Name, Title, Organization", with nothing that a session has."""
    names, titles = columns.of.get("name"), columns.of.get("title", [])
    alone = len(titles) == 1 and columns.heads[titles[0]].lower() == "title" and not columns.has(*_OF_SESSIONS)
    return alone and names is not None and names[0] < titles[0] and columns.has("house")


@lru_cache(maxsize=2048)
def _meaning(words: str) -> str:
    return next((name for name, pattern in _PATTERNS.items() if pattern.fullmatch(words)), "")


def find_header(rows: Sequence[Row], begin: int = 0) -> tuple[int, Columns] | None:
    """The next row that is a header of a program or of its speakers, and its columns."""
    for number in range(begin, min(len(rows), begin + MOST_HEADER_ROWS)):
        filled = [cell for cell in rows[number] if cell.strip()]
        if len(filled) < 2 or any(len(cell) > 80 for cell in filled):
            continue
        columns = read_header(rows[number])
        known = sum(len(numbers) for numbers in columns.of.values())
        people_too = columns.has("speaker", "name", "given")
        if known >= 2 and (columns.has("title", "time", "starts", "panel") or people_too) and known * 2 >= len(filled):
            return number, columns
    return None


def refuse_attendees(columns: Columns, name: str) -> None:
    """Raise CannotRead where the columns are those of a list of attendees; name: of the file and what stands over it.

    A list of people with their addresses is one too, where nothing says that they are speakers.
    """
    heads = " | ".join(columns.heads)
    timed = columns.has("starts", "time")
    if _ATTENDEES.search(heads) and not timed:
        raise CannotRead(ATTENDEES)
    if timed or columns.has("panel", "speaker") or not columns.has("name", "given", "family"):
        return
    attendance = _ATTENDANCE.search(heads) is not None
    if columns.has("title") and not columns.has("given") and not attendance:
        return
    suspect = attendance or _CONTACT.search(heads) is not None or _GUESTS.search(name) is not None
    if suspect and (attendance or not _SPEAKERS.search(name)):
        raise CannotRead(ATTENDEES)

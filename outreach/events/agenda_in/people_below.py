"""The people below a session's title: behind labels, in lists, with their posts on the lines under their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from outreach.events.agenda_in.days import Calendar
from outreach.events.agenda_in.drafts import Draft, Remarks
from outreach.events.agenda_in.headings import evident, people
from outreach.events.agenda_in.model import ReadSpeaker
from outreach.events.agenda_in.names import is_house, is_title, read_person, title_and_house
from outreach.events.agenda_in.program_lines import ProgramLine
from outreach.events.agenda_in.speakers import speakers_in, without_contacts
from outreach.events.agenda_in.whens import read_when
from outreach.events.agenda_in.words import (
    is_prose,
    is_room,
    part_of,
)

_ALSO = re.compile(r"(?:with|and|featuring|by|presented by|w/)\s(?=[A-Z])")
_HOUSED = re.compile(r"\A(?P<name>[^(),;:]{4,60}?)\s{0,2}\((?P<house>[^()]{2,100})\)")
"""A name and a bracket below a title: "Ann Roe (Elm Ridge)"."""
LONGEST_POST = 140
"""Characters of a line below a name that may be a post or a house."""


class PeopleReader:
    """What a reader of a program's lines remembers, and how it reads lines that name people."""

    def __init__(
        self, calendar: Calendar, remarks: Remarks, *, title_first: bool = False, timeless: bool = False
    ) -> None:
        self.calendar = calendar
        self.remarks = remarks
        self.title_first = title_first
        self.timeless = timeless
        self.sessions: list[Draft] = []
        self.loose: list[ReadSpeaker] = []
        self._day: date | None = None
        self._now: Draft | None = None
        self._untimed: Draft | None = None
        self._pending: list[ProgramLine] = []
        self._listing: str | None = None
        self._last: str = ""
        self._skipping = False
        self._under_day = False

    @property
    def _current(self) -> Draft | None:
        return self._now or self._untimed

    def _people_label(self, label: re.Match[str], text: str) -> bool:
        rest, part = text[label.end() :], part_of(label["label"])
        if not rest.strip():
            self._listing, self._last, self._skipping = part, "label", False
            return True
        found, unsure = speakers_in(rest, part, told=":" in label.group())
        if not found and ":" not in label.group():
            return False
        self._add(found, text)
        self._listing = (
            part if label["label"].lower().rstrip("(s)").endswith("s") or label["label"][-1:] == "s" else None
        )
        if not found and unsure:
            self.remarks.unsure(text)
        return True

    def _listed(self, text: str, line: ProgramLine) -> bool:
        """A line below "Speakers:"."""
        if self._listing is None:
            return False
        if line.level and self._last != "label":
            self._listing = None
            return False
        if line.gap and self._last == "speaker" and not evident(text) and read_person(text) is None:
            self._listing = None
            return False
        if is_prose(text):
            return True
        found, unsure = speakers_in(text, self._listing)
        if found and not unsure:
            self._add(found, text)
            return True
        if self._attach(text, line):
            return True
        self._listing = None
        return False

    def _add(self, found: Sequence[ReadSpeaker], text: str) -> None:
        if not found:
            return
        current = self._current
        if current is None:
            self.loose.extend(found)
        else:
            current.add(found)
            current.quote(text)
        self._last = "speaker"

    def _attach(self, text: str, line: ProgramLine) -> bool:
        """A title or house below the speaker whom it is of."""
        people_now = self._current.speakers if self._current is not None else self.loose
        if self._last not in ("speaker", "post") or not people_now or is_prose(text) or line.gap or line.level:
            return False
        if len(text) > LONGEST_POST:
            return False
        last = people_now[-1]
        words = without_contacts(text).strip(" ,;*_|")
        if not words or read_person(words) is not None:
            return False
        if not last.title and is_title(words):
            title, house = title_and_house(words)
            people_now[-1] = replace(last, title=title[:300], organization=last.organization or house[:300])
        elif not last.organization and (is_house(words) or (self._last == "post" and len(words.split()) <= 8)):
            people_now[-1] = replace(last, organization=words[:300])
        else:
            return False
        if self._current is not None:
            self._current.quote(text)
        self._last = "post"
        return True

    def _bare_person(self, text: str, following: ProgramLine | None) -> bool:
        """Whether a bare name is a speaker's: a title or house stands below it, or beside it in the list."""
        if read_person(text) is None:
            return False
        if self._last == "speaker" and self._current is not None:
            return True
        if following is None or following.level or following.gap:
            return False
        below = without_contacts(following.text).strip()
        return read_when(below, self.calendar) is None and (is_title(below) or is_house(below)) and not is_prose(below)

    def _people_of(self, text: str) -> tuple[ReadSpeaker, ...]:
        """The speakers of a line, where more than a bare name says so."""
        with_word = _ALSO.match(text)
        text = text[with_word.end() :] if with_word else text
        if is_prose(text) and (read_person(text.split(",")[0]) is None or len(text) < 120):
            return ()
        if found := evident(text[1:-1] if text[:1] == "(" and text[-1:] == ")" else text):
            return found
        housed = _HOUSED.fullmatch(text) if self._last in ("title", "speaker") else None
        if housed is not None and read_person(housed["name"]) is not None and not is_room(housed["house"]):
            return people(text)
        several = people(text) if self._last in ("title", "speaker") and len(text) < 120 else ()
        return several if len(several) > 1 and all(" " in one.name for one in several) else ()

"""Sessions and speakers of a program that is lines: day headings, times, titles, and the people below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from outreach.events.agenda_in.days import Calendar
from outreach.events.agenda_in.drafts import Draft, Remarks
from outreach.events.agenda_in.headings import Heading, evident, people, read_heading
from outreach.events.agenda_in.model import ReadSpeaker
from outreach.events.agenda_in.names import is_house, is_title, read_person, title_and_house
from outreach.events.agenda_in.program_lines import ProgramLine
from outreach.events.agenda_in.speakers import speakers_in, without_contacts
from outreach.events.agenda_in.whens import When, read_when
from outreach.events.agenda_in.words import (
    KIND,
    LABEL,
    OTHER_LABEL,
    begins_as_break,
    is_break,
    is_prose,
    is_room,
    part_of,
)

_LETTERED = re.compile(
    r"(?:(?:concurrent|breakout|track|session|workshop|option)\s(?:session\s)?#?(?:[A-H]\d{0,2}|\d{1,2}[A-H]?|[IVX]{1,4})"
    r"|[A-H]\d{0,2}|\d{1,2}[A-H])\s{0,2}(?:[:.)|]|\s[-–—])\s{1,3}(?=\S{2})",
    re.IGNORECASE,
)
"""How one of several sessions at the same time begins: "Breakout B: …", "A. …"."""
_GOES_ON = re.compile(r"(?:[:,&–—-]|\b(?:and|of|the|in|for|to|with|a|an|at|on|from|by|your|or))$", re.IGNORECASE)
_ROOM_LABELS = frozenset({"room", "location", "venue", "where", "place"})
_TITLE_LABELS = frozenset({"title", "topic", "session", "keynote title"})
_GENERIC_DAY = re.compile(
    r"\W*(?:(?:pre-?|post-?|main|general|opening|closing|full|half|conference|congress|workshops?|program(?:me)?|agenda"
    r"|schedule|day|sessions?|at a glance|cont(?:inued|\.|’d|'d)?|\d{4}|virtual|in[- ]person|only|one|two|three|\d)\W*)*",
    re.IGNORECASE,
)
_QUIET = frozenset(
    {
        "bio",
        "biography",
        "about",
        "abstract",
        "description",
        "overview",
        "summary",
        "objectives",
        "learning objectives",
        "objective",
        "register",
        "registration",
        "cost",
        "fee",
        "price",
        "sponsor",
        "sponsors",
        "sponsored by",
        "contact",
        "phone",
        "tel",
        "email",
        "e-mail",
        "parking",
        "attire",
    }
)
LONGEST_LINE = 600


class ProgramReader:
    """Reads the lines of one program. `title_first`: titles stand over their times, not behind or below them."""

    def __init__(self, calendar: Calendar, remarks: Remarks, *, title_first: bool = False) -> None:
        self.calendar = calendar
        self.remarks = remarks
        self.title_first = title_first
        self.sessions: list[Draft] = []
        self.loose: list[ReadSpeaker] = []
        self._day: date | None = None
        self._now: Draft | None = None
        self._untimed: Draft | None = None
        self._pending: list[ProgramLine] = []
        self._listing: str | None = None
        self._last: str = ""
        self._skipping = False

    def read(self, lines: Sequence[ProgramLine]) -> None:
        """Read all lines; what was found stands in `sessions` and `loose`."""
        for number, line in enumerate(lines):
            following = lines[number + 1] if number + 1 < len(lines) else None
            self._line(line, following)
        self._close()

    def _line(self, line: ProgramLine, following: ProgramLine | None) -> None:
        text = line.text[:LONGEST_LINE].strip()
        if line.gap or line.level:
            self._skipping = False
        when = read_when(text, self.calendar)
        if when is not None and self._when(when, line):
            return
        if self._now is not None and self._last in ("time", "title") and not line.level and self._sub_session(text):
            return
        if self._labeled(text, line) or self._listed(text, line):
            return
        if self._now is not None and is_room(text) and self._last:
            self._now.room = self._now.room or text.strip(" *_()")[:200]
            return
        if self._now is not None and self._sub_session(text):
            return
        if self._of_session(text, line, following):
            return
        self._pending = [*self._pending[-5:], line]

    # --- days and times

    def _when(self, when: When, line: ProgramLine) -> bool:
        if when.time is None:
            return self._day_heading(when, line)
        if is_prose(line.text) and not (when.leads and (when.day or when.time.start == 0)):
            return False
        if not when.leads and is_prose(when.rest):
            return False
        if when.day is not None:
            self._day = when.day.day
        self._begin(when, line)
        return True

    def _day_heading(self, when: When, line: ProgramLine) -> bool:
        day = when.day
        if day is None or (not when.leads and len(when.rest.split()) > 12):
            return False
        if day.is_range:
            if not when.rest or when.labeled:
                return True  # the days of the meeting
            return len(when.rest.split()) <= 8
        if is_prose(line.text):
            return False
        self._close()
        self._day = day.day
        self._last = "day"
        rest = when.rest
        if rest and _GENERIC_DAY.fullmatch(rest) is None and not when.labeled:
            self._untimed = self._draft(rest)
            self._untimed.quote(line.text)
        elif self._pending and self.title_first and when.labeled:
            self._untimed = self._draft(self._take_pending())
        return True

    def _begin(self, when: When, line: ProgramLine) -> None:
        """A session begins at this time."""
        span = when.time
        assert span is not None
        untimed = self._untimed
        rest = when.rest
        if untimed is not None and (not rest or is_room(rest)):
            draft, self._untimed = untimed, None
            if self._now is not draft:
                self._close()
        else:
            self._close()
            over = self._take_pending() if (not rest or is_room(rest)) and self.title_first else ""
            draft = self._draft(over or rest)
            if over and rest:
                draft.room = draft.room or rest
            self._untimed = None
        draft.held_on, draft.starts, draft.ends = self._day, span.starts, span.ends
        draft.zone, draft.half_known = span.zone, span.half_known
        draft.whole = when.labeled
        draft.also = [(day, clock.starts, clock.ends) for day, clock in when.others]
        draft.quote(line.text)
        self._now, self._listing = draft, None
        self._pending = []
        self._last = "title" if draft.title else "time"

    def _draft(self, words: str) -> Draft:
        draft = Draft()
        if words:
            self._head(draft, words)
        return draft

    def _head(self, draft: Draft, words: str) -> None:
        heading: Heading = read_heading(words)
        draft.title, draft.kind = heading.title, draft.kind or heading.kind
        draft.room = draft.room or heading.room
        draft.add(heading.speakers)

    def _take_pending(self) -> str:
        """The title that stands over a time: the last heading, else the first line of the last paragraph."""
        pending, self._pending = self._pending, []
        start = len(pending) - 1
        while start > 0 and not pending[start].gap and not pending[start].level:
            start -= 1
        if start < 0:
            return ""
        for line in pending[start + 1 :]:
            self._early = [*getattr(self, "_early", []), line.text]
        return pending[start].text

    def _close(self) -> None:
        if self._now is not None:
            self.sessions.append(self._now)
        elif self._untimed is not None:
            self.sessions.append(self._untimed)
        self._now, self._untimed, self._listing = None, None, None
        self._last = ""

    # --- what stands below a time

    @property
    def _current(self) -> Draft | None:
        return self._now or self._untimed

    def _sub_session(self, text: str) -> bool:
        """One of several sessions at the same time."""
        now = self._now
        match = _LETTERED.match(text)
        if now is None or match is None or now.starts is None or is_prose(text):
            return False
        draft = Draft(held_on=now.held_on, starts=now.starts, ends=now.ends, zone=now.zone, half_known=now.half_known)
        draft.also = list(now.also)
        self._head(draft, text[match.end() :])
        draft.kind = draft.kind or match.group().strip(" :.)|-–—")
        draft.quote(text)
        if now.title or now.speakers:
            self.sessions.append(now)
        self._now, self._listing, self._last = draft, None, "title"
        return True

    def _labeled(self, text: str, line: ProgramLine) -> bool:
        label = LABEL.match(text)
        if label is not None and (label.end() == len(text) or ":" in label.group() or part_of(label["label"])):
            return self._people_label(label, text, line)
        other = OTHER_LABEL.match(text)
        if other is None:
            return False
        word, rest = other["label"].lower(), text[other.end() :]
        current = self._current
        if word in _ROOM_LABELS and current is not None:
            current.room = current.room or without_contacts(rest).strip()[:200]
            return True
        if word in _TITLE_LABELS and rest:
            if current is not None and not current.title:
                self._head(current, rest)
                self._last = "title"
                return True
            return False
        self._skipping = word in _QUIET
        return self._skipping or word in _ROOM_LABELS

    def _people_label(self, label: re.Match[str], text: str, line: ProgramLine) -> bool:
        rest, part = text[label.end() :], part_of(label["label"])
        if not rest.strip():
            self._listing, self._last, self._skipping = part, "label", False
            return True
        found, unsure = speakers_in(rest, part)
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
        if line.level and self._last not in ("label",):
            self._listing = None
            return False
        if line.gap and self._last == "speaker" and not evident(text) and read_person(text) is None:
            self._listing = None
            return False
        if is_prose(text):
            return True
        found, unsure = speakers_in(text, self._listing)
        if found:
            self._add(found, text)
            return True
        if self._attach(text):
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

    def _attach(self, text: str) -> bool:
        """A title or house below the speaker whom it is of."""
        people_now = self._current.speakers if self._current is not None else self.loose
        if self._last not in ("speaker", "post") or not people_now or is_prose(text):
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

    def _of_session(self, text: str, line: ProgramLine, following: ProgramLine | None) -> bool:
        """A line that has no sign of its own: a title, a speaker, or what a session is about."""
        current = self._current
        if self._skipping and not evident(text):
            return True
        if found := (evident(text) if not is_prose(text) else ()):
            if self.title_first and line.gap and current is None:
                return False
            self._add(found, text)
            return True
        if self._attach(text):
            return True
        if current is None:
            if self._bare_person(text, following):
                self._add(people(text), text)
                return True
            return False
        if self.title_first and (line.level or (line.gap and self._last != "time")) and not is_prose(text):
            return False
        if not current.title or (self._last == "time" and not current.title):
            return self._title_below(text, current)
        if self._bare_person(text, following):
            self._add(people(text), text)
            return True
        return self._more(text, line, current)

    def _title_below(self, text: str, current: Draft) -> bool:
        if KIND.fullmatch(text) and not current.kind:
            current.kind = text[:100]
            self._last = "time"
            current.quote(text)
            return True
        if is_prose(text) and len(text) > 220:
            return True
        self._head(current, text)
        current.quote(text)
        self._last = "title" if current.title else "time"
        return True

    def _more(self, text: str, line: ProgramLine, current: Draft) -> bool:
        """A title that goes on, a description, or something not understood."""
        wraps = _GOES_ON.search(current.title) or text[:1].islower()
        if self._last == "title" and not line.gap and not line.level and not line.bullet and wraps and len(text) < 160:
            joined = f"{current.title} {text}"
            self._head(current, joined)
            current.title = current.title or joined
            current.quote(text)
            return True
        if line.level and not is_prose(text) and not KIND.fullmatch(text):
            return False
        if read_person(text) is not None or (people(text) and len(text) < 120):
            self.remarks.unsure(text)
        elif not is_prose(text) and not begins_as_break(text) and not is_break(text):
            if self._last != "prose" and not line.bullet and len(text) < 120:
                self.remarks.unsure(text)
        else:
            self._last = "prose"
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

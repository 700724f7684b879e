"""Sessions and speakers of a program that is lines: day headings, times, titles, and the people below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from outreach.events.agenda_in.drafts import Draft
from outreach.events.agenda_in.headings import Heading, evident, people, read_heading
from outreach.events.agenda_in.names import read_person
from outreach.events.agenda_in.people_below import PeopleReader
from outreach.events.agenda_in.program_lines import ProgramLine
from outreach.events.agenda_in.speakers import without_contacts
from outreach.events.agenda_in.whens import When, read_when
from outreach.events.agenda_in.words import (
    KIND,
    LABEL,
    OTHER_LABEL,
    begins_as_break,
    is_aside,
    is_break,
    is_only_place,
    is_prose,
    is_room,
    part_of,
)

_LETTERED = re.compile(
    r"(?:(?:concurrent|breakout|track|session|workshop|option)\s(?:session\s)?#?(?:[A-H]\d{0,2}|\d{1,2}[A-H]?"
    r"|[IVX]{1,4})"
    r"|[A-H]\d{0,2}|\d{1,2}[A-H])\s{0,2}(?:[:.)|]|\s[-–—])\s{1,3}(?=\S{2})",
    re.IGNORECASE,
)
"""How one of several sessions at the same time begins: "Breakout B: …", "A. …"."""
_GOES_ON = re.compile(r"(?:[:,&–—-]|\b(?:and|of|the|in|for|to|with|a|an|at|on|from|by|your|or))$", re.IGNORECASE)
_ROOM_LABELS = frozenset({"room", "location", "venue", "where", "place"})
_TITLE_LABELS = frozenset({"title", "topic", "session", "keynote title"})
_GENERIC_DAY = re.compile(
    r"\W{0,9}(?>(?:pre-?|post-?|main|general|opening|closing|full|half|conference|congress|workshops?|program(?:me)?|agenda"
    r"|schedule|day|sessions?|at a glance|cont(?:inued|\.|’d|'d)?|\d{4}|virtual|in[- ]person|morning|afternoon"
    r"|evening|continued|only|one|two|three|\d)\W{0,9}){0,60}+",
    re.IGNORECASE,
)
"""Each word is taken once and for all: "continued" is two of the words below, and a line of them had no end."""
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
LONGEST_LINE = 900


class ProgramReader(PeopleReader):
    """Reads the lines of one program. `title_first`: titles stand over their times, not behind or below them.
    `timeless`: no line tells a time, so that each line under a day may be a session."""

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
        if is_aside(text) and LABEL.match(text) is None:
            return
        if self._now is not None and self._last in ("time", "title") and self._sub_session(text, line, following):
            return
        if self._labeled(text) or self._listed(text, line):
            return
        if self._now is not None and is_room(text) and self._last:
            self._now.room = self._now.room or text.strip(" *_()")[:200]
            return
        if self._now is not None and self._sub_session(text, line, following):
            return
        if self.timeless and self._timeless(text, line):
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
        if not self._ends_it(when, line):
            self._begin(when, line)
        return True

    def _ends_it(self, when: When, line: ProgramLine) -> bool:
        """The end of a session below its beginning, as columns of a PDF are torn: "8:00 am", "9:00 am"."""
        now, span = self._now, when.time
        if now is None or span is None or self._last != "time" or when.rest or when.day is not None or line.gap:
            return False
        if (
            now.title
            or now.ends is not None
            or now.starts is None
            or span.ends is not None
            or span.starts <= now.starts
        ):
            return False
        now.ends = span.starts
        now.quote(line.text)
        return True

    def _timeless(self, text: str, line: ProgramLine) -> bool:
        """A session under a day, in a program that tells no times: an item of a list, with its speakers."""
        if not self._under_day or is_prose(text) or not (line.bullet or line.gap):
            return False
        heading = read_heading(text)
        if not heading.title or not heading.speakers:
            return False
        self._close()
        draft = Draft(held_on=self._day)
        self._head(draft, text)
        draft.quote(text)
        self._now, self._last = draft, "title"
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
        self._day, self._under_day = day.day, True
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
            over = self._take_pending() if self._is_below_title(rest) else ""
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

    def _is_below_title(self, rest: str) -> bool:
        """Whether a time belongs to the title over it: it stands alone, or with a room."""
        if not self.title_first or not self._pending:
            return False
        return not rest or is_room(rest) or (self._pending[-1].level > 0 and len(rest.split()) <= 4)

    def _draft(self, words: str) -> Draft:
        draft = Draft()
        if words:
            self._head(draft, words)
        return draft

    def _head(self, draft: Draft, words: str) -> None:
        heading: Heading = read_heading(words)
        title, room = heading.title, draft.room or heading.room
        if is_only_place(title) and not heading.speakers and room in ("", title):
            title, room = "", title[:200]  # its title stands below, or nowhere
        draft.title, draft.kind, draft.room = title, draft.kind or heading.kind, room
        draft.add(heading.speakers)

    def _take_pending(self) -> str:
        """The title that stands over a time: the last heading, else the first line of the last paragraph."""
        pending, self._pending = self._pending, []
        start = len(pending) - 1
        while start > 0 and not pending[start].gap and not pending[start].level:
            start -= 1
        if start < 0:
            return ""
        return pending[start].text

    def _close(self) -> None:
        if self._now is not None:
            self.sessions.append(self._now)
        elif self._untimed is not None:
            self.sessions.append(self._untimed)
        self._now, self._untimed, self._listing = None, None, None
        self._last = ""

    # --- what stands below a time

    def _sub_session(self, text: str, line: ProgramLine, following: ProgramLine | None) -> bool:
        """One of several sessions at the same time."""
        now = self._now
        match = _LETTERED.match(text)
        if now is None or match is None or now.starts is None or is_prose(text):
            return False
        if line.level and following is not None and read_when(following.text, self.calendar) is not None:
            return False  # a heading over the sessions that follow
        draft = Draft(held_on=now.held_on, starts=now.starts, ends=now.ends, zone=now.zone, half_known=now.half_known)
        draft.also = list(now.also)
        self._head(draft, text[match.end() :])
        draft.kind = draft.kind or match.group().strip(" :.)|-–—")
        if text.lower().startswith(("track", "room")) and following is not None and self._may_be_title(following):
            draft.kind, draft.title = f"{draft.kind} - {draft.title}", ""  # the track's name; the title stands below
        draft.quote(text)
        if now.title or now.speakers:
            self.sessions.append(now)
        self._now, self._listing, self._last = draft, None, "title" if draft.title else "time"
        return True

    def _may_be_title(self, line: ProgramLine) -> bool:
        """Whether a line is neither people, a time, a room, nor running text."""
        text = line.text
        return not (
            line.gap or LABEL.match(text) or OTHER_LABEL.match(text) or evident(text) or read_person(text)
            or is_room(text) or is_prose(text) or is_aside(text) or read_when(text, self.calendar)
        )  # fmt: skip

    def _labeled(self, text: str) -> bool:
        label = LABEL.match(text)
        if label is not None and (label.end() == len(text) or ":" in label.group() or part_of(label["label"])):
            return self._people_label(label, text)
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

    def _of_session(self, text: str, line: ProgramLine, following: ProgramLine | None) -> bool:
        """A line that has no sign of its own: a title, a speaker, or what a session is about."""
        current = self._current
        if self._skipping and not evident(text):
            return True
        if found := self._people_of(text):
            if self.title_first and line.gap and current is None:
                return False
            self._add(found, text)
            return True
        if self._attach(text, line):
            return True
        if current is not None and self._is_its_heading(current, line):
            current.kind = current.kind or current.title[:100]
            return self._title_below(text, line, following, current)
        if current is None:
            if self._bare_person(text, following):
                self._add(people(text), text)
                return True
            return False
        if self.title_first and (line.level or (line.gap and self._last != "time")) and not is_prose(text):
            return False
        if not current.title or self._is_kind_only(current, line):
            return self._title_below(text, line, following, current)
        if self._bare_person(text, following):
            self._add(people(text), text)
            return True
        if not is_prose(text) and self._item(text, line):
            return True
        return self._more(text, line, following, current)

    def _is_its_heading(self, current: Draft, line: ProgramLine) -> bool:
        """Whether a heading stands right below the time, in its box: what stood beside the time is no title then."""
        return bool(line.level) and not line.gap and self._last == "title" and len(current.quotes) == 1

    def _is_kind_only(self, current: Draft, line: ProgramLine) -> bool:
        """Whether the session is only "Keynote" so far, so that the line below can be its title."""
        return (
            self._last in ("title", "speaker", "time")
            and current.title == current.kind
            and not line.bullet
            and len(line.text) > 5
            and not (line.gap and self._last != "title")
        )

    def _item(self, text: str, line: ProgramLine) -> bool:
        """One of a session's short talks: "2. Sepsis huddles – Raj Patel, MD"."""
        heading = read_heading(text) if line.bullet or " – " in text or " — " in text else None
        if heading is None or not heading.title or not heading.speakers:
            return False
        if not all(one.credentials or one.title or one.organization or one.part for one in heading.speakers):
            return False
        self._add(heading.speakers, text)
        return True

    def _title_below(self, text: str, line: ProgramLine, following: ProgramLine | None, current: Draft) -> bool:
        if current.kind and line.level and following is not None:
            ahead = read_when(following.text, self.calendar)
            if ahead is not None and ahead.time is not None and ahead.leads:
                return False  # a heading over the next session
        if following is not None and following.level and not line.level and len(text) < 60 and not following.gap:
            current.kind = current.kind or text[:100]
            return True
        if KIND.fullmatch(text) and not current.kind and not current.title:
            current.kind = text[:100]
            self._last = "time"
            current.quote(text)
            return True
        if is_prose(text) and len(text) > 220:
            return True
        kind, said = current.kind, current.title
        self._head(current, text)
        current.title, current.kind = current.title or said, kind or current.kind
        current.quote(text)
        self._last = "title" if current.title else "time"
        return True

    def _stands_over_people(self, text: str, following: ProgramLine | None) -> bool:
        """Whether a line between a title and its speakers is the title's second line."""
        if following is None or following.gap or is_prose(text) or KIND.fullmatch(text) or len(text) > 90:
            return False
        return read_person(following.text.split(",")[0]) is not None

    def _more(self, text: str, line: ProgramLine, following: ProgramLine | None, current: Draft) -> bool:
        """A title that goes on, a description, or something not understood."""
        wraps = _GOES_ON.search(current.title) or text[:1].islower() or self._stands_over_people(text, following)
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

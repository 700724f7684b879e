"""The rows of a table as sessions and speakers, by what its columns mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from outreach.events.agenda_in.clock_times import DAY, find_times, read_minute
from outreach.events.agenda_in.days import Calendar, find_day, read_day
from outreach.events.agenda_in.drafts import Draft, Remarks
from outreach.events.agenda_in.headings import evident, read_heading
from outreach.events.agenda_in.model import ReadSpeaker
from outreach.events.agenda_in.names import is_title, read_person
from outreach.events.agenda_in.speakers import speakers_in, without_contacts
from outreach.events.agenda_in.tables import LONGEST_CELL, Columns, Row, find_header, refuse_attendees
from outreach.events.agenda_in.words import NOBODY, is_break, is_part, is_sample, part_of
from research.text import without_markup

_TBA_TITLE = re.compile(
    r"(?:title |topic )?(?:t\.?b\.?[acd]\.?|to be (?:announced|confirmed|determined))\.?", re.IGNORECASE
)
_SHARE = re.compile(r"0\.\d{1,17}")
_HAS_DIGIT = re.compile(r"\d").search
_MINUTES = re.compile(r"(?:(\d{1,2}):(\d\d)|(\d{1,3})\s?(?:m|min|mins|minutes)?)(?::\d\d)?", re.IGNORECASE)


class TableReader:
    """Reads the rows below a header; a day or time that stands only once is that of the rows below it too."""

    def __init__(self, calendar: Calendar, remarks: Remarks) -> None:
        self.calendar = calendar
        self.remarks = remarks
        self.sessions: list[Draft] = []
        self.loose: list[ReadSpeaker] = []
        self._day: date | None = None
        self._by_key: dict[tuple[object, ...], Draft] = {}

    def read(self, rows: Sequence[Row], name: str = "") -> bool:
        """Read a table; whether it has a header that is understood. name: of its file, and what stands over it.

        Raises CannotRead for a list of attendees.
        """
        found = find_header(rows)
        if found is None:
            return False
        number, columns = found
        sample = any(is_sample(" ".join(row)) for row in rows[max(0, number - 2) : number] if _is_single(row))
        columns = _settled(columns, rows[number + 1 :])
        refuse_attendees(columns, name)
        number += 1
        while number < len(rows):
            row = rows[number]
            again = None if any(map(_HAS_DIGIT, row)) else find_header(rows[number : number + 1])
            if again is not None:
                if sample:
                    self._forget()
                columns, sample = _settled(again[1], rows[number + 1 :]), False
            elif any(cell.strip() for cell in row):
                self._row(row, columns)
            number += 1
        return True

    def _forget(self) -> None:
        """The rows until here were a form's samples."""
        self.remarks.sentences.append(
            "The rows before the second row of headers are samples of the form, and were left out."
        )
        self.sessions, self.loose, self._by_key = [], [], {}

    def _row(self, row: Row, columns: Columns) -> None:
        if all(set(cell) <= set("-: ") for cell in row):
            return  # the line below the headers of a table in Markdown
        if _is_single(row):
            self._heading_row(row)
            return
        draft = Draft(quotes=[_quoted(row)])
        self._when(draft, row, columns)
        speakers = self._speakers(row, columns)
        title = _first(row, columns, "panel") or _first(row, columns, "title")
        self._name(draft, title, row, columns)
        if not draft.title and not speakers and draft.starts is None:
            return
        timed = draft.starts is not None or draft.held_on is not None
        if not draft.title and draft.kind and timed:
            draft.title = draft.kind
        if not draft.title and not timed:
            self.loose.extend(speakers)
            return
        if not draft.title and not speakers and not draft.kind:
            return  # a time with nothing at it
        if is_break(draft.title):
            speakers = ()
        self._keep(draft, speakers)

    def _heading_row(self, row: Row) -> None:
        words = next(cell for cell in row if cell.strip())
        day = find_day(words, self.calendar)
        if day is not None and not day.is_range and len(words) < 80:
            self._day = day.day

    def _keep(self, draft: Draft, speakers: Sequence[ReadSpeaker]) -> None:
        key = (draft.title.lower(), draft.held_on, draft.starts, draft.ends, draft.room.lower())
        same = self._by_key.get(key)
        if same is not None and speakers and not is_break(draft.title) and not _TBA_TITLE.fullmatch(draft.title):
            same.add(speakers)
            same.quote(draft.quotes[0])
            return
        draft.add(speakers)
        self._by_key[key] = draft
        self.sessions.append(draft)

    def _when(self, draft: Draft, row: Row, columns: Columns) -> None:
        words = _first(row, columns, "day")
        clock = ""
        if words:
            day = read_day(words, self.calendar)
            if day is not None or not find_times(words):
                self._day = day
            clock = words if find_times(words) else ""
        draft.held_on = self._day
        times = _first(row, columns, "time") or clock
        starts, ends = _first(row, columns, "starts"), _first(row, columns, "ends")
        if starts:
            self._date_within(starts, draft)
            draft.starts = _minute(starts)
            draft.ends = _minute(ends) if ends else None
            span = next(iter(find_times(f"{starts} - {ends}" if ends else starts)), None)
            if span is not None:
                draft.half_known, draft.zone = span.half_known, span.zone
                draft.ends = draft.ends if draft.ends is not None else span.ends
        elif times:
            self._date_within(times, draft)
            span = next(iter(find_times(times)), None)
            if span is not None:
                draft.starts, draft.ends, draft.zone, draft.half_known = (
                    span.starts,
                    span.ends,
                    span.zone,
                    span.half_known,
                )
            else:
                draft.starts = read_minute(times)
            if draft.ends is None and ends:
                draft.ends = _minute(ends)
        length = _MINUTES.fullmatch(_first(row, columns, "minutes"))
        if length is not None and draft.starts is not None and draft.ends is None:
            minutes = int(length[1]) * 60 + int(length[2]) if length[1] else int(length[3])
            draft.ends = (draft.starts + minutes) % DAY if minutes else None

    def _date_within(self, words: str, draft: Draft) -> None:
        day = find_day(words, self.calendar)
        if day is not None and day.day is not None:
            draft.held_on = self._day = day.day

    def _name(self, draft: Draft, title: str, row: Row, columns: Columns) -> None:
        kind = _first(row, columns, "kind")
        draft.kind = kind[:100]
        draft.room = _first(row, columns, "room")[:200]
        draft.uid = _first(row, columns, "uid")[:300]
        url = _first(row, columns, "url")
        draft.url = url if re.match(r"https?://[^\s]{4,1900}$", url) else ""
        if not columns.has("speaker", "name", "given"):
            first, _, below = title.partition("\n")
            heading = read_heading(first)
            for line in below.split("\n")[:30]:
                draft.add(evident(line))
            draft.title, draft.kind = heading.title or first[:200], draft.kind or heading.kind
            draft.room = draft.room or heading.room
            draft.add(heading.speakers)
        else:
            draft.title = " ".join(title.split()).strip(" :")[:500]
        if not draft.title and kind:
            draft.title = kind[:500]

    def _speakers(self, row: Row, columns: Columns) -> tuple[ReadSpeaker, ...]:
        found: list[ReadSpeaker] = []
        given, family = _first(row, columns, "given"), _first(row, columns, "family")
        if given and family:
            found.extend(self._cell(f"{given} {family}", ""))
        meaning = "speaker" if columns.has("speaker") else "name"
        for number in columns.of.get(meaning, ()):
            found.extend(self._cell(_cell(row, number), ""))
        if len(found) == 1:
            found = [self._completed(found[0], row, columns)]
        for number in columns.of.get("moderator", ()):
            found.extend(self._cell(_cell(row, number), part_of(columns.heads[number]) or "Moderator"))
        return tuple(found)

    def _cell(self, words: str, part: str) -> tuple[ReadSpeaker, ...]:
        if not words or NOBODY.fullmatch(words):
            return ()
        turned = re.fullmatch(r"([^\W\d_][\w'’ -]{1,30}),\s([^\W\d_][\w'’. -]{1,30})", words)
        if (
            turned is not None
            and read_person(turned[1]) is None
            and read_person(f"{turned[2]} {turned[1]}") is not None
        ):
            words = f"{turned[2]} {turned[1]}" if not is_title(turned[2]) else words
        found, unsure = speakers_in(words, part, told=True)
        for piece in unsure:
            self.remarks.unsure(piece)
        return found

    def _completed(self, speaker: ReadSpeaker, row: Row, columns: Columns) -> ReadSpeaker:
        """The one speaker of a row with what other columns tell of him."""
        post, house = _first(row, columns, "post"), _first(row, columns, "house")
        part = part_of(post) if is_part(post) else ""
        return replace(
            speaker,
            part=speaker.part or part,
            title=speaker.title or ("" if is_part(post) else without_contacts(post).strip()[:300]),
            organization=speaker.organization or " ".join(without_contacts(house).split())[:300],
            credentials=speaker.credentials or _first(row, columns, "credentials")[:100],
            quote=_quoted([speaker.quote, post, house])[:500],
        )


def _settled(columns: Columns, rows: Sequence[Row]) -> Columns:
    """The columns with what only the cells tell: whether "Title" is a post's or a talk's, and "Name" a session's."""
    titles, sample = columns.of.get("title", []), rows[:300]
    if columns.has("name") and titles:
        filled = [cell for row in sample if (cell := _cell(row, titles[0]))]
        posts = sum(is_title(cell) for cell in filled if len(cell) < 120)
        if columns.has("panel") and 2 * len(filled) < len(sample):
            columns.of.pop("title")
        elif not columns.has("post") and filled and 2 * posts > len(filled):
            columns.of["post"] = columns.of.pop("title")
    if columns.has("name") and columns.has("speaker") and not columns.has("title"):
        columns.of["title"] = columns.of.pop("name")
    elif columns.has("name") and not columns.has("title", "panel", "speaker"):
        filled = [cell for row in sample if (cell := _cell(row, columns.of["name"][0]))]
        if filled and 2 * sum(read_person(cell.split(",")[0]) is not None for cell in filled) < len(filled):
            columns.of["title"] = columns.of.pop("name")
    if columns.has("title", "panel"):
        columns.of.pop("track", None)
    elif columns.has("track"):
        columns.of["title"] = columns.of.pop("track")
    return columns


def _is_single(row: Row) -> bool:
    return sum(bool(cell.strip()) for cell in row) == 1


def _cell(row: Row, number: int) -> str:
    if number >= len(row):
        return ""
    words = row[number][:LONGEST_CELL].strip()
    if "<" in words and ">" in words:
        words = without_markup(re.sub(r"<(?:br|/p|/li|/div)\b[^<>]{0,50}>", "\n", words, flags=re.IGNORECASE))
    return words.strip()


def _first(row: Row, columns: Columns, meaning: str) -> str:
    for number in columns.of.get(meaning, ()):
        if words := _cell(row, number):
            return words
    return ""


def _minute(words: str) -> int | None:
    """A minute of the day; also of a cell that holds it as a share of a day, as spreadsheets count: 0.375."""
    if _SHARE.fullmatch(words):
        return round(float(words) * DAY) % DAY
    spans = find_times(words)
    return spans[0].starts if spans else read_minute(words)


def _quoted(cells: Iterable[str]) -> str:
    return " | ".join(" ".join(without_contacts(cell[:200]).split()) for cell in cells if cell.strip())[:600]

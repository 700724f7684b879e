"""Calendar files (.ics) as programs: times in UTC, in a zone, or of the place; repeated and cancelled events."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from icalendar import Timezone
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from outreach.events.agenda_in.calendar_lines import Component, Field, components
from outreach.events.agenda_in.clock_times import DAY
from outreach.events.agenda_in.drafts import Draft, Remarks, by_clocks_of
from outreach.events.agenda_in.headings import evident, people, read_heading
from outreach.events.agenda_in.model import ReadSpeaker
from outreach.events.agenda_in.recurrence import NotUnderstood, days_of, read_rule
from outreach.events.agenda_in.speakers import speakers_in, without_contacts
from outreach.events.agenda_in.words import KIND, LABEL, is_break, is_part, is_prose, is_room, part_of
from outreach.time_zones import zone_of
from research.text import without_markup

_MOMENT = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d))?(Z)?)?")
_DURATION = re.compile(r"\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?")
_TRACK = re.compile(r"\s\(([^()]{2,60})\)$")
_KIND_WORD = re.compile(r"[A-Z][a-z]{3,15}")
MOST_LINES = 80
"""Lines of a description that are read for speakers."""


class CalendarReader:
    """Reads the events of one calendar file."""

    def __init__(self, first: date | None, last: date | None, zone: str, remarks: Remarks) -> None:
        self.first, self.last, self.zone = first, last, zone
        self.remarks = remarks
        self.title = self.own_zone = ""
        self._own: dict[str, tzinfo] = {}
        self._unknown: set[str] = set()
        self._moved: dict[tuple[str, str], Component] = {}

    def read(self, text: str) -> list[Draft]:
        """The sessions of a calendar file."""
        events: list[Component] = []
        for part in components(text):
            if part.kind == "VTIMEZONE":
                self._take_zone(part)
            elif part.kind == "VEVENT":
                events.append(part)
            elif part.kind == "VCALENDAR":
                self.title = part.text("X-WR-CALNAME") or part.text("NAME")
                self.own_zone = part.text("X-WR-TIMEZONE")
        tracks = self._tracks(events)
        self._moved = {
            (event.text("UID"), moved.value[:15]): event for event in events if (moved := event.first("RECURRENCE-ID"))
        }
        drafts = [draft for event in events for draft in self._event(event, tracks)]
        self._tell_zones()
        return drafts

    def _tracks(self, events: Iterable[Component]) -> frozenset[str]:
        """What stands in brackets behind several summaries: the calendar's name for a track, and nobody's house."""
        found = Counter(m.group(1) for event in events if (m := _TRACK.search(event.text("SUMMARY"))))
        return frozenset(words for words, number in found.items() if number > 2)

    def _event(self, event: Component, tracks: frozenset[str]) -> list[Draft]:
        if event.text("STATUS").upper() == "CANCELLED":
            self.remarks.sentences.append(f"“{event.text('SUMMARY')[:100]}” is cancelled, and was left out.")
            return []
        draft = self._described(event, tracks)
        start = event.first("DTSTART")
        if start is None or not self._timed(draft, start, event):
            if start is not None:
                self.remarks.sentences.append(
                    f"The time of “{draft.title[:100]}” could not be read: {start.value[:40]}."
                )
            return [draft]
        if event.first("RECURRENCE-ID") is not None:
            return [draft]
        return self._repeated(draft, event, start)

    def _timed(self, draft: Draft, start: Field, event: Component) -> bool:
        """Give the session its day and time; whether that could be read."""
        moment = self._read(start)
        if moment is None:
            return False
        day, minute, instant = moment
        draft.held_on, draft.starts, draft.instant = day, minute, instant
        if minute is None:
            return True
        end = event.first("DTEND")
        until = self._read(end) if end is not None else None
        if until is not None and until[1] is not None:
            draft.ends = until[1]
        elif (duration := _DURATION.fullmatch(event.text("DURATION"))) is not None:
            weeks, days, hours, minutes, _ = (int(part or 0) for part in duration.groups())
            length = (weeks * 7 + days) * DAY + hours * 60 + minutes
            draft.ends = (minute + length) % DAY if length else None
        return True

    def _read(self, field: Field) -> tuple[date, int | None, datetime | None] | None:
        """Day, minute and moment of a time; the minute is None for a whole day, the moment for a floating time."""
        match = _MOMENT.fullmatch(field.value.strip()[:30])
        if match is None:
            return None
        try:
            day = date(int(match[1]), int(match[2]), int(match[3]))
            if match[4] is None:
                return day, None, None
            local = datetime.combine(day, time(int(match[4]) % 24, int(match[5])))
            zone = ZoneInfo("UTC") if match[7] else self._zone(field.parameters.get("TZID", ""))
            if zone is None:
                return day, local.hour * 60 + local.minute, None
            instant = local.replace(tzinfo=zone).astimezone(ZoneInfo("UTC"))
        except (ValueError, OverflowError):
            return None
        shown = zone_of(self.zone) or (zone_of(self.own_zone) if match[7] else zone)
        if shown is None:
            shown = ZoneInfo("UTC")
        clocks = by_clocks_of(instant, shown) if isinstance(shown, ZoneInfo) else (day, local.hour * 60 + local.minute)
        return None if clocks is None else (*clocks, instant)

    def _zone(self, name: str) -> tzinfo | None:
        if not name:
            return None
        known = zone_of(name) or zone_of(WINDOWS_TO_OLSON.get(name, "")) or zone_of("/".join(name.split("/")[-2:]))
        if known is not None:
            self.own_zone = self.own_zone or known.key
            return known
        if name not in self._own:
            self._unknown.add(name)
        return self._own.get(name)

    def _take_zone(self, part: Component) -> None:
        """Keep a zone that the file itself describes, for a name that nobody else knows."""
        name = part.text("TZID")
        if not name or zone_of(name) or len(self._own) > 50 or len(part.lines) > 2_000:
            return
        try:
            described = Timezone.from_ical("\r\n".join(part.lines) + "\r\n")
            if isinstance(described, Timezone):
                self._own[name] = described.to_tz()
        except Exception:  # noqa: BLE001 (of a broken description anything may be raised; the zone is then unknown)
            return

    def _tell_zones(self) -> None:
        for name in sorted(self._unknown)[:5]:
            self.remarks.sentences.append(
                f"The file's time zone “{name[:80]}” is not known. Its times were taken as the event's own: check them."
            )

    def _repeated(self, draft: Draft, event: Component, start: Field) -> list[Draft]:
        rules, dates = event.fields.get("RRULE", ()), event.fields.get("RDATE", ())
        if (not rules and not dates) or draft.held_on is None:
            return [draft]
        without = {
            match.group(0)[:8]
            for field in event.fields.get("EXDATE", ())
            for match in re.finditer(r"\d{8}(?:T\d{6})?", field.value[:5_000])
        }
        origin = _MOMENT.fullmatch(start.value.strip()[:30])
        assert origin is not None
        begun = date(int(origin[1]), int(origin[2]), int(origin[3]))
        days: set[date] = set()
        for rule in rules[:3]:
            try:
                found, more = days_of(read_rule(rule.value), begun, self._before(self.first), self._behind(self.last))
            except NotUnderstood:
                self.remarks.sentences.append(
                    f"How “{draft.title[:100]}” is repeated was not understood: only its first time was read."
                )
                found, more = (begun,), False
            if more:
                self.remarks.sentences.append(
                    f"“{draft.title[:100]}” is repeated often: its first {len(found)} times were read."
                )
            days.update(found)
        for field in dates[:20]:
            days.update(made for words in field.value.split(",")[:100] if (made := _day(words)) is not None)
            days.add(begun)
        uid = event.text("UID")
        kept = sorted(
            day for day in days if f"{day:%Y%m%d}".rjust(8, "0") not in without and not self._is_moved(uid, day)
        )
        shifted = [self._shifted(draft, start, event, day) for day in kept]
        return [one for one in shifted if one is not None and self._in_event(one.held_on)]

    def _is_moved(self, uid: str, day: date) -> bool:
        return any(key == uid and _day(words) == day for key, words in self._moved) if len(self._moved) < 200 else False

    def _shifted(self, draft: Draft, start: Field, event: Component, day: date) -> Draft | None:
        """The session as it is held on another day, by the clocks of its own zone."""
        other = Draft(
            draft.title, draft.kind, draft.room, uid=f"{draft.uid}#{day:%Y%m%d}", url=draft.url,
            quotes=list(draft.quotes), speakers=list(draft.speakers),
        )  # fmt: skip
        words = f"{day.year:04}{day.month:02}{day.day:02}" + start.value.strip().replace("-", "")[8:]
        return other if self._timed(other, Field(words, start.parameters), event) else None

    def _before(self, day: date | None) -> date | None:
        return day - timedelta(days=1) if day is not None and day > date.min else day

    def _behind(self, day: date | None) -> date | None:
        return day + timedelta(days=1) if day is not None and day < date.max else day

    def _in_event(self, day: date | None) -> bool:
        if day is None or self.first is None:
            return True
        return self.first <= day <= (self.last or self.first)

    # --- words

    def _described(self, event: Component, tracks: frozenset[str]) -> Draft:
        summary = " ".join(event.text("SUMMARY").split())
        track = _TRACK.search(summary)
        if track is not None and track.group(1) in tracks:
            summary = summary[: track.start()]
        heading = read_heading(summary)
        draft = Draft(heading.title, heading.kind, heading.room, uid=event.text("UID"))
        draft.add(heading.speakers)
        draft.quote(summary)
        self._place(draft, event.text("LOCATION"))
        link = event.text("URL")
        draft.url = link if re.match(r"https?://[^\s]{4,1900}$", link) else ""
        if not is_break(summary):
            self._description(draft, event.text("DESCRIPTION"))
        if not draft.kind and event.text("CATEGORIES"):
            draft.kind = event.text("CATEGORIES").split(",")[0].strip()[:100]
        return draft

    def _place(self, draft: Draft, words: str) -> None:
        """A location; one that also says the kind ("In-person; Workshop") is parted."""
        pieces = [piece.strip() for piece in words.split(";") if piece.strip()]
        kinds = [piece for piece in pieces if KIND.fullmatch(piece)] if len(pieces) > 1 else []
        draft.kind = draft.kind or (kinds[0] if kinds else "")
        draft.room = draft.room or "; ".join(piece for piece in pieces if piece not in kinds)[:200]

    def _description(self, draft: Draft, words: str) -> None:
        if "<" in words:
            words = without_markup(
                re.sub(r"<(?:br|/p|/li|/div)\b[^<>]{0,50}>", "\n", words[:20_000], flags=re.IGNORECASE)
            )
        for number, (text, part) in enumerate(_people_lines(words)):
            if number >= MOST_LINES:
                break
            found: tuple[ReadSpeaker, ...] = ()
            if part is not None:
                found, unsure = speakers_in(text, part)
                for piece in unsure if not found else ():
                    self.remarks.unsure(piece)
            elif not is_prose(text) and text.lower() != draft.title.lower():
                found = evident(text)
                if not found and people(text) and not is_room(text):
                    self.remarks.unsure(text)
            if found:
                draft.add(found)
                draft.quote(text)


def _people_lines(words: str) -> Iterable[tuple[str, str | None]]:
    """Lines of a description that may name speakers, with the part that a label gives them; None without a label."""
    listing: str | None = None
    for raw in words.split("\n")[:400]:
        text = without_contacts(raw).strip(" \t*•-")
        if not text:
            listing = None
            continue
        label = LABEL.match(text)
        if label is not None and (":" in label.group() or label.end() == len(text)):
            part = part_of(label["label"])
            rest = text[label.end() :].strip()
            listing = part if not rest or label["label"][-1:].lower() == "s" else None
            if rest:
                yield rest, part
            continue
        if is_part(text):
            continue
        yield text, listing if listing is not None and not is_prose(text) else None


def _day(words: str) -> date | None:
    match = _MOMENT.match(words.strip()[:30])
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match is not None else None
    except ValueError:
        return None

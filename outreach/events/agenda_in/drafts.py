"""A program while it is read: sessions that are not finished, and what was not understood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from outreach.events.agenda_in.clock_times import DAY
from outreach.events.agenda_in.model import MAX_SESSIONS, ReadSession, ReadSpeaker
from outreach.events.agenda_in.words import is_break
from outreach.time_zones import zone_of
from research.characters import harmless

MOST_WORDS_TOLD = 20
"""Lines that were not understood whose words are told."""
LONGEST_QUOTE = 1_000
MOST_SPEAKERS = 200
"""Of one session."""


@dataclass(slots=True)
class Draft:
    """A session while it is read; `zone` is that of its clock times where the program says one."""

    title: str = ""
    kind: str = ""
    room: str = ""
    held_on: date | None = None
    starts: int | None = None
    ends: int | None = None
    zone: str = ""
    half_known: bool = True
    instant: datetime | None = None
    uid: str = ""
    url: str = ""
    quotes: list[str] = field(default_factory=list)
    speakers: list[ReadSpeaker] = field(default_factory=list)
    whole: bool = False
    """Whether its times are those of the whole meeting: "Time: 5:30 - 8:00 PM"."""
    also: list[tuple[date | None, int | None, int | None]] = field(default_factory=list)
    """The other times at which it is held."""

    def add(self, speakers: Iterable[ReadSpeaker]) -> None:
        """Add speakers; one who is there already is not added again, but what is newly told of him is kept."""
        for speaker in speakers:
            same = next((n for n, one in enumerate(self.speakers) if one.name.lower() == speaker.name.lower()), None)
            if same is None:
                if len(self.speakers) < MOST_SPEAKERS:
                    self.speakers.append(speaker)
                continue
            kept = self.speakers[same]
            self.speakers[same] = replace(
                kept,
                credentials=kept.credentials or speaker.credentials,
                title=kept.title or speaker.title,
                organization=kept.organization or speaker.organization,
                part=kept.part or speaker.part,
            )

    def quote(self, words: str) -> None:
        """Keep the program's words that tell it."""
        if sum(map(len, self.quotes)) < LONGEST_QUOTE and words.strip():
            self.quotes.append(" ".join(words.split()))

    def made(self) -> tuple[ReadSession, ...]:
        """The session, once for each time at which it is held; a pause has no speakers."""
        title = (
            harmless(self.title).strip()
            or self.kind
            or (f"Session with {self.speakers[0].name}" if self.speakers else "Session")
        )
        speakers = () if is_break(title) else tuple(self.speakers)
        one = ReadSession(
            self.uid[:300], title[:500], self.kind[:100], self.room[:200], self.held_on, self.starts, self.ends,
            self.instant, self.url[:2000], harmless("\n".join(self.quotes))[:LONGEST_QUOTE], speakers,
        )  # fmt: skip
        return (
            one,
            *(
                replace(one, held_on=day, starts_minute=starts, ends_minute=ends, instant=None)
                for day, starts, ends in self.also[:60]
            ),
        )


@dataclass(slots=True)
class Remarks:
    """What a reader could not read, gathered into sentences."""

    sentences: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def unsure(self, words: str) -> None:
        """A line that was not understood."""
        text = " ".join(words.split())
        if text and any(c.isalpha() for c in text):
            self.lines.append(text[:120])

    def told(self) -> tuple[str, ...]:
        """The sentences, with the first lines that were not understood in their words."""
        found = list(dict.fromkeys(self.sentences))
        lines = list(dict.fromkeys(self.lines))
        if lines:
            count = f"{len(lines):,} lines were" if len(lines) > 1 else "1 line was"
            words = "; ".join(f"“{line}”" for line in lines[:MOST_WORDS_TOLD])
            more = f"; and {len(lines) - MOST_WORDS_TOLD:,} more" if len(lines) > MOST_WORDS_TOLD else ""
            found.append(f"{count} not understood, and nobody was made a speaker of them: {words}{more}.")
        return tuple(harmless(sentence) for sentence in found)


def instant_of(day: date | None, minute: int | None, zone: ZoneInfo | None) -> datetime | None:
    """The moment of a day's minute by the clocks of a zone, in UTC; None where one of them is not known."""
    if day is None or minute is None or zone is None:
        return None
    try:
        local = datetime.combine(day, time(minute // 60, minute % 60), zone)
        return local.astimezone(UTC)
    except (OverflowError, ValueError):  # in the years 1 and 9999
        return None


def by_clocks_of(moment: datetime, zone: ZoneInfo) -> tuple[date, int] | None:
    """Day and minute of a moment by the clocks of a zone; None at the ends of the calendar."""
    try:
        local = moment.astimezone(zone)
    except (OverflowError, ValueError):
        return None
    return local.date(), local.hour * 60 + local.minute


def settle_zone(drafts: list[Draft], zone: str, remarks: Remarks) -> str:
    """Turn the times that were told in a zone into those of the event's clocks; the answer is the program's own zone.

    Without a zone of the event the times stay as they are told.
    """
    told = [draft.zone for draft in drafts if draft.zone]
    own = max(set(told), key=told.count) if told else ""
    place = zone_of(zone)
    moved = 0
    for draft in drafts:
        if not draft.zone and own and draft.instant is None and draft.starts is not None:
            draft.zone = own  # a program says its zone once
        source = zone_of(draft.zone)
        draft.instant = draft.instant or instant_of(draft.held_on, draft.starts, source)
        if draft.instant is not None and place is not None:
            moved += _move(draft, place)
        elif source is not None and place is not None and draft.held_on is None and own and source.key != place.key:
            remarks.sentences.append(
                f"“{draft.title[:80]}” has a time of {source.key} and no day, so that its time could not be changed to "
                f"{place.key}: check it."
            )
    if moved:
        origin = f"of {own}" if own else "with another zone"
        remarks.sentences.append(
            f"{moved:,} {'times' if moved > 1 else 'time'} {origin} {'were' if moved > 1 else 'was'} changed to the "
            f"clocks of {zone}."
        )
    return own


def _move(draft: Draft, place: ZoneInfo) -> int:
    local = by_clocks_of(draft.instant, place) if draft.instant is not None else None
    if local is None or local == (draft.held_on, draft.starts):
        return 0
    length = (draft.ends - draft.starts) % DAY if draft.ends is not None and draft.starts is not None else None
    draft.held_on, draft.starts = local
    draft.ends = (draft.starts + length) % DAY if length is not None else None
    return 1


def settle_halves(drafts: list[Draft], remarks: Remarks) -> None:
    """Where a program never tells morning from afternoon ("8:00", later "1:15"), read 1 to 6 o'clock as afternoon."""
    timed = [draft for draft in drafts if draft.starts is not None]
    if not timed or any(draft.half_known for draft in timed):
        return
    early = [draft for draft in timed if draft.starts is not None and 60 <= draft.starts < 7 * 60]
    if not early:
        return
    for draft in early:
        draft.starts = (draft.starts or 0) + DAY // 2
    for draft in timed:
        if draft.ends is not None and draft.starts is not None and draft.ends < draft.starts:
            draft.ends = (draft.ends + DAY // 2) % DAY if draft.ends < DAY // 2 else draft.ends
    remarks.sentences.append(
        "The program does not say a.m. or p.m.: times from 1:00 to 6:59 were read as the afternoon. Check them."
    )


def finish(drafts: list[Draft], remarks: Remarks) -> tuple[ReadSession, ...]:
    """The sessions, at most MAX_SESSIONS of them."""
    named = [draft for draft in drafts if draft.title.strip() or draft.kind or draft.speakers]
    empty = len(drafts) - len(named)
    if empty:
        number, of = (f"{empty:,} times have", "them") if empty > 1 else ("1 time has", "it")
        remarks.sentences.append(f"{number} no title and no speaker beside {of}, and nothing was made of {of}.")
    sessions = [session for draft in named for session in draft.made()]
    if len(sessions) > MAX_SESSIONS:
        remarks.sentences.append(
            f"The program has {len(sessions):,} sessions; the first {MAX_SESSIONS:,} were read. Bring the rest as a "
            "second file."
        )
    return tuple(sessions[:MAX_SESSIONS])

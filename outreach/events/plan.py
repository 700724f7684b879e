"""What a copy of a program changes in what is kept of it: sessions that came, moved, went. Pure.

A session is the same as before where its UID is, else where its title is (and its number among those of that title).
One whose UID changed between two copies is found by its title and day, so that stars and meetings stay with it.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from outreach.events.agenda_in.model import ReadSession, ReadSpeaker
from outreach.folding import fold
from research.names import parse_name
from research.organizations import comparable


@dataclass(frozen=True, slots=True)
class KeptSession:
    """A session as it is kept."""

    id: int
    key: str
    title: str
    held_on: date | None
    starts_minute: int | None
    ends_minute: int | None
    room: str
    is_gone: bool = False

    @property
    def when(self) -> tuple[date | None, int | None, int | None]:
        """Its day and time."""
        return self.held_on, self.starts_minute, self.ends_minute


@dataclass(frozen=True, slots=True)
class Same:
    """A session that is in both. has_moved: its day, time or room differs; is_renamed: its title."""

    kept: KeptSession
    key: str
    read: ReadSession
    has_moved: bool
    is_renamed: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What taking a copy over would do."""

    came: tuple[tuple[str, ReadSession], ...]
    """(key, session) of those that are new."""
    same: tuple[Same, ...]
    went: tuple[KeptSession, ...]

    @property
    def moved(self) -> tuple[Same, ...]:
        """Those whose day, time or room differs."""
        return tuple(one for one in self.same if one.has_moved)


def of(kept: Sequence[KeptSession], read: Sequence[ReadSession]) -> Plan:
    """Compares a copy with what is kept. A session that had gone and is in it again has come back: it is the same."""
    keyed = session_keys(read)
    by_key = {one.key: one for one in kept}
    pairs = [(by_key[key], key, session) for key, session in keyed if key in by_key]
    taken = {one.id for one, _, _ in pairs}
    found = {key for _, key, _ in pairs}
    left = [one for one in kept if one.id not in taken]
    for mine, key, session in _by_title(left, [pair for pair in keyed if pair[0] not in found]):
        pairs.append((mine, key, session))
        taken.add(mine.id)
        found.add(key)
    same = tuple(_same(mine, key, session) for mine, key, session in pairs)
    came = tuple(pair for pair in keyed if pair[0] not in found)
    return Plan(came, same, tuple(one for one in kept if one.id not in taken and not one.is_gone))


def _same(mine: KeptSession, key: str, read: ReadSession) -> Same:
    told = (read.held_on, read.starts_minute, read.ends_minute)
    has_moved = not mine.is_gone and (told != mine.when or read.room != mine.room)
    return Same(mine, key, read, has_moved, fold(mine.title) != fold(read.title))


Found = tuple[KeptSession, str, ReadSession]


def _by_title(kept: Sequence[KeptSession], read: Sequence[tuple[str, ReadSession]]) -> list[Found]:
    """Those that have one title on both sides and once only: on one day, and of the rest, at all."""
    found = _alone_in_both(kept, read, lambda title, day: (fold(title), day))
    taken = {one.id for one, _, _ in found}, {key for _, key, _ in found}
    left = [one for one in kept if one.id not in taken[0]], [pair for pair in read if pair[0] not in taken[1]]
    return found + _alone_in_both(*left, lambda title, _day: (fold(title), None))


def _alone_in_both(
    kept: Sequence[KeptSession],
    read: Sequence[tuple[str, ReadSession]],
    name_of: Callable[[str, date | None], tuple[str, date | None]],
) -> list[Found]:
    mine: dict[tuple[str, date | None], list[KeptSession]] = defaultdict(list)
    theirs: dict[tuple[str, date | None], list[tuple[str, ReadSession]]] = defaultdict(list)
    for one in kept:
        mine[name_of(one.title, one.held_on)].append(one)
    for pair in read:
        theirs[name_of(pair[1].title, pair[1].held_on)].append(pair)
    single = [name for name, ones in mine.items() if name[0] and len(ones) == len(theirs.get(name, ())) == 1]
    return [(mine[name][0], *theirs[name][0]) for name in single]


# --- keys -------------------------------------------------------------------------------------------------------------


def session_keys(read: Sequence[ReadSession]) -> list[tuple[str, ReadSession]]:
    """Each session with its key; of two with one key the first one counts."""
    numbers: Counter[str] = Counter()
    found: dict[str, ReadSession] = {}
    for session in read:
        name = f"uid:{session.uid}" if session.uid else f"title:{fold(session.title) or session.title}"
        if not session.uid:
            numbers[name] += 1
            name = f"{name}#{numbers[name]}"
        found.setdefault(_hash(name), session)
    return list(found.items())


def speaker_key(speaker: ReadSpeaker) -> str:
    """What makes a speaker the same within a program: name and organization; two houses are two speakers."""
    return _hash(f"{name_of(speaker.name)}|{comparable(speaker.organization)}")


def name_of(name: str) -> str:
    """A name as it is compared: without degrees, marks and capitals."""
    return fold(parse_name(name).display) or fold(name) or name


def speakers_of(sessions: Iterable[ReadSession], alone: Iterable[ReadSpeaker] = ()) -> dict[str, ReadSpeaker]:
    """Key -> speaker as the program tells most of them."""
    found: dict[str, ReadSpeaker] = {}
    for speaker in (*(one for session in sessions for one in session.speakers), *alone):
        key = speaker_key(speaker)
        if key not in found or _told(speaker) > _told(found[key]):
            found[key] = speaker
    return found


def _told(speaker: ReadSpeaker) -> int:
    return sum(map(bool, (speaker.title, speaker.organization, speaker.credentials)))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

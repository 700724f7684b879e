"""What floor mode shows of each person: the card in 30 seconds, the last words between the two, what is promised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from outreach.accounts.models import User
from outreach.briefs import build, pocket, spoken
from outreach.briefs.gathering import around, material_within
from outreach.briefs.material import Between, Material
from outreach.briefs.model import PocketCard
from outreach.db import WorkspaceSession
from outreach.events import floor_notes, queries
from outreach.events.models import OUTCOMES, Appearance, Event, FloorNote
from outreach.events.rules import clock_words

MOST_PEOPLE = 60
"""Cards on one page; of more people one does not meet a tenth."""

_PROMISES = ("promised", "they_promised")
_NO_WORDS = frozenset({*_PROMISES, "paused", "advised"})

LAST = {
    "met": "You met",
    "gave": "You gave",
    "they_gave": "They gave",
    "asked": "You asked",
    "answered": "They answered",
    "they_asked": "They asked",
    "they_wrote": "They wrote",
    "thanked": "You thanked",
    "wrote": "You wrote",
}
"""What passed last between the two -> the words before it."""


@dataclass(frozen=True, slots=True)
class FloorCard:
    """One person. last: what passed last between the two; promises: (whose, what) that are open."""

    row: Appearance
    number: int
    when: str
    place: str
    card: PocketCard
    say: str | None
    last: Between | None
    promises: tuple[tuple[str, str], ...]
    notes: Sequence[FloorNote]
    stopped: str

    @property
    def name(self) -> str:
        """Whom one meets."""
        return self.row.person.name

    @property
    def anchor(self) -> str:
        """Where the page goes on with them."""
        return f"person-{self.row.id}"

    @property
    def outcome(self) -> str:
        """ "Met"; "" where nothing is said yet."""
        return OUTCOMES[self.row.outcome] if self.row.outcome else ""


@dataclass(frozen=True, slots=True)
class Floor:
    """The page: its cards by time, how many people there are besides, and the notes about the event itself."""

    cards: tuple[FloorCard, ...]
    more: int
    notes: Sequence[FloorNote]


def floor_of(session: WorkspaceSession, event: Event, user: User, now: datetime) -> Floor:
    """What floor mode shows at a moment; `now` is in the user's zone. Questions to the database grow with people."""
    rows = queries.appearances(session, event)
    shown = rows[:MOST_PEOPLE]
    notes = floor_notes.by_appearance(session, event, rows)
    about = around(session, user, now)
    cards = tuple(
        _card(row, number, material_within(session, row.person, about, row), notes)
        for number, row in enumerate(shown, start=1)
    )
    return Floor(cards, len(rows) - len(shown), notes.get(None, ()))


def _card(
    row: Appearance, number: int, material: Material, notes: Mapping[int | None, Sequence[FloorNote]]
) -> FloorCard:
    day, starts, ends = queries.meets(row)
    return FloorCard(
        row=row,
        number=number,
        when=queries.when_words(day, starts, ends) if day is not None or starts is not None else "",
        place=queries.meeting_place(row),
        card=pocket.card_of(build.build(material), material),
        say=spoken.spoken_form(material),
        last=last_words(material.between),
        promises=tuple((_whose(one), one.words) for one in material.between if one.kind in _PROMISES),
        notes=notes.get(row.id, ()),
        stopped=material.stopped,
    )


def _whose(one: Between) -> str:
    return "You promised" if one.kind == "promised" else "They promised"


def last_words(between: Sequence[Between]) -> Between | None:
    """What passed last between the two; None where nothing did."""
    passed = [one for one in between if one.kind in LAST]
    return next(iter(passed), None)


def short_time(row: Appearance) -> str:
    """When they are met, for a link: "10:40 AM"; "" for no time."""
    return clock_words(queries.meets(row)[1])

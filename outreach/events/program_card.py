"""The program on the page of an event: how much it holds, the sessions that matter, the copies that were brought."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from outreach.db import WorkspaceSession
from outreach.events import agendas, program_queries, rules
from outreach.events.agendas import AgendaLine
from outreach.events.models import AGENDA_STATES, Event
from outreach.events.program_queries import SessionLine
from outreach.words import counted
from outreach.words import day as day_words

HIGHLIGHTS = 12
COPIES = 4


@dataclass(frozen=True, slots=True)
class ProgramCard:
    """What the card of the program prints."""

    total: int
    speakers: int
    kept: int
    highlights: Sequence[SessionLine]
    copies: Sequence[AgendaLine]
    today: date
    states: Mapping[str, str]
    span: Callable[[int | None, int | None], str]

    @property
    def beside(self) -> str:
        """ "28 sessions, 41 speakers"."""
        if not self.total:
            return ""
        people = f", {counted(self.speakers, 'speaker', 'speakers')}" if self.speakers else ""
        return counted(self.total, "session", "sessions") + people

    def day(self, held_on: date | None) -> str:
        """A session's day in words; "" for none."""
        return day_words(held_on, self.today) if held_on is not None else ""


def card(session: WorkspaceSession, event: Event, today: date) -> ProgramCard:
    """The program of an event, in a fixed number of questions."""
    total = program_queries.days(session, event).total
    speakers, kept = program_queries.count_speakers(session, event)
    highlights = program_queries.highlights(session, event, HIGHLIGHTS) if total else []
    copies = agendas.lines(session, event)[:COPIES]
    return ProgramCard(total, speakers, kept, highlights, copies, today, AGENDA_STATES, rules.span_words)

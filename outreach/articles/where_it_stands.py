"""Where articles stand with their reviewers, as lists and pages say it. The approvals tell it, this keeps the words.

Approvals come after the pages of articles, so they hand their reader over when the room is joined:

    where_it_stands.told_by(app, standings_of.of_articles)

`of_articles(session, ids, now)` reads for many articles at once, in a fixed number of questions. Until it is handed
over, no article has a reviewer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask import Flask

from outreach.articles import rules
from outreach.articles.rules import StandingState, Step
from outreach.db import WorkspaceSession
from outreach.words import listed


@dataclass(frozen=True, slots=True)
class OfReviewer:
    """Where one reviewer stands. number: of the version that it is about; since: the day of it."""

    reviewer_id: int
    name: str
    state: StandingState
    number: int | None = None
    since: date | None = None

    @property
    def words(self) -> str:
        """ "Approved v4", "Waiting for an answer, v4"."""
        said = rules.STANDING_WORDS[self.state]
        return f"{said}, v{self.number}" if self.number is not None else said


@dataclass(frozen=True, slots=True)
class Stand:
    """Where an article stands. next: the next polite step as it goes on after "next: ", or ""."""

    reviewers: tuple[OfReviewer, ...] = ()
    next: str = ""

    def step(self, state: str) -> Step:
        """The step of an article of this state."""
        return rules.step(state, [one.state for one in self.reviewers])

    @property
    def missing(self) -> tuple[OfReviewer, ...]:
        """Who must still say yes."""
        return tuple(one for one in self.reviewers if one.state not in {"approved", "kept"})

    @property
    def missing_words(self) -> str:
        """Who must still say yes, in words: "Inés Okafor-Lindqvist and Tom Quill must still say yes"; "" for nobody."""
        names = [one.name for one in self.missing]
        if not names:
            return ""
        some = [*names[:3], f"{len(names) - 3} more"] if len(names) > 3 else names
        return f"{listed(some)} must still say yes"

    def words(self, state: str) -> str:
        """Where it stands: "Waiting for 1 of 3", else the step's words; what comes next behind it."""
        step = self.step(state)
        waits = sum(one.state == "waiting" for one in self.reviewers)
        said = f"Waiting for {waits} of {len(self.reviewers)}" if step == "sent" and waits else rules.STEP_WORDS[step]
        return f"{said} · next: {self.next}" if self.next else said


NOBODY = Stand()
"""Of an article that nobody has to approve yet."""

Reader = Callable[[WorkspaceSession, Sequence[int], datetime], Mapping[int, Stand]]

_KEY = "where articles stand"


def told_by(app: Flask, reader: Reader) -> None:
    """Hands over what reads where articles stand: for some ids, a Stand each; ids without one have nobody."""
    app.extensions[_KEY] = reader


def stands(app: Flask, session: WorkspaceSession, ids: Sequence[int], now: datetime) -> Mapping[int, Stand]:
    """Where these articles stand; those that nobody has to approve yet may be left out."""
    reader: Reader | None = app.extensions.get(_KEY)
    return reader(session, ids, now) if reader is not None and ids else {}


def stand(app: Flask, session: WorkspaceSession, article_id: int, now: datetime) -> Stand:
    """Where one article stands."""
    return stands(app, session, [article_id], now).get(article_id, NOBODY)

"""What later rooms put on the pages of earlier ones: parts of a page, its next step, its timeline, columns of a list.

A person's page is drawn by the room `people`, which may not import `dossiers`. So `dossiers` hands its parts over when
the rooms are joined, in the `init_app(app)` of its `views.py`:

    page_parts.add(app, "person", Part("facts", "Dossier", place="main", order=20, template="dossiers/_facts.html",
                                       load=queries.facts_for_page))

and the page asks for what was handed over. `load` reads once for the page, never once for a row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from flask import Flask
from sqlalchemy import ColumnElement

from outreach.db import WorkspaceSession

Place = Literal["next", "main", "side"]
"""Where a part stands: next (the next step, first on phones), the wide column, or the narrow one."""


@dataclass(frozen=True, slots=True)
class Here:
    """A page that is being drawn: of which subject, for whom, when. `user_id` is of the signed-in user."""

    session: WorkspaceSession
    subject_id: int
    user_id: int
    now: datetime


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page. `load` gives the values of its template, or None where there is nothing to show.

    The template sees them as `part`, beside everything that the page itself has.
    """

    key: str
    """Its anchor on the page, unique there; the template writes it as the id of its card."""
    words: str
    """The link to it at the top of the page, or "" for none."""
    place: Place
    order: int
    """Small numbers stand first."""
    template: str
    load: Callable[[Here], Mapping[str, Any] | None]


@dataclass(frozen=True, slots=True)
class NextAction:
    """The main button of a page: it leads to an address, or sends a form of one button there."""

    words: str
    address: str
    posts: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a timeline. A planned one is drawn hollow."""

    date: date
    """Where it stands in the order; of a date that is not known to the day, the first day it can mean."""
    words: str
    kind: str
    done: bool = True
    address: str = ""
    known: str = ""
    """The date as precisely as it is known ("2024-03"), where that is not to the day: so it is shown."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice above a list: its word in the address, its words, and the condition on the rows, made for a moment."""

    key: str
    words: str
    condition: Callable[[datetime], ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Column:
    """A further column of a list: for the ids of the rows on the page, their words; those without are left out."""

    words: str
    order: int
    load: Callable[[WorkspaceSession, Sequence[int], datetime], Mapping[int, str]]


@dataclass(slots=True)
class _Page:
    parts: list[Part] = field(default_factory=list)
    actions: list[tuple[int, Callable[[Here], NextAction | None]]] = field(default_factory=list)
    steps: list[Callable[[Here, int], Sequence[Step]]] = field(default_factory=list)
    filters: list[Filter] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A part with its values, ready to be drawn."""

    part: Part
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PageParts:
    """All that others add to a page, in their order."""

    next: tuple[Loaded, ...]
    main: tuple[Loaded, ...]
    side: tuple[Loaded, ...]
    action: NextAction | None

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """(words, anchor) of each part that wants a link at the top of the page."""
        found = sorted((*self.next, *self.main, *self.side), key=lambda one: one.part.order)
        return tuple((one.part.words, f"#{one.part.key}") for one in found if one.part.words)


def _page(app: Flask, page: str) -> _Page:
    pages: dict[str, _Page] = app.extensions.setdefault("page_parts", {})
    return pages.setdefault(page, _Page())


def add(app: Flask, page: str, part: Part) -> None:
    """Puts a part on a page ("person", "organization"). Raises: ValueError when the page has one of its key."""
    parts = _page(app, page).parts
    if any(part.key == other.key for other in parts):
        raise ValueError(f"the page {page} has a part {part.key} already")
    parts.append(part)
    parts.sort(key=lambda one: (one.order, one.key))


def add_action(app: Flask, page: str, order: int, action: Callable[[Here], NextAction | None]) -> None:
    """Offers a main button: the first in the order that is not None is the page's."""
    actions = _page(app, page).actions
    actions.append((order, action))
    actions.sort(key=lambda one: one[0])


def add_steps(app: Flask, page: str, steps: Callable[[Here, int], Sequence[Step]]) -> None:
    """Adds lines to a page's timeline: the function gives the newest of its own, at most as many as it is asked for."""
    _page(app, page).steps.append(steps)


def add_filter(app: Flask, page: str, choice: Filter) -> None:
    """Adds a choice above a list ("people"). Raises: ValueError when the list has one of its key."""
    filters = _page(app, page).filters
    if any(choice.key == other.key for other in filters):
        raise ValueError(f"the list {page} has a filter {choice.key} already")
    filters.append(choice)


def add_column(app: Flask, page: str, column: Column) -> None:
    """Adds a column to a list."""
    columns = _page(app, page).columns
    columns.append(column)
    columns.sort(key=lambda one: one.order)


def loaded(app: Flask, page: str, here: Here) -> PageParts:
    """What others show on this page."""
    own = _page(app, page)
    found = [Loaded(part, values) for part in own.parts if (values := part.load(here)) is not None]
    action = next((one for _, offer in own.actions if (one := offer(here)) is not None), None)
    by_place = {place: tuple(one for one in found if one.part.place == place) for place in ("next", "main", "side")}
    return PageParts(by_place["next"], by_place["main"], by_place["side"], action)


def timeline(app: Flask, page: str, here: Here, own: Sequence[Step], most: int) -> tuple[Step, ...]:
    """The page's own steps and those of others, newest first."""
    steps = [*own, *(step for more in _page(app, page).steps for step in more(here, most))]
    return tuple(sorted(steps, key=lambda step: step.date, reverse=True)[:most])


def filters(app: Flask, page: str) -> tuple[Filter, ...]:
    """The choices that others add above a list."""
    return tuple(_page(app, page).filters)


def columns(
    app: Flask, page: str, session: WorkspaceSession, ids: Sequence[int], now: datetime
) -> tuple[tuple[str, Mapping[int, str]], ...]:
    """The columns that others add to a list: their words, and the words of each row by its id."""
    return tuple((column.words, column.load(session, ids, now) if ids else {}) for column in _page(app, page).columns)

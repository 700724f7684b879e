"""Decisions about organizations and their figures: values in, words or a ruling out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from outreach import words
from outreach.charts import Chart, Series, line_chart
from outreach.folding import fold
from outreach.partial_dates import say
from research.vocabulary import PREDICATES

NAME_MAX = 300
OTHER_NAMES_MAX = 600
DESCRIPTION_MAX = 4_000
CITY_MAX = 100
UNDO_FOR = timedelta(days=30)
"""How long a deleted organization or person can be brought back (ux.md, principle 6)."""

STATES = tuple(
    word
    for line in (
        "AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MP MS MT NC ND NE NH NJ NM",
        "NV NY OH OK OR PA PR RI SC SD TN TX UT VA VI VT WA WI WV WY",
    )
    for word in line.split()
)
"""Postal codes of states and territories."""

_NUMBER_KINDS = ("number", "money", "rating")
FIGURES = {
    key: predicate
    for key, predicate in PREDICATES.items()
    if predicate.subject == "organization" and (predicate.kind in _NUMBER_KINDS or key in ("ownership", "mission"))
}
"""The figures that a snapshot shows, in the vocabulary's order."""

HAND_FIGURES = {key: predicate.label for key, predicate in FIGURES.items() if predicate.kind in _NUMBER_KINDS}
"""Figures that a user can enter -> their words."""

_SOURCES_NAMED = 3
"""Sources that the line below a chart names; of more it says how many."""

LARGEST_FIGURE = 1e13
"""Ten trillion dollars: more than any hospital has of anything, so more is a slip."""


def sort_key(name: str) -> str:
    """What a list is ordered by: the folded name without "the" before it."""
    return fold(name).removeprefix("the ")[:NAME_MAX]


def search_key(name: str, other_names: str, city: str, state: str) -> str:
    """What a search looks through."""
    return fold(f"{name} {other_names} {city} {state}")[:1000]


def place_words(city: str, state: str) -> str:
    """Town and state for reading."""
    return ", ".join(part for part in (city, state) if part)


@dataclass(frozen=True, slots=True)
class Workplace:
    """An organization as a field of a form names it: by its number in the directory, or by name and place."""

    name: str
    city: str = ""
    state: str = ""
    ccn: str = ""


_CCN_AT_END = re.compile(r"\(CCN ([0-9]{2}[0-9A-Z]{4})\)$")
_PLACE_AT_END = re.compile(r", ([^,]{1,100}), ([A-Z]{2})$")


def workplace_line(workplace: Workplace) -> str:
    """The line that a field suggests, which `read_workplace` understands when it is sent back."""
    line = ", ".join(part for part in (workplace.name, workplace.city, workplace.state) if part)
    return f"{line} (CCN {workplace.ccn})" if workplace.ccn else line


def read_workplace(line: str) -> Workplace:
    """What a field of a form names; of a line without place or number the whole is the name."""
    line = " ".join(line.split())
    found = _CCN_AT_END.search(line)
    ccn = found[1] if found else ""
    line = line[: found.start()].strip() if found else line
    place = _PLACE_AT_END.search(line)
    if place and place[2] in STATES:
        return Workplace(line[: place.start()].strip(), place[1].strip(), place[2], ccn)
    return Workplace(line, ccn=ccn)


# --- figures ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """A figure as it is kept (`models.Figure`)."""

    id: int
    key: str
    value: float | None
    words: str
    period: str
    period_words: str
    origin: str
    source_title: str
    url: str
    retrieved_at: datetime


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure as the snapshot shows it; `url` is empty where nothing can be opened."""

    id: int
    key: str
    label: str
    value: str
    period: str
    source: str
    url: str
    read_at: datetime
    is_own: bool
    earlier: int
    """How many older values of it there are."""
    is_wording: bool
    """Whether it is no number but words: who owns the house, what it is for."""


@dataclass(frozen=True, slots=True)
class ShownSeries:
    """A chart, and whose numbers it draws."""

    chart: Chart
    source: str


def fingerprint(key: str, value: float | None, words_: str, period: str, url: str) -> str:
    """The same for the same figure from the same place, so that reading it again doubles nothing."""
    told = "|".join((key, "" if value is None else repr(float(value)), words_, period, url))
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()


def say_value(key: str, value: float | None, words_: str) -> str:
    """A figure's value for reading: "214", "$318 million", "4 of 5 stars"."""
    if value is None:
        return words_
    kind = FIGURES[key].kind if key in FIGURES else "number"
    if kind == "money":
        return words.money(value)
    return f"{words.number(value)} of 5 stars" if kind == "rating" else words.number(value)


def label_of(key: str) -> str:
    """What a figure is called on the page."""
    return FIGURES[key].label if key in FIGURES else key.replace("_", " ").capitalize()


def snapshot(figures: Iterable[KnownFigure]) -> tuple[ShownFigure, ...]:
    """The latest value of each figure, in the vocabulary's order; of one period the last that was read."""
    by_key: dict[str, list[KnownFigure]] = {}
    for figure in figures:
        by_key.setdefault(figure.key, []).append(figure)
    order = {key: number for number, key in enumerate(FIGURES)}
    shown = []
    for key in sorted(by_key, key=lambda one: (order.get(one, len(order)), one)):
        rows = sorted(by_key[key], key=_recency)
        shown.append(_shown(rows[-1], len({row.period for row in rows}) - 1))
    return tuple(shown)


def _recency(figure: KnownFigure) -> tuple[str, datetime, int]:
    return figure.period, figure.retrieved_at, figure.id


def _shown(figure: KnownFigure, earlier: int) -> ShownFigure:
    return ShownFigure(
        id=figure.id,
        key=figure.key,
        label=label_of(figure.key),
        value=say_value(figure.key, figure.value, figure.words),
        period=figure.period_words or say(figure.period),
        source=figure.source_title or "Entered by hand",
        url=figure.url,
        read_at=figure.retrieved_at,
        is_own=figure.origin == "hand",
        earlier=earlier,
        is_wording=figure.value is None,
    )


def series_of(figures: Iterable[KnownFigure]) -> tuple[ShownSeries, ...]:
    """A chart for each figure with four or more dated values, in the vocabulary's order; of a year the last read."""
    by_key: dict[str, dict[int, KnownFigure]] = {}
    for figure in sorted(figures, key=_recency):
        if figure.value is not None and figure.period:
            by_key.setdefault(figure.key, {})[int(figure.period[:4])] = figure
    found = []
    for key in [key for key in FIGURES if key in by_key]:
        rows = [by_key[key][year] for year in sorted(by_key[key])]
        chart = line_chart(_series(key, rows), partial(say_value, key, words_=""))
        if chart is not None:
            found.append(ShownSeries(chart, _sources_of(rows)))
    return tuple(found)


def _sources_of(rows: Sequence[KnownFigure]) -> str:
    """Whose numbers a chart draws, each source once with its years: "Cost Report, 2020 to 2024"."""
    years: dict[str, list[str]] = {}
    for row in rows:
        if row.source_title:
            years.setdefault(_without_date(row.source_title), []).append(row.period[:4])
    if len(years) == 1:
        return next(iter(years))  # its years are those of the chart
    told = [f"{title}, {_span(found)}" for title, found in years.items()]
    more = len(told) - _SOURCES_NAMED
    if more > 1:
        told = [*told[:_SOURCES_NAMED], words.counted(more, "other source", "other sources")]
    return "; ".join(told)


def _without_date(title: str) -> str:
    """A report's title without the year it is of: "Cost Report, fiscal year ended 2024-09-30" -> "Cost Report"."""
    kept = title.split(", ")
    while len(kept) > 1 and any(letter.isdigit() for letter in kept[-1]):
        kept.pop()
    return ", ".join(kept)


def _span(years: Sequence[str]) -> str:
    return years[0] if len(set(years)) == 1 else f"{years[0]} to {years[-1]}"


def _series(key: str, rows: Sequence[KnownFigure]) -> Series:
    values = tuple((int(row.period[:4]), row.value) for row in rows if row.value is not None)
    return Series(label_of(key), values)


def read_number(text: str) -> float:
    """A number as people write it: "1,234.5", "$318 million", "(4 million)" for a loss.

    Raises: ValueError with a sentence.
    """
    plain = text.strip().replace("$", "").replace(",", "").replace("−", "-").casefold()
    negative = plain.startswith("(") and plain.endswith(")")
    found = re.fullmatch(r"\(?(-?[0-9]{1,15}(?:\.[0-9]{1,6})?)\s{0,3}(thousand|million|billion|k|m|b)?\)?", plain)
    if found is None:
        raise ValueError("Enter a number, such as 214 or $318 million.")
    value = float(found[1]) * _SCALES[found[2] or ""]
    if abs(value) > LARGEST_FIGURE:
        raise ValueError("This number is larger than any organization's. Look it over.")
    return -value if negative else value


_SCALES: Mapping[str, float] = {"": 1, "k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "b": 1e9, "billion": 1e9}

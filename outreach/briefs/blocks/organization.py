"""The organization: its kind and place, five figures with their years, who leads it, one figure over the years."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from outreach.briefs.allowed import FIGURES, OFFICES, of_kinds
from outreach.briefs.house_words import plain_words
from outreach.briefs.material import House, HouseFigure, HouseSeries, KnownFact, Material
from outreach.briefs.model import Block, Fact, Facts, Run, Series
from outreach.briefs.naming import shown
from outreach.briefs.telling import cited
from outreach.charts import FEWEST
from outreach.drafts.letter_grammar import clean
from research.name_matching import compare

KEY = "organization"
PLACE = "right"
ORDER = 10

MOST = 5
LONGEST_LINE = 54
"""Characters of a label and its value on one line of the right column."""

LONGEST_INTRO = 160

_LABELS = {"CMS overall rating (1 to 5 stars)": "CMS rating", "Discharges a year": "Discharges"}
"""Shorter labels than those of a whole page."""

_ONLY_A_STATE = len("WA.")
"""An introduction of no more than this tells nothing."""

_CHARTED = ("revenue", "net_income", "discharges", "beds", "employees")

_PERIOD = re.compile(r", (?:[A-Z][a-z]{2} (?:\d{1,2}, )?)?((?:19|20)\d\d)$")
"""A period at the end of a figure: ", Sep 30, 2024"."""

_CHIEF = re.compile(r"\b(?:chief executive(?: officer)?|CEO|president)\b", re.IGNORECASE)
_NOT_CHIEF = re.compile(r"\b(?:vice|deputy|assistant|former|past|elect|board)\b", re.IGNORECASE)
_CHAIR = re.compile(r"\b(?:board chair\w{0,6}|chair\w{0,6} of the board|chair\w{0,6}, board)\b", re.IGNORECASE)


def build(material: Material) -> Block | None:
    """None where the organization is not known, or nothing is known of it but its name."""
    house = material.house
    if house is None or not clean(house.name):
        return None
    items = [*_figures(house), *_people(material)]
    chart = _chart(house.series)
    intro = _intro(house)
    if not items and chart is None and len(intro) <= _ONLY_A_STATE:
        return None
    runs = (Run(intro, sources=cited(house.sources)),) if intro else ()
    return Block(KEY, clean(house.name), Facts(runs, tuple(items[:MOST]), chart))


def _intro(house: House) -> str:
    parts = [part.rstrip(" .") for part in (plain_words(clean(house.kind)), clean(house.place)) if part.strip(" .")]
    words = " ".join(f"{part}." for part in parts)
    return (
        words if len(words) <= LONGEST_INTRO else next((f"{part}." for part in parts if len(part) < LONGEST_INTRO), "")
    )


def _figures(house: House) -> Iterator[Fact]:
    ranked = {key: place for place, key in enumerate(FIGURES)}
    known = [one for one in house.figures if _kind(one) in ranked and one.sources]
    for figure in sorted(known, key=lambda one: ranked[_kind(one)]):
        label = clean(figure.label)
        label = _LABELS.get(label, label)
        value = _value(figure)
        if value and len(label) + len(value) <= LONGEST_LINE:
            yield Fact((Run(label, sources=cited(figure.sources)),), value)


def _kind(figure: HouseFigure) -> str:
    return figure.key.rpartition(":")[2]


def _value(figure: HouseFigure) -> str:
    """The figure with its year alone: "$318 million, FY 2024", "214, 2024"."""
    value = clean(figure.value)
    year = r", FY \1" if value.lstrip("−-").startswith("$") else r", \1"
    return _PERIOD.sub(year, value)


def _people(material: Material) -> Iterator[Fact]:
    """Who leads the house beside the person: chief executive and chair of the board, by undisputed sources."""
    officers = [one for one in of_kinds(material.facts, OFFICES) if not one.is_stale]
    for label, is_one in (("Chief executive", _is_chief), ("Board chair", _is_chair)):
        for fact in officers:
            title = clean(fact.details.get("title", ""))
            name = _name(fact, title)
            if is_one(title) and name and not _is_the_leader(name, material):
                value = f"{name}{_as_of(fact)}"
                if len(label) + len(value) <= LONGEST_LINE:
                    yield Fact((Run(label, sources=cited(fact.sources)),), value)
                    break


def _is_chief(title: str) -> bool:
    return bool(_CHIEF.search(title)) and not _NOT_CHIEF.search(title)


def _is_chair(title: str) -> bool:
    return bool(_CHAIR.search(title))


def _name(fact: KnownFact, title: str) -> str:
    given = clean(fact.details.get("person", ""))
    return given or clean(fact.bare or fact.value).partition(f", {title}" if title else ", ")[0]


def _as_of(fact: KnownFact) -> str:
    year = fact.dated[:4]
    return f", {year}" if year.isdecimal() and len(year) == 4 else ""


def _is_the_leader(name: str, material: Material) -> bool:
    return compare(name, shown(material.leader).name).verdict == "equal"


def _chart(series: Sequence[HouseSeries]) -> Series | None:
    """The most telling figure that has values of four years or more."""
    drawn = [one for one in series if len(one.values) >= FEWEST and _is_drawn(one)]
    if not drawn:
        return None
    best = min(drawn, key=lambda one: (_rank(one), one.name))
    return Series((Run(clean(best.name), sources=cited(best.sources)),), best.values, best.unit)


def _is_drawn(series: HouseSeries) -> bool:
    years = [year for year, _ in series.values]
    return (
        years == sorted(set(years)) and all(math.isfinite(value) for _, value in series.values) and bool(series.sources)
    )


def _rank(series: HouseSeries) -> int:
    name = clean(series.name).casefold().replace(" ", "_")
    return next((place for place, key in enumerate(_CHARTED) if key in name), len(_CHARTED))

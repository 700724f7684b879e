"""The organization of a dossier's file: its kind in plain words, its figures with their years, a series. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from outreach.briefs.allowed import FIGURES
from outreach.briefs.dossier_sources import sources_of
from outreach.briefs.house_words import KINDS, OWNERS
from outreach.briefs.material import House, HouseFigure, HouseSeries
from outreach.briefs.model import Source
from outreach.charts import FEWEST
from outreach.drafts.letter_dates import partial
from outreach.drafts.letter_grammar import clean
from outreach.words import money, number
from research.dossier import Dossier
from research.types import Fact
from research.vocabulary import PREDICATES

_MOST_YEARS = 12
_LONGEST_LABEL = 24


def house_of(dossier: Dossier, holding: Sequence[Fact]) -> House | None:
    """The organization where the person was said to work; None where none was named. holding: facts that hold."""
    name = clean(dossier.query.organization)
    if not name:
        return None
    facts = [fact for fact in holding if fact.subject == "organization"]
    own = [fact for fact in facts if not _is_of_another(fact)]
    kind, kind_sources = _kind(facts)
    return House(
        name=name,
        kind=kind,
        place=_place(dossier, facts),
        figures=tuple(_figures(own)),
        series=tuple(_series(own)),
        sources=kind_sources,
    )


def _is_of_another(fact: Fact) -> bool:
    """Whether a figure is that of a legal entity, a parent or a group, and not of the house itself."""
    return clean(fact.details.get("names", "")) not in ("", "facility", "organization")


def _kind(facts: Sequence[Fact]) -> tuple[str, tuple[Source, ...]]:
    """ "Acute care hospital. Private, not for profit."; "" where only codes of a register are known."""
    told: list[str] = []
    sources: dict[str, Source] = {}
    for predicate, words in (("organization_kind", KINDS), ("ownership", OWNERS)):
        for fact in facts:
            said = words.get(clean(fact.value).casefold(), "") if fact.predicate == predicate else ""
            if said:
                told.append(f"{said}.")
                sources |= {source.key: source for source in sources_of(fact)[:1]}
                break
    return " ".join(told), tuple(sources.values())


def _place(dossier: Dossier, facts: Sequence[Fact]) -> str:
    places = [clean(fact.value) for fact in facts if fact.predicate == "location"]
    return next(iter(places), clean(dossier.query.state))


def _figures(facts: Sequence[Fact]) -> Iterator[HouseFigure]:
    """The latest value of each figure."""
    for key in FIGURES:
        known = [fact for fact in facts if fact.predicate == key and _amount(fact) is not None]
        if known:
            fact = max(known, key=lambda one: (_year(one), len(one.claims)))
            yield HouseFigure(f"figure:{key}", _label(fact), _value(fact), sources_of(fact))


def _label(fact: Fact) -> str:
    """What is counted, where the source says it more exactly than the kind of figure does."""
    measure = clean(fact.details.get("measure", ""))
    if fact.predicate == "revenue" and 0 < len(measure) <= _LONGEST_LABEL:
        return measure[:1].upper() + measure[1:]
    if fact.predicate == "employees" and "full-time equivalent" in measure:
        return "Employees (full-time equivalents)"
    return PREDICATES[fact.predicate].label


def _amount(fact: Fact) -> float | None:
    value = fact.value
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    return float(value) if is_number else None


def _year(fact: Fact) -> str:
    return str(fact.end or fact.start or fact.as_of or "")[:4]


def _value(fact: Fact) -> str:
    """ "$318 million, FY 2024", "214, 2024", "4 of 5 stars"."""
    amount, kind, year = _amount(fact) or 0.0, PREDICATES[fact.predicate].kind, _year(fact)
    if kind == "rating":
        return f"{number(amount)} of 5 stars" + (f", {year}" if year else "")
    shown = money(amount) if kind == "money" else number(amount)
    return f"{shown}, {'FY ' if kind == 'money' else ''}{year}" if partial(year) else shown


def _series(facts: Sequence[Fact]) -> Iterator[HouseSeries]:
    """Figures of one source and one measure over four years or more."""
    groups: dict[tuple[str, str, str], dict[int, Fact]] = {}
    for fact in facts:
        amount, year = _amount(fact), _year(fact)
        if fact.predicate in FIGURES and amount is not None and partial(year):
            measure = clean(fact.details.get("measure", ""))
            group = (fact.predicate, measure, fact.claims[0].citation.source)
            groups.setdefault(group, {})[int(year)] = fact
    for (key, measure, _), by_year in sorted(groups.items(), key=lambda one: FIGURES.index(one[0][0])):
        if len(by_year) >= FEWEST:
            yield _one_series(key, measure, [by_year[year] for year in sorted(by_year)][-_MOST_YEARS:])


def _one_series(key: str, measure: str, rows: Sequence[Fact]) -> HouseSeries:
    predicate = PREDICATES[key]
    name = measure[:1].upper() + measure[1:] if measure else predicate.label
    values = tuple((int(_year(row)), _amount(row) or 0.0) for row in rows)
    unit = "$" if predicate.kind == "money" else "stars" if predicate.kind == "rating" else predicate.label.lower()
    return HouseSeries(name, values, unit, _latest_sources(rows))


def _latest_sources(rows: Iterable[Fact]) -> tuple[Source, ...]:
    found = {source.key: source for row in reversed(list(rows)) for source in sources_of(row)[:1]}
    return tuple(found.values())

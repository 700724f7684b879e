"""The organization of a leader for a brief: what kind of house it is, its figures with their years, its series."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from outreach.briefs.gathered_sources import page_source
from outreach.briefs.material import House, HouseFigure, HouseSeries
from outreach.briefs.model import Source
from outreach.charts import FEWEST
from outreach.db import WorkspaceSession
from outreach.organizations import queries, rules
from outreach.organizations.models import KINDS, Organization
from outreach.organizations.rules import FIGURES, KnownFigure, ShownFigure

_MOST_YEARS = 12
"""Years of a chart: more do not fit side by side in 200 points."""


def house_of(session: WorkspaceSession, house: Organization, contested: Collection[str]) -> House:
    """An organization with what sources say of it. contested: kinds of figures that sources disagree about."""
    figures = [one for one in queries.figures(session, house.id) if one.key not in contested and _is_sourced(one)]
    parent = queries.parent_of(session, house)
    snapshot = rules.snapshot(figures)
    owned = next((one for one in snapshot if one.key == "ownership"), None)
    return House(
        name=house.name,
        kind=_kind(house, parent, owned.value if owned is not None else ""),
        place=rules.place_words(house.city, house.state),
        figures=tuple(_figure(one, figures) for one in snapshot if not one.is_wording),
        series=_series(figures),
        sources=(_source(_known(owned, figures)),) if owned is not None else (),
    )


def _is_sourced(figure: KnownFigure) -> bool:
    """Whether others can look it up; what was entered by hand without an address is no figure to hand around."""
    return figure.url.startswith(("http://", "https://"))


def _kind(house: Organization, parent: Organization | None, owned: str) -> str:
    """ "Hospital. Voluntary non-profit. Part of Larkspur Health."."""
    parts = [KINDS[house.kind] if house.kind != "other" else "", owned, f"Part of {parent.name}" if parent else ""]
    return " ".join(f"{part.rstrip(' .')}." for part in parts if part)


def _figure(shown: ShownFigure, figures: Sequence[KnownFigure]) -> HouseFigure:
    value = f"{shown.value}, {shown.period}" if shown.period else shown.value
    return HouseFigure(f"figure:{shown.key}", shown.label, value, (_source(_known(shown, figures)),))


def _known(shown: ShownFigure, figures: Sequence[KnownFigure]) -> KnownFigure:
    return next(one for one in figures if one.id == shown.id)


def _source(figure: KnownFigure) -> Source:
    return page_source("", figure.source_title, figure.url, figure.retrieved_at)


def _series(figures: Sequence[KnownFigure]) -> tuple[HouseSeries, ...]:
    """Each figure with values of four years or more, in the vocabulary's order; of one year the last that was read."""
    by_key: dict[str, dict[int, KnownFigure]] = {}
    for figure in sorted(figures, key=lambda one: (one.period, one.retrieved_at, one.id)):
        if figure.value is not None and figure.period:
            by_key.setdefault(figure.key, {})[int(figure.period[:4])] = figure
    found = []
    for key in [key for key in FIGURES if key in by_key]:
        years = sorted(by_key[key])[-_MOST_YEARS:]
        if len(years) >= FEWEST:
            rows = [by_key[key][year] for year in years]
            found.append(_one_series(key, years, rows))
    return tuple(found)


def _one_series(key: str, years: Sequence[int], rows: Sequence[KnownFigure]) -> HouseSeries:
    values = tuple((year, row.value) for year, row in zip(years, rows, strict=True) if row.value is not None)
    sources = {source.key: source for source in map(_source, reversed(rows))}
    return HouseSeries(rules.label_of(key), values, _unit(key), tuple(sources.values()))


def _unit(key: str) -> str:
    """ "$", "%", "stars", or the thing itself that is counted: "beds"."""
    kind = FIGURES[key].kind
    if kind == "money":
        return "$"
    if kind == "rating":
        return "stars"
    return FIGURES[key].unit or rules.label_of(key).lower()

"""Whether a figure that a text says agrees with a confirmed one: rounding, shares, and words such as "nearly".

How much rounding a reader accepts (decided here, tested by the examples of the rule):
- a figure without a word that makes it vaguer is right only as it stands, or if it leaves out decimals (38.4 -> 38),
  or zeros carried by a word (1,204,000 -> 1.2 million), or rounds thousands by at most half a percent (12,043 ->
  12,000);
- "about": 10 % to both sides; "nearly": the true figure is at most 10 % smaller (18 % for
  "nearly half" and "almost a week");
- "more than" and "at least": the true figure is not smaller, and at most twice as large; "under": the reverse;
- shares in words ("a third") reach 8 % to both sides, "halved" and "doubled" 12 %;
- a number of years from a year is right within one year.
"""

from __future__ import annotations

from datetime import date

from outreach.asklint.grounding.dates import SEASONS
from outreach.asklint.grounding.figures import Figure
from outreach.asklint.grounding.known_text import KnownFigure, KnownText
from outreach.asklint.grounding.units import TIME_UNITS
from outreach.asklint.grounding.words import stem

_ABOUT, _NEARLY, _NEARLY_SHARE, _SHARE, _MULTIPLE = 0.10, 0.10, 0.18, 0.08, 0.12
_THOUSANDS_ROUNDED, _SCALED = 0.005, 0.04
# Where today is not known: the last year in which a span of years since a confirmed year may end.
_UNKNOWN_TODAY = 2027

# Things counted that are surely not one another, a line for words of one meaning.
_THINGS = tuple(
    frozenset(map(stem, line.split()))
    for line in (
        "bed room",
        "hospital campus facility site location",
        "nurse rn clinician caregiver",
        "physician doctor surgeon provider",
        "employee staff worker associate colleague people teammat caregiver member",
        "patient case person people admission discharg",
        "unit ward floor department",
        "clinic office practice site location",
        "alarm alert",
        "visit call",
        "county",
        "state",
        "minute", "hour", "day", "week", "month", "year",
        "pharmacist", "volunteer", "student", "resident", "program", "award", "star", "bed",
    )
)  # fmt: skip


def values_agree(said: Figure, true: float, share: float = 0.0) -> bool:
    """Whether the value said is a fair way to say the true one; `share` widens what a bare figure may differ."""
    value = said.value
    if said.is_vague:
        return value * 1.5 <= true <= value * 20
    if said.high:
        return value * 0.995 <= true <= said.high * 1.005 and said.high <= 1.5 * value
    if abs(value - true) < 1e-9:
        return True
    match said.near:
        case "about":
            return abs(value - true) <= (_ABOUT + (0.05 if said.is_share else 0)) * true
        case "below":
            return true <= value <= true * (1 + (_NEARLY_SHARE if said.is_share else _NEARLY)) + 1e-9
        case "over" | "least":
            return value <= true <= 2 * value
        case "under" | "most":
            return true <= value <= 2 * true
    return _is_rounded(said, true, share)


def _is_rounded(said: Figure, true: float, share: float) -> bool:
    value = said.value
    if share or said.is_share:
        return abs(value - true) <= max(share, _SHARE if said.is_share else 0) * max(true, value)
    if abs(round(true, said.decimals) - value) < 1e-9 and value >= 1:
        return True
    if said.is_scaled and true >= 1000:
        return abs(value - true) <= _SCALED * true
    is_round = value >= 1000 and value % 100 == 0
    return is_round and abs(value - true) <= _THOUSANDS_ROUNDED * true


def holds(said: Figure, of: KnownFigure, text: KnownText, today: date | None) -> bool:
    """Whether one confirmed figure carries what is said."""
    true = of.figure
    match said.kind:
        case "percent":
            return _percent_holds(said, true, is_derived=of.is_derived)
        case "times":
            return of.part not in ("change", "left", "difference") and _multiple_holds(said, of)
        case "time":
            return _is_year_of_change(said, of, text) or _time_holds(said, true, text, today)
        case "date":
            return true.kind == "date" and _date_holds(said, true)
        case "ordinal":
            return _ordinal_holds(said, of, text)
        case "money":
            return true.kind in ("money", "count") and (_in_range(said, true) or _is_unscaled(said, true))
    if not said.unit and true.kind in ("time", "percent"):
        return said.value == true.value
    return true.kind in ("count", "money") and _in_range(said, true) and _same_thing(said, of, text)


def fits_lead(of: KnownFigure, lead: str) -> bool:
    """Whether a figure of a change fits the word before: "by" leads to how much, "to" and "from" to an end."""
    if lead == "by":
        return of.part not in ("end", "left")
    if lead in ("to", "from"):
        return of.part not in ("difference", "change")
    return of.part != "left"


def _ordinal_holds(said: Figure, of: KnownFigure, text: KnownText) -> bool:
    if of.figure.kind == "ordinal":
        return said.value == of.figure.value
    is_one = bool(set(said.units) & set(of.figure.units))
    return of.figure.kind == "count" and of.figure.value >= said.value and is_one and _same_thing(said, of, text)


def _is_unscaled(said: Figure, true: Figure) -> bool:
    """ "your $27.4" of $27.4 million."""
    return not said.is_scaled and any(
        abs(said.value * scale - true.value) < 1e-6 * true.value for scale in (1e3, 1e6, 1e9)
    )


def _in_range(said: Figure, true: Figure) -> bool:
    """Against a confirmed range: a figure within it; else by value, allowing for what the record itself says of it."""
    if true.high:
        ends = (values_agree(said, true.value), values_agree(said, true.high))
        if said.high:
            return all((said.value <= true.value * 1.001, said.high >= true.high * 0.999)) or all(
                (abs(said.value - true.value) < 1e-9, abs(said.high - true.high) < 1e-9)
            )
        return true.value <= said.value <= true.high or any(ends)
    if true.near in ("about", "over", "least", "below") and not said.near:
        return values_agree(said, true.value) or abs(said.value - true.value) <= 0.02 * true.value
    return values_agree(said, true.value)


def _percent_holds(said: Figure, true: Figure, *, is_derived: bool) -> bool:
    if true.kind == "percent":
        return _in_range(said, true)
    if true.kind != "times" or is_derived:
        return False
    return values_agree(said, 100 * abs(true.value - 1), 0.02) or values_agree(said, 100 * true.value, 0.02)


_CHANGES = frozenset("by cut reduc fell fall drop grew grow rose rise rais increas decreas lower declin doubl".split())


def _multiple_holds(said: Figure, of: KnownFigure) -> bool:
    """Multiples up and down alike: "halved" and "more than halved" read as a factor of two."""
    true = of.figure
    if true.kind == "percent":
        if of.part == "end" or not of.stems & _CHANGES:
            return False
        factors = [1 + true.value / 100, true.value / 100] + ([1 - true.value / 100] if true.value < 100 else [])
    elif true.kind == "times":
        factors = [true.value]
    else:
        return False
    upward = [max(factor, 1 / factor) for factor in factors if factor > 0]
    value = max(said.value, 1 / said.value) if said.value else 0
    told = Figure("times", 0, 0, value, 0, 0, near=said.near)
    return any(values_agree(told, factor, _MULTIPLE) for factor in upward)


def _time_holds(said: Figure, true: Figure, text: KnownText, today: date | None) -> bool:
    if true.kind == "date":
        return said.unit in ("year", "yr", "decad") and _years_hold(said, true, text, today)
    if true.kind == "count" and not true.unit:
        return said.value == true.value
    if true.kind != "time":
        return False
    if said.unit == true.unit:
        return _in_range(said, true)
    true_value = true.value * TIME_UNITS[true.unit] / TIME_UNITS[said.unit]
    return values_agree(said, true_value, 0.05)


def _is_year_of_change(said: Figure, of: KnownFigure, text: KnownText) -> bool:
    """ "within twelve months", "in a single year": of a change that a fact dates to one year."""
    if (
        of.figure.kind != "date"
        or not of.figure.year
        or not 0.95 < said.value * TIME_UNITS[said.unit] / TIME_UNITS["year"] < 1.05
    ):
        return False
    others = [other for other in text.figures if other.fact == of.fact]
    years = {other.figure.year for other in others if other.figure.kind == "date" and other.figure.year}
    return len(years) == 1 and any(other.part == "end" for other in others)


def _years_hold(said: Figure, true: Figure, text: KnownText, today: date | None) -> bool:
    """ "for eight years" with a start in 2018: until today, or until another confirmed year."""
    if not true.year:
        return False
    years = said.value * (10 if said.unit == "decad" else 1)
    slack = 1 + (1 if said.near or said.unit == "decad" else 0) + years * (0.1 if said.near else 0)
    others = [other.figure.year for other in text.figures if other.figure.kind == "date" and other.figure.year]
    if any(abs(abs(other - true.year) - years) < 0.5 for other in others if other != true.year):
        return True
    if today:
        gone = today.year - true.year
        return gone >= years - 1 if said.near in ("over", "least") and gone <= 2 * years else abs(gone - years) <= slack
    return max(others) - slack <= true.year + years <= max(_UNKNOWN_TODAY, max(others) + 2) + slack - 1


def _date_holds(said: Figure, true: Figure) -> bool:
    if said.high and not said.month:
        return said.year <= true.year <= said.high
    if true.high and not true.month:
        return said.year == 0 or (true.year <= said.year <= true.high and not said.month)
    if said.year and true.year and said.year != true.year:
        return False
    if not said.year and not true.month:
        return False
    if said.season:
        return _season_holds(said.season, true)
    if said.month and said.month != true.month:
        return False
    return not said.day or said.day == true.day


def _season_holds(season: str, true: Figure) -> bool:
    if season in ("early", "mid", "late") and not true.month:
        return True
    return true.season == season or true.month in SEASONS[season]


# Who can be called people.
_PEOPLE = frozenset(
    map(
        stem,
        "people person employees staff workers associates colleagues caregivers members patients residents students "
        "nurses physicians volunteers neighbors families children veterans parents adults women men".split(),
    )
)


_EVERYBODY = stem("people")


def _same_thing(said: Figure, of: KnownFigure, text: KnownText) -> bool:
    """Whether both count one thing; words that are not surely two things are taken for one."""
    true = of.figure
    if said.unit == _EVERYBODY and true.unit in _PEOPLE:
        return True
    if said.unit and not true.unit:
        return not any(other.figure.unit == said.unit and other.figure.kind == "count" for other in text.figures)
    if not said.unit or set(said.units) & set(true.units):
        return True
    if any(said.unit in things and true.unit in things for things in _THINGS):
        return True
    if any(other.figure.unit == said.unit and other.figure.kind == "count" for other in text.figures):
        return False
    listed = [any(unit in things for things in _THINGS) for unit in (said.unit, true.unit)]
    return not all(listed)


def bound_wrong(said_measures: frozenset[str], of: KnownFigure) -> bool:
    """Whether a figure is said of another measure than the confirmed sentence tells of: certain only if both name
    one."""
    return bool(said_measures and of.measures and not said_measures & of.measures)

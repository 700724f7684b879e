"""Figures that a confirmed fact tells otherwise: a sentence that rests on a fact is held against all of it.

Whether a figure is said of the leader is asked elsewhere, by the grammar of the sentence. Here the facts decide: a
sentence that names a program, repeats one of a fact's figures or speaks of what it counts has its other figures held
against that fact, whoever the sentence is about. What is plainly the writer's own is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from outreach.asklint.grounding.agreement import values_agree
from outreach.asklint.grounding.figure_claims import is_carried, is_telling
from outreach.asklint.grounding.figures import Figure, figures_of
from outreach.asklint.grounding.known_text import GENERIC, KnownFigure
from outreach.asklint.grounding.line import Claim, Line, clause_bounds
from outreach.asklint.grounding.measures import measures_in
from outreach.asklint.grounding.rates import is_rate_of_known
from outreach.asklint.grounding.signs import LEADER, OTHERS
from outreach.asklint.grounding.spans import start_of
from outreach.asklint.grounding.third_parties import (
    is_audience,
    is_of_indefinite,
    is_of_own_count,
    is_of_whole_state,
    is_told_by_others,
)
from outreach.asklint.grounding.tokens import Token, tokens_of
from outreach.asklint.grounding.units import TIME_UNITS
from outreach.asklint.grounding.words import EMPTY, stem

_PARTING = frozenset(", ; : ( ) — – and while but that which who how what when where".split())
_OWNING = frozenset("my our ours i we i'm we're i've we've i'd we'd".split())
_INDEFINITE = frozenset("a an another each every some any one most many other".split())
_REACH = 24
_SCALES = frozenset("million billion thousand hundred dozen".split())
_SPAN_LEADS = frozenset("over in within after inside under during through for of than".split())


def counterpart_claims(line: Line) -> Iterator[Claim]:
    """The figures of a sentence that a fact it rests on tells otherwise."""
    figures = tuple(figure for figure in _as_spans(line, figures_of(line.sentence.text)) if figure.kind in _HELD)
    if not figures or (len(figures) == 1 and _is_short(figures[0])) or is_told_by_others(line):
        return
    carried = {figure.first: _is_carried(line, figure) for figure in figures}
    for figure in figures:
        if carried[figure.first] or figure.is_vague or _is_exempt(line, figure):
            continue
        if _breaks_change(line, figure, figures) or _is_told_otherwise(line, figure, figures, carried):
            yield Claim(start_of(line.tokens, figure), figure.end, "figure")


_HELD = frozenset("count percent time money".split())


def _is_short(figure: Figure) -> bool:
    """Minutes and hours: mostly asked for."""
    return figure.kind == "time" and TIME_UNITS[figure.unit] < TIME_UNITS["day"]


def _as_spans(line: Line, figures: Sequence[Figure]) -> Iterator[Figure]:
    """ "by 41% over 12 months": behind another figure "over" tells how long it took, not that it took longer."""
    for at, figure in enumerate(figures):
        if figure.after > len(line.tokens):
            return
        is_span = figure.kind == "time" and at > 0 and figures[at - 1].after == figure.first - 1
        yield replace(figure, near="") if is_span and line.tokens[figure.first - 1].low == "over" else figure


def _is_carried(line: Line, figure: Figure) -> bool:
    """Whether a fact carries it; 4% stands for the rest of 96%, and years between two dates carry no span by chance."""
    if figure.kind == "percent":
        return is_carried(line, figure) or is_carried(line, replace(figure, value=100 - figure.value))
    if figure.kind == "time":
        spans = [of for of in line.known.figures if of.figure.kind == "time" and of.figure.unit == figure.unit]
        told = [of for of in spans if len(line.stems & line.known.facts[of.fact]) >= _SURELY and of.fact >= 0]
        if told:
            return any(values_agree(figure, of.figure.value) for of in spans)
    return is_carried(line, figure)


_SURELY = 2


def _is_exempt(line: Line, figure: Figure) -> bool:
    """What is the writer's own, of everybody, of the readers, or of what is asked for."""
    return (
        _is_own(line, figure)
        or is_of_own_count(line, figure.first)
        or is_audience(line, figure)
        or is_rate_of_known(line, figure)
        or is_of_whole_state(line, figure.after)
    )


def _is_own(line: Line, figure: Figure) -> bool:
    """ "our 140 nurses", "I run a home with 140 beds", "at a 140-bed hospital": unless a program of theirs follows."""
    first, lowest = figure.first, max(0, figure.first - _REACH)
    while first > lowest and line.tokens[first - 1].low not in _PARTING:
        first -= 1
    before = line.tokens[first : figure.first]
    if _names_program(line, line.tokens[figure.after : figure.after + 6]):
        return any(token.low in ("my", "our", "ours") for token in before)
    if any(token.low in _OWNING for token in before):
        return not _is_learned(before)
    if _is_behind_own(line, figure) or _is_behind_others(line, figure):
        return True
    if any(token.low in _OWNING for token in line.tokens[figure.after : figure.after + 2]):
        return True  # "four people I ask"
    is_compound = before[-1:] and before[-1].low in _INDEFINITE and line.tokens[figure.after - 1].low != "year"
    if is_compound and figure.kind == "count":
        return True
    return is_of_indefinite(line, figure.first)


def _is_behind_own(line: Line, figure: Figure) -> bool:
    """ "I work at Elm Home (88 residents, 10% of them ...)", "We tried it: 74 lists": what goes on about the
    writer's own."""
    words = [token.low for token in line.tokens[max(0, figure.first - _REACH) : figure.first]]
    opened = max((at for at, word in enumerate(words) if word in ("(", ":")), default=0)
    if not opened or (words[opened] == "(" and ")" in words[opened:]):
        return False
    owns = _OWNING if words[opened] == "(" else _OWNING - {"i", "i'm", "i've", "i'd"}
    return bool(owns & set(words[:opened])) and {"you", "your"}.isdisjoint(words[:opened])


def _is_behind_others(line: Line, figure: Figure) -> bool:
    """ "most of them keep 100 patients", "We run two sites, with 30 beds between them": others or the writer, and
    the leader not named since."""
    first = max(0, figure.first - _REACH)
    signs = line.speech.signs[first : figure.first]
    if OTHERS in signs:
        return True
    words = [token.low for token in line.tokens[first : figure.first]]
    named = LEADER in signs or _names_program(line, line.tokens[first : figure.first])
    return not named and not _SHARING.isdisjoint(words) and "about" not in words


_SHARING = frozenset("we our ours my we've".split())


_LEARNING = frozenset(
    "read saw heard learned understand understood know knew see noticed gather note believe asked wonder hear "
    "says reads drawn print printed wrote write".split()
)


def _is_learned(before: Sequence[Token]) -> bool:
    return any(token.low in _LEARNING for token in before) and not any(t.low in ("my", "our") for t in before)


def _names_program(line: Line, tokens: Sequence[Token]) -> bool:
    return any(token.is_capital and token.bare in line.known.loose for token in tokens)


def _breaks_change(line: Line, figure: Figure, figures: Sequence[Figure]) -> bool:
    """ "from 58% to 23%" where a fact tells of a change from 58% to 33%: one end is right, the other is not."""
    at = figures.index(figure)
    for other in (*figures[max(0, at - 1) : at], *figures[at + 1 : at + 2]):
        one, later = sorted((figure, other), key=lambda each: each.first)
        if other.kind == figure.kind and _is_change(line, one, later) and _other_ends(line, other, figure):
            return True
    return False


def _is_change(line: Line, one: Figure, later: Figure) -> bool:
    between = [token.low for token in line.tokens[one.after : later.first]]
    before = [token.low for token in line.tokens[max(0, one.first - 2) : one.first]]
    behind = [token.low for token in line.tokens[later.after : later.after + 2]]
    if len(between) > 8:
        return False
    is_path = "to" in between and ("from" in before or between[:1] == ["to"])
    is_dated = "before" in between[:2] and ("after" in behind or "now" in behind)
    return is_path or is_dated or ("from" in between and not {"up", "down"}.isdisjoint(between))


def _other_ends(line: Line, right: Figure, wrong: Figure) -> bool:
    """Whether a change in a fact has the right figure at one end and anything but the wrong one at the other."""
    ends = [of for of in line.known.figures if of.part == "end" and of.fact >= 0 and of.figure.kind == right.kind]
    for of in ends:
        if not values_agree(right, of.figure.value) or of.figure.unit != right.unit:
            continue
        others = [each for each in ends if each.fact == of.fact and each is not of]
        if others and not any(values_agree(wrong, each.figure.value) for each in others):
            return True
    return False


def _is_told_otherwise(line: Line, figure: Figure, figures: Sequence[Figure], carried: dict[int, bool]) -> bool:
    """Whether a fact that the sentence rests on has another figure of the same thing."""
    facts = _facts_behind(line, figure, figures, carried)
    known = line.known.figures
    if any(of.fact in facts and _is_counterpart(line, figure, of) for of in known):
        return True
    return any(of.fact >= 0 and not of.is_derived and _is_of_one_kind(line, figure, of) for of in known)


def _is_of_one_kind(line: Line, figure: Figure, of: KnownFigure) -> bool:
    """ "a program costing $460,000", "the oldest, at 91": of these a word beside the figure is enough."""
    true = of.figure
    if figure.kind != true.kind:
        return False
    if figure.kind == "money":
        return bool(_nearest_stems(line, figure) & line.known.facts[of.fact] & _MONEYS)
    is_bare = figure.kind == "count" and not figure.unit and not true.unit and figure.value > 10
    return is_bare and bool(line.words & _UTMOST & _lows(line.known.known.facts[of.fact]))


_MONEYS = frozenset(map(stem, "cost costs save saved savings grant grants gift budget revenue".split()))
_UTMOST = frozenset("oldest youngest largest smallest longest shortest highest lowest".split())


def _facts_behind(line: Line, figure: Figure, figures: Sequence[Figure], carried: dict[int, bool]) -> set[int]:
    """The facts that the sentence rests on: by a program's name, by another figure of theirs, or by their words."""
    known = line.known
    named = {token.bare for token in line.tokens[1:] if token.is_capital and token.bare in known.loose - GENERIC}
    found = {
        of.fact
        for other in figures
        if other is not figure and carried[other.first] and (is_telling(other) or other.kind == "time")
        for of in known.figures
        if of.fact >= 0 and not of.is_derived and of.figure.kind == other.kind and of.figure.value == other.value
    }
    said = {stem(token.bare) for token in line.tokens if token.kind == "w" and token.low not in EMPTY} - _SCALES
    for number, fact in enumerate(known.known.facts):
        if len(said & known.facts[number]) >= 2 or named & _capitals(fact):
            found.add(number)
    if figure.kind == "count" and figure.unit:
        found |= {of for of, stems in enumerate(known.facts) if any(stems & known.facts[each] for each in found)}
    return found


def _capitals(fact: str) -> frozenset[str]:
    return frozenset(token.bare for token in tokens_of(fact) if token.is_capital)


def _is_counterpart(line: Line, figure: Figure, of: KnownFigure) -> bool:
    """Whether a confirmed figure measures what one of the text does."""
    true = of.figure
    if of.is_derived or true.kind != figure.kind or figure.is_share:
        return False
    match figure.kind:
        case "percent":
            return _is_same_share(line, of)
        case "money":
            return bool(_nearest_stems(line, figure) & line.known.facts[of.fact] - _SCALES)
        case "time":
            return _is_same_span(line, figure, true)
        case "count":
            return _is_same_count(line, figure, of)
    return False


def _is_same_share(line: Line, of: KnownFigure) -> bool:
    measures = measures_in(line.tokens)
    if measures and of.measures:
        return bool(measures & of.measures)
    return len(line.stems & line.known.facts[of.fact]) >= 2


def _is_same_span(line: Line, figure: Figure, true: Figure) -> bool:
    """Months and years behind "over" or "after", beside what the fact tells."""
    if TIME_UNITS[figure.unit] < TIME_UNITS["week"] or TIME_UNITS[true.unit] < TIME_UNITS["week"]:
        return False
    lead = line.tokens[figure.first - 1].low if figure.first else ""
    return figure.unit == true.unit and lead in _SPAN_LEADS


def _is_same_count(line: Line, figure: Figure, of: KnownFigure) -> bool:
    true = of.figure
    if figure.unit:
        if figure.unit != true.unit or (figure.value < _SMALL and not _is_beside_program(line, figure)):
            return False
        others = [each for each in line.known.figures if each.figure.unit == true.unit and not each.is_derived]
        return all(each.fact == of.fact for each in others) or figure.unit not in _EVERYBODY
    return False


_SMALL = 4


def _is_beside_program(line: Line, figure: Figure) -> bool:
    """Whether a program's name stands in the clause, and nothing of the writer's."""
    first, after = clause_bounds(line, figure.first, figure.after)
    first = max(0, first - _REACH) if first and line.tokens[first - 1].low == "and" else first
    around = line.tokens[first:after]
    return _names_program(line, around) and not any(token.low in _OWNING for token in around)


_EVERYBODY = frozenset(
    map(stem, "people patients residents families nurses students hospitals clinics cases members staff".split())
)


def _lows(fact: str) -> frozenset[str]:
    return frozenset(token.low for token in tokens_of(fact))


def _nearest_stems(line: Line, figure: Figure) -> set[str]:
    around = line.tokens[max(0, figure.first - 6) : figure.after + 6]
    return {stem(token.bare) for token in around if token.kind == "w" and token.low not in EMPTY}

"""Figures said of the leader or the place, and whether a confirmed one carries them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from outreach.asklint.grounding.agreement import bound_wrong, fits_lead, holds
from outreach.asklint.grounding.figures import Figure, counts_nothing_real, figures_of
from outreach.asklint.grounding.known_text import KnownFigure
from outreach.asklint.grounding.line import Claim, Line, clause_bounds, touches_facts
from outreach.asklint.grounding.measures import measures_in
from outreach.asklint.grounding.rates import is_rate_of_known, other_rate
from outreach.asklint.grounding.signs import LEADER, NOBODY, OTHERS, PIECE, WRITER, Owner, is_deed, word_at
from outreach.asklint.grounding.spans import start_of
from outreach.asklint.grounding.third_parties import (
    is_audience,
    is_of_indefinite,
    is_of_own_count,
    is_of_whole_state,
    is_told_by_others,
)
from outreach.asklint.grounding.tokens import Token
from outreach.asklint.grounding.units import TIME_UNITS
from outreach.asklint.grounding.words import stem


def figure_claims(line: Line) -> Iterator[Claim]:
    """The figures and dates of a sentence that nothing confirmed carries."""
    for figure in figures_of(line.sentence.text):
        if figure.after > len(line.tokens) or not _is_claim(line, figure):
            continue
        if of_rate := other_rate(line, figure):
            yield Claim(start_of(line.tokens, figure), line.tokens[of_rate - 1].end, "figure")
        elif not is_carried(line, figure):
            yield Claim(start_of(line.tokens, figure), figure.end, "date" if figure.kind == "date" else "figure")


def is_carried(line: Line, figure: Figure) -> bool:
    """Whether a confirmed figure carries one of the text, and does not measure something else."""
    lead = _lead_of(line, figure)
    carrying = [of for of in line.known.figures if fits_lead(of, lead) and holds(figure, of, line.known, line.today)]
    if not carrying and figure.high:
        ends = (replace(figure, high=0.0), replace(figure, value=figure.high, high=0.0))
        return all(is_carried(line, end) for end in ends)
    return bool(carrying) and not _is_of_another_fact(line, figure, carrying)


def _lead_of(line: Line, figure: Figure) -> str:
    """The word that tells whether a figure is where a change ends ("to") or how large it is ("by", "off")."""
    if [token.low for token in line.tokens[figure.after : figure.after + 1]] == ["off"]:
        return "by"
    at = figure.first - 1
    while at >= 0 and line.tokens[at].low in _LOOSENING:
        at -= 1
    return line.tokens[at].low if at >= 0 else ""


_LOOSENING = frozenset(
    "about nearly more than over only just some under well a an the almost around roughly approximately less "
    "some fully "
    "below above".split()
)


def _is_of_another_fact(line: Line, figure: Figure, carrying: Sequence[KnownFigure]) -> bool:
    """Whether a figure is right of something else than the clause speaks of: only where that is certain."""
    clause = _clause_of(line, figure)
    if figure.kind in ("percent", "times") or (figure.kind == "time" and figure.unit != "year"):
        measures = measures_in(clause)
        if all(bound_wrong(measures, of) for of in carrying):
            return True
    if figure.kind not in ("percent", "date"):
        return False
    if all(of.is_derived for of in carrying) and figure.is_share:
        shared = {number: len(line.stems & stems) for number, stems in enumerate(line.known.facts)}
        if max(shared.values(), default=0) >= 2 and not any(shared.get(of.fact, 1) for of in carrying):
            return True
        words = {word for word in line.words if len(word) > 3}
        common = {number: len(words & line.known.texts[number]) for number in range(len(line.known.facts))}
        if max(common.values(), default=0) >= 3 and not any(common.get(of.fact, 1) for of in carrying):
            return True
    said = {stem(token.bare) for token in clause if token.kind == "w"}
    facts = line.known.facts
    overlap = {
        of.fact: len(said & facts[of.fact])
        for of in line.known.figures
        if of.figure.kind == figure.kind and of.fact >= 0
    }
    best = max(overlap.values(), default=0)
    return best >= 3 and best - max((overlap.get(of.fact, best) for of in carrying), default=0) >= 3


def _clause_of(line: Line, figure: Figure) -> Sequence[Token]:
    """The tokens around a figure up to the next marks that part clauses."""
    first, after = clause_bounds(line, figure.first, figure.after)
    return line.tokens[first:after]


def _is_claim(line: Line, figure: Figure) -> bool:
    """Whether a figure is said of the leader or the place, and is one of which records are kept."""
    if _counts_nothing(line, figure) or _is_of_a_measure(line, figure) or _is_idle(line, figure):
        return False
    owner = line.owner(figure.first)
    if is_audience(line, figure) or is_rate_of_known(line, figure) or is_of_own_count(line, figure.first):
        return False
    if is_told_by_others(line) or is_of_whole_state(line, figure.after):
        return False
    if line.speaks_for_writer and is_of_indefinite(line, figure.first):
        return False
    if line.before is WRITER and line.tokens[0].low in ("so", "thus", "hence") and _is_unsigned(line, figure):
        return False
    is_named = line.is_named(figure.first) or owner is not line.speech.owners[figure.first]
    if _is_of_a_meeting(line, figure) and not _is_time_of_fact(line, figure):
        return owner is LEADER and is_named and not _is_wish(line, figure)
    if owner is LEADER:
        return not (_acts_alone(line, figure) or _hears_of(line, figure))
    if owner is OTHERS:
        return False
    if owner is WRITER and not is_named and (_explains_writer(line, figure) or _is_of_own_place(line, figure)):
        return False
    if owner is NOBODY and line.before_owns:
        return False
    if owner is PIECE or not is_named:
        return _speaks_of_facts(line, figure, owner) or _is_of_known_year(line, figure)
    return _is_only_behind(line, figure) and _counts_as_known(line, figure) and _has_companion(line, figure)


def _is_of_known_year(line: Line, figure: Figure) -> bool:
    """ "14,100 patients in 2023" where a fact tells another number of patients of that year."""
    if figure.kind != "count" or not figure.unit:
        return False
    years = {of.year for of in _near(line, figure) if of.kind == "date" and 0 < of.first - figure.after <= 3} - {0}
    known = line.known.figures
    dated = {of.fact for of in known if of.figure.kind == "date" and of.figure.year in years and of.fact >= 0}
    return any(of.fact in dated and of.figure.kind == "count" and of.figure.unit == figure.unit for of in known)


def _explains_writer(line: Line, figure: Figure) -> bool:
    """ "Our own count is in: 22 of 26 stayed": what stands behind the colon is the writer's too."""
    at, lowest = figure.first, max(0, figure.first - 60)
    while at > lowest and line.tokens[at - 1].low not in (":", ";"):
        at -= 1
    if at == lowest:
        return line.tokens[0].low in ("so", "thus", "hence") and line.before is WRITER
    owns = any(token.low in ("our", "my", "ours", "we") for token in line.tokens[max(0, at - 20) : at])
    return (
        line.tokens[at - 1].low == ":"
        and owns
        and not any(
            token.low in ("read", "saw", "heard", "learned", "know", "noticed")
            for token in line.tokens[max(0, at - 20) : at]
        )
    )


def _is_of_own_place(line: Line, figure: Figure) -> bool:
    """ "In our emergency room, 19 beds, four of ten are late": what goes on about the writer's own place."""
    before = line.tokens[max(0, figure.first - 40) : figure.first]
    owns = any(
        token.low in ("our", "ours", "my") and word_at(before, at + 1) not in _NOT_OWNED
        for at, token in enumerate(before)
    )
    return owns and LEADER not in line.speech.signs[max(0, figure.first - 40) : figure.first]


_NOT_OWNED = frozenset(
    "eye attention lucky mind surprise interest curiosity list notes readers article chapter".split()
)


def _hears_of(line: Line, figure: Figure) -> bool:
    """ "The students, 35 of them, read about your program": who reads of the leader is none of theirs."""
    signs = line.speech.signs
    if LEADER in signs[max(0, figure.first - 40) : figure.first]:
        return False
    behind = next((at for at in range(figure.after, min(len(signs), figure.after + 20)) if signs[at] is LEADER), 0)
    return any(token.low in _HEARS for token in line.tokens[figure.after : behind])


_HEARS = frozenset(
    "read reads heard hear asked ask saw learned visited wrote use uses used tried copied follow".split()
)


def _is_unsigned(line: Line, figure: Figure) -> bool:
    return all(sign is NOBODY for sign in line.speech.signs[: min(figure.first, 60)])


def _acts_alone(line: Line, figure: Figure) -> bool:
    """ "80 students heard your talk": people who begin a clause, of whom nothing is on record."""
    if figure.kind != "count" or (figure.first and line.tokens[figure.first - 1].kind != "p"):
        return False
    if not figure.unit or any(figure.unit in of.figure.units for of in line.known.figures):
        return False
    behind = line.speech.signs[figure.after : figure.after + 5]
    verb = line.tokens[figure.after].low if figure.after < len(line.tokens) else ""
    return LEADER in behind and is_deed(verb)


def _speaks_of_facts(line: Line, figure: Figure, owner: Owner) -> bool:
    """In a clause that names nobody: whether it speaks of what a fact tells, by its words or by what it counts."""
    if touches_facts(line, _clause_of(line, figure)) or (owner in (NOBODY, PIECE) and line.touches_facts):
        return True
    if figure.kind == "count" and owner is NOBODY and _is_count_of_others(line, figure):
        return True
    if not _counts_as_known(line, figure):
        return _dates_a_beginning(line, figure, owner)
    if owner is NOBODY and _asks_how(line) and not line.before_owns:
        return True
    if owner is WRITER and _is_subject(line, figure):
        return True
    return _has_companion(line, figure) or (owner is NOBODY and line.before not in (WRITER, PIECE, OTHERS))


def _asks_how(line: Line) -> bool:
    """ "How did 410 nurses come to agree?": what is asked of the leader's place, by a sentence without the writer."""
    return line.sentence.is_question and line.tokens[0].low in _ASKING and not line.speaks_for_writer


_ASKING = frozenset("how what why who when where which".split())


def _is_count_of_others(line: Line, figure: Figure) -> bool:
    """ "Forty nurses tend it" where 40 patients do: the confirmed number, of what is surely something else."""
    if figure.value < 10 or not figure.unit or line.before in (WRITER, PIECE, OTHERS):
        return False
    same = [
        of
        for of in line.known.figures
        if of.figure.kind == "count" and of.figure.value == figure.value and of.fact >= 0
    ]
    return bool(same) and not is_carried(line, figure) and any(line.known.facts[of.fact] & line.stems for of in same)


def _dates_a_beginning(line: Line, figure: Figure, owner: Owner) -> bool:
    """ "the first evening in 2012": a year beside a beginning, in a clause that names nobody."""
    if figure.kind != "date" or not figure.year or owner is not NOBODY or line.before in (WRITER, PIECE, OTHERS):
        return False
    around = {token.low for token in line.tokens[max(0, figure.first - 8) : figure.after + 4]}
    has_dates = any(of.figure.kind == "date" and of.figure.year for of in line.known.figures)
    return has_dates and bool(around & _BEGINNINGS)


_BEGINNINGS = frozenset("open built since first began begun begin beginning beginnings start started opened opening "
                        "founding founded launch launched origin origins".split())  # fmt: skip


def _is_subject(line: Line, figure: Figure) -> bool:
    """ "..., so 17 clinics caught my eye": a count that begins its clause, with a verb behind."""
    before = line.tokens[figure.first - 1].low if figure.first else ""
    behind = line.tokens[figure.after].low if figure.after < len(line.tokens) else ""
    begins = before in ("so", "that", "because", ":") or not figure.first
    return begins and (is_deed(behind) or behind in _CATCHES)


_CATCHES = frozenset("caught is are was were struck made make sounds sounded seems seemed".split())


def _counts_nothing(line: Line, figure: Figure) -> bool:
    known_units = {of.figure.unit for of in line.known.figures}
    return figure.unit not in known_units and counts_nothing_real(figure)


def _is_only_behind(line: Line, figure: Figure) -> bool:
    """ "That 19 practices agree amazes my boss": the writer comes in only behind the figure, and not as who acts."""
    at, lowest = figure.first, max(0, figure.first - 60)
    while at > lowest and line.speech.owners[at - 1] is line.speech.owners[figure.first]:
        at -= 1
    before = line.speech.signs[at : figure.first]
    return all(sign is NOBODY for sign in before) and not any(
        token.low in ("i", "we", "i'm", "i've") for token in line.tokens[figure.after : figure.after + 60]
    )


def _has_companion(line: Line, figure: Figure) -> bool:
    """Whether another count of the sentence is a confirmed one: then this one speaks of the same place."""
    others = (other for other in _near(line, figure) if other.kind == "count" and other.unit and other.value > 4)
    return any(is_carried(line, other) for other in others)


def _near(line: Line, figure: Figure) -> Iterator[Figure]:
    """The few figures before and behind one."""
    figures = figures_of(line.sentence.text)
    at = figures.index(figure)
    yield from (*figures[max(0, at - _NEAR) : at], *figures[at + 1 : at + 1 + _NEAR])


_NEAR = 4


def _is_of_a_meeting(line: Line, figure: Figure) -> bool:
    """Minutes, and days without a year: mostly what a request asks for; not where a measure stands beside it."""
    if figure.kind == "date":
        return not figure.year
    if figure.kind != "time" or figure.unit in ("year", "yr", "decad", "second", "sec"):
        return False
    if _lead_of(line, figure) in ("to", "from") and any(
        other.kind == "time" and is_carried(line, other) for other in _near(line, figure)
    ):
        return False
    return not measures_in(line.tokens[max(0, figure.first - 6) : figure.first])


_BEFORE_SPANS = frozenset("within inside in under after over was were is took takes take to from than".split())


def _is_time_of_fact(line: Line, figure: Figure) -> bool:
    """ "Two in three go back to work within six months": a time told with what a fact tells, by nobody else."""
    if figure.kind != "time" or line.speaks_for_writer or line.sentence.is_question or _is_wish(line, figure):
        return False
    if _lead_of(line, figure) not in _BEFORE_SPANS:
        return False
    return line.touches_facts or any(other.kind != "date" and is_carried(line, other) for other in _near(line, figure))


def _is_wish(line: Line, figure: Figure) -> bool:
    """A question, or a clause that speaks of what is to come: its minutes and days are asked for."""
    before = line.tokens[figure.first - 1].low if figure.first else ""
    if figure.kind == "date" and before in ("by", "until", "before", "till"):
        return True
    around = {token.low for token in line.tokens[max(0, figure.first - 8) : figure.after + 4]}
    return bool(around & _WISHES)


_WISHES = frozenset(
    """
    may might would could will shall i'd i'll interview call phone video telephone speak talk conversation spare hoping
    told wrote sent called offered note letter reply asked hope please draft
    publication publish approve deadline convenient available visit
    """.split()
)


def _counts_as_known(line: Line, figure: Figure) -> bool:
    """Whether it counts, in a clause that names nobody, what the confirmed sentences count: beds, employees."""
    if figure.kind == "percent":
        measures = measures_in(line.tokens)
        return any(measures & of.measures for of in line.known.figures)
    if figure.kind != "count" or not figure.unit:
        return False
    return any(of.figure.kind == "count" and of.figure.unit == figure.unit for of in line.known.figures)


def _is_idle(line: Line, figure: Figure) -> bool:
    """ "two of your nurses", "all four": small numbers in words that count nothing named."""
    if figure.kind == "time" and (figure.unit, figure.value) in (("hour", 24), ("day", 7)):
        return True
    behind = [token.low for token in line.tokens[figure.after : figure.after + 3]]
    if figure.kind == "count" and behind[:1] in (["i"], ["we"]):
        return True  # "four people I ask"
    if figure.kind == "percent" and (behind[:1] == ["off"] or (figure.is_share and _is_saying(behind))):
        return True
    if figure.kind != "count" or figure.high or line.tokens[figure.first].kind != "w":
        return figure.kind == "count" and not figure.unit and _is_rate(line, figure)
    if not figure.unit:
        is_hour = line.tokens[figure.first - 1].low == "at" and figure.first > 0
        return figure.value <= 10 or (is_hour and figure.value <= 12) or _is_rate(line, figure)
    known_units = {unit for of in line.known.figures for unit in of.figure.units}
    return figure.value <= 3 and not known_units & set(figure.units) and figure.unit not in _KEPT


def _is_saying(behind: Sequence[str]) -> bool:
    """ "half your week", "half the battle": no part of anything that is counted."""
    words = behind[1:] if behind[:1] == ["of"] else behind
    return words[:1] in (["your"], ["my"], ["our"], ["the"], ["a"], ["their"]) and bool(_SAYINGS & set(words[1:2]))


_SAYINGS = frozenset(
    "week day time life morning year night job battle story work fun world answer reason trouble town room page joke "
    "trick point afternoon career".split()
)


def _is_rate(line: Line, figure: Figure) -> bool:
    """ "a hundred each month": of nothing named, worked out by the writer."""
    behind = [token.low for token in line.tokens[figure.after : figure.after + 2]]
    if _lead_of(line, figure) in ("to", "from"):
        return False
    return behind[:1] in (["each"], ["per"], ["every"]) or (behind[:1] == ["a"] and stem(behind[-1]) in TIME_UNITS)


# Of these even two or three are on record.
_KEPT = frozenset("hospital campu clinic site state award star prize school degree system county".split())


def _is_of_a_measure(line: Line, figure: Figure) -> bool:
    """ "30-day readmissions", "24-hour": part of what is measured, no result."""
    if figure.kind != "time" or line.sentence.text[figure.start : figure.end].find("-") < 0:
        return False
    behind = measures_in(line.tokens[figure.after : figure.after + 3])
    return (bool(behind) and figure.unit in ("day", "year")) or (figure.unit == "hour" and figure.value in (8, 12, 24))


def is_telling(figure: Figure) -> bool:
    """Whether a figure is one that hardly agrees with a confirmed one by chance."""
    return figure.kind in ("percent", "times", "money") or (
        figure.kind == "count" and bool(figure.unit) and figure.value > 9
    )
